/** Images: values of front matter that may be mappings. */
import type { Path } from '../../diagnostic.ts';
import { isMapping, type Mapping } from '../frontmatter/mapping.ts';
import { keyNamed } from './names.ts';
import { type At, fault, isAbsent, nameOf, readLine, readText } from './texts.ts';

export interface Image {
  src: string;
  alt?: string;
  credit?: string;
  credit_url?: string;
  consent?: 'yes' | 'not-needed' | 'pending';
}

/** An image: its URL or path, or a mapping with `src`, `alt`, `credit`, `consent`. */
export function readImage(value: unknown, at: At): Image | undefined {
  if (!isMapping(value)) {
    const src = readLine(value, at);
    return src === undefined ? undefined : { src };
  }
  const atPart = (key: string): At => ({ ...at, path: [...at.path, key] });
  const part = (...names: readonly string[]): string | undefined => {
    const key = partKey(value, names);
    return key === undefined ? undefined : readText(value[key], atPart(key));
  };
  const before = at.faults.length;
  const src = part(...sourceNames);
  const isSourceInvalid = at.faults.length > before;
  const alt = part('alt') ?? asWritten(value[partKey(value, ['alt']) ?? 'alt']);
  const credit = part('credit', 'author');
  const creditUrl = part('credit_url');
  const consentKey = partKey(value, ['consent']) ?? 'consent';
  const consent = readConsent(value[consentKey], atPart(consentKey));
  if (isSourceInvalid) return undefined;
  if (src === undefined) {
    const message = `${nameOf(at.path)} has no src (its URL or path)`;
    const hint = `add a line src: photo.jpg below ${nameOf(at.path)}:`;
    at.faults.push({ rule: 'field-type', level: 'warn', message, hint, place: { path: at.path } });
    return undefined;
  }
  const image: Image = { src };
  if (alt !== undefined) image.alt = alt;
  if (credit !== undefined) image.credit = credit;
  if (creditUrl !== undefined) image.credit_url = creditUrl;
  if (consent !== undefined) image.consent = consent;
  return image;
}

const sourceNames = ['src', 'url', 'path'];

/** The key that has the first of these parts, whatever its case. */
function partKey(value: Mapping, names: readonly string[]): string | undefined {
  return names.map((name) => keyNamed(value, name)).find((key) => key !== undefined && !isAbsent(value[key]));
}

/** The path of an image's URL: the field `key` itself, or a key of its mapping. */
export function imageSourcePath(data: Mapping, key: string): Path {
  const value = data[key];
  const name = isMapping(value) ? partKey(value, sourceNames) : undefined;
  return name === undefined ? [key] : [key, name];
}

/** A number or boolean in place of text: it is there, and its fault was added already. */
function asWritten(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function readConsent(value: unknown, at: At): Image['consent'] {
  if (value === null || value === undefined || value === '') return undefined;
  if (value === true || value === 'yes') return 'yes';
  if (value === 'not-needed' || value === 'pending') return value;
  if (value === false) return 'pending';
  return fault(at, 'field-type', 'consent must be “yes”, “not-needed” or “pending”');
}
