/** Characters that look like a space or like nothing, where YAML wants a space or a letter: word processors and web pages leave them. */
import { characterName, codePoints, type Spot } from '../text.ts';
import { parseDocument, rangeOf, type Span, yamlPackage } from './yamlDocument.ts';

/** Wide, narrow and no-break spaces: to YAML, all but the ordinary one are letters. */
const oddSpaces = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
/** Marks without a width. */
const unseen = '\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';

const anyInvisible = new RegExp(`[${oddSpaces}${unseen}]`);
const eachSpace = new RegExp(`[${oddSpaces}]`, 'g');
const eachUnseen = new RegExp(`[${unseen}]`, 'g');
/** The spaces and hyphens before a field or an item, its name, and what is around the colon. */
const parts = new RegExp(
  `^([ \\t${oddSpaces}${unseen}]*(?:-(?![\\w-])[ ${oddSpaces}${unseen}]*)*)(?:([\\w${oddSpaces}${unseen}-]+)( *):(?=[\\s${unseen}]|$)([\\s${unseen}]*))?`,
);

const names: Readonly<Record<string, string>> = {
  '\u00a0': 'no-break space',
  '\u202f': 'narrow no-break space',
  '\u3000': 'ideographic space',
  '\u200b': 'zero-width space',
  '\ufeff': 'byte order mark',
  '\u00ad': 'soft hyphen',
  '\u2060': 'word joiner',
};

/** The first invisible character of a text, by its name: `no-break space (U+00A0)`; undefined if there is none. */
export function invisibleIn(text: string): string | undefined {
  const found = anyInvisible.exec(text)?.[0];
  if (found === undefined) return undefined;
  const code = characterName(found.charCodeAt(0));
  return `${names[found] ?? 'invisible character'} (${code})`;
}

/** A text with ordinary spaces for odd ones, and without what nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(eachSpace, ' ').replace(eachUnseen, '');
}

/** Scripts that write without spaces, or in both directions, and need marks without a width. */
const needsMarks = /[\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Arab}\p{sc=Hebr}]/u;
/** Odd spaces, but for those of French punctuation and between Chinese, Japanese and Korean letters. */
const spacesInName = new RegExp(
  ` *(?<![«\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}${oddSpaces}])[${oddSpaces}]+(?![!?;:»%${oddSpaces}]) *`,
  'gu',
);
const marksInName = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** A name as its author sees it: without invisible characters that no script needs. */
export function cleanName(name: string): string {
  if (!anyInvisible.test(name)) return name;
  const spaced = name.replace(spacesInName, ' ');
  return (needsMarks.test(name) ? spaced : spaced.replace(marksInName, '')).trim();
}

/** A line whose indentation, hyphens, name and colon are written with ordinary spaces; its value stays as it is. */
function cleanLine(line: string): string {
  const [whole = '', lead = '', key = '', gap = '', space = ''] = parts.exec(line) ?? [];
  const rest = line.slice(whole.length);
  const start = withoutInvisible(lead);
  const name = withoutInvisible(key).replaceAll(' ', '');
  if (!/\w/.test(name)) {
    // Text may begin with a wide space of its own, but not at the margin.
    const isStructure = lead.includes('-') || lead === line || anyInvisible.test(line[0] ?? '');
    return isStructure ? start + line.slice(lead.length) : line;
  }
  const end = space.endsWith('\r') ? '\r' : '';
  const isMisread = anyInvisible.test(rest === '' ? space : (space[0] ?? ''));
  const after = isMisread ? (rest === '' ? end : ' ') : space;
  return `${start}${name}${name === key ? gap : ''}:${after}${rest}`;
}

/** The YAML with ordinary spaces where they make its structure, line by line; text keeps the spaces that its author chose. */
export function cleanYaml(yaml: string): string {
  if (!anyInvisible.test(yaml)) return yaml;
  const lines = yaml.split('\n');
  const cleaned = lines.map(cleanLine);
  if (cleaned.every((line, row) => line === lines[row])) return yaml;
  const texts = textSpans(yaml);
  let start = 0;
  return lines
    .map((line, row) => {
      const at = start;
      start += line.length + 1;
      return texts.some((span) => span.start < at && at < span.end) ? line : cleaned[row];
    })
    .join('\n');
}

/** The spans of texts in quotes, blocks of text and lists in brackets: a line within them is no field. */
function textSpans(yaml: string): Span[] {
  const spans: Span[] = [];
  yamlPackage().visit(parseDocument(yaml), {
    Node(_, node) {
      const isText = 'type' in node && /^(?:QUOTE|BLOCK)/.test(String(node.type));
      const span = isText || ('flow' in node && node.flow) ? rangeOf(node) : undefined;
      if (span) spans.push(span);
    },
  });
  return spans;
}

/** The first invisible character in the structure of YAML: its place, what is wrong, and what to do. */
export function findMisplaced(yaml: string): { place: Spot; message: string; hint: string } | undefined {
  const cleaned = cleanYaml(yaml);
  if (cleaned === yaml) return undefined;
  const after = cleaned.split('\n');
  const lines = yaml.split('\n');
  const row = lines.findIndex((line, at) => line !== after[at]);
  const line = lines[row] ?? '';
  const offset = line.search(anyInvisible);
  const isSpace = line.slice(offset, offset + 1).search(eachSpace) === 0;
  const message = `${invisibleIn(line)} ${isSpace ? 'in place of an ordinary space' : 'hidden in the line'}`;
  const place = { line: row + 1, column: codePoints(line.slice(0, offset)) + 1 };
  return { place, message, hint: isSpace ? 'replace it with an ordinary space' : 'delete it' };
}

/** The text of a file with three plain hyphens for the fences, if one of them is hidden by invisible characters. */
export function cleanFences(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const start = isHiddenFence(first) ? first.replace(/^.*?(\r?)$/s, '---$1') : first;
  if (!/^---[ \t]*\r?$/.test(start)) return text;
  const row = rest.findIndex((line) => /^---[ \t]*\r?$/.test(line) || isHiddenFence(line));
  if (row !== -1 && isHiddenFence(rest[row] ?? '')) rest[row] = (rest[row] ?? '').endsWith('\r') ? '---\r' : '---';
  return [start, ...rest].join('\n');
}

/** Whether a line is a fence but for characters that nobody sees. */
export function isHiddenFence(line: string): boolean {
  return line.length < 100 && anyInvisible.test(line) && withoutInvisible(line).trim() === '---';
}
