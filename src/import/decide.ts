/** What happens to the file of a post that may have been imported before. */

/** What an earlier import wrote. */
export interface WrittenPost {
  /** Path in the posts folder, with `/`. */
  path: string;
  /** Of its text; undefined while an import is about to write it, and if it was killed then. */
  hash?: string;
}

/**
 * `create`: it is new. `unchanged`: the file has this text. `update`: nobody edited the file, and it is to be rewritten.
 * `outdated`: nobody edited it, but WordPress has another text. `edited`: somebody did. `deleted`: somebody deleted it.
 */
export type Decision =
  | { action: 'create' | 'unchanged' | 'update' | 'outdated' | 'deleted' }
  | { action: 'edited'; alsoChanged: boolean };

/** Decides by hashes: of what was written, of what the file has (undefined without one), and of the text now. */
export function decide(
  before: string | undefined,
  current: string | undefined,
  now: string,
  isUpdate: boolean,
): Decision {
  if (current === now) return { action: 'unchanged' };
  if (current === undefined) return { action: before === undefined ? 'create' : 'deleted' };
  // Without a hash the import was killed after it wrote the file, which has been edited since.
  if (current !== before) return { action: 'edited', alsoChanged: before !== undefined && before !== now };
  return { action: isUpdate ? 'update' : 'outdated' };
}
