/** A file or folder whose name begins with the day of its post. */
import { translationFiles } from '../../../blog/translations.ts';
import { refusal, type UserError } from '../../../errors.ts';
import { isMissing } from '../../../files/folder.ts';
import { folderOf, type PostFile, printedPath } from '../../../files/posts.ts';
import { renamePath } from '../../../files/write/rename.ts';
import type { Sweep } from '../../../files/write/temporary.ts';
import { dayOf } from '../../../post/fields/date.ts';
import { dayPrefix } from '../../../post/fields/slug.ts';
import { readPost } from '../../../post/post.ts';
import { visible } from '../../../report/escape.ts';
import type { SitePosts } from '../choose.ts';
import type { Rewriting } from '../diff.ts';
import { type Move, movedLinks, planMove } from '../move.ts';
import { rewrite } from '../rewrite.ts';

/** Where a post goes, what follows it there, and the error if the place is taken. */
export interface DayMove {
  move?: Move;
  to: PostFile;
  /** The post's own text with its links, those of other posts, and the invalid posts that may have some. */
  linksOf: (own: Rewriting) => { own: Rewriting; rewritings: Rewriting[]; unread: PostFile[] };
  taken: UserError;
}

/**
 * Plans the new name of a post whose text will be `after`, if its name begins with another day. Throws UserError if that name
 * is taken and the day is new (`isNew`); otherwise the post keeps its own.
 */
export function planDay(file: PostFile, after: string, isNew: boolean, posts: SitePosts): DayMove {
  const { post } = readPost(file.file, after, posts.config, file);
  const unmoved = {
    to: file,
    linksOf: (own: Rewriting) => ({ own, rewritings: [], unread: [] }),
    taken: refusal(`${visible(file.file)} already exists`),
  };
  // A translation is found by the name that it shares.
  if (!post || translationFiles(file, posts.files.values()).length > 0) return unmoved;
  const day = dayOf(post.date);
  const move = planMove(file, (name) => name.replace(dayPrefix, day));
  if (move.pathTo === move.pathFrom) return unmoved;
  const shown = visible(printedPath(posts.base, move.pathTo));
  const taken = refusal(`${shown} already exists; pass another --date, or --keep-date`);
  if (!isMissing(move.pathTo)) {
    if (isNew) throw taken;
    return unmoved;
  }
  const linksOf = (own: Rewriting) => {
    const moved = movedLinks(posts, [move], [own]);
    return { ...moved, own: moved.own[0] ?? own };
  };
  return { move, to: move.to, linksOf, taken };
}

/**
 * Writes links to the post, moves it, and writes its own text last: after a crash in between it is still what it was, and
 * running the command again finishes the work.
 */
export function writeMoved(
  { own, rewritings, day }: { own: Rewriting; rewritings: readonly Rewriting[]; day: DayMove },
  sweep: Sweep,
): void {
  const { move, to, taken } = day;
  for (const rewriting of rewritings) rewrite(rewriting, sweep);
  if (move && !renamePath(move.pathFrom, move.pathTo, visible(own.file.file), folderOf(own.file))) throw taken;
  rewrite({ ...own, file: to }, sweep);
}
