/** One post of a corpus: its front matter and about 5 kB of Markdown. */

import { composeFrontMatter } from './sampleFrontMatter.js';
import { headings, openings, places, subjects, words } from './vocabulary.js';

/** @typedef {import('./random.js').Random} Random */

/**
 * @typedef {object} SamplePost
 * @property {string} file name of the file in the posts folder
 * @property {string} text all of the file
 * @property {boolean} published neither a draft nor scheduled
 */

const bodyLength = 3900;

/**
 * Composes a post. It links only to posts that are there already, so that no link is broken.
 * @param {number} number of the post in its corpus; makes its address unique
 * @param {Random} random
 * @param {readonly string[]} earlier names of the files already made
 * @returns {SamplePost}
 */
export function composePost(number, random, earlier) {
  const title = `${random.pick(openings)} ${random.pick(subjects)} ${random.pick(places)}`;
  const draft = random.chance(0.03);
  const scheduled = random.chance(0.01);
  const day = `${scheduled ? 2090 + random.below(9) : 2006 + random.below(19)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`;
  const front = composeFrontMatter({ title, day, draft }, () => composeSentence(random), random);
  const file = `${day}-${toSlug(title)}-${number}.md`;
  return { file, text: `---\n${front}\n---\n\n${composeBody(random, earlier)}`, published: !draft && !scheduled };
}

/**
 * @param {Random} random
 * @param {readonly string[]} earlier
 */
function composeBody(random, earlier) {
  let body = `${composeParagraph(random)}\n\n`;
  for (const heading of random.pickSome(headings, headings.length)) {
    if (body.length > bodyLength) break;
    body += `## ${heading}\n\n${composeParagraph(random)}\n\n${composeBlock(random, earlier)}\n\n${composeParagraph(random)}\n\n`;
  }
  return body;
}

/**
 * @param {Random} random
 * @param {readonly string[]} earlier
 */
function composeBlock(random, earlier) {
  const sentence = () => composeSentence(random);
  const related = earlier.length > 0 ? random.pick(earlier) : 'https://example.org/about';
  return random.pick([
    () => `- ${sentence()}\n- **${random.pick(subjects)}**, ${sentence()}\n  - ${sentence()}\n- ${sentence()}`,
    () => `1. ${sentence()}\n2. ${sentence()}\n3. See [an earlier post on ${random.pick(subjects)}](${related}).`,
    () =>
      `Read [how it went before](${related}) and [the full report](https://example.org/reports/${random.below(1e5)}).`,
    () => `> ${sentence()} ${sentence()}\n>\n> ${sentence()}`,
    () =>
      `| Group | Replies | Share |\n| --- | ---: | ---: |\n${['Students', 'Staff', 'Partners']
        .map((group) => `| ${group} | ${random.below(900)} | ${random.below(100)} % |`)
        .join('\n')}`,
    () =>
      `### In practice\n\n\`\`\`js\nconst replies = survey.filter((reply) => reply.year < ${random.below(9)});\nprint(replies.length);\n\`\`\``,
    () => `![A wall of coloured notes beside a window](https://images.example.org/body/${random.below(1e6)}.jpg)`,
  ])();
}

/** @param {Random} random */
function composeParagraph(random) {
  const sentences = Array.from({ length: 3 + random.below(4) }, () => composeSentence(random));
  const flourish = random.pick([
    () => `It was *${random.pick(words)}*, not **${random.pick(words)}**, that counted.`,
    () =>
      `We kept [a list of ${random.pick(subjects)}](https://example.org/lists/${random.below(1e4)}) & used \`grep\` on it.`,
    () => `Our [guide for newcomers](/guides/${random.below(50)}/) says more.`,
  ]);
  return `${sentences.join(' ')} ${flourish()}`;
}

/** @param {Random} random */
function composeSentence(random) {
  const text = Array.from({ length: 7 + random.below(10) }, () => random.pick(words)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** @param {string} title */
function toSlug(title) {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

/** @param {number} value */
function pad(value) {
  return String(value).padStart(2, '0');
}
