/** Readers of feeds that are programs of their own: Debian's python3-feedparser, sfeed, newsboat and libxml2-utils. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SeenItem } from './feedReaders.ts';

/** A program's output; undefined where it is not installed. Fails where it ends with an error. */
function run(program: string, args: readonly string[], input?: string, home?: string): string | undefined {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', ...(home !== undefined && { HOME: home }) };
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 28,
    ...(input !== undefined && { input }),
  });
  if (result.error && 'code' in result.error && result.error.code === 'ENOENT') return undefined;
  if (result.status !== 0) throw new Error(`${program}: ${result.stderr || result.error}`);
  return result.stdout;
}

const pythons = ['/usr/bin/python3', 'python3'];

function findPython(module: string): string | undefined {
  return pythons.find((program) => {
    const { status } = spawnSync(program, ['-c', `import ${module}`]);
    return status === 0;
  });
}

export interface InstalledReader {
  name: string;
  isInstalled(): boolean;
  /** In the feed's order, as far as it keeps it. */
  read(feed: string): SeenItem[];
  /** The image of the feed itself, where the reader knows it. */
  readIcon?(feed: string): string | undefined;
}

const isThere = (program: string) => (): boolean => spawnSync(program, ['--version']).error === undefined;

const feedparserScript = `
import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
if feed.bozo: sys.exit(str(feed.bozo_exception))
print(json.dumps([{
  'title': e.get('title'), 'link': e.get('link'), 'id': e.get('id'), 'date': e.get('published'),
  'summary': e.get('summary'), 'content': (e.get('content') or [{}])[0].get('value'),
  'enclosure': (e.get('enclosures') or [{}])[0].get('href'),
  'authors': [a.get('name') for a in e.get('authors', [])], 'categories': [t.term for t in e.get('tags', [])],
} for e in feed.entries]))`;

const iconScript = `
import feedparser, sys
feed = feedparser.parse(sys.stdin.buffer.read()).feed
print(feed.get('icon') or feed.get('image', {}).get('href') or '')`;

const feedparser: InstalledReader = {
  name: 'feedparser',
  isInstalled: () => findPython('feedparser') !== undefined,
  read: (feed) => JSON.parse(run(findPython('feedparser') ?? '', ['-c', feedparserScript], feed) ?? '[]'),
  readIcon: (feed) => run(findPython('feedparser') ?? '', ['-c', iconScript], feed)?.trim() || undefined,
};

const sfeed: InstalledReader = {
  name: 'sfeed',
  isInstalled: () => spawnSync('sfeed', [], { input: '' }).error === undefined,
  read(feed) {
    const lines = (run('sfeed', [], feed) ?? '').split('\n').filter((line) => line !== '');
    return lines.map((line) => {
      const [date = '', title, link, content, , id, author = '', enclosure, categories = ''] = line.split('\t');
      const written = content?.replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\\\', '\\');
      return {
        title,
        link,
        id,
        date: new Date(Number(date) * 1000).toISOString(),
        content: written,
        enclosure: enclosure === '' ? undefined : enclosure,
        authors: [author],
        categories: categories.split('|'),
      };
    });
  },
};

const rowsScript = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute('select title, url, guid, pubDate, content, author from rss_item order by pubDate desc, id desc')
print(json.dumps(rows.fetchall()))`;

const newsboat: InstalledReader = {
  name: 'newsboat',
  isInstalled: () => isThere('newsboat')() && findPython('sqlite3') !== undefined,
  read(feed) {
    const home = mkdtempSync(join(tmpdir(), 'blog-newsboat-'));
    try {
      const [file, urls, cache] = ['feed.xml', 'urls', 'cache.db'].map((name) => join(home, name)) as [
        string,
        string,
        string,
      ];
      writeFileSync(file, feed);
      writeFileSync(urls, `file://${file}\n`);
      run('newsboat', ['-u', urls, '-c', cache, '-C', '/dev/null', '-x', 'reload'], undefined, home);
      const rows: string[][] = JSON.parse(run(findPython('sqlite3') ?? '', ['-c', rowsScript, cache]) ?? '[]');
      return rows.map(([title, link, id, date, content, author = '']) => ({
        title,
        link,
        id,
        date: new Date(Number(date) * 1000).toISOString(),
        content,
        authors: author.split(', '),
        categories: [],
      }));
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
};

export const installedReaders: readonly InstalledReader[] = [feedparser, sfeed, newsboat];

/** What xmllint counts of an element; undefined where it is not installed. */
export function countWithXmllint(feed: string, element: string): number | undefined {
  const counted = run(
    'xmllint',
    ['--noent', '--nonet', '--huge', '--xpath', `count(//*[local-name()="${element}"])`, '-'],
    feed,
  );
  return counted === undefined ? undefined : Number(counted);
}
