/** Puts the files of a site in place. */
import { renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explain, tried } from '../explain.ts';
import { pathBelow, renamePatiently, wordsForOpen } from '../windows.ts';
import { holdSignals } from '../write/temporary.ts';
import { replaceFile } from '../write/write.ts';
import { createFolderCheck, createFolderMaker } from './folders.ts';
import { findGone, type Leaving } from './gone.ts';
import { formatManifest, type Manifest, manifestName } from './manifest.ts';

export interface Publication extends Leaving {
  /** Where new files wait. */
  staged: ReadonlyMap<string, string>;
}

/**
 * Removes the files that are gone, with what is left of their folders, and puts the new ones in place. Those that were changed,
 * or copied, stay in the list until somebody has removed them. Writes nothing if nothing has changed. Throws UserError if that fails, or
 * a link in the folder leads out of it.
 */
export function publish(folder: string, { staged, ...site }: Publication): void {
  const { shown, before, hashes } = site;
  const checkFolder = createFolderCheck(folder, shown);
  for (const path of [...staged.keys(), ...before.keys()]) if (staged.has(path) || !hashes.has(path)) checkFolder(path);
  const { gone, listed } = findGone(folder, site);
  const after = new Map([...hashes].map(([path, hash]): [string, readonly string[]] => [path, [hash]]));
  for (const path of listed) after.set(path, before.get(path) ?? []);
  const isListed = formatManifest(before) === formatManifest(after);
  if (isListed && staged.size === 0) return;
  const release = holdSignals();
  const makeFolderOf = createFolderMaker(folder, shown);
  try {
    const list = (manifest: Manifest): void => {
      replaceFile(join(folder, manifestName), formatManifest(manifest), `${shown}/${manifestName}`, { root: folder });
    };
    if (!isListed) list(union(before, after));
    // First, because a post that was taken back should be gone even if the disk is full.
    for (const path of gone) removeGone(folder, path, shown);
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

/** Removes a file, and its folders if they are empty. */
function removeGone(folder: string, path: string, shown: string): void {
  const target = pathBelow(folder, path);
  explain(`delete ${shown}/${path}`, () => unlinkSync(target), wordsForOpen);
  tried(() => {
    for (let above = dirname(target); above.length > folder.length; above = dirname(above)) rmdirSync(above);
  });
}
