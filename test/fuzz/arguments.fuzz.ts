/** Any arguments to any command, in a folder of their own: an answer, or what is wrong with them, and nothing else. */
import { isAbsolute, join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, expect } from '@jest/globals';
import { Command, type Option } from 'commander';
import { commandRegistry } from '../../src/commands/registry.ts';
import { createProgram } from '../../src/program.ts';
import { expectSound } from '../hostile/runCase.ts';
import { character } from '../support/anyText.ts';
import fc from '../support/fastCheck.ts';
import { run } from '../support/site.ts';
import { testShell } from '../support/testShell.ts';
import { contentsOf, inFolder } from './folder.ts';
import { fuzz } from './fuzz.ts';
import { textTokens, yamlTokens } from './tokens.ts';

interface Known {
  names: string[];
  options: readonly Option[];
}

/** The commands with their options, as they define themselves. */
const commands: Known[] = [];
const globals = createProgram(testShell().shell, () => undefined).options;

beforeAll(async () => {
  for (const { name, aliases = [], load } of commandRegistry) {
    const command = new Command(name);
    (await load())(command, unused, () => undefined);
    commands.push({ names: [name, ...aliases], options: command.options });
    for (const below of command.commands) {
      commands.push({ names: [`${name} ${below.name()}`], options: [...command.options, ...below.options] });
    }
  }
});

function unused(): never {
  throw new Error('a command that is only looked at was run');
}

const posts = {
  'posts/2018-07-05-a.md':
    '---\ntitle: "A"\ndate: 2018-07-05\nid: 699e980c-584f-475b-a4e7-6a59f0f7b6c4\nauthors: Ada (student)\ncategories: [News]\ntags: x\n---\nText, [b](b.md).\n',
  'posts/b.md': '---\ntitle: B\ndate: 2018-08-01\ndraft: true\ncategories: Événements\n---\n![](a.jpg)\n',
  'posts/broken.md': '---\ntitle: [\n---\n',
  'posts/_templates/own.md': '---\nlayout: x\n---\nOwn.\n',
  'feed.xml': 'no feed',
};
const withConfig = { ...posts, 'blog.config.yaml': 'site_url: https://blog.example.org\ntimezone: Europe/London\n' };

const familiar = [
  'posts',
  'posts/2018-07-05-a.md',
  'posts/b.md',
  'posts/broken.md',
  'a',
  'b',
  'broken',
  'News',
  'news',
  'Événements',
  'Ada',
  'Ada (student)',
  'x',
  'own',
  'A title',
  'a-slug',
  '2024-05-14',
  '2024-05-14T09:00+01:00',
  '2024',
  'last month',
  '3 weeks ago',
  'monday',
  'next february 30th',
  '12.05.2024',
  '0',
  '1',
  '-1',
  '1e3',
  '999999999',
  '9999999999',
  'feed.xml',
  'out/feed.xml',
  'new.xml',
  'blog.config.yaml',
  'title-missing=off',
  'title-missing',
  'titel-missing=warn',
  'a=b=c',
  'title,date,file',
  'title,,',
  'summary',
  'Europe/London',
  'en-GB',
  'https://blog.example.org',
  'HTTP://A.EXAMPLE:80/ä?b#c',
  'post',
  'bash',
  '.',
  '..',
  '../beside',
  './posts/',
  'posts/..',
  'nowhere/at/all',
  '',
  ' ',
  '-',
  '--',
  'merge',
  'help',
];
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...familiar) },
  { weight: 2, arbitrary: fc.constantFrom(...textTokens, ...yamlTokens) },
  { weight: 1, arbitrary: fc.string({ unit: character, maxLength: 6 }).filter((text) => !/^-|\//.test(text)) },
);

interface FlagValues {
  command: number;
  name: number;
  flags: { at: number; value: string; short: boolean; joined: boolean }[];
  operands: string[];
  config: boolean;
  terminal: boolean;
  input: string;
  help: boolean;
}

const given: fc.Arbitrary<FlagValues> = fc.record({
  command: fc.nat({ max: 1000 }),
  name: fc.nat({ max: 10 }),
  flags: fc.array(fc.record({ at: fc.nat({ max: 1000 }), value, short: fc.boolean(), joined: fc.boolean() }), {
    maxLength: 4,
  }),
  operands: fc.array(value, { maxLength: 3 }),
  config: fc.boolean(),
  terminal: fc.boolean(),
  input: fc.constantFrom('', 'Text.\n', '\0', '---\n', '\udcff'),
  help: fc.integer({ min: 0, max: 30 }).map((one) => one === 0),
});

/** Every path is one in the folder, or beside it: what tests write must stay in their own. No process is given a NUL. */
function tame(text: string, root: string): string {
  const some = text.replaceAll('\0', '');
  return isAbsolute(some) ? root + some : some.replace(/\.\.(?=.*\.\.)/gs, '.');
}

function argumentsOf({ command, name, flags, operands, help }: FlagValues, root: string): string[] {
  const { names, options } = commands[command % commands.length] as Known;
  const all = [...options, ...options, ...globals];
  const args = (names[name % names.length] ?? '').split(' ');
  for (const { at, value: text, short, joined } of flags) {
    const option = all[at % all.length] as Option;
    const flag = (short ? option.short : option.long) ?? option.long ?? option.short ?? '';
    const choices = option.argChoices ?? [];
    const chosen = choices.length > 0 && joined ? (choices[at % choices.length] ?? '') : tame(text, root);
    if (!option.required) args.push(flag);
    else if (joined && flag.startsWith('--')) args.push(`${flag}=${chosen}`);
    else args.push(flag, chosen);
  }
  return [...args, ...operands.map((text) => tame(text, root)), ...(help ? ['--help'] : [])];
}

function below(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]));
}

const terminal = { stdout: { width: 60, color: 1 as const }, stderr: { width: 60, color: 1 as const } };
/** What changes nothing whatever its other arguments are, where `--fix` and `-o` are not among them. */
const reads = /^(?:list|ls|validate|check|categories|tags|authors|feed|schema|completion|show|__complete)\b/;
/** Below a command that reads, this writes, wherever it stands. */
const merges = /^(?:categories|tags|authors)\b.* merge\b(?!.* (?:--dry-run|--help|-h)\b)/;
/** What either does all or nothing. */
const isWhole = /^(?:submit|publish|unpublish|rename|init|new)\b/;

fuzz('any arguments have an answer', given, 3, async (one) => {
  // Deep enough for every way up that the arguments may go.
  await inFolder(below('1/2/3/blog', one.config ? withConfig : posts), async ({ outside }) => {
    const root = join(outside, 'site/1/2/3/blog');
    const before = contentsOf(outside);
    const args = argumentsOf(one, root);
    const { status, stdout, stderr } = await run(root, args, {
      ...(one.terminal && terminal),
      env: { PATH: '/nonexistent', EDITOR: ':' },
      stdin: Readable.from(one.input === '' ? [] : [Buffer.from(one.input)]),
    });
    const words = args.flatMap((arg) => (arg.startsWith('--') ? arg.split('=') : [arg]));
    // Of several formats the last one holds.
    const format = words[words.lastIndexOf('--format') + 1];
    // Paths for `xargs -0` end in what they cannot hold.
    const shown = args.includes('-0') ? stdout.replaceAll('\0', '\n') : stdout;
    expectSound(
      { status, stdout: shown, stderr },
      words.filter((word) => word !== 'csv' || format === word),
      one.terminal,
    );
    const after = contentsOf(outside);
    const line = args.join(' ');
    const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (file) => before[file] !== after[file],
    );
    const about = { args, status, stderr, changed };
    const isWriter = merges.test(line) || / (?:--fix|-o|--output)\b/.test(line);
    // A merge that is refused has changed nothing, either.
    if (reads.test(line) && (!isWriter || (merges.test(line) && status === 2)))
      expect(about).toEqual({ ...about, changed: [] });
    // What was written before an editor could not be started stays, and is said.
    const isEdited = / (?:-e|--edit)\b/.test(line);
    if (isWhole.test(line) && status !== 0 && !isEdited) {
      expect(about).toEqual({ ...about, changed: [] });
    }
    const isStray = (file: string): boolean => /\.tmp$|canary/.test(file);
    const isElsewhere = (file: string): boolean => !line.includes('..') && !file.startsWith('site/1/2/3/blog/');
    expect(about).toEqual({ ...about, changed: changed.filter((file) => !isStray(file) && !isElsewhere(file)) });
    // What cannot be run says why, and nothing else; what can has said all.
    if (status === 2) {
      const isDone = isEdited && stderr.includes('but the post was written');
      expect({ ...about, stdout, said: stderr !== '' }).toEqual({ ...about, stdout: isDone ? stdout : '', said: true });
    }
    expect(stderr).toMatch(/^$|\n$/);
  });
});
