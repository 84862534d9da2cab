/** Reads all files of a folder and parses their front matter with gray-matter alone: no rule is checked. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import { load } from 'js-yaml';

const folder = process.argv[2] ?? 'posts';
// js-yaml 4 as its engine: its own is version 3, which is not installed. Any options keep gray-matter from caching.
const options = { engines: { yaml: load } };
const posts = readdirSync(folder).map((name) => matter(readFileSync(join(folder, name), 'utf8'), options));
process.stdout.write(`${posts.length}\n`);
