/** The permanent identity of a post in feeds. Spec section 2, RFC 4122, RFC 3986. */

import { parseUrl } from '../url.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const urnUuid = /^urn:uuid:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** As WordPress counts; with zeros before it, it is a text. */
const number = /^[1-9]\d{0,15}$/;
/** RFC 3986 without brackets, which it allows around an IP address alone; the W3C's validator takes them nowhere. */
const uri =
  /^[a-z][a-z0-9+.-]*:(?:[\w;/?:@&=+$.\-!~*'(),]|%[0-9a-f]{2})+(?:#(?:[\w;/?:@&=+$.\-!~*'(),]|%[0-9a-f]{2})*)?$/i;

/**
 * An id as feeds carry it: `urn:uuid:…` for a bare UUID, a URI as it is, and digits for a number of WordPress's,
 * whose address needs the site (`guidOf`). Undefined where it is none of these.
 */
export function parseId(value: string | number): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;
  const text = value.trim();
  if (uuid.test(text)) return `urn:uuid:${text.toLowerCase()}`;
  return number.test(text) || isUri(text) ? text : undefined;
}

/** What readers of feeds and their validators take for an identity. RFC 3986, RFC 8141 (urn:), RFC 4151 (tag:). */
export function isUri(text: string): boolean {
  if (!uri.test(text)) return false;
  if (/^urn:/i.test(text)) return /^urn:(?!uuid:)[a-z0-9][a-z0-9-]{0,31}:\S/i.test(text) || urnUuid.test(text);
  if (/^tag:/i.test(text)) return /^tag:[a-z0-9.@-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:\S/i.test(text);
  if (/^https?:/i.test(text)) return /^https?:\/\/[^/?#]/i.test(text) && parseUrl(text) !== undefined;
  return true;
}

/** The `guid` of an id: `SITE/?p=N` for a number of WordPress's. `siteUrl` is without a slash at its end. */
export function guidOf(id: string, siteUrl: string): string {
  return number.test(id) ? `${siteUrl}/?p=${id}` : id;
}
