/** The commands of the benchmark: ours, and what they are measured against. */

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hugoConfigs } from './hugoSite.js';
import { hugoSiteConfig } from './hugoTheme.js';

/** @typedef {import('./corpus.js').Corpus & {node: string}} Corpus `node` is the program that runs ours */
/** @typedef {Omit<import('./measure.js').Command, 'name'>} Work */
/** @typedef {(corpus: Corpus) => Work} Compose */

export const blogFile = process.env.BLOG_BIN ?? toPath('../../bin/blog.js');

/**
 * The least that `blog` does: its start-up.
 * @type {Compose}
 */
export function composeVersion({ node }) {
  return runNode(node, blogFile, '--version');
}

/**
 * All posts, one a line.
 * @type {Compose}
 */
export function composeList({ node, posts }) {
  return { ...runNode(node, blogFile, 'list'), posts, countPosts: ({ stdout }) => countLines(stdout) };
}

/**
 * Every rule on every post; the summary on stderr says how many.
 * @type {Compose}
 */
export function composeValidate({ node, posts }) {
  return {
    ...runNode(node, blogFile, 'validate'),
    posts,
    countPosts: ({ stderr }) => readNumber(/(\d[\d,]*) posts/.exec(stderr)?.[1]),
  };
}

/**
 * @typedef {object} FeedOptions
 * @property {number} limit 0 for all posts
 * @property {string} scratch
 * @property {boolean} fresh the feed of the run before is removed
 */

/**
 * Our feed, written to a file.
 * @param {FeedOptions} options
 * @returns {Compose}
 */
export function composeFeed({ limit, scratch, fresh }) {
  const file = join(scratch, `feed-${limit}-${fresh ? 'fresh' : 'again'}.xml`);
  return (corpus) => ({
    ...runNode(corpus.node, blogFile, 'feed', '-o', file, '--limit', String(limit)),
    ...expectFeed(file, limit, corpus),
    ...(fresh ? { prepare: () => rmSync(file, { force: true }) } : {}),
  });
}

/**
 * Node's own start-up.
 * @type {[string, Compose]}
 */
export const bareNode = ['node -e 0', ({ node }) => runNode(node, '-e', '0')];

/**
 * A bare script that reads every file.
 * @type {[string, Compose]}
 */
export const readFiles = ['reading the files', (corpus) => runBaseline('baseline/readFiles.js', corpus)];

/**
 * A bare script that reads every file and parses its front matter.
 * @type {[string, Compose]}
 */
export const parseFrontMatter = ['gray-matter alone', (corpus) => runBaseline('baseline/parseFrontMatter.js', corpus)];

/**
 * Hugo's list of all posts, as CSV.
 * @type {[string, Compose]}
 */
export const hugoList = [
  'hugo list all',
  ({ posts }) => ({
    program: 'hugo',
    args: ['list', 'all'],
    posts,
    countPosts: ({ stdout }) => countLines(stdout) - 1, // its first line names the columns
  }),
];

/**
 * Hugo's feed with the same posts, whole, in it.
 * @param {FeedOptions} options
 * @returns {[string, Compose]}
 */
export function hugoFeed({ limit, scratch, fresh }) {
  const folder = join(scratch, `hugo-${limit}-${fresh ? 'fresh' : 'again'}`);
  const config = limit === 0 ? hugoConfigs.all : hugoConfigs.newest;
  return [
    'hugo, RSS only',
    (corpus) => ({
      program: 'hugo',
      args: ['--config', config, '--destination', folder, '--noBuildLock', '--quiet'],
      ...expectFeed(join(folder, 'index.xml'), limit, corpus),
      ...(fresh ? { prepare: () => rmSync(folder, { recursive: true, force: true }) } : {}),
    }),
  ];
}

/**
 * @typedef {object} BuildOptions
 * @property {string} scratch
 * @property {boolean} fresh the site of the run before is removed
 */

/**
 * Our site, written to a folder.
 * @param {BuildOptions} options
 * @returns {Compose}
 */
export function composeBuild({ scratch, fresh }) {
  const folder = join(scratch, `site-${fresh ? 'fresh' : 'again'}`);
  return (corpus) => ({
    ...runNode(corpus.node, blogFile, 'build', '-o', folder),
    ...expectSite(folder, fresh, corpus),
  });
}

/**
 * Hugo's site with the same kinds of pages.
 * @param {BuildOptions} options
 * @returns {[string, Compose]}
 */
export function hugoSite({ scratch, fresh }) {
  const folder = join(scratch, `hugo-site-${fresh ? 'fresh' : 'again'}`);
  return [
    'hugo, a like theme',
    (corpus) => ({
      program: 'hugo',
      args: ['--config', hugoSiteConfig, '--destination', folder, '--noBuildLock', '--quiet'],
      ...expectSite(folder, fresh, corpus),
    }),
  ];
}

/**
 * @param {string} folder
 * @param {boolean} fresh
 * @param {Corpus} corpus
 */
function expectSite(folder, fresh, { published }) {
  return {
    posts: published,
    countPosts: () => {
      const urls = readFileSync(join(folder, 'sitemap.xml'), 'utf8').match(/<loc>[^<]*\/\d{4}\/\d\d\/\d\d\/[^<]+/g);
      return urls?.length ?? 0;
    },
    ...(fresh ? { prepare: () => rmSync(folder, { recursive: true, force: true }) } : {}),
  };
}

/**
 * @param {string} file
 * @param {number} limit
 * @param {Corpus} corpus
 */
function expectFeed(file, limit, { published }) {
  return {
    posts: limit === 0 ? published : Math.min(limit, published),
    countPosts: () => readFileSync(file, 'utf8').split('<item>').length - 1,
  };
}

/**
 * @param {string} file below this folder
 * @param {Corpus} corpus
 * @returns {Work}
 */
function runBaseline(file, { node, root, posts }) {
  return { ...runNode(node, toPath(file), join(root, 'posts')), posts, countPosts: ({ stdout }) => readNumber(stdout) };
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function runNode(program, ...args) {
  return { program, args };
}

/** @param {string} text */
function countLines(text) {
  return text.split('\n').length - 1;
}

/** @param {string | undefined} text */
function readNumber(text) {
  return text === undefined ? undefined : Number(text.replaceAll(',', ''));
}

/** @param {string} file */
function toPath(file) {
  return fileURLToPath(new URL(file, import.meta.url));
}
