/** The permanent identity of a post in feeds. RFC 9562 (UUID), RFC 3986 (URI). */
import { parseUrl } from '../url.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const urnUuid = /^urn:uuid:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** A WordPress post number; with leading zeros it would be text. */
const number = /^[1-9]\d{0,15}$/;
/** RFC 3986 without brackets: it allows them only around an IP address, and the W3C's validator nowhere. */
const uri =
  /^[a-z][a-z0-9+.-]*:(?:[\w;/?:@&=+$.\-!~*'(),]|%[0-9a-f]{2})+(?:#(?:[\w;/?:@&=+$.\-!~*'(),]|%[0-9a-f]{2})*)?$/i;

/**
 * An id as feeds carry it: `urn:uuid:…` for a bare UUID, a URI as it is, and digits for a WordPress post ID, whose URL
 * depends on the site (`guidOf`). Undefined for anything else.
 */
export function parseId(value: string | number): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;
  const text = value.trim();
  if (uuid.test(text)) return `urn:uuid:${text.toLowerCase()}`;
  return number.test(text) || isUri(text) ? text : undefined;
}

/** Whether feed readers and validators accept a text as an id. RFC 3986, RFC 8141 (urn:), RFC 4151 (tag:). */
export function isUri(text: string): boolean {
  if (!uri.test(text)) return false;
  if (/^urn:/i.test(text)) return /^urn:(?!uuid:)[a-z0-9][a-z0-9-]{0,31}:\S/i.test(text) || urnUuid.test(text);
  if (/^tag:/i.test(text)) return /^tag:[a-z0-9.@-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:\S/i.test(text);
  if (/^https?:/i.test(text)) return /^https?:\/\/[^/?#]/i.test(text) && parseUrl(text) !== undefined;
  return true;
}

/** The `guid` of an id: `SITE/?p=N` for a WordPress post ID. `siteUrl` has no trailing slash. */
export function guidOf(id: string, siteUrl: string): string {
  return number.test(id) ? `${siteUrl}/?p=${id}` : id;
}
