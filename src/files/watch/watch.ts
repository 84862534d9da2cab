/** Watches folders for changes. Each by itself: on Linux, Node’s recursive watching loses what is saved after an atomic save. */
import { type FSWatcher, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { describeSystemError, errorCode } from '../../errors.ts';
import { tried } from '../explain.ts';

export interface Watching {
  /** Called with the paths of what may have changed, absolute: of files, or of folders whose entries have. */
  changed(paths: ReadonlySet<string>): void;
  /** Called once if the system allows no more watches: whoever watches then has to look by itself now and then. */
  limited(why: string): void;
}

export interface Watcher {
  /** Watches exactly these folders from now on, absolute paths. */
  watchFolders(folders: Iterable<string>): void;
  close(): void;
}

/** ms; a save may be several events, one directly after the other. */
const quiet = 8;
/** ms; however many follow. */
const longest = 60;

interface Watched {
  watcher: FSWatcher;
  dev: number;
  ino: number;
}

/** Watches nothing yet. */
export function createWatcher({ changed, limited }: Watching): Watcher {
  const watched = new Map<string, Watched>();
  let isLimited = false;
  const { note, cancel } = collect(changed);

  const drop = (folder: string): void => {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  };
  const limit = (error: unknown): void => {
    if (!isLimited) limited(describeSystemError(error));
    isLimited = true;
  };
  const add = (folder: string): void => {
    const before = tried(() => statSync(folder));
    if (!before?.isDirectory()) return;
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        note(name === null ? folder : join(folder, name));
      });
      // The folder has gone: its parent tells.
      watcher.on('error', () => {
        drop(folder);
        note(folder);
      });
      watched.set(folder, { watcher, dev: before.dev, ino: before.ino });
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined) throw error;
      if (!['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(code)) limit(error);
    }
  };

  return {
    watchFolders(folders) {
      const wanted = new Set(folders);
      for (const folder of watched.keys()) if (!wanted.has(folder)) drop(folder);
      for (const folder of wanted) {
        const known = watched.get(folder);
        const stats = known && tried(() => statSync(folder));
        // Another folder may have its name by now.
        if (known && (stats?.ino !== known.ino || stats.dev !== known.dev)) drop(folder);
        if (!watched.has(folder)) add(folder);
      }
    },
    close() {
      cancel();
      for (const folder of [...watched.keys()]) drop(folder);
    },
  };
}

/** Collects paths until there was none for a moment. */
function collect(changed: Watching['changed']): { note(path: string): void; cancel(): void } {
  let paths = new Set<string>();
  let first = 0;
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    timer = undefined;
    const told = paths;
    paths = new Set();
    changed(told);
  };
  return {
    note(path) {
      if (paths.size === 0) first = performance.now();
      paths.add(path);
      clearTimeout(timer);
      timer = setTimeout(tell, Math.max(0, Math.min(quiet, first + longest - performance.now())));
    },
    cancel: () => clearTimeout(timer),
  };
}
