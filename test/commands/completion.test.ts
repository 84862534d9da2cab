/** Completion as shells do it: bash, and where they are installed zsh and fish, load the script and are asked. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { completeBash, unquoteBash } from '../../src/commands/completion/bashWords.ts';
import { commandRegistry } from '../../src/commands/registry.ts';
import { run, siteOf } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { testShell } from '../support/testShell.ts';

/** Names as a post may have them, and somebody's shell must not understand them. */
const awkward = [
  'Announcements',
  'Partnership blog',
  '$(touch pwned)',
  '; touch pwned',
  '`touch pwned`',
  "Who's there?",
  'A "quoted" one',
  "'single'",
  'Foo: bar',
  'key=value',
  '~root',
  '=ls',
  'Cālin & co',
  '50% *off* [now] {a,b}',
  'back\\slash\\',
  'Go! Team',
  'a!b',
  '#hash',
  '-rf',
  '<in>|out',
  '$HOME',
  "x' ; touch pwned ; '",
  'y" ; touch pwned ; "',
  '\\$(touch pwned)',
  '日本語 テスト',
];

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

function siteWith(categories: readonly string[]): string {
  return siteOf(
    Object.fromEntries(
      categories.map((name, index) => [
        `2020-01-01-p${index}.md`,
        [`title: T`, `categories: [${JSON.stringify(name)}]`],
      ]),
    ),
  );
}

describe('what blog __complete prints', () => {
  test('names, the commonest first, then those of the config; posts by slug, newest first, or by path', async () => {
    const folder = siteOf(
      {
        '2020-01-01-old.md': ['title: T', 'categories: [B]', 'tags: [t]', 'authors: [Ada Example (student)]'],
        '2021-01-01-new.md': ['title: T', 'categories: [B, A]', 'authors: [Zoë]'],
        'broken.md': ['no'],
      },
      'categories: [A, B, C]\nauthors: { bo: { name: Bo, role: staff } }\n',
    );
    const ask = async (...args: string[]): Promise<string[]> =>
      (await run(folder, ['__complete', ...args])).stdout.split('\n').slice(0, -1);
    expect(await ask('categories')).toEqual(['B', 'A', 'C']);
    expect(await ask('tags')).toEqual(['t']);
    expect(await ask('authors')).toEqual(['Ada Example', 'Zoë', 'Bo']);
    expect(await ask('people')).toEqual(['Ada Example (student)', 'Zoë', 'Bo (staff)']);
    expect(await ask('posts')).toEqual(['new', 'old']);
    expect(await ask('posts', '--word=posts/')).toEqual([
      'posts/2020-01-01-old.md',
      'posts/2021-01-01-new.md',
      'posts/broken.md',
    ]);
  });

  test('it looks where the line says: -C, --posts, --config, as bash would read them', async () => {
    const folder = tempFolder({ 'my site/texts/2020-01-01-a.md': '---\ntitle: T\ntags: [x]\n---\n' });
    const ask = async (...before: string[]): Promise<string> =>
      (await run(folder, ['__complete', 'tags', '--bash=', '--', ...before], { env: { HOME: folder } })).stdout;
    expect(await ask('list', '-C', 'my\\ site', '--posts', 'texts', '-t')).toBe('x\n');
    expect(await ask('list', '--dir="my site"', '--posts=texts')).toBe('x\n');
    expect(await ask('-C~/my\\ site', '--posts', "'texts'", 'list')).toBe('x\n');
    expect(await ask('-C', '$(touch pwned)', 'list')).toBe('');
    expect(filesIn(folder)).toEqual(['my site/texts/2020-01-01-a.md']);
  });

  test('nothing, and no complaint, where there is nothing to read', async () => {
    for (const [config, args] of [
      ['categories: [', ['categories']],
      [undefined, ['posts', '--', '-C', 'nowhere']],
    ] as const) {
      const result = await run(siteOf({}, config), ['__complete', ...args]);
      expect([result.stdout, result.stderr]).toEqual(['', '']);
    }
    expect(await run(tempFolder(), ['__complete', 'tags'])).toMatchObject({ stdout: '', stderr: '' });
  });

  test('names that a terminal would not show as they are are left out', async () => {
    const folder = siteWith(['plain', 'esc\u001b[2J', 'turned\u202egnp.exe']);
    expect((await run(folder, ['__complete', 'categories'])).stdout).toBe('plain\n');
  });

  test('it is no command for people', async () => {
    expect((await run(tempFolder(), ['--help'])).stdout).not.toContain('__complete');
    expect((await run(tempFolder(), ['__complet'])).stderr).not.toContain('__complete');
  });
});

describe('words of bash', () => {
  test.each([
    ['', '', ''],
    ['a\\ b', 'a b', ''],
    ['"a b', 'a b', '"'],
    ['"a\\"\\x$(b)', 'a"\\x$(b)', '"'],
    ["'a\\", 'a\\', "'"],
    ["'a'\\''b", "a'b", "'"],
    ['a"b"\'c', 'abc', "'"],
    ['a\\', 'a', ''],
  ])('%j is %j, with %j open', (typed, text, open) => {
    expect(unquoteBash(typed)).toEqual({ text, open });
  });

  test('case does not matter, and only what bash replaces is given', () => {
    const names = ['Foo: bar', 'Foo:baz', 'Other'];
    expect(completeBash(names, 'foo', 'foo')).toEqual(['Foo:\\ bar', 'Foo:baz']);
    expect(completeBash(names, 'Foo:', '')).toEqual(['\\ bar', 'baz']);
    expect(completeBash(names, 'Foo:b', 'b')).toEqual(['baz']);
    expect(completeBash(names, '"Foo:', 'Foo:')).toEqual(['Foo: bar', 'Foo:baz']);
    expect(completeBash(['a!b', 'c! d'], '"', '')).toEqual(['c! d']);
  });
});

(has('bash') ? describe : describe.skip)('in bash', () => {
  let script: string;

  beforeAll(async () => {
    script = join(tempFolder(), 'blog.bash');
    writeFileSync(script, (await run(tempFolder(), ['completion', 'bash'])).stdout);
  });

  /** What bash would offer at the end of a line; `words` as bash cuts it. */
  function complete(folder: string, line: string, words: readonly string[], replaced = words.at(-1) ?? ''): string[] {
    const program = `
blog() { "$NODE" "$BIN" "$@"; }
source "$SCRIPT"
COMP_LINE=$LINE COMP_POINT=\${#LINE} COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_blog blog "$REPLACED" ""
printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', program, 'bash', ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        LC_ALL: 'C.UTF-8',
        NODE: process.execPath,
        BIN: resolve('bin/blog.js'),
        SCRIPT: script,
        LINE: line,
        REPLACED: replaced,
      },
    });
    expect(stderr).toBe('');
    return stdout.split('\n').slice(0, -1);
  }

  const offered = (line: string): string[] => complete(tempFolder(), line, line.split(' '));

  test('commands, options, choices, and what only some commands have', () => {
    expect(offered('blog li')).toEqual(['list']);
    expect(offered('blog -C x sho')).toEqual(['show']);
    expect(offered('blog help pu')).toEqual(['publish']);
    expect(offered('blog list --not')).toEqual(['--not-category', '--not-author']);
    expect(offered('blog ls --no-i')).toEqual(['--no-input']);
    expect(offered('blog list --match ')).toEqual(['any', 'all']);
    expect(offered('blog list --fields date,ti')).toEqual(['date,title']);
    expect(offered('blog validate --explain title-m')).toEqual(['title-missing']);
    expect(offered('blog categories ')).toEqual(['merge']);
    expect(offered('blog authors m')).toEqual(['merge']);
    expect(offered('blog publish --keep')).toEqual(['--keep-date']);
    expect(offered('blog init --h')).toEqual(['--hook', '--help']);
    expect(offered('blog list --search ')).toEqual(['']);
    expect(offered('blog --format x')).toEqual(['']);
  });

  test.each([
    ['categories', 'News'],
    ['tags', 'tea'],
    ['authors', 'Cy'],
  ])('the names of blog %s merge are of that kind', (command, name) => {
    const folder = siteOf({ '2020-01-01-p.md': ['title: T', 'categories: [News]', 'tags: [tea]', 'authors: [Cy]'] });
    const words = ['blog', command, 'merge', ''];
    expect(complete(folder, words.join(' '), words)).toEqual([name]);
  });

  test('every option of every command is offered, once', async () => {
    for (const { name, load, hidden } of commandRegistry) {
      if (hidden || name === 'help') continue;
      const command = new Command(name);
      (await load())(
        command,
        () => ({ shell: testShell().shell, globals: { input: true } }),
        () => undefined,
      );
      const flags = command.options.filter((option) => !option.hidden).flatMap((option) => option.long ?? []);
      const replies = offered(`blog ${name} --`);
      expect({ name, missing: flags.filter((flag) => !replies.includes(flag)) }).toEqual({ name, missing: [] });
      expect(new Set(replies).size).toBe(replies.length);
    }
  });

  test('a word that bash has cut at “=” or “:” is one', () => {
    const folder = siteWith(['Foo: bar', 'Foo:baz']);
    expect(
      complete(folder, 'blog validate --rule date-missing=', ['blog', 'validate', '--rule', 'date-missing', '=']),
    ).toEqual(['off', 'warn', 'error']);
    expect(
      complete(folder, 'blog list --category=Foo:b', ['blog', 'list', '--category', '=', 'Foo', ':', 'b']),
    ).toEqual(['baz']);
    expect(complete(folder, 'blog list --category=Foo:b', ['blog', 'list', '--category=Foo:b'])).toEqual([
      '--category=Foo:baz',
    ]);
  });

  test.each(['', '"', "'"])('after %j every name comes back from bash as it is, and nothing is run', (quote) => {
    const folder = siteWith(awkward);
    const line = `blog list -c ${quote}`;
    const replies = complete(folder, line, ['blog', 'list', '-c', quote], '');
    const program = 'for word; do eval "set -- $word"; printf "%s\\n" "$1"; done';
    // As readline does: a quote at the beginning takes the place of the open one, and the open one is closed at the end.
    const words = replies.map((reply) => {
      const opened = quote !== '' && reply.startsWith(quote) ? reply : quote + reply;
      return quote === '' || opened.endsWith(quote) ? opened : opened + quote;
    });
    const { stdout } = spawnSync('bash', ['-c', program, 'bash', ...words], { cwd: folder, encoding: 'utf8' });
    const expected = quote === '"' ? awkward.filter((name) => name !== 'a!b') : awkward;
    expect(stdout.split('\n').slice(0, -1).sort()).toEqual([...expected].sort());
    expect(filesIn(folder).filter((file) => file.includes('pwned'))).toEqual([]);
  });
});

(has('zsh') ? test : test.skip)('zsh can read its script', async () => {
  const { stdout } = await run(tempFolder(), ['completion', 'zsh']);
  expect(spawnSync('zsh', ['-n'], { input: stdout, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});

(has('fish') ? test : test.skip)('fish offers commands, options and names, and runs nothing of them', async () => {
  const folder = siteWith(awkward);
  const { stdout: script } = await run(folder, ['completion', 'fish']);
  const ask = (line: string): string[] => {
    const program = `function blog; '${process.execPath}' '${resolve('bin/blog.js')}' $argv; end\n${script}\ncomplete -C '${line}'`;
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', program], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout
      .split('\n')
      .slice(0, -1)
      .map((one) => one.split('\t')[0] ?? '');
  };
  expect(ask('blog li')).toContain('list');
  expect(ask('blog list --match ')).toEqual(expect.arrayContaining(['any', 'all']));
  expect(ask('blog list --not-c')).toContain('--not-category');
  // fish leaves a tilde at the beginning as it is: such a name is not offered.
  expect(ask('blog list -c ').sort()).toEqual(awkward.filter((name) => !name.startsWith('~')).sort());
  expect(filesIn(folder).filter((file) => file.includes('pwned'))).toEqual([]);
});

test('a shell that there is no script for', async () => {
  expect(await run(tempFolder(), ['completion', 'tcsh'])).toMatchObject({ status: 2, stdout: '' });
});
