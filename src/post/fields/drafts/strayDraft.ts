/** Signs of a draft that are not read: inside another field, in the lines of a text, or below the front matter. */
import { isUtf8 } from 'node:buffer';
import type { Fault, Path } from '../../../diagnostic.ts';
import { isMapping, type Mapping } from '../../frontmatter/mapping.ts';
import { abridge, placeAt } from '../../text.ts';
import { isDraftField, signOf } from '../draftWords.ts';
import { fieldOf } from '../names.ts';
import { isAbsent } from '../texts.ts';
import { mayHaveSign, mentionsSign } from './signWords.ts';

/** A post's front matter as text and data, the line on which it begins, and the beginning of its body. */
export interface DividedPost {
  yaml: string;
  line: number;
  data: Mapping;
  body: string;
  bodyLine: number;
}

/** A line inside another field, a mark or brackets. */
const insideOrEmpty = /\n[ \t•*-]|^[ \t•*-]|[{\v\f\u0085\u2028\u2029\\]|\r(?!\n)|:[ \t]+[#&]|: *\[[^\]\n]*[:\n]/;
/** A body that may begin with more front matter. */
const likeMore = /^\s*(?:---[ \t]*\r?(?:\n|$)|["']?\p{L}[\p{L}\d_ -]*["']?[ \t]*[:=])/u;
/** As much of a body as may still be front matter (UTF-16 units). */
const mostBelow = 2048;
/** The bytes in which so much of any text fits: a unit takes three at most. */
export const mostBytesBelow = 3 * mostBelow;

/**
 * The fault of a sign of a draft that is not read as one; undefined if there is none. Only its author knows whether the post is
 * a draft, and nobody writes such a line for anything else. Fields of `extraFields` belong to the site.
 */
export function strayDraftFault(post: DividedPost, extraFields: readonly string[]): Fault | undefined {
  const { yaml, body, data } = post;
  const isBelow = likeMore.test(body.slice(0, 64)) && mentionsSign(body.slice(0, mostBelow));
  // Without a line inside another field, a mark or brackets, every sign is read.
  const isInside = insideOrEmpty.test(yaml) && (mayHaveSign(yaml) || /build/i.test(yaml));
  if (!isInside) return isBelow ? belowFault(post) : undefined;
  const own = Object.entries(data).filter(([key]) => !isDraftField(fieldOf(key)) && !extraFields.includes(key));
  const path = findNested(own);
  if (path) {
    const inside = path.slice(0, -1).filter((part) => typeof part === 'string');
    return toFault(String(path.at(-1)), `is inside “${abridge(inside.join('.'))}”`, { path, on: 'key' });
  }
  return swallowedFault(post, own) ?? emptyFault(post) ?? (isBelow ? belowFault(post) : undefined);
}

function toFault(sign: string, where: string, place: Fault['place']): Fault {
  return {
    rule: 'draft-unclear',
    message: `“${abridge(sign)}” ${where}, where it does not make the post a draft`,
    hint: 'write draft: true at the beginning of a line of its own, or remove it if readers may see the post',
    place,
  };
}

/** Whether a key and a value, as they are written, make a draft. */
function isSign(key: string, value: unknown): boolean {
  const field = fieldOf(key);
  const plain = typeof value === 'string' ? value.replace(/^["'“”‘’]+|["'“”‘’,;]+$/g, '') : value;
  return isDraftField(field) && signOf(field, plain) === 'draft';
}

/** The path of a sign inside one of these fields. */
function findNested(fields: readonly (readonly [string, unknown])[]): Path | undefined {
  const seen = new Set<unknown>();
  const visit = (value: unknown, path: Path): Path | undefined => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
    seen.add(value);
    const isList = Array.isArray(value);
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, isList ? Number(key) : key];
      if (!isList && (isSign(key, inner) || isUnbuilt(here, inner))) return here;
      const found = visit(inner, here);
      if (found) return found;
    }
    return undefined;
  };
  for (const [key, value] of fields) {
    const found = visit(value, [key]);
    if (found) return found;
  }
  return undefined;
}

/** Whether Hugo makes no page of the post, or lists it nowhere. */
function isUnbuilt([field, key, ...more]: Path, value: unknown): boolean {
  if (more.length > 0 || !/^_?build$/i.test(String(field)) || (key !== 'render' && key !== 'list')) return false;
  return value === false || value === 'never';
}

/** What editors show as the end of a line, and YAML does not always. */
const lineEnd = '\\r\\n\\v\\f\\u0085\\u2028\\u2029';
/** A line within a text: indented, a list item, or after a line break that YAML does not recognise. */
const lineInside = new RegExp(
  `(?:\\n[ \\t]+|\\n(?=[-*•])|[\\r\\v\\f\\u0085\\u2028\\u2029][ \\t]*)(?:[-*•][ \\t]+)*["'“]?` +
    `(([\\p{L}_-]+)["'”]?[ \\t]*[:：=][ \\t]*([^\\s#]+))[ \\t]*(?:#[^${lineEnd}]*)?(?=[${lineEnd}]|$)`,
  'gu',
);

/** The fault of a line like `draft: true` that is part of a text, since it is indented or the text has no end above it. */
function swallowedFault({ yaml, line }: DividedPost, own: readonly (readonly [string, unknown])[]): Fault | undefined {
  const above = `\n${yaml}`;
  for (const match of above.matchAll(lineInside)) {
    const [whole, sign = '', key = '', value = ''] = match;
    if (!isSign(key, value)) continue;
    const written = sign.replace(/["'”]+$/, '');
    const field = own.find(([, text]) => hasText(text, written));
    if (!field) continue;
    const at = placeAt(yaml, match.index + whole.indexOf(sign) - 1);
    const place = { line: at.line + line - 1, column: at.column };
    return toFault(written, `is part of “${abridge(field[0])}”`, place);
  }
  const [key] = own.find(([, text]) => hasLine(text)) ?? [];
  return key === undefined ? undefined : toFault('draft', `is part of “${abridge(key)}”`, { path: [key] });
}

const lineSign = /^[ \t]*["']?([\p{L}_-]+)["']?[ \t]*[:：=][ \t]*(\S+)[ \t]*$/u;

/** Whether a text has such a line behind the end of another, which may be an escape to YAML. */
function hasLine(value: unknown): boolean {
  if (typeof value !== 'string' || !mentionsSign(value)) return false;
  const lines = value.split(new RegExp(`[${lineEnd}]`)).slice(1);
  return lines.some((line) => {
    const [, key = '', text = ''] = lineSign.exec(line) ?? [];
    return isSign(key, text);
  });
}

/** Whether a value, or one inside it, is a text that contains this. */
function hasText(value: unknown, part: string): boolean {
  if (typeof value === 'string') return value.includes(part);
  if (Array.isArray(value)) return value.some((one) => hasText(one, part));
  return isMapping(value) && Object.values(value).some((one) => hasText(one, part));
}

/** The fault of a draft field that is empty to YAML, since its value follows a mark: `draft: &true`, `draft: #true`. */
function emptyFault({ yaml, data }: DividedPost): Fault | undefined {
  for (const [, key = '', mark, value] of yaml.matchAll(
    /^["']?([\w-]+)["']?[ \t]*:[ \t]+([#&])[ \t]*(\S+)[ \t]*\r?$/gm,
  )) {
    if (!isSign(key, value) || !Object.hasOwn(data, key) || !isAbsent(data[key])) continue;
    return {
      rule: 'draft-unclear',
      message: `${key} is empty: ${mark === '#' ? '# begins a comment' : '& begins an anchor'}`,
      hint: `write ${key}: ${value}, or remove the line if readers may see the post`,
      place: { path: [key], on: 'key' },
    };
  }
  return undefined;
}

const fence = /^---[ \t]*\r?$/;
const fieldLine = /^["']?([\p{L}][\p{L}\d_ -]*?)["']?[ \t]*[:=](?:[ \t]+(.*?))?[ \t]*\r?$/u;

/** The fault of a sign in lines that look like more front matter: directly below its end, or in a block of its own below that. */
function belowFault({ body, bodyLine }: DividedPost): Fault | undefined {
  const lines = body.slice(0, mostBelow).split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const isBlock = fence.test(lines[first] ?? '');
  for (let row = isBlock ? first + 1 : Math.max(first, 0); row < lines.length; row++) {
    const line = lines[row] ?? '';
    const [, key, value = ''] = fieldLine.exec(line) ?? [];
    if (key !== undefined && isSign(key, value.replace(/[ \t]+#.*$/, ''))) {
      return toFault(line.trim(), 'is below the front matter', { line: bodyLine + row, column: 1 });
    }
    const isMore = key !== undefined || /^(?:[ \t]+\S|-[ \t]|#)/.test(line) || (isBlock && line.trim() === '');
    if (!isMore) return undefined;
  }
  return undefined;
}

/**
 * How far the first bytes of a file are needed, where its front matter ends at `end`: further if lines follow that may be
 * meant as more of it.
 */
export function moreFrontMatter(bytes: Buffer, end: number): number {
  const start = bytes.toString('latin1', end, end + 64);
  if (!/^\s*(?:---[ \t]*\r?(?:\n|$)|["']?[a-z][\w -]*["']?[ \t]*[:=])/i.test(start)) return end;
  const below = bytes.subarray(end, end + mostBytesBelow);
  // A character may be cut at the end, but none at the end of a line.
  return end + (isUtf8(below) ? below.length : below.lastIndexOf(0x0a) + 1);
}
