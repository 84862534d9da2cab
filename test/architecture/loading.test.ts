/** A command loads no package that it may not need: parse5 takes a tenth of a short run. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const dist = resolve(import.meta.dirname, '../../dist');

/** The packages that the built files import at once, and those that these do. */
function packagesOf(files: readonly string[]): string[] {
  const seen = new Set(files);
  // Grows while it is looked through.
  for (const file of seen) {
    if (!file.startsWith('./')) continue;
    const text = readFileSync(join(dist, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/^import (?:.* from )?"(.+)";$/gm)) seen.add(name);
  }
  return [...seen].filter((name) => !/^(?:\.\/|node:)/.test(name));
}

test.each(['list', 'feed'])('blog %s loads at first no package but that of the command line', (command) => {
  expect(packagesOf(['./main.js', './program.js', `./${command}.js`])).toEqual(['commander']);
});
