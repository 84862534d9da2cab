/** How `--fix` fixes problems that have only one solution. Reading the post again verifies every fix. */
import type { Fault, Fix, Path } from '../../diagnostic.ts';
import { decodePlainly } from '../entities.ts';
import { readFields } from '../fields/fields.ts';
import { type FieldName, fieldOf, fieldsOf } from '../fields/names.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { locateValue } from '../frontmatter/valueSpan.ts';
import { readablyQuoted } from '../frontmatter/yamlText.ts';
import { abridge, placeAt } from '../text.ts';
import { keepsAudience } from './audience.ts';
import { fixMistakes } from './mistakes.ts';
import { removeField, removeItem, renameKey, setField } from './patch.ts';
import { type Change, checkedChange, openPost, type TextFix, valueAt, withValue } from './patchText.ts';
import { writeNames } from './splitNames.ts';

type Fixable = Pick<Fault, 'rule' | 'place' | 'correction'>;

/**
 * The fix of a fault in a post's text; undefined if that is for a person to decide, like whether the post is public.
 * `file` is the path of the post, which may provide its date.
 */
export function fixOf(text: string, fault: Fixable, file: string): TextFix | undefined {
  const fix = textFixOf(text, fault);
  return fix && keepsAudience(file, text, fix.text) ? fix : undefined;
}

/** Whether a fault has a fix that would change who can read the post, so that `fixOf` does not return it. */
export function isWithheld(text: string, fault: Fixable, file: string): boolean {
  const fix = textFixOf(text, fault);
  return fix !== undefined && !keepsAudience(file, text, fix.text);
}

/** Whether a fault of this rule may be a mistake in the lines of front matter. */
export function mayBeMistake(rule: Fault['rule']): boolean {
  return ['front-matter-syntax', 'front-matter-missing', 'front-matter-unclosed'].includes(rule);
}

function textFixOf(text: string, { rule, place, correction }: Fixable): TextFix | undefined {
  if (correction === undefined && mayBeMistake(rule)) return fixMistakes(text);
  if (!correction || !('path' in place)) return undefined;
  const { path } = place;
  if ('remove' in correction) return remove(text, String(path[0]));
  if ('quote' in correction) return quote(text, path);
  if ('trim' in correction) return trim(text, path);
  if ('quoteRest' in correction) return quoteRest(text, path);
  if ('names' in correction) {
    return described(
      writeNames(text, path, correction.names),
      `write ${nameOf(path)} as a list: ${correction.names.join(', ')}`,
    );
  }
  if ('key' in correction) return rename(text, path, correction.key);
  return write(text, path, correction.value);
}

function described(change: Change | undefined, description: string): TextFix | undefined {
  return change && change.edits.length > 0 ? { ...change, description } : undefined;
}

/** Puts a value in quotes as it is written: 1.10 is not 1.1. */
function quote(text: string, path: Path): TextFix | undefined {
  const post = openPost(text);
  const target = post && locateValue(post.yaml, path);
  if (!post || target?.style !== 'plain') return undefined;
  const source = post.yaml.slice(target.span.start, target.span.end);
  return described(setField(text, path, source, 'double'), `put ${nameOf(path)} in quotes: "${abridge(source)}"`);
}

/** Puts what YAML reads as a comment or an anchor in quotes: `title: #1 in the league`. */
function quoteRest(text: string, path: Path): TextFix | undefined {
  const post = openPost(text);
  const target = post && locateValue(post.yaml, path);
  if (!post || target?.style !== 'empty') return undefined;
  const start = target.span.end;
  const rest = /^[ \t]+[^\r\n]+/.exec(post.yaml.slice(start))?.[0].trimEnd();
  if (!rest) return undefined;
  const value = rest.trim();
  const edit = { start, end: start + rest.length, text: ` ${readablyQuoted(value)}` };
  const change = checkedChange(post, [edit], withValue(post.data, path, value));
  return described(change, `put ${nameOf(path)} in quotes: "${abridge(value)}"`);
}

/** Removes a field. */
function remove(text: string, key: string): TextFix | undefined {
  return described(removeField(text, key), `remove ${abridge(key)}, a duplicate`);
}

/** Renames a field, if its value is then valid or fixable. */
function rename(text: string, path: Path, key: string): TextFix | undefined {
  const change = renameKey(text, path, key);
  const data = change && openPost(change.text)?.data;
  if (!data) return undefined;
  const { faults } = readFields(data, { timeZone: 'UTC', authors: {} });
  const isInvalid = faults.some(({ place, correction }) => 'path' in place && place.path[0] === key && !correction);
  return isInvalid ? undefined : described(change, `replace “${abridge(String(path.at(-1)))}” with “${key}”`);
}

/** Replaces a value; removes it if it would be a duplicate in its list. */
function write(text: string, path: Path, value: string | boolean): TextFix | undefined {
  const parent = path.slice(0, -1);
  const list = valueAt(openPost(text)?.data, parent);
  const index = path.at(-1);
  if (Array.isArray(list) && list.includes(value) && typeof index === 'number' && list[index] !== value) {
    const description = `remove “${abridge(String(list[index]))}”, a duplicate of “${value}”`;
    return described(removeItem(text, parent, index), description);
  }
  const change = decodeInPlace(text, path, value) ?? (hasLines(text, path) ? undefined : setField(text, path, value));
  return described(change, `set ${nameOf(path)} to ${abridge(String(value))}`);
}

/** Whether a value is written on several lines, which writing it anew would put on one. */
function hasLines(text: string, path: Path): boolean {
  const post = openPost(text);
  const target = post && locateValue(post.yaml, path);
  return target !== undefined && post?.yaml.slice(target.span.start, target.span.end).trim().includes('\n') === true;
}

/** Replaces only the entities of a value, if that makes it the new one: its quotes and lines stay. */
function decodeInPlace(text: string, path: Path, value: string | boolean): Change | undefined {
  const post = openPost(text);
  const target = post && locateValue(post.yaml, path);
  if (!post || !target) return undefined;
  const { style, span } = target;
  const edits = [...post.yaml.slice(span.start, span.end).matchAll(/&#?\w+;/g)].map(({ 0: entity, index }) => {
    const plain = decodePlainly(entity);
    const inDouble = style === 'double' ? plain.replace(/["\\]/, '\\$&') : plain;
    const start = span.start + index;
    return { start, end: start + entity.length, text: style === 'single' ? plain.replace("'", "''") : inDouble };
  });
  return edits.length === 0 ? undefined : checkedChange(post, edits, withValue(post.data, path, value));
}

/** `title`, or `an item of tags`. */
function nameOf(path: Path): string {
  const name = path.filter((step) => typeof step === 'string').join('.');
  return typeof path.at(-1) === 'number' ? `an item of ${name}` : name;
}

const trimmed = fieldsOf('line', 'names', 'people');

/** The paths of titles and names with spaces around them, inside their quotes. */
export function untrimmed(data: Mapping): Path[] {
  const found: Path[] = [];
  for (const [key, value] of Object.entries(data)) {
    if (!trimmed.includes(fieldOf(key) as FieldName)) continue;
    const names: [Path, unknown][] = Array.isArray(value) ? value.map((one, at) => [[key, at], one]) : [[[key], value]];
    for (const [path, name] of names) {
      if (typeof name !== 'string' || name.includes('\n')) continue;
      const plain = trimSpaces(name);
      if (plain !== '' && plain !== name) found.push(path);
    }
  }
  return found;
}

function trimSpaces(text: string): string {
  return text.slice(textStart(text), textEnd(text));
}

function textStart(text: string): number {
  return text.search(/[^ \t]|$/);
}

/** The end of a text without the spaces after it. A regular expression would be quadratic in the spaces within it. */
function textEnd(text: string): number {
  let end = text.length;
  while (/[ \t]/.test(text.charAt(end - 1))) end--;
  return end;
}

/** Removes the spaces around a text in quotes. */
function trim(text: string, path: Path): TextFix | undefined {
  const post = openPost(text);
  const value = valueAt(post?.data, path);
  const target = post && locateValue(post.yaml, path);
  if (!post || !target || target.isMarked || typeof value !== 'string') return undefined;
  if (target.style !== 'single' && target.style !== 'double') return undefined;
  const [start, end] = [target.span.start + 1, target.span.end - 1];
  const source = post.yaml.slice(start, end);
  const edits = [
    { start, end: start + textStart(source), text: '' },
    { start: start + textEnd(source), end, text: '' },
  ].filter((edit) => edit.start < edit.end);
  const change = checkedChange(post, edits, withValue(post.data, path, trimSpaces(value)));
  return described(change, `remove the spaces around ${nameOf(path)}`);
}

/** A fix as other programs read it, with lines and columns. */
export function placedFix(text: string, { description, edits }: TextFix): Fix {
  return {
    description,
    edits: edits.map((edit) => {
      const { line: endLine, column: endColumn } = placeAt(text, edit.end);
      return { ...placeAt(text, edit.start), endLine, endColumn, text: edit.text };
    }),
  };
}
