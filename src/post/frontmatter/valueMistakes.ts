/** Why YAML cannot read a value as it is written, and what to type instead: mostly, it needs quotes. */
import { bracketedRole } from '../fields/authors.ts';
import { fieldOf, fieldsOf } from '../fields/names.ts';
import { joinedFields } from './mistakes/fieldLines.ts';
import { isListField, listHint } from './mistakes/listLines.ts';
import type { ValueMistake } from './mistakes/mistake.ts';
import { closedText, quoteEnd } from './mistakes/quotes.ts';
import { readablyQuoted } from './yamlText.ts';

/** Longer text would hide the rest of a hint. */
const longestShown = 200;
const apostrophe = /(?<=\p{L})'(?=\p{L})/gu;

/** A line `name: value` or `- value`: the value, what is before it, and the name. */
export interface ValueLine {
  lead: string;
  key: string;
  value: string;
}

/** The parts of a line `name: value` or `- value`; undefined for any other. */
export function valueIn(line: string): ValueLine | undefined {
  const [lead = '', item = '', key = ''] = /^ *(- +)?(?:([\w-]+):[ \t]+)?/.exec(line) ?? [];
  const value = line.slice(lead.length).trimEnd();
  return value === '' || item + key === '' ? undefined : { lead, key, value };
}

/** The text that a value with missing or unbalanced quotes stands for, and whether that is certain. */
export function inferText(value: string): { text: string; sure: boolean } {
  const quote = value[0] ?? '';
  const curly = curlyText(value);
  if (curly !== undefined) return { text: curly, sure: false };
  if (quote !== '"' && quote !== "'") return { text: value, sure: true };
  // As in JSON.
  const beforeComma = /^"([^"\\]*)",$/.exec(value)?.[1];
  if (beforeComma !== undefined) return { text: beforeComma, sure: true };
  const inner = value.slice(1).replaceAll("''", "'");
  // An apostrophe opens and closes nothing.
  const marks = quote === "'" ? inner.replace(apostrophe, '’') : inner;
  const isClosed = marks.endsWith(quote);
  const between = isClosed ? marks.slice(0, -1) : marks;
  const count = between.split(quote).length - 1;
  // A quote right after a word closes one that opened with the text, so both are part of it.
  const last = between[between.indexOf(quote) - 1] ?? '';
  const isPart = count > 0 && /\S/.test(last);
  if (isClosed && count % 2 === 0 && isPart) return { text: value, sure: false };
  if (isClosed) return { text: inner.slice(0, -1), sure: quote === "'" && count === 0 };
  if (count % 2 === 1) return { text: value, sure: quote === '"' || last !== 's' };
  return { text: isPart ? value + quote : inner, sure: false };
}

/** The text in a pair of curly quotes around a whole value, which YAML reads as part of the text. */
function curlyText(value: string): string | undefined {
  return /^[“„«‘]([^“”„«»‘]*)[”“»’]$/.exec(value)?.[1];
}

/** What is wrong with the value in a line that YAML cannot read. `reason` is that of js-yaml’s exception. */
export function valueMistake(line: string, reason: string): ValueMistake | undefined {
  const parts = valueIn(line);
  if (!parts) return undefined;
  const { lead, key, value } = parts;
  // Only the author knows whether a # before a space is part of the text.
  const isShown = value.length <= longestShown && !/\s#(?:\s|$)/.test(value);
  const write = (written: string): string => `write ${lead.trim()} ${written}`;
  const curly = curlyText(value);
  const shown = isShown ? `: ${lead.trim()} ${readablyQuoted(curly ?? value)}` : '';
  const quote = curly === undefined ? `put the text in quotes${shown}` : `put the text in straight quotes${shown}`;
  const first = value[0] ?? '';
  if (/^\{[{%]/.test(value)) return { message: templateCode, hint: 'replace it with the value', at: lead.length };
  if (first === '"' || first === "'") return quotingMistake(parts, reason, isShown ? write : undefined);
  if (first === '[' || first === '{') return bracketMistake(parts, reason, quote);
  const image = /^!\[([^\]]*)\]\(([^()\s]+)\)$/.exec(value);
  if (image?.[2] !== undefined && fieldOf(key) === 'image') {
    const alt = image[1] ? `, and image_alt: ${readablyQuoted(image[1])} on another line` : '';
    return { message: 'image must be a URL or path, not Markdown', hint: write(image[2]) + alt, at: lead.length };
  }
  const tag = /^(![!<][^\s,]*)[ \t]*(.*)$/.exec(value);
  if (tag?.[1] !== undefined) {
    const hint = isShown && tag[2] ? write(tag[2]) : `remove ${tag[1]}`;
    return { message: 'tags beginning with !! are not allowed', hint, at: lead.length };
  }
  if (first === '-' && /^-(?:\s|$)/.test(value)) return dashMistake(parts, quote);
  if (/^(?:[!*&>|@`%,\]}]|\?(?:\s|$))/.test(value)) return { message: indicatorMessage(first), hint: quote };
  if (!/:(?:\s|$)/.test(value)) return undefined;
  const joined = joinedFields(key, value);
  if (joined) return { ...joined, at: lead.length };
  const isPerson = fieldsOf('people').some((field) => field === fieldOf(key)) || (key === '' && lead !== '');
  const person = isPerson ? bracketedRole(value) : undefined;
  const hint = person === undefined ? quote : write(person);
  return { message: 'text containing a colon followed by a space must be quoted', hint };
}

/** The message about a template's placeholder that was not filled in. */
export const templateCode = 'template placeholder {{…}} is not quoted';

/** What YAML takes a character at the start of a text for. */
const indicators: Readonly<Record<string, string>> = {
  '!': 'a tag',
  '*': 'an alias',
  '&': 'an anchor',
  '>': 'a block of text',
  '|': 'a block of text',
  '[': 'a list',
  '{': 'a mapping',
};

/** The message about a text that begins with one of YAML's indicators. */
export function indicatorMessage(mark: string): string {
  const meaning = indicators[mark];
  return `text beginning with ${mark} must be quoted${meaning === undefined ? '' : `; YAML reads it as ${meaning}`}`;
}

/** Quoted text that ends too early, or never, or has an invalid escape. `write` makes a hint of what to type. */
function quotingMistake(
  { lead, key, value }: ValueLine,
  reason: string,
  write?: (written: string) => string,
): ValueMistake | undefined {
  const [mark = ''] = value;
  const end = quoteEnd(value);
  if (end === -1) {
    const written = value === mark ? '"…"' : closedText(value);
    const hint = write ? write(written) : `add ${mark} at the end of the text`;
    return { message: `missing closing ${mark}`, hint, at: lead.length };
  }
  if (/escape|hexadecimal/.test(reason)) {
    const inner = value.slice(1, end);
    const written = inner.includes("'") ? `"${inner.replaceAll('\\', '\\\\')}"` : `'${inner}'`;
    const hint = write ? write(written) : 'double each backslash';
    return { message: 'invalid escape (backslash) in double quotes', hint };
  }
  if (/^(?:$|\s+#)/.test(value.slice(end + 1))) return undefined;
  const list = write && /^(["']).*\1\s*[,;]\s*(["']).*\2$/.test(value) ? listHint(key, value) : undefined;
  if (list !== undefined) return { message: 'several names need square brackets', hint: list, at: lead.length };
  const { text, sure } = inferText(value);
  const isApostrophe = mark === "'" && /^\p{L}'\p{L}/u.test(value.slice(end - 1));
  const doubled = sure && isApostrophe ? `, or double the apostrophe: '${text.replaceAll("'", "''")}'` : '';
  return {
    message: isApostrophe ? 'text in single quotes ends at this apostrophe' : `quoted text ends at this ${mark}`,
    hint: write ? write(readablyQuoted(text)) + doubled : 'use the other kind of quotes',
    at: lead.length + end,
  };
}

function bracketMistake({ lead, key, value }: ValueLine, reason: string, quote: string): ValueMistake | undefined {
  const at = lead.length;
  const [open = ''] = value;
  const close = open === '[' ? ']' : '}';
  const list = listHint(key, value);
  if (!value.includes(close)) {
    const isText = fieldsOf('line', 'text').some((field) => field === fieldOf(key));
    const whole = /,$/.test(value) ? undefined : list;
    return { message: `missing closing ${close}`, hint: isText ? quote : (whole ?? `add ${close} at the end`), at };
  }
  if (/[[{,\s]#/.test(value)) {
    const message = `missing closing ${close}: # begins a comment`;
    return { message, hint: list ?? 'put text containing # in quotes: "#a"', at };
  }
  if (list !== undefined && /^\[[^[\]]*\](?:[\s,;]*\[[^[\]]*\])+$/.test(value)) {
    return { message: 'several lists in one line', hint: list, at };
  }
  if (/comma/.test(reason)) {
    const isOdd = value.split('"').length % 2 === 0;
    if (isOdd && list !== undefined) return { message: 'missing closing " in a list', hint: list, at };
    const hint = 'add a comma between the items; quote any item with an apostrophe: "…"';
    return { message: 'missing comma between the items of […] or {…}', hint };
  }
  if (value.endsWith(close) || !/^bad indentation|is expected$/.test(reason)) return undefined;
  return { message: indicatorMessage(open), hint: quote, at };
}

function dashMistake({ lead, key, value }: ValueLine, quote: string): ValueMistake {
  const at = lead.length;
  if (!isListField(key)) return { message: 'text beginning with a hyphen and a space must be quoted', hint: quote, at };
  const item = value.length > longestShown ? 'the item' : `“${value}”`;
  return { message: `list item on the same line as ${key}:`, hint: `put ${item} on its own line below ${key}:`, at };
}
