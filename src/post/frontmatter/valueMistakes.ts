/** Why a value cannot stand as it is written, in words for people, and what to type instead: mostly, it wants quotes. */
import { fieldOf, fieldsOf } from '../fields/names.ts';
import { readablyQuoted } from './yamlText.ts';

/** What is wrong with a line, and what to do about it. */
export interface ValueMistake {
  message: string;
  hint: string;
  /** Where in the line (UTF-16 units), when that is known better than where reading stopped. */
  at?: number;
}

/** A longer text would hide what a hint says of it. */
const longestShown = 200;
const apostrophe = /(?<=\p{L})'(?=\p{L})/gu;

/** A line `name: value` or `- value` taken apart; undefined for any other. */
export function valueIn(line: string): { lead: string; key: string; value: string } | undefined {
  const [lead = '', item = '', key = ''] = /^ *(- +)?(?:([\w-]+):[ \t]+)?/.exec(line) ?? [];
  const value = line.slice(lead.length).trimEnd();
  return value === '' || item + key === '' ? undefined : { lead, key, value };
}

/** The text that was meant by a value without quotes or with odd ones, and whether it can be no other. */
export function inferText(value: string): { text: string; sure: boolean } {
  const quote = value[0] ?? '';
  if (quote !== '"' && quote !== "'") return { text: value, sure: true };
  const inner = value.slice(1).replaceAll("''", "'");
  // An apostrophe opens and closes nothing.
  const marks = quote === "'" ? inner.replace(apostrophe, '’') : inner;
  const isClosed = marks.endsWith(quote);
  const between = isClosed ? marks.slice(0, -1) : marks;
  const count = between.split(quote).length - 1;
  // A quote right behind a word ends one that began with the text: they are a part of it.
  const last = before(between, quote);
  const isPart = count > 0 && /\S/.test(last);
  if (isClosed && count % 2 === 0 && isPart) return { text: value, sure: false };
  if (isClosed) return { text: inner.slice(0, -1), sure: quote === "'" && count === 0 };
  if (count % 2 === 1) return { text: value, sure: quote === '"' || last !== 's' };
  return { text: isPart ? value + quote : inner, sure: false };
}

/** The character before the first such quote. */
function before(text: string, quote: string): string {
  return text[text.indexOf(quote) - 1] ?? '';
}

/** What is wrong with the value in a line that cannot be read. `reason` is what js-yaml says of it. */
export function valueMistake(line: string, reason: string): ValueMistake | undefined {
  const parts = valueIn(line);
  if (!parts) return undefined;
  const { lead, key, value } = parts;
  // Whether a # is a part of the text, only its author knows.
  const isShown = value.length <= longestShown && !/\s#/.test(value);
  const write = (written: string): string => `write ${lead.trim()} ${written}`;
  const shown = isShown ? `: ${lead.trim()} ${readablyQuoted(value)}` : '';
  const quote = `put the whole text in quotes${shown}`;
  const first = value[0] ?? '';
  if (/^\{[{%]/.test(value)) return { message: templateCode, hint: 'write the value in its place', at: lead.length };
  if (first === '"' || first === "'") return quotedSlip(value, lead.length, reason, isShown ? write : undefined);
  if (first === '[' || first === '{') return bracketSlip(value, key, lead.length, reason, quote);
  const image = /^!\[([^\]]*)\]\(([^()\s]+)\)$/.exec(value);
  if (image?.[2] !== undefined && fieldOf(key) === 'image') {
    const alt = image[1] ? `, and image_alt: ${readablyQuoted(image[1])} in another line` : '';
    return { message: 'here belongs only the address of the image', hint: write(image[2]) + alt, at: lead.length };
  }
  if (first === '-' && /^-(?:\s|$)/.test(value)) return dashSlip(lead, key, value, quote);
  const mark = markMessage(value);
  if (mark !== undefined) return { message: mark, hint: quote };
  if (!/:(?:\s|$)/.test(value)) return undefined;
  return {
    message: 'a text with a colon and a blank in it must be in quotes',
    hint: `put a text that has a colon in quotes${shown}`,
  };
}

/** What is said of a place-holder that nobody filled in, or that is no text for want of quotes. */
export const templateCode = 'YAML cannot read the place-holder of a template, {{…}}, without quotes';

/** What YAML takes the beginning of a text for. */
function markMessage(value: string): string | undefined {
  const mark = value[0] ?? '';
  if (mark === '!') return 'YAML reads the ! as a mark for a special kind of value';
  if (mark === '*') return 'YAML reads the * as a reference to another value, and there is none';
  if (mark === '&') return 'YAML reads the & as a name for the value behind it';
  if (mark === '>' || mark === '|') return `YAML reads the ${mark} as a sign that a text follows in the lines below`;
  if (/^\?(?:\s|$)/.test(value)) return 'YAML reads the ? as the beginning of a name';
  return /[@`%,\]}]/.test(mark) ? `a text that begins with ${mark} must be in quotes` : undefined;
}

/** A text in quotes that ends too early, or not at all, or has a backslash. `write` makes a hint of what to type. */
function quotedSlip(
  value: string,
  at: number,
  reason: string,
  write?: (written: string) => string,
): ValueMistake | undefined {
  const [mark = ''] = value;
  const end = quoteEnd(value);
  if (end === -1) {
    const written = value === mark ? '"…"' : value + mark;
    const hint = write ? write(written) : `put a ${mark} at the end of the text`;
    return { message: `the ${mark} here is never closed`, hint, at };
  }
  if (/escape|hexadecimal/.test(reason)) return escapeSlip(value.slice(1, end), write);
  if (/^(?:$|\s+#)/.test(value.slice(end + 1))) return undefined;
  const { text, sure } = inferText(value);
  const isApostrophe = mark === "'" && /^\p{L}'\p{L}/u.test(value.slice(end - 1));
  const twice = sure && isApostrophe ? `, or the apostrophe twice: '${text.replaceAll("'", "''")}'` : '';
  return {
    message: isApostrophe
      ? 'the text ends at this apostrophe, since it began with one'
      : `the text ends at this ${mark}, since it began with one`,
    hint: write ? write(readablyQuoted(text)) + twice : 'put the whole text in quotes of the other kind',
    at: at + end,
  };
}

function escapeSlip(inner: string, write?: (written: string) => string): ValueMistake {
  const written = inner.includes("'") ? `"${inner.replaceAll('\\', '\\\\')}"` : `'${inner}'`;
  return {
    message: 'a backslash in "…" begins an escape, and this one does not exist',
    hint: write ? write(written) : 'write each backslash twice',
  };
}

/** Where the text in quotes ends that begins with the first character; -1 where it does not. */
function quoteEnd(value: string): number {
  const [mark] = value;
  for (let at = 1; at < value.length; at++) {
    if (mark === '"' && value[at] === '\\') at++;
    else if (mark === "'" && value[at] === mark && value[at + 1] === mark) at++;
    else if (value[at] === mark) return at;
  }
  return -1;
}

function bracketSlip(value: string, key: string, at: number, reason: string, quote: string): ValueMistake | undefined {
  const [open = ''] = value;
  const close = open === '[' ? ']' : '}';
  const kind = open === '[' ? 'list' : 'mapping';
  if (!value.includes(close)) {
    const hint = fieldsOf('line', 'text').some((field) => field === fieldOf(key)) ? quote : `put a ${close} at its end`;
    return { message: `the ${open} here is never closed`, hint, at };
  }
  if (/[[{,\s]#/.test(value)) {
    return {
      message: `the ${open} here is never closed: # begins a comment`,
      hint: 'put each text that has a # in quotes: "#a"',
      at,
    };
  }
  if (/comma/.test(reason)) {
    const hint = 'put a comma between the entries, and an entry that has an apostrophe in it in "…"';
    return { message: 'a comma is missing between the entries of […] or {…}', hint };
  }
  if (value.endsWith(close) || !/^bad indentation|is expected$/.test(reason)) return undefined;
  return {
    message: `YAML reads the ${open} as the beginning of a ${kind}, and more stands behind its end`,
    hint: quote,
    at,
  };
}

function dashSlip(lead: string, key: string, value: string, quote: string): ValueMistake {
  const message = 'YAML reads the hyphen as the beginning of a list, and that cannot stand behind a name';
  if (!fieldsOf('names', 'people', 'urls').some((field) => field === fieldOf(key)))
    return { message, hint: quote, at: lead.length };
  const hint = `put ${value.length > longestShown ? 'it' : `“${value}”`} on a line of its own below ${key}:, and others under it`;
  return { message, hint, at: lead.length };
}
