/** What a watcher tells: each way of saving, new and replaced folders, bursts. */
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { createWatcher, type Watcher } from '../../../src/files/watch/watch.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const watchers: Watcher[] = [];
afterEach(() => {
  for (const watcher of watchers.splice(0)) watcher.close();
});

/** A watcher, and what it has told: each time a set of paths. */
function watching(...folders: readonly string[]) {
  const told: ReadonlySet<string>[] = [];
  let wake = (): void => undefined;
  const watcher = createWatcher({
    changed: (paths) => {
      told.push(paths);
      wake();
    },
    limited: (why) => {
      throw new Error(why);
    },
  });
  watchers.push(watcher);
  watcher.watchFolders(folders);
  const isTold = (path: string): boolean => told.some((paths) => paths.has(path));
  /** Waits until a path was told of. */
  const hears = (path: string): Promise<true> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`not told of ${path}`)), 5000);
      wake = () => {
        if (!isTold(path)) return;
        clearTimeout(timer);
        resolve(true);
      };
      wake();
    });
  return { watcher, told, hears };
}

const saves: readonly [name: string, (path: string) => void][] = [
  ['in place', (path) => writeFileSync(path, 'new')],
  ['appended', (path) => appendFileSync(path, 'new')],
  [
    'by rename',
    (path) => {
      writeFileSync(`${path}.tmp`, 'new');
      renameSync(`${path}.tmp`, path);
    },
  ],
  [
    'in two steps',
    (path) => {
      writeFileSync(path, '');
      writeFileSync(path, 'new');
    },
  ],
  [
    'with a backup',
    (path) => {
      renameSync(path, `${path}~`);
      writeFileSync(path, 'new');
    },
  ],
  ['deleted', (path) => rmSync(path)],
];

test.each(saves)('%s, and again afterwards', async (_, save) => {
  const folder = tempFolder({ 'a.md': 'old' });
  const path = join(folder, 'a.md');
  const { told, hears } = watching(folder);
  save(path);
  await hears(path);
  // What was saved after an atomic save is lost where folders are watched recursively.
  told.length = 0;
  writeFileSync(path, 'newer');
  await hears(path);
});

test('a burst is told of once or twice', async () => {
  const folder = tempFolder({ 'a.md': '' });
  const { told, hears } = watching(folder);
  for (let count = 0; count < 200; count++) writeFileSync(join(folder, 'a.md'), `${count}`);
  await hears(join(folder, 'a.md'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(told.length).toBeLessThanOrEqual(2);
});

test('a folder in place of another is watched, and one that is gone is not', async () => {
  const root = tempFolder({ 'sub/a.md': '' });
  const sub = join(root, 'sub');
  const { watcher, told, hears } = watching(root, sub);
  renameSync(sub, join(root, 'old'));
  mkdirSync(sub);
  await hears(sub);
  watcher.watchFolders([root, sub]);
  writeFileSync(join(sub, 'b.md'), '');
  await hears(join(sub, 'b.md'));
  watcher.watchFolders([root]);
  told.length = 0;
  writeFileSync(join(sub, 'c.md'), '');
  writeFileSync(join(root, 'd.md'), '');
  await hears(join(root, 'd.md'));
  expect(told.flatMap((paths) => [...paths])).not.toContain(join(sub, 'c.md'));
});

test('a folder that does not exist is no problem', () => {
  const root = tempFolder();
  expect(() => watching(join(root, 'nosuch'))).not.toThrow();
});

test('nothing is told after the end', async () => {
  const folder = tempFolder();
  const { watcher, told } = watching(folder);
  writeFileSync(join(folder, 'a.md'), '');
  watcher.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(told).toEqual([]);
});
