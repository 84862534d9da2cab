/** Keeps a preview up to date with the disk. */
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { UserError } from '../../errors.ts';
import { isFolder } from '../../files/posts.ts';
import { foldersBelow } from '../../files/watch/folders.ts';
import { isMomentary, stateOf } from '../../files/watch/states.ts';
import { createWatcher } from '../../files/watch/watch.ts';
import type { ChangeKind } from '../../serve/events.ts';
import type { Context } from '../context.ts';
import { placeOf } from '../pages/siteFiles.ts';
import { openSite, readClock } from '../site.ts';
import { readChanges } from './changes.ts';
import type { Preview } from './state.ts';

export interface Live {
  /** Looks whether anything has changed: for a tab that the user comes back to. */
  rescan(): void;
  /** Ends the watching. */
  close(): void;
}

export interface LiveSettings {
  context: Context;
  /** Called after each change that may be seen. */
  changed(kind: ChangeKind): void;
  /** Says once why changes are looked for only now and then. */
  limited(why: string): void;
  /** Called with what should not have happened. */
  failed(error: unknown): void;
}

/** ms; an editor that saves in two steps is done with both. */
const patience = 150;
/** ms between two looks at the posts that are open. */
const glance = 500;
/** ms between two looks at everything, where the system does not tell of changes. */
const poll = 2000;
/** ms; tabs may ask for more. */
const shortestRescan = 1000;

const untilThen = 'Until this is fixed, pages are shown with the config as it was';

/** Begins to watch the files of a preview. */
export function watchPreview(preview: Preview, { context, changed, limited, failed }: LiveSettings): Live {
  let queue = Promise.resolve();
  let folders = new Set<string>();
  let lastScan = performance.now();
  const notices: Record<'config' | 'files', string | undefined> = { config: undefined, files: undefined };
  let configState = stateOf(preview.site.configFile ?? '');
  const timers = new Set<NodeJS.Timeout>();
  const watcher = createWatcher({
    changed: (paths) => enqueue(paths, false),
    limited: (why) => {
      limited(why);
      timers.add(setInterval(rescan, poll));
    },
  });

  const enqueue = (paths: ReadonlySet<string>, isLast: boolean): void => {
    queue = queue.then(() => showing('files', () => apply(paths, isLast))).catch(failed);
  };

  /** What the user has to change is shown on every page, which otherwise stays as it was. */
  const showing = async (what: keyof typeof notices, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      notices[what] = undefined;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const lines = what === 'config' ? [...error.lines, untilThen] : error.lines;
      notices[what] = lines.join('\n');
    }
    const notice = notices.config ?? notices.files;
    if (preview.notice === notice) return;
    preview.notice = notice;
    changed('config');
  };

  const watchFolders = (): void => {
    const { root, folder, config } = preview.site;
    const shown = [...preview.assets.values()].map((asset) => dirname(placeOf(asset, preview.site).path));
    const files = config.static === undefined ? [] : foldersBelow(join(root, config.static));
    folders = new Set([dirname(root), root, ...foldersBelow(folder.path), ...files, ...shown]);
    watcher.watchFolders(folders);
  };

  const apply = async (paths: ReadonlySet<string>, isLast: boolean): Promise<void> => {
    const { site, posts } = preview;
    const shown = new Set([...preview.assets.values()].map((asset) => placeOf(asset, site).path));
    const due = readChanges(paths, {
      configFile: site.configFile,
      root: site.root,
      posts: site.folder.path,
      files: site.config.static === undefined ? undefined : join(site.root, site.config.static),
      postAt: posts.fileAt,
      isFolder: (path) => folders.has(path) || isFolder(path),
      isShown: (path) => shown.has(path),
    });
    if (due.isConfigDue && isConfigChanged()) return showing('config', reload);
    const later = new Set<string>();
    let change = due.isListDue && (await list(isLast, later));
    for (const file of due.posts) {
      if (!isLast && isMomentary(file.path)) later.add(file.path);
      else {
        const found = posts.read(file.file);
        change ||= found === 'fields';
        if (found === 'text') changed('posts');
      }
    }
    if (due.isListDue || due.isMediaDue) preview.pages.forgetFiles();
    if (change) preview.plan();
    if (due.isMediaDue) changed('media');
    if (change) changed('posts');
    if (later.size > 0) after(patience, () => enqueue(later, true));
  };

  /** Looks which posts there are. What is gone is so only after a moment, unless it has another name by now. */
  const list = async (isLast: boolean, later: Set<string>): Promise<boolean> => {
    const { posts } = preview;
    const { added, removed } = posts.list();
    await posts.readAll();
    const renamed = posts.findRenamed(removed, added);
    preview.noteRenamed(renamed);
    const gone = removed.filter((name) => !renamed.has(name));
    if (!isLast) for (const name of gone) later.add(posts.fileOf(name)?.path ?? '');
    posts.forget(isLast ? removed : [...renamed.keys()]);
    watchFolders();
    const isTextNew = preview.readTexts();
    return isTextNew || added.length > 0 || renamed.size > 0 || (isLast && removed.length > 0);
  };

  const isConfigChanged = (): boolean => {
    const state = stateOf(preview.site.configFile ?? '');
    if (state === configState && state !== '') return false;
    configState = state;
    return true;
  };

  /** Reads the config, and then everything. Throws UserError for an invalid one. */
  const reload = async (): Promise<void> => {
    const site = await openSite(context);
    await preview.readAll(site);
    configState = stateOf(site.configFile ?? '');
    watchFolders();
    changed('config');
  };

  const rescan = (): void => {
    if (performance.now() - lastScan < shortestRescan) return;
    lastScan = performance.now();
    queue = queue.then(() => showing('files', scan)).catch(failed);
  };

  const scan = async (): Promise<void> => {
    const { site, posts } = preview;
    const paths = new Set([site.folder.path]);
    for (const [at, file] of posts.files().entries()) {
      if (at % 500 === 0) await nextTurn();
      if (posts.isChanged(file.file)) paths.add(file.path);
    }
    for (const path of preview.changedFiles()) paths.add(path);
    if (site.configFile !== undefined && stateOf(site.configFile) !== configState) paths.add(site.configFile);
    await apply(paths, false);
  };

  const after = (ms: number, then: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      then();
    }, ms);
    timers.add(timer);
  };

  watchFolders();
  timers.add(
    setInterval(() => {
      if (preview.nextMoment <= readClock(preview.site, preview.site.config.timeZone)) {
        preview.plan();
        changed('posts');
      }
      const open = preview.open.filter((name) => preview.posts.isChanged(name));
      if (open.length > 0) enqueue(new Set(open.flatMap((name) => preview.posts.fileOf(name)?.path ?? [])), false);
    }, glance),
  );
  return {
    rescan,
    close() {
      watcher.close();
      for (const timer of timers) clearInterval(timer);
    },
  };
}
