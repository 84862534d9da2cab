/** What js-yaml says of YAML that it cannot read → a fault with its place, what is wrong there, and what to type. */
import type { Fault } from '../../diagnostic.ts';
import { codePoints, placeAt, type Spot } from '../text.ts';
import { type LineMistake, lineMistake } from './lineMistakes.ts';
import { locateAlias, locateSyntaxError, locateTag, parse } from './locate.ts';
import { valueMistake } from './valueMistakes.ts';

/** js-yaml's reasons in words for people; what is not here is shown as it is. */
const reasons: Record<string, string> = {
  'expected a single document in the stream, but found more': 'a line ... ends the YAML, and there is more behind it',
  'duplicated mapping key': 'this field stands here a second time',
  'bad indentation of a mapping entry': 'this line does not fit what stands before it',
  'bad indentation of a sequence entry': 'this line of the list does not fit the others',
  'end of the stream or a document separator is expected': 'this line does not belong to what stands before it',
  'can not read a block mapping entry; a multiline key may not be an implicit key':
    'a line without “name: value”, or text after a closing quote',
  'can not read an implicit mapping pair; a colon is missed': 'a colon is missing in this line',
  'missed comma between flow collection entries': 'a comma is missing between the entries of […] or {…}',
  'tab characters must not be used in indentation': 'a tab stands where blanks must indent',
};

const aboutTag = /^unknown tag|explicit tag$/;

function messageOf(reason: string): string {
  if (reason.startsWith('nesting exceeded')) return 'lists or mappings are nested too deeply';
  if (aboutTag.test(reason)) return 'YAML reads the ! as a mark for a special kind of value';
  if (reason.startsWith('unidentified alias'))
    return 'YAML reads the * as a reference to another value, and there is none';
  return reasons[reason] ?? `this is not YAML: ${reason}`;
}

/** Where a line `...` or `---` ends the YAML before its end. */
function locateSeparator(lines: readonly string[]): Spot | undefined {
  const row = lines.findIndex((line) => /^(?:\.{3}|---)(?:\s|$)/.test(line));
  return row === -1 ? undefined : { line: row + 1, column: 1 };
}

/** The fault of YAML that js-yaml refuses; its place is within the YAML. `fails` says whether a line alone is no YAML. */
export function syntaxFault(
  { mark, reason }: import('js-yaml').YAMLException,
  yaml: string,
  fails: (line: string) => boolean,
): Fault & { place: Spot } {
  const lines = yaml.split(/\r?\n/);
  // js-yaml's own lines end at a return alone, too; the file's do not.
  const marked = placeAt(yaml, Math.min(mark?.position ?? 0, yaml.length));
  const fault = (place: Spot, message: string, hint?: string): Fault & { place: Spot } => ({
    rule: 'front-matter-syntax',
    message,
    ...(hint !== undefined && { hint }),
    place,
  });
  if (reason === 'duplicated mapping key') return fault(marked, messageOf(reason), 'keep one of the two');
  if (reason.startsWith('nesting exceeded')) return fault(marked, messageOf(reason));
  if (reason.startsWith('expected a single document')) {
    return fault(locateSeparator(lines) ?? marked, messageOf(reason), 'take the line ... out');
  }
  // js-yaml notices many faults only after they are over: an open quote at the end of the file.
  const document = parse(yaml);
  const located = locateSyntaxError(yaml, document);
  const alias = /^unidentified alias "(.*)"$/s.exec(reason)?.[1];
  const place =
    (alias !== undefined && locateAlias(yaml, alias, document)) ||
    (aboutTag.test(reason) && locateTag(yaml, document)) ||
    (located?.spot ?? marked);
  const slip = slipNear(lines, place.line - 1, reason, fails);
  const open = located?.open;
  const isInside = open !== undefined && slip?.at !== undefined && slip.at !== place.column - 1;
  if (open !== undefined && (!slip || slip.row !== place.line - 1 || isInside)) {
    return fault(place, `the ${open} here is never closed`, `put a ${closers[open]} where it ends`);
  }
  if (!slip) return fault(place, messageOf(reason));
  return fault(slipPlace(slip, lines, place), slip.message, slip.hint);
}

const closers: Record<string, string> = { '"': '"', "'": "'", '[': ']', '{': '}' };

/** The slip in a line; else in the one above it, since some are noticed only at the next. */
function slipNear(
  lines: readonly string[],
  row: number,
  reason: string,
  fails: (line: string) => boolean,
): LineMistake | undefined {
  const [line = '', above = ''] = [lines[row], lines[row - 1]];
  const inLine = tabSlip(line) ?? valueMistake(line, reason);
  if (inLine) return { ...inLine, row };
  const inAbove = fails(above) ? (tabSlip(above) ?? valueMistake(above, reason)) : undefined;
  if (inAbove) return { ...inAbove, row: row - 1 };
  // Within brackets a line is no line to YAML.
  return /flow|comma/.test(reason) ? undefined : lineMistake(lines, row);
}

function tabSlip(line: string): { message: string; hint: string } | undefined {
  if (!/^ *\t/.test(line)) return undefined;
  return { message: 'a tab stands where blanks must indent', hint: 'indent with blanks: YAML does not allow tabs' };
}

function slipPlace({ row, at }: LineMistake, lines: readonly string[], place: Spot): Spot {
  if (at === undefined && row === place.line - 1) return place;
  return { line: row + 1, column: codePoints((lines[row] ?? '').slice(0, at ?? 0)) + 1 };
}
