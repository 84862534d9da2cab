/** An exception of js-yaml → a fault with its place, what is wrong there, and what to type. */
import type { Fault } from '../../diagnostic.ts';
import { fieldOf } from '../fields/names.ts';
import { abridge, codePoints, placeAt, type Spot } from '../text.ts';
import { type LineMistake, lineMistake, tabHint, wholeText } from './lineMistakes.ts';
import { bulletItem } from './mistakes/listLines.ts';
import type { ValueMistake } from './mistakes/mistake.ts';
import { closers, locateAlias, locateSyntaxError, locateTag } from './syntaxPlaces.ts';
import { indicatorMessage, valueMistake } from './valueMistakes.ts';
import { parseDocument } from './yamlDocument.ts';

const tabMessage = 'line indented with a tab; use spaces';

/** Messages for js-yaml's reasons; any other is shown as it is. */
const reasons: Readonly<Record<string, string>> = {
  'expected a single document in the stream, but found more': 'the ... line ends the YAML, but more follows',
  'duplicated mapping key': 'duplicate key',
  'bad indentation of a mapping entry': 'line does not fit what comes before it',
  'bad indentation of a sequence entry': 'list item is not indented like the others',
  'end of the stream or a document separator is expected': 'line does not fit what comes before it',
  'can not read a block mapping entry; a multiline key may not be an implicit key':
    'line without “name: value”, or text after a closing quote',
  'can not read an implicit mapping pair; a colon is missed': 'missing colon',
  'missed comma between flow collection entries': 'missing comma between the items of […] or {…}',
  'tab characters must not be used in indentation': tabMessage,
};

const aboutTag = /^unknown tag|explicit tag$/;

function messageOf(reason: string): string {
  if (reason.startsWith('nesting exceeded')) return 'lists or mappings are nested too deeply';
  if (aboutTag.test(reason)) return indicatorMessage('!');
  if (reason.startsWith('unidentified alias')) return indicatorMessage('*');
  return reasons[reason] ?? `invalid YAML: ${reason}`;
}

/** The fault of YAML that js-yaml refuses; its place is within the YAML. `fails` tells whether a single line is invalid. */
export function syntaxFault(
  { mark, reason }: import('js-yaml').YAMLException,
  yaml: string,
  fails: (line: string) => boolean,
): Fault {
  const lines = yaml.split(/\r?\n/);
  // js-yaml counts a lone carriage return as a line break; editors do not.
  const marked = placeAt(yaml, Math.min(mark?.position ?? 0, yaml.length));
  const rule = 'front-matter-syntax';
  const fault = (place: Spot, message: string, hint: string): Fault => ({ rule, message, hint, place });
  if (reason === 'duplicated mapping key') {
    const key = /^["']?([^"':,{}]+)/.exec(yaml.slice(mark?.position))?.[1]?.trim() ?? '';
    return fault(marked, `${messageOf(reason)} “${abridge(key)}”`, `keep one of the two, and remove the other line`);
  }
  if (reason.startsWith('nesting exceeded')) return { rule, message: messageOf(reason), place: marked };
  if (reason.startsWith('expected a single document')) {
    const row = lines.findIndex((line) => /^(?:\.{3}|---)(?:\s|$)/.test(line));
    const below = lines.slice(row + 1).find((line) => !/^(?:#.*)?\s*$/.test(line)) ?? '';
    const isAmongFields = fieldOf(/^([\w-]+):/.exec(below)?.[1] ?? '') !== undefined;
    const hint = isAmongFields ? 'remove the ... line' : 'replace the ... line with ---';
    const message = isAmongFields ? messageOf(reason) : 'the ... line does not close front matter';
    return fault(row === -1 ? marked : { line: row + 1, column: 1 }, message, hint);
  }
  // js-yaml notices many errors late: an open quote only at the end of the file.
  const document = parseDocument(yaml);
  const located = locateSyntaxError(yaml, document);
  const alias = /^unidentified alias "(.*)"$/s.exec(reason)?.[1];
  const place =
    (alias !== undefined && locateAlias(yaml, alias, document)) ||
    (aboutTag.test(reason) && locateTag(yaml, document)) ||
    (located?.spot ?? marked);
  const mistake = mistakeNear(lines, place.line - 1, reason, fails);
  const open = located?.open;
  const isInside = open !== undefined && mistake?.at !== undefined && mistake.at !== place.column - 1;
  if (open !== undefined && (!mistake || mistake.row !== place.line - 1 || isInside)) {
    return fault(place, `missing closing ${closers[open]}`, `add ${closers[open]} where it ends`);
  }
  if (!mistake) return { rule, message: messageOf(reason), place };
  const { row, at, message, hint } = mistake;
  if (at === undefined && row === place.line - 1) return fault(place, message, hint);
  return fault({ line: row + 1, column: codePoints((lines[row] ?? '').slice(0, at ?? 0)) + 1 }, message, hint);
}

/** The mistake in a line, or in the line above it, since some are only noticed a line later. */
function mistakeNear(
  lines: readonly string[],
  row: number,
  reason: string,
  fails: (line: string) => boolean,
): LineMistake | undefined {
  const [line = '', above = ''] = [lines[row], lines[row - 1]];
  const text = wholeText(lines, row);
  const inText = text !== undefined && fails(text) ? valueMistake(text, reason) : undefined;
  if (inText) return { ...inText, row };
  const inLine = tabOrValueMistake(lines, row, reason);
  if (inLine && bulletItem(line) === undefined) return { ...inLine, row };
  const inAbove = fails(above) ? tabOrValueMistake(lines, row - 1, reason) : undefined;
  if (inAbove) return { ...inAbove, row: row - 1 };
  // Within brackets YAML ignores line breaks.
  return /flow|comma/.test(reason) ? undefined : lineMistake(lines, row);
}

function tabOrValueMistake(lines: readonly string[], row: number, reason: string): ValueMistake | undefined {
  const line = lines[row] ?? '';
  if (/^ *\t/.test(line)) return { message: tabMessage, hint: tabHint(lines, row) };
  return valueMistake(line, reason);
}
