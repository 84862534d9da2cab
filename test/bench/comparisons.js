/** What is measured, and against what. */

import {
  bareNode,
  composeBuild,
  composeFeed,
  composeList,
  composeValidate,
  composeVersion,
  hugoFeed,
  hugoList,
  hugoSite,
  parseFrontMatter,
  readFiles,
} from './commands.js';

/** @typedef {import('./measure.js').Command} Command */
/** @typedef {import('./commands.js').Corpus} Corpus */
/** @typedef {import('./commands.js').Compose} Compose */

/**
 * @typedef {object} Comparison
 * @property {string} ours name of the measured command
 * @property {string} baseline name of what it is measured against
 * @property {number} posts size of the corpus
 * @property {boolean} [hugo] the baseline is Hugo
 * @property {(corpus: Corpus) => {ours: Command, baseline: Command}} composeCommands
 */

const feedLimit = 20;

/**
 * Lists all comparisons: `list` for every size, `validate` and `feed` for the largest, `build` for all but small ones.
 * @param {readonly number[]} sizes
 * @param {string} scratch a folder for what the commands write
 * @returns {Comparison[]}
 */
export function listComparisons(sizes, scratch) {
  const largest = Math.max(...sizes);
  return [
    compare(Math.min(...sizes), ['--version', composeVersion], bareNode),
    ...sizes.flatMap((posts) =>
      [bareNode, readFiles, hugoList].map((baseline) => compare(posts, ['list', composeList], baseline)),
    ),
    compare(largest, ['validate', composeValidate], parseFrontMatter),
    ...[feedLimit, 0].flatMap((limit) => {
      const name = limit === 0 ? 'feed --limit 0' : 'feed';
      const fresh = { limit, scratch, fresh: true };
      const again = { limit, scratch, fresh: false };
      return [
        compare(largest, [name, composeFeed(fresh)], readFiles),
        compare(largest, [name, composeFeed(fresh)], hugoFeed(fresh)),
        compare(largest, [`${name}, over an earlier one`, composeFeed(again)], hugoFeed(again)),
      ];
    }),
    ...sizes
      .filter((posts) => posts >= 1000)
      .flatMap((posts) =>
        [true, false].map((fresh) =>
          compare(
            posts,
            [fresh ? 'build' : 'build, unchanged', composeBuild({ scratch, fresh })],
            hugoSite({ scratch, fresh }),
          ),
        ),
      ),
  ];
}

/**
 * @param {number} posts
 * @param {readonly [name: string, compose: Compose]} ours
 * @param {readonly [name: string, compose: Compose]} baseline
 * @returns {Comparison}
 */
function compare(posts, [ours, composeOurs], [baseline, composeBaseline]) {
  return {
    ours,
    baseline,
    posts,
    hugo: baseline.startsWith('hugo'),
    composeCommands: (corpus) => ({
      ours: { name: ours, cwd: corpus.root, ...composeOurs(corpus) },
      baseline: { name: baseline, cwd: corpus.root, ...composeBaseline(corpus) },
    }),
  };
}
