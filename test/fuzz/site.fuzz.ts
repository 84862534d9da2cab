/** A folder of posts, whatever they hold, through every command: what each says agrees with what the others say. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { visible } from '../../src/report/escape.ts';
import { snapshot } from '../hostile/runCase.ts';
import { readWithFeedsmith, readXml } from '../support/feedReaders.ts';
import type { Run } from '../support/site.ts';
import { contentsOf, type Folder, inFolder } from './folder.ts';
import { expectNone, fuzz } from './fuzz.ts';
import { misplaced, unsafe } from './oracles.ts';
import { configTexts, fileNames, posts, toBytes } from './texts.ts';

type Files = Record<string, string>;

const files: fc.Arbitrary<Files> = fc
  .array(fc.tuple(fileNames, posts), { minLength: 1, maxLength: 4 })
  .map((some) => Object.fromEntries(some.map(([name, text]) => [`posts/${name}`, text])));

const bytesOf = (texts: Files): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, toBytes(text)]));

const site = ['--site-url', 'https://blog.example.org'];

interface Listed {
  file: string;
  status: string;
}

async function listed(folder: Folder): Promise<Listed[]> {
  const { stdout } = await folder.run('list', '--format', 'json', '--fields', 'file,status');
  return JSON.parse(stdout);
}

async function diagnosed(folder: Folder): Promise<Diagnostic[]> {
  return JSON.parse((await folder.run('validate', '--format', 'json')).stdout).diagnostics;
}

/** Rules of which each makes a post invalid, whichever field it is about. */
const vital =
  `front-matter-missing front-matter-unclosed front-matter-syntax front-matter-language front-matter-too-large
  not-a-file title-missing date-missing id-invalid slug-invalid id-duplicate url-duplicate`.split(/\s+/);
/** Rules of the text below, which lists do not read. */
const ofBodies = ['encoding', 'too-large'];

fuzz('commands that read agree, and change nothing', files, 2.5, async (texts) => {
  await inFolder(bytesOf(texts), async (folder) => {
    const before = snapshot(folder.outside);
    const list = await folder.run('list');
    const found = await listed(folder);
    const diagnostics = await diagnosed(folder);
    for (const [file, text] of Object.entries(texts)) {
      const own = diagnostics.filter((one) => one.file === file);
      const shown = own.some(({ rule }) => rule === 'encoding') ? text : toBytes(text).toString();
      expectNone(misplaced(own, shown), () => `${file}\n${text}`);
      const isListed = found.some((one) => one.file === file);
      const errors = own.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
      if (file.includes('/_')) expect([isListed, own]).toEqual([false, []]);
      else if (isListed) expect(errors.filter((rule) => vital.includes(rule))).toEqual([]);
      else expect(errors).not.toEqual([]);
    }
    const all = Object.keys(texts).filter((file) => !file.includes('/_'));
    expect(list.status).toBe(found.length === all.length ? 0 : 1);
    const broken = diagnostics.filter(({ rule }) => ofBodies.includes(rule)).map(({ file }) => file);
    const published = found.filter(({ file, status }) => status === 'published' && !broken.includes(file));
    const kept =
      found.length === all.length && published.length === found.filter((one) => one.status === 'published').length;
    await checkFeeds(folder, published.length, kept);
    await folder.show('list');
    await folder.show('validate');
    await folder.show('validate', '--fix', '--dry-run');
    await folder.run('validate', '--format', 'github');
    await folder.run('list', '--format', 'csv', '--why');
    await folder.show('categories');
    for (const { file } of found.slice(0, 1)) await folder.show('show', '--', file);
    expect(snapshot(folder.outside)).toEqual(before);
  });
});

async function checkFeeds(folder: Folder, items: number, isWhole: boolean): Promise<void> {
  for (const type of ['rss', 'atom', 'json']) {
    const plain = await folder.run('feed', ...site, '--type', type, '--limit', '0');
    expect([type, plain.status]).toEqual([type, isWhole ? 0 : 1]);
    const feed = isWhole ? plain : await folder.run('feed', ...site, '--type', type, '--limit', '0', '--skip-invalid');
    if (type !== 'json') readXml(feed.stdout);
    const read = readWithFeedsmith(feed.stdout);
    expect([type, read.length]).toEqual([type, items]);
    for (const { content = '', link = '', id } of read) {
      expectNone(unsafe(content), () => content);
      expect(link).toMatch(/^https?:\/\/[^\s<>"\\^`{|}]+$/);
      expect(id).toBeTruthy();
    }
  }
}

/** Front matter as another reader has it, and the text below; undefined where it is none, or one for experts. */
function dataOf(latin1: string): { data: Record<string, unknown>; body: string } | undefined {
  const match = /^(?:\xef\xbb\xbf)?---[^\n]*\n([\s\S]*?)^---[ \t]*\r?(?:\n|$)/m.exec(latin1);
  // That reader takes a return alone for no line break.
  if (match?.index !== 0 || /\r(?!\n)/.test(match[0])) return undefined;
  const document = parseDocument(Buffer.from(match[1] ?? '', 'latin1').toString(), {
    schema: 'core',
    logLevel: 'silent',
  });
  if (document.errors.length > 0 || /[&*!]/.test(match[1] ?? '')) return undefined;
  const data = document.toJS();
  const isMapping = typeof data === 'object' && data !== null && !Array.isArray(data);
  return isMapping ? { data, body: latin1.slice(match[0].length) } : undefined;
}

/** Fails where more of a file has changed than the fields that may: all others, the text below but for `names`, comments. */
function expectKept(
  before: string,
  after: string,
  mayChange: (key: string) => boolean,
  about: () => string,
  names: readonly string[] = [],
): void {
  const [old, now] = [dataOf(before), dataOf(after)];
  if (!old) return;
  const problems: string[] = [];
  if (!now) problems.push('its front matter cannot be read any more');
  else {
    if (without(names, old.body) !== without(names, now.body)) problems.push('the text has changed');
    for (const key of new Set([...Object.keys(old.data), ...Object.keys(now.data)])) {
      if (!isDeepStrictEqual(old.data[key], now.data[key]) && !mayChange(key)) problems.push(`${key} has changed`);
    }
  }
  const comments = (text: string): string[] => text.slice(0, text.indexOf('\n---', 3)).match(/^[ \t]*#.*$/gm) ?? [];
  for (const comment of comments(before)) if (!after.includes(comment)) problems.push(`${comment} is gone`);
  expectNone(problems, () => `${about()}\n${JSON.stringify(before)}\n${JSON.stringify(after)}`);
}

/** A text in Latin-1 without these names, as they are and as URLs have them. */
function without(names: readonly string[], text: string): string {
  const forms = names.flatMap((name) => [Buffer.from(name).toString('latin1'), encodeURIComponent(name)]);
  return forms.reduce((rest, form) => rest.replaceAll(form, ''), text);
}

fuzz('--fix changes what it names, and nothing the second time', files, 2, async (texts) => {
  await inFolder(bytesOf(texts), async (folder) => {
    const before = contentsOf(folder.root);
    const foreseen = await folder.run('validate', '--fix', '--dry-run');
    const fixed = await folder.run('validate', '--fix');
    const after = contentsOf(folder.root);
    const changed = Object.keys(before).filter((file) => before[file] !== after[file]);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(foreseen.stdout.match(/^--- (?!.*\/dev\/null)/gm)?.length ?? 0).toBeGreaterThanOrEqual(changed.length);
    for (const file of changed) {
      const said = fixed.stderr.split('\n').filter((line) => line.startsWith(`${visible(file)}: `));
      // Long ones are told by their beginning.
      const isNamed = (key: string): boolean => said.some((line) => line.includes(visible(key.slice(0, 50))));
      expectKept(before[file] ?? '', after[file] ?? '', isNamed, () => said.join('\n'));
    }
    await folder.run('validate', '--fix');
    expect(contentsOf(folder.root)).toEqual(after);
  });
});

/** `keys` are those that may change, as they are compared: in lower case, without `-` and `_`. */
const writings: readonly { args: (file: string) => string[]; keys: RegExp }[] = [
  { args: (file) => ['publish', '--keep-date', '--', file], keys: /^(?:draft|published|status|private)$/ },
  {
    args: (file) => ['publish', '--date', '2018-09-01', '--', file],
    keys: /^(?:draft|published|status|private|date|pubdate|publishdate|publishedat|postdate)$/,
  },
  { args: (file) => ['unpublish', '--', file], keys: /^(?:draft|published|status|private)$/ },
  {
    args: (file) => ['rename', '--slug', 'new-name', '--', file, 'New: “name” #1'],
    keys: /^(?:title|slug|postname|basename|id|aliases|redirectfrom)$/,
  },
];

fuzz(
  'publish, unpublish and rename keep everything else',
  fc.tuple(files, fc.constantFrom(...writings)),
  2,
  async ([texts, { args, keys }]) => {
    await inFolder({ ...bytesOf(texts), 'blog.config.yaml': 'site_url: https://a.example\n' }, async (folder) => {
      for (const { file } of await listed(folder)) {
        const before = contentsOf(folder.root);
        if (before[file] === undefined) continue;
        const [command = '', ...rest] = args(file);
        if (command === 'rename') await folder.show(command, '--dry-run', ...rest);
        const result = await folder.run(...args(file));
        const after = contentsOf(folder.root);
        expectOneChanged(before, after, file, keys, result);
      }
    });
  },
);

function expectOneChanged(
  before: Files,
  after: Files,
  file: string,
  keys: RegExp,
  { status, stdout, stderr }: Run,
): void {
  const gone = Object.keys(before).filter((one) => after[one] === undefined);
  const added = Object.keys(after).filter((one) => before[one] === undefined);
  const changed = Object.keys(before).filter((one) => after[one] !== undefined && after[one] !== before[one]);
  // Only what may lead to a renamed post from one that is broken had to stay.
  if (status !== 0 && !/its links were not updated/.test(stderr)) {
    expect({ stdout, gone, added, changed }).toEqual({ stdout: '', gone: [], added: [], changed: [] });
    return;
  }
  expect(gone.length).toBe(added.length);
  expect(gone.filter((one) => one !== file)).toEqual([]);
  const [now = file] = added;
  expect(stdout).toBe(`${visible(now)}\n`);
  // Links of a post to itself follow it, too.
  const names = [file, now].flatMap((one) => one.split('/').slice(1));
  expectKept(
    before[file] ?? '',
    after[now] ?? '',
    (key) => keys.test(key.toLowerCase().replace(/[-_]/g, '')),
    () => file,
    now === file ? [] : names,
  );
  // Links to a post that was renamed are all that changes elsewhere.
  for (const one of changed.filter((other) => other !== file)) expect(before[one]).toMatch(/\]\(|\]:|href|src/);
}

const configured = fc.tuple(configTexts, files);

fuzz('a config is read or refused, and then nothing is done', configured, 1.5, async ([config, texts]) => {
  await inFolder({ ...bytesOf(texts), 'blog.config.yaml': toBytes(config) }, async (folder) => {
    const before = snapshot(folder.outside);
    const results = [
      await folder.run('validate', '--format', 'json'),
      await folder.run('list', '--format', 'json'),
      await folder.run('feed', ...site, '--skip-invalid'),
      await folder.show('list', '--group-by', 'category'),
      await folder.show('validate'),
      await folder.run('new', 'A title', '--dry-run'),
      await folder.show('show', 'a'),
    ];
    expect(snapshot(folder.outside)).toEqual(before);
    const [validate, list, feed] = results as [Run, Run, Run];
    // Where one refuses the config, so do all.
    if (/invalid config|read config|config \S+ is/.test(validate.stderr)) {
      expect(results.map(({ status, stdout }) => `${status}${stdout}`)).toEqual(results.map(() => '2'));
      expectNone(misplacedIn(validate.stderr, config), () => `${validate.stderr}\n${config}`);
      return;
    }
    if (list.status !== 2) JSON.parse(list.stdout);
    if (validate.status !== 2) JSON.parse(validate.stdout);
    if (feed.stdout !== '') {
      readXml(feed.stdout);
      for (const { content = '' } of readWithFeedsmith(feed.stdout)) expectNone(unsafe(content), () => content);
    }
  });
});

/** Places of a config's mistakes that lie outside of it. */
function misplacedIn(stderr: string, text: string): string[] {
  const lines = toBytes(text)
    .toString()
    .replace(/^\ufeff/, '')
    .split('\n');
  return [...stderr.matchAll(/^ {2}blog\.config\.yaml:(\d+):(\d+): (.*)$/gm)].flatMap(([all, line, column]) => {
    const length = [...(lines[Number(line) - 1] ?? '')].length;
    return Number(line) <= lines.length && Number(column) <= length + 1 ? [] : [all];
  });
}
