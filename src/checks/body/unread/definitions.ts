/** Finds definitions of links and footnotes whose text is on no page. */
import type { Fault, Place } from '../../../diagnostic.ts';
import { hasTooManyFootnotes } from '../../../post/markdown/footnotes.ts';
import { abridge } from '../../../post/text.ts';
import type { BlockRange, BodyParts, TextBlock } from '../partTypes.ts';
import type { SourceLine } from '../sourceLines.ts';

interface Definition {
  /** As it is compared. */
  key: string;
  /** As it is written, with `^` for a footnote. */
  label: string;
  /** What follows it in its line, or else in the next one. */
  target: string;
  line: SourceLine;
  number: number;
}

/** One fault for those in a row that nothing uses, and one for each that another with its label replaces. */
export function checkDefinitions({ ranges, blocks, lines }: BodyParts, body: string): Fault[] {
  if (!/\]:/.test(body)) return [];
  const definitions = readDefinitions(lines(), ranges, !hasTooManyFootnotes(body));
  if (definitions.length === 0) return [];
  const labels = usedLabels(blocks);
  const used = definitions.filter(({ key }) => labels.has(key));
  // Among links that are used, another one is left over: its author knows that nobody sees it.
  const isKnown = used.some((one) => !isNote(one));
  const unused = definitions.filter((one) => !labels.has(one.key) && (isNote(one) || !isKnown));
  return [...unusedFaults(unused), ...duplicateFaults(used)];
}

const definition = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*\[((?:[^\][\\]|\\.){1,999})\]:[ \t]*(.*)$/;

/** What other tools write so that nobody sees it. */
const comment = /^(?:#|<>|\{)/;

/** Definitions of links are in the lines that are no block; those of footnotes are the beginning of one, if they are used. */
function readDefinitions(
  lines: readonly SourceLine[],
  ranges: readonly BlockRange[],
  hasFootnotes: boolean,
): Definition[] {
  const text = new Uint8Array(lines.length + 1).fill(none);
  for (const { kind, first, end } of ranges) {
    text.fill(kind === 'fence' || kind === 'code' || kind === 'html' ? other : words, first, end);
  }
  return lines.flatMap((line, number): Definition[] => {
    if (text[number] === other || !line.text.includes(']:')) return [];
    const [, label = '', target = ''] = definition.exec(line.text) ?? [];
    const note = label.startsWith('^') && hasFootnotes;
    if (label.trim() === '' || (note ? /\s/.test(label) : text[number] === words)) return [];
    const url = target === '' ? (lines[number + 1]?.text.trim() ?? '') : target;
    if (!note && comment.test(url)) return [];
    return [{ key: note ? label : normalise(label), label, target: target.trim(), line, number }];
  });
}

function isNote({ label }: Definition): boolean {
  return label.startsWith('^');
}

const [none, words, other] = [0, 1, 2];

/** As the parser compares the labels of links; those of footnotes must be the same. */
function normalise(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

const longestLabel = 1000;

/** What is in square brackets anywhere in the text. */
function usedLabels(blocks: readonly TextBlock[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { content } of blocks) {
    let open = -1;
    for (const { 0: sign, index } of content.matchAll(/\\.|[[\]]/g)) {
      if (sign === '[') open = index + 1;
      else if (sign === ']' && open !== -1) {
        const label = content.slice(open, Math.min(index, open + longestLabel));
        used.add(label);
        used.add(normalise(label));
        open = -1;
      }
    }
  }
  return used;
}

function unusedFaults(definitions: readonly Definition[]): Fault[] {
  const faults: Fault[] = [];
  for (let at = 0; at < definitions.length; ) {
    const start = at;
    while (isNext(definitions[at], definitions[at + 1])) at++;
    at++;
    const found = definitions[start];
    if (found) faults.push(unusedFault(found, at - start - 1));
  }
  return faults;
}

/** Whether one definition follows another, of the same kind, perhaps after an empty line. */
function isNext(one: Definition | undefined, next: Definition | undefined): boolean {
  if (!one || !next || next.number > one.number + 2) return false;
  return isNote(one) === isNote(next);
}

function unusedFault(found: Definition, more: number): Fault {
  const { label, target, line } = found;
  const name = `[${abridge(label)}]`;
  const what = more === 0 ? `“${abridge(`[${label}]: ${target}`)}” is` : `“${name}: …” and ${more} more are`;
  const message = `${what} not shown: nothing in the text ${isNote(found) ? 'refers' : 'links'} to ${more === 0 ? 'it' : 'them'}`;
  const shown = isNote(found)
    ? ''
    : `; to show ${more === 0 ? 'it' : 'them'} here, begin ${more === 0 ? 'the' : 'each'} line with a hyphen and a backslash: “- \\${name}: …”`;
  const hint = `write ${name} where the text refers to it${more === 0 ? '' : ', and so on'}, or delete ${more === 0 ? 'it' : 'them'}${shown}`;
  return { rule: 'markdown-unread', message, hint, place: placeOf(line) };
}

function placeOf({ text, locate }: SourceLine): Place {
  return locate(text.indexOf('['), text.trimEnd().length);
}

/** Of two footnotes with a label the last is shown, and of two links the first counts. */
function duplicateFaults(definitions: readonly Definition[]): Fault[] {
  const kept = new Map<string, Definition>();
  for (const one of definitions) if (isNote(one) || !kept.has(one.key)) kept.set(one.key, one);
  return definitions.flatMap((one): Fault[] => {
    const { key, label, target, line } = one;
    const other = kept.get(key);
    if (!other || other === one || other.target === target) return [];
    const place = placeOf(other.line);
    const where = 'line' in place ? `line ${place.line}` : 'another line';
    const message = `“${abridge(`[${label}]: ${target}`)}” is not used: ${where} says what [${abridge(label)}] is`;
    const hint = 'give one of them another label, here and where the text refers to it, or delete one';
    return [{ rule: 'markdown-unread', message, hint, place: placeOf(line) }];
  });
}
