/** Reads all files of a folder and does nothing with them: the least that reading a blog whole can cost. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'posts';
const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
process.stdout.write(`${texts.length}\n`);
