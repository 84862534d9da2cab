/** The front matter of a post of a corpus, written as people write it. */

import { createUuid } from './random.js';
import { categories, people, tags } from './vocabulary.js';

/*
 * In how many of the 509 posts of a real blog (18F's, in the public domain) the front matter has
 *
 *   a text in quotes              90 %   (double 89, single 9)
 *   a text of several lines       28 %   (in double quotes 24, nearly all from the first column on; without quotes 4.5)
 *   a block text                   6 %   (`>` 5.5, `|` .8; five in six are of one line)
 *   an escape in quotes            1 %   (`\"` .8, `''` none; editors on the web write `''` where they can)
 *   lists, all with dashes       100 %   (none in brackets, no mapping in a field, no CRLF, no comment)
 *   empty lines                   26 %   spaces behind a line 7.5 %
 *   no date, only the file's name 17 %   no image 31 %, an empty one 14 %, no summary or no authors .6 %
 *   what only js-yaml reads       .2 %   (HTML without quotes on lines of its own)
 *   tabs behind a value           .2 %
 *
 * The corpus has these shares, but for escapes (8 %), tabs behind a value (1 %), nothing that only js-yaml reads, and
 * lists in brackets and images with their fields, which this tool's own posts have.
 */

/** @typedef {import('./random.js').Random} Random */

/**
 * Composes the lines between the fences.
 * @param {{title: string, day: string, draft: boolean}} post
 * @param {() => string} composeSentence
 * @param {Random} random
 * @returns {string}
 */
export function composeFrontMatter({ title, day, draft }, composeSentence, random) {
  const lines = [`title: ${writeTitle(title, random)}`];
  if (random.chance(0.83)) lines.push(`date: ${day}${composeTime(random)}`);
  if (random.chance(0.5)) lines.push(`id: ${createUuid(random)}`);
  if (random.chance(0.26)) lines.push('');
  if (random.chance(0.994)) lines.push('authors:', ...list(random.pickSome(people, 1 + random.below(3))));
  lines.push(`categories: [${random.pickSome(categories, 1 + random.below(2)).join(', ')}]`);
  lines.push('tags:', ...list(random.pickSome(tags, 2 + random.below(3))));
  if (random.chance(0.994)) lines.push(...writeSummary(composeSentence, random));
  if (draft) lines.push('draft: true');
  lines.push(...composeImage(day, random));
  if (random.chance(0.075)) lines[0] += ' ';
  return lines.join('\n');
}

/** @param {string[]} items */
function list(items) {
  return items.map((item) => `  - ${item}`);
}

/** @param {Random} random */
function composeTime(random) {
  const [hours, minutes, seconds] = [24, 60, 60].map((limit) => String(random.below(limit)).padStart(2, '0'));
  return `T${hours}:${minutes}:${seconds}${random.pick(['+00:00', '+01:00', '+02:00', '-05:00', 'Z'])}`;
}

/**
 * @param {string} title
 * @param {Random} random
 */
function writeTitle(title, random) {
  const [first = '', ...rest] = title.split(' ');
  const form = random.below(100);
  if (form < 3) return `"\\"${first}\\" ${rest.join(' ')}"`;
  if (form < 6) return `'${first}, and what we didn''t know: ${rest.join(' ')}'`;
  if (form < 17 && !title.includes(': ')) return title;
  return form < 20 ? `'${title}'` : `"${title}"`;
}

/**
 * @param {() => string} composeSentence
 * @param {Random} random
 * @returns {string[]}
 */
function writeSummary(composeSentence, random) {
  const text = `${composeSentence()} ${composeSentence()}`;
  const form = random.below(1000);
  if (form < 230) return wrap(`summary: "${text}"`, '');
  if (form < 240) return wrap(`summary: "${text}"`, '  ');
  if (form < 285) return wrap(`summary: ${text}`, '  ');
  if (form < 330) return ['summary: >', `  ${text}`];
  if (form < 340) return ['summary: >', ...wrap(`  ${text}`, '  ')];
  if (form < 348) return ['summary: |', ...wrap(`  ${text}`, '  ')];
  if (form < 358) return [`summary: "${text}"\t# from the newsletter`];
  if (form < 378) return [`summary: '${text} That''s all.'`];
  if (form < 440) return [`summary: ${text}`];
  return [`summary: "${text}"`];
}

/**
 * Breaks a text into lines of about 80 characters, the later ones indented.
 * @param {string} text
 * @param {string} indent
 */
function wrap(text, indent) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  for (const word of text.trimEnd().split(/(?<=\S) /)) {
    if (line !== '' && line.length + word.length >= 80) {
      lines.push(line);
      line = indent + word;
    } else line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

/**
 * @param {string} day
 * @param {Random} random
 * @returns {string[]}
 */
function composeImage(day, random) {
  const form = random.below(100);
  if (form < 31) return [];
  if (form < 45) return ['image:'];
  const image = `https://images.example.org/${day}/${random.below(1e6)}.jpg`;
  if (form < 70) return [`image: ${image}`];
  return [
    'image:',
    `  src: ${image}`,
    '  alt: Two people at a table covered with notes',
    `  credit: ${random.pick(['Helena Castro', 'Joe Bloggs'])}`,
  ];
}
