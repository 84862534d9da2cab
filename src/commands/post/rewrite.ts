/** Shared by commands that change posts in place. */
import { refusal, type UserError } from '../../errors.ts';
import type { PostFile } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import { replaceText } from '../../files/write/replaceText.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { visible } from '../../report/escape.ts';
import type { Rewriting } from './diff.ts';

/** A post's whole text. Throws UserError if it cannot be read. */
export function readPostText(file: PostFile): string {
  const read = readWhole(file);
  if ('text' in read) return read.text;
  throw refusal(`${visible(file.file)}: ${read.fault.message}`);
}

/** Replaces `before` with `after`. Throws UserError if the file has changed since it was read. */
export function rewrite({ file, before, after }: Rewriting, sweep: Sweep): void {
  if (before === after || replaceText(file, before, after, sweep)) return;
  throw refusal(`${visible(file.file)} was changed by another program; run the command again`);
}

/** The error for a post whose front matter cannot be patched safely; `what` says what to do instead. */
export function unsafeToPatch({ file }: Pick<PostFile, 'file'>, what: string): UserError {
  return refusal(`${visible(file)} cannot be changed safely; ${what} by hand`);
}
