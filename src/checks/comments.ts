/** Checks text of front matter that YAML reads as a comment. */
import type { Fault } from '../diagnostic.ts';
import { writtenList } from '../post/fields/listText.ts';
import { type FieldName, fieldOf } from '../post/fields/names.ts';
import { listOf, plainOrQuoted } from '../post/frontmatter/yamlText.ts';
import { abridge, codePoints } from '../post/text.ts';

const textFields: readonly FieldName[] = ['title', 'summary', 'categories', 'tags', 'authors', 'photos_by', 'byline'];

/**
 * In `title: We are #1 in the league`, YAML reads a comment from ` #` on (YAML 1.2, section 6.6). Only a `#` right before a
 * word is doubtful: `# like this` is how people write comments.
 */
export function checkComments(yaml: string, firstLine: number): Fault[] {
  // The key of the list that an item belongs to.
  let list = '';
  return yaml.split(/\r?\n/).flatMap((line, index): Fault[] => {
    const [lead = '', name] = /^(?:([a-z]\w*):|[ \t]*-(?=[ \t]))/i.exec(line) ?? [];
    if (name !== undefined || lead === '') list = line.slice(lead.length).trim() === '' ? (name ?? list) : '';
    const key = name ?? list;
    const field = lead === '' ? undefined : fieldOf(key);
    const start = field && textFields.includes(field) ? commentStart(line) : -1;
    const [value, comment] = [line.slice(lead.length, start).trim(), line.slice(start).trimEnd()];
    // An empty title is reported as an error anyway.
    if (start === -1 || (field === 'title' && value === '')) return [];
    if (/^["'[{|>&*!%@`]/.test(value) || !/^#[^\s#]/.test(comment)) return [];
    const fullText = line.slice(lead.length).trim();
    const column = codePoints(line.slice(0, start)) + 1;
    const rest =
      value === '' ? `the ${name === undefined ? 'item' : 'field'} is empty` : `the value is only “${abridge(value)}”`;
    const message = `“${abridge(comment)}” is read as a comment, so ${rest}`;
    const hint =
      taggedHint(lead, field, fullText) ??
      `put the whole text in quotes: ${lead.trim()} "${abridge(fullText).replaceAll('"', '\\"')}"`;
    const place = { line: firstLine + index, column, endColumn: column + codePoints(comment) };
    return [{ rule: 'comment-in-text', message, hint, place }];
  });
}

/** How to write `tags: #one #two`: a list, where every word has a hash sign. */
function taggedHint(lead: string, field: FieldName | undefined, text: string): string | undefined {
  if (field !== 'tags' && field !== 'categories') return undefined;
  // A comma that is quoted with its text would be part of a name.
  const names = /[,;]/.test(text) && !/-$/.test(lead) ? writtenList(text) : undefined;
  if (names !== undefined) return `write ${lead} ${names}`;
  const words = text.split(/\s+/u);
  if (!words.every((word) => /^#\p{L}/u.test(word))) return undefined;
  const [word = ''] = words;
  if (/-$/.test(lead)) return words.length === 1 ? `write - ${plainOrQuoted(word.slice(1))}` : undefined;
  return `write ${lead} ${listOf(words.map((word) => word.slice(1)))}`;
}

/** Where a comment begins, or -1. A regular expression would take quadratic time on long runs of spaces. */
function commentStart(line: string): number {
  for (let at = line.indexOf('#'); at !== -1; at = line.indexOf('#', at + 1)) {
    if (line[at - 1] === ' ' || line[at - 1] === '\t') return at;
  }
  return -1;
}
