/** `blog init --hook`: the git hook, in a new blog or in one that is there already. */
import { refusal } from '../../errors.ts';
import { readPlainText } from '../../files/existing.ts';
import { isFree } from '../../files/folder.ts';
import { findHooks, makeExecutable } from '../../files/git.ts';
import { printedPath } from '../../files/posts.ts';
import { createFile, replaceFile } from '../../files/write/write.ts';
import { visible } from '../../report/escape.ts';
import { hookText, isOwnHook } from '../../report/gitHook.ts';
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
  const { hooks: path, inRepository } = findHooks(root, shell.env);
  const shown = visible(printedPath(root, path));
  if (isFree(path)) return { path, shown, text: hookText(inRepository, posts), before: undefined };
  const before = readPlainText(path);
  if (before !== undefined && isOwnHook(before)) return { path, shown, text: hookText(inRepository, posts), before };
  throw refusal(
    `${shown} is a hook of your own; nothing was written\nTo check posts in it, add: blog validate || exit 1`,
  );
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
