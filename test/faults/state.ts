/** What is in a folder, and whether it may be so after a command that something went wrong in. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { manifestName, parseManifest } from '../../src/files/output/manifest.ts';
import { filesIn } from '../support/tempFolder.ts';

/** Path from the folder → text. */
export type Files = Readonly<Record<string, string>>;

/** The files of a site as they were, and as a run without a fault leaves them. */
export interface Ends {
  before: Files;
  after: Files;
  /** The one file that gets another name on the way. */
  moves?: readonly [from: string, to: string] | undefined;
}

/** All files below a folder, dot-files too. An id that is made anew in every run is nil. */
export function readFiles(folder: string): Files {
  const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  const textOf = (file: string): string =>
    readFileSync(join(folder, file), 'utf8').replace(uuid, '00000000-0000-4000-8000-000000000000');
  return Object.fromEntries(filesIn(folder).map((file) => [file, textOf(file)]));
}

/** Whether it is of the program's own making: a temporary file or a lock. */
export function isTemporary(file: string): boolean {
  return /(?:^|\/)(?:\.blog-build\.tmp\/\d+$|\.blog-\d+-[0-9a-f]{8}(?:-[0-9a-f]{12}\.tmp|\.lock)$)/.test(file);
}

export function withoutTemporaries(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([file]) => !isTemporary(file)));
}

/** The files that are neither as they were nor as they should become; those of the program's own making aside. */
export function tornFiles(files: Files, { before, after, moves }: Ends): string[] {
  const [from, to] = moves ?? [];
  if (from !== undefined && to !== undefined && from in files && to in files) return [from, to];
  const underNewName = (all: Files): Files =>
    Object.fromEntries(Object.entries(all).map(([file, text]) => [file === from ? (to ?? file) : file, text]));
  const [now, old, whole] = [files, before, after].map((all) => underNewName(withoutTemporaries(all))) as [
    Files,
    Files,
    Files,
  ];
  const names = new Set([now, old, whole].flatMap((all) => Object.keys(all)));
  // In between it names the old files and the new ones.
  for (const file of names) {
    if (basename(file) === manifestName && parseManifest(now[file] ?? '') !== undefined) names.delete(file);
  }
  return [...names].filter((file) => now[file] !== old[file] && now[file] !== whole[file]);
}
