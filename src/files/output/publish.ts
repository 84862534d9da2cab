/** Puts the files of a site in place. */
import { renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explain, tried } from '../explain.ts';
import { pathBelow, renamePatiently, wordsForOpen } from '../windows.ts';
import { holdSignals } from '../write/temporary.ts';
import { replaceFile } from '../write/write.ts';
import { isOurs } from './content.ts';
import { createFolderCheck, createFolderMaker } from './folders.ts';
import { formatManifest, type Manifest, manifestName } from './manifest.ts';

export interface Publication {
  /** The folder in messages. */
  shown: string;
  before: Manifest;
  /** The hashes of all files of the site. */
  hashes: ReadonlyMap<string, string>;
  /** Where the new ones wait. */
  staged: ReadonlyMap<string, string>;
}

/**
 * Removes the files that are gone, with what is left of their folders, and puts the new ones in place. Writes nothing if
 * nothing has changed. Throws UserError if that fails, or a link in the folder leads out of it.
 */
export function publish(folder: string, { shown, before, hashes, staged }: Publication): void {
  const after: Manifest = new Map([...hashes].map(([path, hash]) => [path, [hash]]));
  const isListed = formatManifest(before) === formatManifest(after);
  if (isListed && staged.size === 0) return;
  const release = holdSignals();
  const checkFolder = createFolderCheck(folder, shown);
  const makeFolderOf = createFolderMaker(folder, shown);
  try {
    const gone = [...before].filter(([path]) => !hashes.has(path));
    for (const path of [...staged.keys(), ...gone.map(([path]) => path)]) checkFolder(path);
    const list = (manifest: Manifest): void => {
      replaceFile(join(folder, manifestName), formatManifest(manifest), `${shown}/${manifestName}`, { root: folder });
    };
    if (!isListed) list(union(before, after));
    // First, because a post that was taken back should be gone even if the disk is full.
    for (const [path, old] of gone) removeGone(folder, path, old, shown);
    for (const [path, temporary] of staged) {
      const target = pathBelow(folder, path);
      explain(
        `write ${shown}/${path}`,
        () => {
          makeFolderOf(path);
          renamePatiently(() => renameSync(temporary, target));
        },
        { ...wordsForOpen, EEXIST: 'a part of its path is not a folder' },
      );
    }
    if (!isListed) list(after);
  } finally {
    release();
  }
}

/** Each path with the hashes of both. */
function union(before: Manifest, after: Manifest): Manifest {
  const all = new Map(before);
  for (const [path, hashes] of after) all.set(path, [...new Set([...(before.get(path) ?? []), ...hashes])]);
  return all;
}

/** Removes a file if nobody has changed it, and its folders if they are empty. */
function removeGone(folder: string, path: string, hashes: readonly string[], shown: string): void {
  const target = pathBelow(folder, path);
  if (!isOurs(target, hashes)) return;
  explain(`delete ${shown}/${path}`, () => unlinkSync(target), wordsForOpen);
  tried(() => {
    for (let above = dirname(target); above.length > folder.length; above = dirname(above)) rmdirSync(above);
  });
}
