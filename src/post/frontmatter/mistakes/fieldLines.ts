/** Lines that were meant as fields, but for what is around the name, in place of the colon, or after the value. */
import { isDraftField, valueOfSign } from '../../fields/draftWords.ts';
import { fieldOf } from '../../fields/names.ts';
import { abridge } from '../../text.ts';
import { readablyQuoted } from '../yamlText.ts';
import type { ValueMistake } from './mistake.ts';

/** A line as the field that was meant. */
interface MeantField {
  /** What stands before the name: a bullet, an emoji, asterisks. */
  before: string;
  name: string;
  /** What stands for the colon, if anything does. */
  sign: string;
  value: string;
}

const lead = String.raw`(?:[-+*•·‣▪●◦–—>][ \t]+|\d{1,2}[.)][ \t]+|\p{Extended_Pictographic}[\ufe0f\u200d]*[ \t]*)*`;
const marks = '[*_`"“”„\'‘’«»~]*';
const meant = new RegExp(
  String.raw`^(${lead}${marks})([\w-]*\w)(${marks})[ \t]*([:：=;]|[-–—](?=[ \t])|)([*_~]*)[ \t]*(.*)$`,
  'u',
);

/** The field that a line stands for; undefined if it is a field as it should be, or none at all. */
export function meantField(line: string): MeantField | undefined {
  if (/^[\w-]+[ \t]*:(?:\s|$)/.test(line)) return undefined;
  const [whole, before = '', name = '', after = '', sign = '', closing = '', rest = ''] = meant.exec(line) ?? [];
  if (whole === undefined || fieldOf(name) === undefined) return undefined;
  // Without a colon, only a bare name at the margin is more than a word of a sentence.
  const isDecorated = before !== '' || after !== '';
  if (isDecorated && !/[:：=]/.test(sign)) return undefined;
  const isQuoted = /^["“]$/.test(before) && after + closing === '';
  const value = rest.trimEnd();
  if (isQuoted && !/["”]$/.test(value)) return undefined;
  return { before: before.trim(), name, sign, value: isQuoted ? value.slice(0, -1).trimEnd() : value };
}

/** What is wrong with a line that was meant as a field, and with those below it. */
export function fieldMistake(lines: readonly string[], row: number): ValueMistake | undefined {
  const field = meantField(lines[row] ?? '');
  if (!field) return undefined;
  const { before, name, sign, value } = field;
  const next = meantField(lines[row + 1] ?? '');
  const more = next && next.sign === sign && next.before === before ? ', and the lines below likewise' : '';
  if (before === '' && sign === ':' && value !== '') {
    return { message: 'missing space after the colon', hint: `add a space after the colon${more}` };
  }
  if (value === '') return { ...emptyField(name), at: 0 };
  const message =
    sign === '：'
      ? 'full-width colon (：) in place of an ordinary one'
      : before !== '' && sign === ':'
        ? `“${before}” before the name of the field`
        : `missing colon and space after ${name}`;
  const plain = /^["'[]/.test(value) || !/[:#]/.test(value) ? value : readablyQuoted(value);
  const hint = value.length > 200 ? `write ${name}: and a space` : `write ${name}: ${plain}`;
  return { message, hint: hint + more, at: 0 };
}

/** A name without a value. An empty draft would make the post public. */
function emptyField(name: string): ValueMistake {
  const field = fieldOf(name);
  const message = `missing colon after ${name}`;
  if (field === 'draft') return { message, hint: `write ${name}: true` };
  if (!isDraftField(field)) return { message, hint: `add a colon: ${name}:` };
  const [shown, hidden] = [valueOfSign(field, 'public'), valueOfSign(field, 'draft')];
  return { message, hint: `write ${name}: ${hidden}, or ${name}: ${shown} if readers may see the post` };
}

const later = /(?:^|[\s,;])([a-z_]+):\s+(?=\S)/gi;
const partNames = ['role', 'email'];

/** Why a value ends in further fields, as in `title: A, date: 2024-05-14`; undefined if it is surely text. */
export function joinedFields(key: string, value: string): ValueMistake | undefined {
  if (value.length > 500 || !/:\s/.test(value) || /^["'[{]/.test(value)) return undefined;
  const found = [...value.matchAll(later)].filter(
    ({ 1: name = '', index }) =>
      index > 0 && (key === 'name' ? partNames.includes(name) : fieldOf(name) !== undefined && hasCaseOf(key, name)),
  );
  const starts = found.map(({ 0: text, index }) => index + text.search(/\w/));
  const parts = starts.map((start, at) => value.slice(start, starts[at + 1]).replace(/[\s,;]+$/, ''));
  // “Project summary: what we did” is a title like any other.
  const isSure = found.length > 1 || /[,;]$/.test(value.slice(0, starts[0]).trimEnd());
  const isClear = /^(?:(?:pub)?date:\s+\d|draft:\s+(?:true|false)$|role:\s+\p{L}+$)/iu.test(parts[0] ?? '');
  if (parts.length === 0 || !(isSure || isClear)) return undefined;
  const where = key === 'name' ? 'line of its own, indented like name' : 'line of its own';
  const message = `several ${key === 'name' ? 'keys' : 'fields'} on one line`;
  return { message, hint: `put each on a ${where}: ${abridge(parts.join(', then '))}` };
}

/** Whether a name is written in small letters, or the first one in capitals, too. */
function hasCaseOf(key: string, name: string): boolean {
  return /^[a-z]/.test(name) || /^[A-Z]/.test(key);
}
