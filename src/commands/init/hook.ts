/** `blog init --hook`: the git hook, in a new blog or in one that is there already. */
import { dirname, join } from 'node:path';
import { refusal } from '../../errors.ts';
import { findIn } from '../../files/config.ts';
import { readPlainText } from '../../files/existing.ts';
import { isFree } from '../../files/folder.ts';
import { checkInside } from '../../files/outside.ts';
import { printedPath } from '../../files/posts.ts';
import { findHook, makeExecutable } from '../../files/programs/git.ts';
import { createFile, replaceFile } from '../../files/write/write.ts';
import { visible } from '../../report/escape.ts';
import { hookLine, hookText, isOwnHook, isUnchangedHook, siteOfHook } from '../../report/gitHook.ts';
import type { Context } from '../context.ts';

/** A hook that can be written. */
export interface Hook {
  path: string;
  shown: string;
  text: string;
  /** The text of an older one of ours. */
  before: string | undefined;
}

/** The hook for a blog in `root`. Throws UserError if there is no repository, or another hook. */
export function planHook(root: string, posts: string, { shell }: Context): Hook {
  const { hook: path, inRepository, top } = findHook(root, shell.env);
  const shown = visible(printedPath(root, path));
  checkInside(top, dirname(path), shown);
  const text = hookText(inRepository, posts);
  if (isFree(path)) return { path, shown, text, before: undefined };
  const before = readPlainText(path);
  if (before === undefined || !isOwnHook(before)) {
    throw refusal([
      `${shown} is a hook of your own; nothing was written`,
      `To check posts in it, add: ${hookLine(inRepository)}`,
    ]);
  }
  const other = siteOfHook(before) ?? inRepository;
  if (other !== inRepository && findIn(join(top, other)) !== undefined) {
    throw refusal([
      `${shown} checks the posts in “${other.slice(0, -1) || '.'}”; nothing was written`,
      `To check both, add below its first line: ${hookLine(inRepository)}`,
    ]);
  }
  // Lines that the user has added would be lost.
  if (!isUnchangedHook(before)) {
    throw refusal([
      `${shown} was changed since it was written, or is of another version; nothing was written`,
      'To write it anew, delete it first',
    ]);
  }
  return { path, shown, text, before };
}

/** Writes the hook. Throws UserError if that fails. */
export function writeHook({ path, shown, text, before }: Hook): void {
  const isWritten =
    before === undefined
      ? createFile(path, text, shown, { root: undefined })
      : replaceFile(path, text, shown, { root: undefined, isStill: () => readPlainText(path) === before });
  if (!isWritten) throw refusal(`${shown} was changed by another program; run the command again`);
  makeExecutable(path, shown);
}

/** What the hook does, and how to be rid of it. */
export function hookNote({ shown }: Hook): string {
  return `git commit now checks the posts that you commit; to stop that, delete ${shown}`;
}
