/** What the commands share that change posts in place. */
import { ExitCode, UserError } from '../../errors.ts';
import type { PostFile } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import { replaceText } from '../../files/write/replaceText.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { visible } from '../../report/escape.ts';

/** A post's whole text. Throws UserError where it cannot be read. */
export function textOf(file: PostFile): string {
  const read = readWhole(file);
  if ('text' in read) return read.text;
  throw new UserError(`${visible(file.file)}: ${read.fault.message}`, ExitCode.found);
}

/** Puts `after` in place of `before`. Throws UserError where somebody else has changed the file meanwhile. */
export function rewrite(file: PostFile, before: string, after: string, sweep: Sweep): void {
  if (before === after || replaceText(file, before, after, sweep)) return;
  throw new UserError(
    `${visible(file.file)} was changed meanwhile: nothing was written there; run the command again`,
    ExitCode.found,
  );
}

/** The refusal of a post whose front matter is written in a way that no patch is sure of. */
export function unsafeToPatch(file: PostFile, what: string): UserError {
  return new UserError(
    `${visible(file.file)} is written in a way that is not safe to change: ${what} by hand`,
    ExitCode.found,
  );
}
