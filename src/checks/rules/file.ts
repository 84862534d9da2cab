/** Rules about the file and its front matter as a whole: a file that breaks one is not a post. */
import type { Rule } from './rule.ts';

const good = { file: '---\ntitle: "Our first meeting"\ndate: 2024-05-14\n---\n\nWe met on a Tuesday.\n' };

export const fileRules = {
  encoding: {
    level: 'error',
    summary: 'The file is not encoded as UTF-8.',
    why: 'In any other encoding “é” and “—” turn into the wrong characters, and there is no way to tell which were meant.',
    bad: { words: 'a file saved as UTF-16, or as Latin-1 with an “é” in it' },
    good,
  },
  'control-character': {
    level: 'error',
    summary: 'The file contains an invisible control character (only a warning in the body).',
    why: 'XML forbids these characters: a single one makes a whole feed unreadable. They usually arrive with text pasted from another program.',
    bad: { fields: 'title: "Our first\\u0001 meeting"' },
    good: { fields: 'title: "Our first meeting"' },
  },
  'front-matter-missing': {
    level: 'error',
    summary: 'The file does not begin with front matter: a line of three hyphens, with nothing before it.',
    why: 'The title and the date go between two such lines; without them, the post has neither.',
    bad: { file: '\n---\ntitle: "Our first meeting"\ndate: 2024-05-14\n---\n\nWe met on a Tuesday.\n' },
    good,
    fixable: true,
  },
  'front-matter-unclosed': {
    level: 'error',
    summary: 'The front matter is missing its closing line of three hyphens.',
    why: 'Without that line, the whole text would be read as fields. Jekyll also accepts a line of three dots, which --fix replaces.',
    bad: { file: '---\ntitle: "Our first meeting"\ndate: 2024-05-14\n...\n\nWe met on a Tuesday.\n' },
    good,
    fixable: true,
  },
  'front-matter-syntax': {
    level: 'error',
    summary: 'The front matter is not valid YAML.',
    why: 'Nothing in the post can be read, not even its title. The usual cause is unquoted text with a colon in it.',
    bad: { fields: 'title: Our first meeting: a report' },
    good: { fields: 'title: "Our first meeting: a report"' },
    fixable: true,
  },
  'merge-conflict': {
    level: 'error',
    summary: 'The file has both versions of lines that two people have changed, between the marks of git.',
    why: 'Readers would see both, and the marks. Outside blocks of code nobody writes such lines; in front matter, the fields are unclear.',
    bad: {
      body: 'We met on a Tuesday.\n\n<<<<<<< HEAD\nTwelve students came.\n=======\nTwenty students came.\n>>>>>>> review',
    },
    good: { body: 'We met on a Tuesday.\n\nTwenty students came.' },
  },
  'front-matter-language': {
    level: 'error',
    summary: 'The front matter is written in a language other than YAML.',
    why: 'Other tools run the code after ---js, or read +++ as TOML. This one never runs anything, and reads only YAML.',
    bad: { file: '+++\ntitle = "Our first meeting"\ndate = 2024-05-14\n+++\n\nWe met on a Tuesday.\n' },
    good,
  },
  'front-matter-too-large': {
    level: 'error',
    summary: 'The front matter is larger than 64 KiB.',
    why: 'No post needs that much: it is usually the body of the post, or an attack on the parser.',
    bad: { words: 'a field with 70,000 characters of text' },
    good,
  },
  'not-a-file': {
    level: 'error',
    summary: 'A file named like a post cannot be read.',
    why: 'A broken symbolic link, a pipe or a file without read permission would otherwise be left out silently.',
    bad: { words: 'posts/2024-05-14-a-meeting.md is a symbolic link to a file that no longer exists' },
    good,
  },
  'too-large': {
    level: 'error',
    summary: 'The file has more than 32 MiB, or its body more than 8 MiB or 180,000 lines and Markdown markers.',
    why: 'No post is that long. It is probably an image or an archive with the wrong name.',
    bad: { words: 'a 40 MiB video named 2024-05-14-our-film.md' },
    good,
  },
} as const satisfies Record<string, Rule>;
