/** Values of front matter → texts and names. The readers of other types build on these. A reader that fails leaves a fault. */
import type { Correction, Fault, Path, RuleId } from '../../diagnostic.ts';
import { decodeEntities } from '../entities.ts';
import { readablyQuoted } from '../frontmatter/yamlText.ts';
import { cleanName } from '../invisible.ts';
import { lineBreak } from '../text.ts';
import { writtenList } from './listText.ts';
import { fieldOf, fieldsOf } from './names.ts';

/** Where a value is, where its faults go, and the time zone of dates without an offset. */
export interface At {
  path: Path;
  faults: Fault[];
  timeZone: string;
}

/** Adds a fault, and returns no value. */
export function fault(at: At, rule: RuleId, message: string, hint?: Fault['hint'], correction?: Correction): undefined {
  at.faults.push({
    rule,
    message,
    place: { path: at.path },
    ...(hint !== undefined && { hint }),
    ...(correction && { correction }),
  });
}

/** Whether a value counts as absent: `null`, empty lists and mappings, and text with nothing visible in it. */
export function isAbsent(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string')
    return !beginsVisibly(value) && !/[^\s\p{Cf}\p{Cc}\p{Noncharacter_Code_Point}]/u.test(value);
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Nearly every text begins with one of these, which is quicker to tell. */
function beginsVisibly(text: string): boolean {
  const code = text.charCodeAt(0);
  return code > 32 && code < 127;
}

const quoteHint = (source: string): string =>
  source === '' || /["\n]/.test(source) ? 'put it in quotes' : `put it in quotes: "${source}"`;

/** Text, trimmed. */
export function readText(value: unknown, at: At): string | undefined {
  if (typeof value === 'string') return value.trim();
  const message = `${nameOf(at.path)} must be text, not ${kindOf(value)}`;
  // The hint is made later, when `at` is already at another field.
  const { path } = at;
  if (typeof value === 'object') return fault(at, 'field-type', message, (source) => textHint(source, path));
  const hint = typeof value === 'boolean' && !isBooleanText(path) ? booleanHint(value, path) : quoteHint;
  return fault(at, 'field-type', message, hint, isUnquotedText(value, path) ? { quote: true } : undefined);
}

/** Whether a boolean may be text: a title, or a name among others. As the whole of another field it says whether there is one. */
function isBooleanText(path: Path): boolean {
  return path.length > 1 || fieldOf(String(path[0])) === 'title';
}

/** What to write instead of a boolean. Eleventy makes no page where `permalink` is `false`. */
function booleanHint(value: boolean, [key]: Path): string {
  if (value) return 'write a text, or remove the line';
  return fieldOf(String(key)) === 'permalink'
    ? 'remove the line; to keep the post off the site, write draft: true'
    : 'remove the line';
}

/** How to turn a list or mapping into text: in quotes where brackets may be meant, elsewhere without them. */
function textHint(source: string, path: Path): string {
  const flow = source.trim();
  const plain = plainHint(flow, path);
  if (plain !== undefined) return plain;
  if (!/^[[{]/.test(flow)) return /\n/.test(flow) ? 'write it as a single text' : quoteHint(flow);
  const inner = flow.slice(1, -1).trim();
  const isList = path.length === 1 && fieldsOf('names', 'urls').some((field) => field === fieldOf(String(path[0])));
  const list = isList && flow.startsWith('{') ? writtenList(inner) : undefined;
  if (list !== undefined)
    return `square brackets make a list: write ${path[0]}: ${list.startsWith('[') ? list : `[${list}]`}`;
  return /\n/.test(flow) ? 'put it in quotes' : `put it in quotes: ${readablyQuoted(flow)}`;
}

/** The text that brackets hold, where they can be no part of it; undefined for titles and whatever holds more. */
function plainHint(flow: string, path: Path): string | undefined {
  const name = /^\{\s*name:\s*([^,[\]{}]+?)\s*\}$/i.exec(flow)?.[1];
  if (name !== undefined) return `write ${name}`;
  const inner = flow.startsWith('[') && !/[{}]/.test(flow) ? flow.replace(/[[\]]/g, '').trim() : '';
  if (inner === '') return undefined;
  if (typeof path[1] === 'number' && path.length === 2) return `remove the inner brackets: ${inner}`;
  const field = fieldOf(String(path[0]));
  const isWords = path.length === 1 && field !== undefined && fieldsOf('line', 'text').includes(field);
  if (isWords) return undefined;
  return inner.includes(',') ? 'write one, without brackets' : `write ${inner}`;
}

/** Whether a number or boolean is surely text without quotes: `true` may be a title or a name, but not an image. */
function isUnquotedText(value: unknown, [key = '', ...rest]: Path): boolean {
  const [part] = rest;
  const field = fieldOf(String(key));
  if (field === 'image' && (part === 'alt' || part === 'credit')) return typeof value === 'number';
  if (field === undefined || field === 'image' || field === 'lang' || field === 'status') return false;
  if (typeof value === 'number') return true;
  return fieldsOf('line', 'names', 'people').includes(field) && isBooleanText([key, ...rest]);
}

/** Text on one line. */
export function readLine(value: unknown, at: At): string | undefined {
  const text = readText(value, at);
  if (text === undefined || !lineBreak.test(text)) return text;
  return fault(at, 'field-type', `${nameOf(at.path)} must be on one line`, lineHint);
}

/** In double quotes a backslash may have made the line break: `"\LaTeX"`. */
function lineHint(source: string): string {
  const inner = /^"(.*\\.*)"$/.exec(source)?.[1];
  return inner === undefined
    ? 'write it on one line, in quotes'
    : `write ${readablyQuoted(inner)} to keep the backslash`;
}

/** A name in a list, on one line; undefined if it is absent. */
export function readItem(item: unknown, index: number, at: At): string | undefined {
  if (item === null || (typeof item === 'string' && isAbsent(item))) return undefined;
  // The path is only needed for a fault.
  if (typeof item === 'string' && !lineBreak.test(item)) return cleanName(item.trim());
  const name = readLine(item, { ...at, path: [...at.path, index] });
  return name === undefined ? undefined : cleanName(name);
}

/** The field of a path, for a message. */
export function nameOf(path: Path): string {
  const [first, second] = path;
  return typeof second === 'number' ? `each of ${first}` : path.join('.');
}

/** The type of a value that is not text, for a message: `a list`, `a number`. */
export function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'boolean' ? 'true/false' : `a ${typeof value}`;
}

/**
 * A list of names; text is a list of one. Hexo’s lists within the list are flattened. Empty items and duplicates, whatever
 * their case, are left out.
 */
export function readNames(value: unknown, at: At): string[] {
  if (!Array.isArray(value)) {
    const name = cleanName(readLine(value, at) ?? '').normalize('NFC');
    return name ? [name] : [];
  }
  const names = new Map<string, string>();
  const add = (item: unknown, index: number, list: At): void => {
    const name = readItem(item, index, list)?.normalize('NFC');
    const folded = name === undefined ? '' : decodeEntities(name).toLowerCase();
    if (name && !names.has(folded)) names.set(folded, name);
  };
  for (let index = 0; index < value.length; index++) {
    const item: unknown = value[index];
    if (!isNameList(item)) add(item, index, at);
    else for (const [inner, one] of item.entries()) add(one, inner, { ...at, path: [...at.path, index] });
  }
  return [...names.values()];
}

/** Whether an item is a list of its own, of nothing that could hold more. */
function isNameList(item: unknown): item is unknown[] {
  return Array.isArray(item) && item.every((one) => typeof one !== 'object' || one === null);
}
