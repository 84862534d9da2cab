/**
 * Writes a site to a folder. What is new is first written to a hidden folder in it, so that nothing has changed if a post
 * cannot be rendered, and then put in place. A command that was killed is completed by the next one, because the list of
 * files names the old and the new ones in between.
 */
import { lstatSync, mkdirSync, rmSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { foldName } from '../../post/fields/slug.ts';
import { explain, tried, withFile } from '../explain.ts';
import { makeFolder } from '../folder.ts';
import { hashText } from '../imported.ts';
import { pathBelow } from '../windows.ts';
import { writeBytes } from '../write/atomic.ts';
import { beforeSignalsEnd } from '../write/temporary.ts';
import { hasBytes, hashOf, isCopy, isOurs, type OutputContent, toBytes, withCopy } from './content.ts';
import { createObstacleFinder } from './folders.ts';
import type { Manifest } from './manifest.ts';
import { publish } from './publish.ts';

/** A file of the site. */
export interface OutputFile {
  /** In the folder, with `/`. */
  path: string;
  content: OutputContent;
}

/** How a folder differs from the site; paths with `/`. */
export interface OutputChanges {
  added: string[];
  changed: string[];
  /** Written before, and not part of the site any more. */
  gone: string[];
  /** In the way: something that `blog build` has not written. */
  foreign: string[];
  unchanged: number;
}

export interface OutputOptions {
  /** The folder in messages. */
  shown: string;
  /** What was written before; empty for a new folder. */
  before: Manifest;
  /** False to compare only. */
  isWritten: boolean;
}

/** The folder in which new files wait. */
const stagingName = '.blog-build.tmp';

/**
 * Opens an absolute folder for a site: `add` each of its files, then `compare`, and `publish` to put them in place; `close`
 * in any case. All but `close` throw UserError if a file cannot be read or written.
 */
export function openOutput(folder: string, { shown, before, isWritten }: OutputOptions) {
  const staging = join(folder, stagingName);
  const hashes = new Map<string, string>();
  /** Where new files wait. */
  const staged = new Map<string, string>();
  const changes: OutputChanges = { added: [], changed: [], gone: [], foreign: [], unchanged: 0 };
  const findObstacle = createObstacleFinder(folder);
  const spellings = new Map([...before.keys()].map((path) => [foldName(path), path]));
  const removeStaging = (): void => {
    tried(() => rmSync(staging, { recursive: true, force: true }));
  };
  const stopListening = isWritten ? beforeSignalsEnd(removeStaging) : undefined;
  /** Writes a new file to where it waits, with what `write` puts into it. */
  const stage = (path: string, write: (fd: number) => void): void => {
    if (!isWritten) return;
    explain(`write ${shown}/${path}`, () => {
      if (staged.size === 0) {
        makeFolder(folder);
        removeStaging();
        mkdirSync(staging);
      }
      const temporary = join(staging, String(staged.size));
      withFile(temporary, 'wx', write);
      staged.set(path, temporary);
    });
  };
  /** Adds a file of which the folder has another version, or none. */
  const addNew = (path: string, there: Stats | undefined): void => {
    if (there) (before.has(path) && there.isFile() ? changes.changed : changes.foreign).push(path);
    else if (before.has(path)) changes.changed.push(path);
    else changes.added.push(path);
    const obstacle = there ? undefined : findObstacle(path);
    if (obstacle !== undefined && !before.has(obstacle)) changes.foreign.push(obstacle);
  };
  return {
    add: ({ path, content }: OutputFile): void => {
      const target = pathBelow(folder, path);
      // A disk that ignores case finds the file by its old name, under which it is about to be removed.
      const isRenamed = !before.has(path) && spellings.has(foldName(path));
      const there = tried(() => lstatSync(target, { throwIfNoEntry: false }));
      let isSame = !isRenamed && there?.isFile() === true;
      if (isCopy(content)) {
        withCopy(content, ({ size, hash }) => {
          isSame &&= there?.size === size;
          if (isSame || !isWritten) hashes.set(path, hash());
          isSame &&= hashOf(target) === hashes.get(path);
          // It may have changed since it was read first.
          if (!isSame) stage(path, (fd) => hashes.set(path, hash(fd)));
        });
      } else {
        const bytes = toBytes(content);
        isSame &&= there?.size === bytes.length && hasBytes(target, bytes);
        hashes.set(path, hashText(bytes));
        if (!isSame) stage(path, (fd) => writeBytes(fd, bytes));
      }
      if (isSame) changes.unchanged++;
      else addNew(path, there);
    },
    /** How the folder differs from the files that were added. */
    compare: (): OutputChanges => {
      const gone = [...before].filter(([path, old]) => !hashes.has(path) && isOurs(pathBelow(folder, path), old));
      return { ...changes, gone: gone.map(([path]) => path), foreign: [...new Set(changes.foreign)] };
    },
    /** Puts the new files in place, and removes those that are gone. */
    publish: (): void => publish(folder, { shown, before, hashes, staged }),
    close: async (): Promise<void> => {
      if (isWritten) removeStaging();
      await stopListening?.();
    },
  };
}
