/** Invisible characters in the structure of front matter: in fences, indentation, names, around colons. */
import { anyInvisible, invisibleIn, isHiddenFence, oddSpaces, unseen, withoutInvisible } from '../invisible.ts';
import { codePoints, type Spot } from '../text.ts';
import { maxFrontMatter } from './fences.ts';
import { parseDocument, rangeOf, type Span, yamlPackage } from './yamlDocument.ts';

/** The spaces and hyphens before a field or an item, its name, and what is around the colon. */
const parts = new RegExp(
  `^([ \\t${oddSpaces}${unseen}]*(?:-(?![\\w-])[ ${oddSpaces}${unseen}]*)*)(?:([\\w${oddSpaces}${unseen}-]+)( *):(?=[\\s${unseen}]|$)([\\s${unseen}]*))?`,
);

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

/** The spans of texts in quotes, blocks of text and lists in brackets: a line within them is not a field. */
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
  const isSpace = withoutInvisible(line[offset] ?? '') === ' ';
  const message = `${invisibleIn(line)} ${isSpace ? 'in place of an ordinary space' : 'hidden in the line'}`;
  const place = { line: row + 1, column: codePoints(line.slice(0, offset)) + 1 };
  return { place, message, hint: isSpace ? 'replace it with an ordinary space' : 'delete it' };
}

/** The text of a file with three plain hyphens for the fences, if one of them is hidden by invisible characters. */
export function cleanFences(text: string): string {
  // A fence further down would end a front matter that is too large to be read.
  const end = text.length > maxFrontMatter ? text.lastIndexOf('\n', maxFrontMatter) + 1 : text.length;
  const [first = '', ...rest] = text.slice(0, end).split('\n');
  const start = isHiddenFence(first) ? first.replace(/^.*?(\r?)$/s, '---$1') : first;
  if (!/^---[ \t]*\r?$/.test(start)) return text;
  const row = rest.findIndex((line) => /^---[ \t]*\r?$/.test(line) || isHiddenFence(line));
  if (row !== -1 && isHiddenFence(rest[row] ?? '')) rest[row] = (rest[row] ?? '').endsWith('\r') ? '---\r' : '---';
  return [start, ...rest].join('\n') + text.slice(end);
}
