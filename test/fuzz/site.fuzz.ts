/** A folder of posts, whatever they hold, through every command: what each says agrees with what the others say. */
import { expect } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { visible } from '../../src/report/escape.ts';
import { snapshot } from '../hostile/runCase.ts';
import fc from '../support/fastCheck.ts';
import { readWithFeedsmith, readXml } from '../support/feedReaders.ts';
import type { Run } from '../support/site.ts';
import { contentsOf, type Folder, inFolder } from './folder.ts';
import { expectNone, fuzz } from './fuzz.ts';
import { dataOf, lost } from './kept.ts';
import { misplaced, saysDraft, unsafe } from './oracles.ts';
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

interface Expected {
  file: string;
  isLeft: boolean | undefined;
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
  `front-matter-missing front-matter-unclosed front-matter-syntax merge-conflict front-matter-language front-matter-too-large
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
      const errors = own.flatMap(({ severity, message, rule }) =>
        // Who reads a post at a former URL is led elsewhere, and no more.
        severity === 'error' && !message.startsWith('former URL') ? [rule] : [],
      );
      if (file.includes('/_')) expect([isListed, own]).toEqual([false, []]);
      else if (isListed) expect(errors.filter((rule) => vital.includes(rule))).toEqual([]);
      else expect(errors).not.toEqual([]);
    }
    const all = Object.keys(texts).filter((file) => !file.includes('/_'));
    expect(list.status).toBe(found.length === all.length ? 0 : 1);
    const broken = diagnostics.filter(({ rule }) => ofBodies.includes(rule)).map(({ file }) => file);
    const published = found.filter(({ status }) => status === 'published').map(({ file }) => file);
    const readable = published.filter((file) => !broken.includes(file));
    const unlisted = all.filter((file) => !found.some((one) => one.file === file));
    await checkFeeds(folder, readable.length, [
      ...found.map(({ file }) => ({ file, isLeft: published.includes(file) && broken.includes(file) })),
      ...unlisted.map((file) => ({ file, isLeft: isLeftOut(texts[file] ?? '', file) })),
    ]);
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

/** Whether feeds must speak of an invalid post: not of a plain draft; undefined where only its author knows. */
function isLeftOut(text: string, file: string): boolean | undefined {
  // Without a fence that is one, or with bytes that are no text, nothing says what it is.
  const isText = /^\ufeff?---[ \t]*\r?\n/.test(text) && !/(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
  const data = isText ? dataOf(toBytes(text).toString('latin1'))?.data : undefined;
  const isDraft = saysDraft(`${file}\n${text}`, data);
  return isDraft === undefined ? undefined : !isDraft;
}

/** `expected` is which posts are left out with a word about them, as far as that is known. */
async function checkFeeds(folder: Folder, items: number, expected: readonly Expected[]): Promise<void> {
  for (const type of ['rss', 'atom', 'json']) {
    const plain = await folder.run('feed', ...site, '--type', type, '--limit', '0');
    const feed = await folder.run('feed', ...site, '--type', type, '--limit', '0', '--skip-invalid');
    const lines = feed.stderr.split('\n');
    const left = new Map(
      expected.map(({ file }) => [file, lines.some((line) => line.startsWith(`${visible(file)}:`))]),
    );
    for (const { file, isLeft } of expected) {
      if (isLeft !== undefined) expect([type, file, left.get(file)]).toEqual([type, file, isLeft]);
    }
    const isWhole = ![...left.values()].includes(true);
    expect([type, plain.status, feed.status]).toEqual(isWhole ? [type, 0, 0] : [type, 1, 1]);
    expect(plain.stdout).toBe(isWhole ? feed.stdout : '');
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

/** A text on one line. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

fuzz('a fix changes what it names, and nothing the second time', files, 2, async (texts) => {
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
      const isPlain = said.some((line) => line.includes('replace the invisible characters'));
      const [old = '', now = ''] = [before[file], after[file]];
      expectNone(lost(old, now, isNamed, { isPlain }), () => [...said, ...[old, now].map(quoted)].join('\n'));
    }
    await folder.run('validate', '--fix');
    expect(contentsOf(folder.root)).toEqual(after);
  });
});

/** Keys as they are compared: in lower case, without `-` and `_`. */
const signs =
  /^(?:draft|isdraft|unpublished|private|unlisted|published|publish|dgpublish|status|poststatus|visibility)$/;
const dates = /^(?:date|pubdate|publishdate|publishedat|postdate|pubdatetime)$/;
const names = /^(?:title|posttitle|slug|postname|basename)$/;
/** Each with the keys that may change. */
const writings: readonly { args: (file: string) => string[]; keys: readonly RegExp[] }[] = [
  { args: (file) => ['submit', '--', file], keys: [signs] },
  { args: (file) => ['publish', '--keep-date', '--', file], keys: [signs] },
  { args: (file) => ['publish', '--date', '2018-09-01', '--', file], keys: [signs, dates] },
  { args: (file) => ['unpublish', '--', file], keys: [signs] },
  { args: (file) => ['rename', '--slug', 'new-name', '--', file, 'New: “name” #1'], keys: [names] },
];
/** Commands that may move a post, or will let it move, and keep its old URL. */
const moves = /^(?:rename|publish --date|unpublish)\b/;

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
        expectOneChanged(before, after, file, { keys, line: args(file).join(' ') }, result);
      }
    });
  },
);

function expectOneChanged(
  before: Files,
  after: Files,
  file: string,
  { keys, line }: { keys: readonly RegExp[]; line: string },
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
  const paths = [file, now].flatMap((one) => one.split('/').slice(1));
  const mayChange = (key: string, was: unknown, is: unknown): boolean => {
    const name = key.toLowerCase().replace(/[-_]/g, '');
    // What readers know a post by is added where there is none, and never replaced.
    if (name === 'id') return isEmpty(was) && /^https?:\/\//.test(String(is)) && !line.startsWith('submit');
    if (/^(?:aliases|redirectfrom)$/.test(name)) return moves.test(line) && isAdded(was, is);
    return keys.some((some) => some.test(name));
  };
  const [old = '', is = ''] = [before[file], after[now]];
  const problems = lost(old, is, mayChange, { names: now === file ? [] : paths });
  expectNone(problems, () => [line, file, ...[old, is].map(quoted)].join('\n'));
  // Links to a post that was renamed are all that changes elsewhere.
  for (const one of changed.filter((other) => other !== file)) expect(before[one]).toMatch(/\]\(|\]:|href|src/);
}

/** Whether a value has nothing that anybody sees. */
function isEmpty(value: unknown): boolean {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '').replace(/^(?:\[\]|\{\}|"")$/, '');
  return !/[^\s\p{Cf}\p{Cc}\p{Cn}]/u.test(text);
}

/** Whether a list has one more entry, and lacks none of the others but one: that which is the new URL. */
function isAdded(was: unknown, is: unknown): boolean {
  const [old, now] = [was, is].map((value) => (Array.isArray(value) ? value : [value ?? []].flat()).map(String));
  return (old ?? []).filter((alias) => !now?.includes(alias)).length <= 1;
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
