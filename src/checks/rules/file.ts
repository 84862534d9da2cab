/** The rules about a whole file: without them kept there is no post. */
import type { RuleDoc } from './doc.ts';

const good = { file: '---\ntitle: "Our first meeting"\ndate: 2024-05-14\n---\n\nWe met on a Tuesday.\n' };

export const fileRules = {
  encoding: {
    group: 'file',
    summary: 'The file is not saved as UTF-8.',
    why: 'In another encoding “é” and “—” arrive as two or three wrong characters, and there is no telling which were meant.',
    bad: { words: 'a file saved as UTF-16, or as Latin-1 with an “é” in it' },
    good,
    fixable: false,
  },
  'control-character': {
    group: 'file',
    summary: 'An invisible character that feeds cannot carry (a warning in the text below).',
    why: 'XML forbids it: a single one makes a whole feed unreadable. It often comes along when text is pasted.',
    bad: { fields: 'title: "Our first\\u0001 meeting"' },
    good: { fields: 'title: "Our first meeting"' },
    fixable: false,
  },
  'front-matter-missing': {
    group: 'file',
    summary: 'The file does not begin with a line of three hyphens, without anything before it.',
    why: 'Title and date stand between two such lines. Without them nothing says what the post is.',
    bad: { file: '\n---\ntitle: "Our first meeting"\ndate: 2024-05-14\n---\n\nWe met on a Tuesday.\n' },
    good,
    fixable: true,
  },
  'front-matter-unclosed': {
    group: 'file',
    summary: 'The front matter is opened and never closed.',
    why: 'The whole text would be taken for fields.',
    bad: { file: '---\ntitle: "Our first meeting"\ndate: 2024-05-14\n\nWe met on a Tuesday.\n' },
    good,
    fixable: false,
  },
  'front-matter-syntax': {
    group: 'file',
    summary: 'The front matter is not YAML.',
    why: 'Nothing of the post can be read, its title neither. Mostly it is a colon in a text without quotes.',
    bad: { fields: 'title: Our first meeting: a report' },
    good: { fields: 'title: "Our first meeting: a report"' },
    fixable: true,
  },
  'front-matter-language': {
    group: 'file',
    summary: 'The front matter is written in something other than YAML.',
    why: 'Other tools run what stands behind ---js, or read +++ as TOML. Here nothing is ever run, and YAML is enough.',
    bad: { file: '+++\ntitle = "Our first meeting"\ndate = 2024-05-14\n+++\n\nWe met on a Tuesday.\n' },
    good,
    fixable: false,
  },
  'front-matter-too-large': {
    group: 'file',
    summary: 'The front matter is larger than 64 KiB.',
    why: 'So much is not about a post, it is the post, or an attack on whoever reads it.',
    bad: { words: 'a field with a text of 70,000 letters' },
    good,
    fixable: false,
  },
  'not-a-file': {
    group: 'file',
    summary: 'Something with the name of a post cannot be read.',
    why: 'A link that leads nowhere, a pipe or a file that you may not open would silently be left out.',
    bad: { words: 'posts/2024-05-14-a-meeting.md is a link to a file that is gone' },
    good,
    fixable: false,
  },
  'too-large': {
    group: 'file',
    summary: 'The file is larger than 32 MiB, or its text longer than 8 MiB or 200,000 lines and marks of Markdown.',
    why: 'No text is so long. It is probably a picture or an archive with the wrong name.',
    bad: { words: 'a film of 40 MiB called 2024-05-14-our-film.md' },
    good,
    fixable: false,
  },
} as const satisfies Record<string, RuleDoc>;
