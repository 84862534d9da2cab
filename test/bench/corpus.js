/** Folders of posts to measure with: the same bytes on every machine, kept in the system's temp folder. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listHugoFiles } from './hugoSite.js';
import { listThemeFiles } from './hugoTheme.js';
import { createRandom } from './random.js';
import { composePost } from './samplePost.js';

/** To be raised with every change to what a corpus holds: older ones are then made anew. */
const version = 3;
const seed = 20_150_901;
const marker = '.corpus.json';

/**
 * @typedef {object} Corpus
 * @property {string} root the folder with the config; the posts are in `posts`
 * @property {number} posts how many there are
 * @property {number} published how many of them belong in a feed
 */

/**
 * Gives the corpus of so many posts, from an earlier run where there is one.
 * @param {number} posts
 * @param {string} [folder] where corpora are kept
 * @returns {Corpus}
 */
export function prepareCorpus(posts, folder = join(tmpdir(), 'blog-bench')) {
  const root = join(folder, `posts-${posts}`);
  const kept = readMarker(root);
  if (kept?.version === version && kept.posts === posts) return { root, posts, published: kept.published };
  rmSync(root, { recursive: true, force: true });
  return createCorpus(root, posts);
}

/**
 * Writes a corpus; the marker comes last, so that an interrupted one is not taken for whole.
 * @param {string} root
 * @param {number} posts
 * @returns {Corpus}
 */
function createCorpus(root, posts) {
  const random = createRandom(seed);
  /** @type {string[]} */
  const files = [];
  let published = 0;
  mkdirSync(join(root, 'posts'), { recursive: true });
  for (let number = 1; number <= posts; number++) {
    const post = composePost(number, random, files);
    writeFileSync(join(root, 'posts', post.file), post.text);
    files.push(post.file);
    if (post.published) published++;
  }
  for (const [path, text] of [...listBlogFiles(), ...listHugoFiles(), ...listThemeFiles()]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(join(root, marker), JSON.stringify({ version, posts, published }));
  return { root, posts, published };
}

/** @returns {[path: string, text: string][]} */
function listBlogFiles() {
  return [['blog.config.yaml', 'title: Students as Co-Creators\nsite_url: https://blog.example.org\n']];
}

/**
 * @param {string} root
 * @returns {{version: number, posts: number, published: number} | undefined}
 */
function readMarker(root) {
  try {
    return JSON.parse(readFileSync(join(root, marker), 'utf8'));
  } catch {
    return undefined;
  }
}
