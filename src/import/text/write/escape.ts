/** Text as Markdown: a backslash before what would act, and nowhere else. */
import { urlAfter } from '../../../post/markdown/autolinks.ts';

/** Where a text stands. */
export interface TextPlace {
  /** The character before it, and the one behind it; empty at the beginning and the end of a block. */
  before: string;
  after: string;
  /** Whether it begins a line, and whether this is the first one of its block. */
  isLineStart: boolean;
  isBlockStart: boolean;
  isInLink: boolean;
  isInCell: boolean;
  isInHeading: boolean;
  /** The labels of footnotes that the text writes as Markdown does. */
  notes: ReadonlySet<string>;
}

const mayAct = /[\\`*_~[\]<&^{|!:]/;
const mayStart = /^[#+*>=|:\d-]|^\[/;

/** Escapes a text that stands on one line. */
export function escapeText(text: string, place: TextPlace): string {
  const start = place.isLineStart && mayStart.test(text) ? startLength(text, place) : -1;
  const isClosing = place.isInHeading && place.after === '' && text.endsWith('#');
  if (start === -1 && !isClosing && !mayAct.test(text)) return text;
  const escaped = escapeRange(text, place, start);
  return isClosing && /(?:^|\s)#+$/.test(text) ? escaped.replace(/#$/, '\\#') : escaped;
}

/** The offset of the character that would begin a block; -1 without one. */
function startLength(text: string, { after, isBlockStart, isInHeading, isInCell, notes }: TextPlace): number {
  if (isInHeading || isInCell) return -1;
  const isWhole = after === '' || after === '\\';
  const marker = /^(?:#{1,6}|[+*-]|>)/.exec(text)?.[0] ?? '';
  const next = text[marker.length] ?? (isWhole ? ' ' : '.');
  if (marker === '>' || (marker !== '' && /\s/.test(next))) return 0;
  if (isWhole && /^[-:|\s]+$/.test(text) && text.includes('-')) return 0;
  if (isWhole && !isBlockStart && /^=+\s*$/.test(text)) return 0;
  const number = /^\d{1,9}(?=[.)])/.exec(text)?.[0] ?? '';
  const isNumber = number !== '' && /\s/.test(text[number.length + 1] ?? (isWhole ? ' ' : '.'));
  if (isNumber && (isBlockStart || Number(number) === 1)) return number.length;
  // `[name]: …` would define a link, and show nothing.
  if (isBlockStart && text.startsWith('[') && !/^\[[^\][]*(?:\[(?!\^)|\](?![:(]))/.test(text)) {
    const label = /^\[\^([^[\]]*)\]/.exec(text)?.[1];
    return label !== undefined && notes.has(label) ? -1 : 0;
  }
  return -1;
}

/** What may act: runs of one sign, and the beginnings of other constructs. */
const signs = /\*+|_+|~+|[\\`[\]<&^{|!]|https?(?=:\/\/)/gi;

function escapeRange(text: string, place: TextPlace, start: number): string {
  const isUnbalanced = place.isInLink && !hasBalancedBrackets(text);
  let done = 0;
  let result = '';
  const copy = (until: number): void => {
    if (start >= done && start < until) result += `${text.slice(done, start)}\\${text.slice(start, until)}`;
    else result += text.slice(done, until);
    done = until;
  };
  for (const match of text.matchAll(signs)) {
    const at = match.index;
    const [sign] = match;
    if (at < done || at === start) continue;
    copy(at);
    if (sign.length > 3 && /^h/i.test(sign)) {
      const end = place.isInLink ? -1 : urlEnd(text, at, sign.length, place);
      if (end === undefined) {
        result += `${sign}\\`;
        done = at + sign.length;
      } else if (end > at) {
        result += copyUrl(text.slice(at, end), place.isInCell);
        done = end;
      }
    } else if (acts(text, at, sign, place, isUnbalanced)) {
      result += sign.replace(/./gs, '\\$&');
      done = at + sign.length;
    }
  }
  copy(text.length);
  return result;
}

/** The end of a bare URL, in which nothing is escaped; -1 if it is none, undefined if what follows would become a part of it. */
function urlEnd(text: string, at: number, length: number, { after }: TextPlace): number | undefined {
  if (/[a-z\d+.\\-]/i.test(text[at - 1] ?? '')) return -1;
  const rest = urlAfter(text.slice(at + length + 3));
  if (rest === '') return -1;
  const end = at + length + 3 + rest.length;
  // A backtick would be read as the end of code.
  if (rest.includes('`')) return undefined;
  const isOpen = !/^[<\\]?$/.test(after) && !/[\s<]/.test(text.slice(end));
  return isOpen ? undefined : end;
}

/** A bare URL: its backslashes are read as they are, but not its entities. */
function copyUrl(url: string, isInCell: boolean): string {
  const written = url.replace(/&(?=#?\w{1,40};)/g, '&amp;');
  return isInCell ? written.replace(/\|/g, '\\|') : written;
}

const punctuation = /[!-/:-@[-`{-~]/;
const space = /^\s?$/;
const wordCharacter = /[\p{L}\p{N}]/u;
const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;
const codeTag = /^\{(?:%-?[ \t]*(?:highlight|codeblock|code|raw|verbatim)\b|\{[<%][ \t]*highlight\b)/;

function acts(text: string, at: number, sign: string, place: TextPlace, isUnbalanced: boolean): boolean {
  const before = text[at - 1] ?? place.before;
  const after = text[at + sign.length] ?? place.after;
  switch (sign[0]) {
    case '\\':
      return punctuation.test(after);
    case '*':
      return !(space.test(before) && space.test(after)) || (at === 0 && isThematic(text, place));
    case '_':
      if (wordCharacter.test(before) && wordCharacter.test(after)) return false;
      return !(space.test(before) && space.test(after)) || (at === 0 && isThematic(text, place));
    case '~':
      return sign.length > 1 || before === '~' || after === '~';
    case '[':
      return (
        isUnbalanced || (after === '^' && !place.notes.has(/^[^\]]*/.exec(text.slice(at + 2, at + 60))?.[0] ?? ''))
      );
    case ']':
      return isUnbalanced || after === '(';
    case '<':
      return /[a-z/!?]/i.test(after);
    case '&':
      return entity.test(text.slice(at, at + 40));
    case '^':
      return after === '[';
    case '{':
      return codeTag.test(text.slice(at, at + 60));
    case '|':
      return place.isInCell;
    case '!':
      return after === '[' && at + 1 === text.length;
    default:
      return true;
  }
}

/** Whether a line of signs would be a rule. */
function isThematic(text: string, { isLineStart }: TextPlace): boolean {
  return isLineStart && /^[*_\s]+$/.test(text);
}

/** Whether each bracket of a text has its other, and none has to be escaped for itself. */
function hasBalancedBrackets(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]]/g)) {
    depth += sign === '[' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0 && !/\]\(|\]\[|\[\^/.test(text);
}
