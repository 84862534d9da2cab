/** Completion as a person gets it from Tab in bash, zsh and fish: names are typed out as text, and never run. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { builtBin } from '../support/builtBin.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { hasTmux, openWindow } from './tmux.ts';

const has = (shell: string): boolean => hasTmux && spawnSync(shell, ['-c', 'exit']).status === 0;

/** Names that a shell must not understand, the first letters by which each is completed, and what is typed of them. */
const names: readonly [name: string, typed: string][] = [
  ['$(touch pwned)', "'$("],
  ['`touch pwned`', "'`"],
  ['ab$(touch pwned)`touch pwned`', 'ab'],
  ['cd; touch pwned', 'cd'],
  ['ef\'s "quoted" $HOME & more', 'ef'],
  ['gh\\$(touch pwned) *', 'gh'],
];

/** How each shell is started without the settings of whoever runs the tests, and loads the script. */
const shells: Readonly<Record<string, string>> = {
  bash: 'exec bash --norc --noprofile -i',
  zsh: 'exec zsh -f -i',
  fish: 'exec fish --no-config -i',
};
const loading: Readonly<Record<string, string>> = {
  bash: 'eval "$(blog completion bash)"',
  zsh: 'autoload -U compinit; compinit -u -d zcomp; source <(blog completion zsh)',
  fish: 'blog completion fish | source',
};

describe.each(Object.keys(shells))('in %s', (name) => {
  const isHere = has(name);
  (isHere ? test : test.skip)(
    `commands, options and names are completed, and nothing is run${isHere ? '' : ' (not installed: skipped)'}`,
    () => {
      const folder = tempFolder(
        Object.fromEntries(
          names.map(([category], at) => [
            `posts/2024-01-0${at + 1}-p${at}.md`,
            `---\ntitle: P\ncategories: [${JSON.stringify(category)}]\n---\n`,
          ]),
        ),
      );
      const bin = tempFolder();
      // Writes what it was given, an argument a line.
      const told = join(bin, 'told');
      writeFileSync(
        join(bin, 'blog'),
        `#!/bin/sh\ncase $1 in completion | __complete) exec "${process.execPath}" "${builtBin}" "$@" ;; esac\nprintf '%s\\n' "$@" DONE > "${told}"\n`,
      );
      chmodSync(join(bin, 'blog'), 0o755);
      const window = openWindow(folder, 120, 24);
      try {
        window.type(
          `PATH='${bin}${delimiter}'$PATH HOME='${bin}' TERM=xterm; export PATH HOME TERM; ${shells[name]}`,
          'Enter',
        );
        // A shell that is still starting would take the keys for its own.
        window.type('echo st""arted', 'Enter');
        window.see((rows) => rows.includes('started'));
        window.type(`${loading[name]}; echo lo""aded`, 'Enter');
        window.see((rows) => rows.includes('loaded'));
        /** The arguments of a line that is typed, completed by Tab at its end, and entered. */
        const argumentsOf = (line: string): string[] => {
          writeFileSync(told, '');
          window.type('-l', `blog ${line}`);
          window.see((rows) => rows.some((row) => row.includes(line.trimEnd())));
          const before = window.history().join('\n');
          window.type('Tab');
          try {
            window.see(() => window.history().join('\n') !== before);
          } catch {
            throw new Error(`${line}: nothing was completed`);
          }
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
          window.type('Enter');
          window.see(() => readFileSync(told, 'utf8').endsWith('DONE\n'));
          return readFileSync(told, 'utf8').split('\n').slice(0, -2);
        };
        expect(argumentsOf('unpub')).toEqual(['unpublish']);
        expect(argumentsOf('authors mer')).toEqual(['authors', 'merge']);
        expect(argumentsOf('init --hoo')).toEqual(['init', '--hook']);
        for (const [category, typed] of names) {
          expect(argumentsOf(`list -c ${typed}`)).toEqual(['list', '-c', category]);
        }
        expect(argumentsOf('categories merge cd')).toEqual(['categories', 'merge', 'cd; touch pwned']);
        expect(filesIn(folder).filter((file) => file.includes('pwned'))).toEqual([]);
        expect(filesIn(bin).filter((file) => file.includes('pwned'))).toEqual([]);
      } finally {
        window.close();
      }
    },
    120_000,
  );
});
