/** The project once more, with all mutants in it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { transformSync } from '@babel/core';
import { damage } from './damage.js';

const project = resolve(import.meta.dirname, '../..');

function toJs(text) {
  const options = { filename: 'a.ts', configFile: false, babelrc: false, retainLines: true };
  const presets = [['@babel/preset-typescript', { allowImportingTsExtensions: true }]];
  const { code } = transformSync(text, { ...options, presets });
  return code.replace(/((?:from|import)[\s(]*['"]\.[^'"]*)\.ts(?=['"])/g, '$1.js');
}

/** Writes the project to a folder with all damage of `wanted` kinds in the `chosen` files, built, and says what the damage is. */
export function copyProject(folder, chosen, wanted) {
  const mutants = [];
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: project,
  });
  const write = (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const file of String(listed)
    .split('\0')
    .filter((name) => name !== '' && !/^test\/(hostile\/(posts|sites|made)|bench)\//.test(name))) {
    const source = join(project, file);
    if (!/^(src|test)\/.*\.ts$/.test(file)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(source, join(folder, file), { verbatimSymlinks: true });
    } else if (file.startsWith('test/')) {
      const shim = relative(dirname(file), 'test/mutate/jestGlobals.js');
      write(file.replace(/ts$/, 'js'), toJs(readFileSync(source, 'utf8')).replace('@jest/globals', `./${shim}`));
    } else {
      let text = readFileSync(source, 'utf8');
      if (chosen.some((one) => file === one || file.startsWith(`${one}/`))) {
        const runtime = `./${relative(dirname(file), 'src/mutant.js')}`;
        const damaged = damage(text, file, runtime, mutants.length + 1, wanted);
        mutants.push(...damaged.mutants);
        text = damaged.text;
      }
      for (const room of ['src', 'dist']) write(file.replace(/^src/, room).replace(/ts$/, 'js'), toJs(text));
    }
  }
  for (const room of ['src', 'dist']) cpSync(join(import.meta.dirname, 'mutant.js'), join(folder, room, 'mutant.js'));
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  return mutants;
}
