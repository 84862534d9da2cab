/** Fixes of lines as a whole: fences that are missing or hidden, invisible characters, duplicate fields. */
import { isDeepStrictEqual } from 'node:util';
import { fieldOf } from '../fields/names.ts';
import { splitPost } from '../frontmatter/frontMatter.ts';
import { cleanFences, cleanYaml } from '../frontmatter/misplaced.ts';
import { bulletItem, isListField } from '../frontmatter/mistakes/listLines.ts';
import { endOf } from '../frontmatter/valueSpan.ts';
import { parseYaml } from '../frontmatter/yaml.ts';
import { type FieldPair, parseDocument, rangeOf, type Span, yamlPackage } from '../frontmatter/yamlDocument.ts';
import { applyPatch, linesOf, openPost } from './patchText.ts';

/** A text after a fix, and what the fix does. */
export interface FixedText {
  text: string;
  description: string;
}

/** What is wrong with a post whose front matter cannot be read. */
export type Broken = Extract<ReturnType<typeof splitPost>, { fault: unknown }>;

/** The fixes in the order in which they are tried. Each returns undefined if it does not apply. */
export const lineFixes: readonly ((text: string, broken: Broken) => FixedText | undefined)[] = [
  cutWhitespaceBefore,
  replaceInvisible,
  openFrontMatter,
  cutSecondFence,
  divideOpening,
  closeFrontMatter,
  removeDuplicates,
  cutHyphens,
  replaceBullets,
];

/** Cuts whitespace before the first fence, if fields follow and one is a title. */
function cutWhitespaceBefore(text: string): FixedText | undefined {
  const end = /^\s+(?=---[ \t]*\r?\n)/.exec(text)?.[0].length ?? 0;
  return end > 0 ? titled(text.slice(end), 'remove the whitespace before the front matter') : undefined;
}

function replaceInvisible(text: string): FixedText | undefined {
  const fenced = cleanFences(text);
  const start = fenced.indexOf('\n') + 1;
  const close = /\n---[ \t]*\r?(?:\n|$)/.exec(fenced.slice(Math.max(0, start - 1)));
  if (!close || !fenced.startsWith('---')) return undefined;
  const end = start + close.index;
  const after = fenced.slice(0, start) + cleanYaml(fenced.slice(start, end)) + fenced.slice(end);
  return after === text ? undefined : { text: after, description: 'replace the invisible characters' };
}

/** Adds the first fence, which Hexo leaves out. */
function openFrontMatter(text: string): FixedText | undefined {
  const eol = /\r?\n/.exec(text)?.[0];
  // Hexo's own field may be the first: `layout`.
  const isField = /^[\w-]+[ \t]*:(?:\s|$)/.test(text);
  return isField && eol !== undefined ? titled(`---${eol}${text}`, 'add the opening ---') : undefined;
}

/** Cuts a second fence directly below the first. */
function cutSecondFence(text: string): FixedText | undefined {
  const second = /^(---[ \t]*\r?\n)\s*?---[ \t]*\r?\n/.exec(text);
  if (!second) return undefined;
  return titled(`${second[1]}${text.slice(second[0].length)}`, 'remove the second opening ---');
}

/** Cuts the hyphens before fields, where each field is an item of a list. */
function cutHyphens(text: string, { source }: Broken): FixedText | undefined {
  const yaml = source?.yaml ?? '';
  if (yaml === '') return undefined;
  if (!yaml.split('\n').every((line) => /^(?:- [\w-]+:(?:\s|$)|\s*(?:#.*)?$)/.test(line))) return undefined;
  const fields = yaml.replace(/^- +/gm, '');
  return titled(
    text.replace(yaml, () => fields),
    'remove the hyphens before fields',
  );
}

/** Writes hyphens for other bullets, in lists of names. */
function replaceBullets(text: string, { source }: Broken): FixedText | undefined {
  const yaml = source?.yaml ?? '';
  let isInList = false;
  const lines = yaml.split('\n').map((line) => {
    const bullet = isInList ? bulletItem(line) : undefined;
    if (bullet) return line.replace(bullet.mark, '-');
    const key = /^([\w-]+):\s*$/.exec(line)?.[1];
    isInList = key === undefined ? isInList && /^\s*- /.test(line) : isListField(key);
    return line;
  });
  const after = lines.join('\n');
  if (after === yaml) return undefined;
  return { text: text.replace(yaml, () => after), description: 'begin list items with hyphens' };
}

/** Moves a field from the line of the first fence to a line of its own. */
function divideOpening(text: string): FixedText | undefined {
  const [whole = '', field = ''] = /^---[ \t]*([\w-]+:[ \t][^\r\n]*)/.exec(text) ?? [];
  const eol = /\r?\n/.exec(text)?.[0];
  if (whole === '' || eol === undefined) return undefined;
  return titled(`---${eol}${field}${text.slice(whole.length)}`, 'write the opening --- on a line of its own');
}

/** Closes front matter with `---` where there is `...`, as Jekyll has it, unless that is a line among the fields. */
function closeFrontMatter(text: string): FixedText | undefined {
  const end = /^\.\.\.(?=[ \t]*\r?$)/m.exec(text);
  if (!end || !text.startsWith('---')) return undefined;
  const after = `${text.slice(0, end.index)}---${text.slice(end.index + 3)}`;
  const below = splitPost(`---\n${text.slice(end.index + 3).replace(/^[ \t]*\r?\n/, '')}`);
  const areFields = 'data' in below && Object.keys(below.data).some((key) => fieldOf(key) !== undefined);
  return areFields ? undefined : titled(after, 'replace the ... line with ---');
}

/** Only a text that then has a title is surely front matter. */
function titled(text: string, description: string): FixedText | undefined {
  const keys = Object.keys(openPost(text)?.data ?? {});
  return keys.some((key) => fieldOf(key) === 'title') ? { text, description } : undefined;
}

/** Removes a duplicate of a field, if it has the same value. */
function removeDuplicates(text: string, { source }: Broken): FixedText | undefined {
  if (!source) return undefined;
  const { yaml } = source;
  const start = text.indexOf('\n') + 1;
  const spans = duplicatesIn(yaml);
  if (spans.length === 0) return undefined;
  const edits = spans.map((span) => ({ start: span.start + start, end: span.end + start, text: '' }));
  return { text: applyPatch(text, edits), description: 'remove the duplicate field' };
}

/** The lines of each field of a block mapping that has the same key and value as one above it. */
function duplicatesIn(yaml: string): Span[] {
  const { isScalar, visit } = yamlPackage();
  const document = parseDocument(yaml);
  const found: Span[] = [];
  if (document.errors.length > 0) return found;
  visit(document, {
    Map(_, mapping) {
      if (mapping.flow) return;
      const first = new Map<string, Span>();
      for (const field of mapping.items as FieldPair[]) {
        const start = rangeOf(field.key)?.start;
        if (start === undefined || !isScalar(field.key)) continue;
        const span = { start, end: endOf(yaml, field) };
        const other = first.get(String(field.key.value));
        const lines = other && readsAlike(yaml, other, span) ? linesOf(yaml, span) : undefined;
        if (lines) found.push(lines);
        else first.set(String(field.key.value), span);
      }
    },
  });
  return found;
}

/** Whether two fields read the same, each by itself. */
function readsAlike(yaml: string, one: Span, other: Span): boolean {
  const [a, b] = [one, other].map(({ start, end }) => parseYaml(yaml.slice(start, end)));
  if (!a || !b || !('data' in a && 'data' in b && isDeepStrictEqual(a.data, b.data))) return false;
  // What follows the name of an empty field may be its value, read as a comment.
  const [first, second] = [one, other].map(({ end }) => /^[^\r\n]*/.exec(yaml.slice(end))?.[0].trim());
  return Object.values(a.data)[0] !== null || first === second;
}
