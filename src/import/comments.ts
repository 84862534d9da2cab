/** The comments of an item: which are carried, and what of them is only counted. */
import type { ExportComment, ExportItem, Loss } from './types.ts';

/** The approved comments of readers, in their order, and how many there are of all others. */
export function readComments({ comments }: Pick<ExportItem, 'comments'>): {
  approved: ExportComment[];
  losses: Loss[];
} {
  const approved: ExportComment[] = [];
  const counts = new Map<string, number>();
  for (const comment of comments) {
    const kind = leftOutAs(comment);
    if (kind === undefined) approved.push(comment);
    else counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return { approved, losses: [...counts].map(([what, count]) => ({ kind: 'comment', what, count })) };
}

/** Why a comment is not carried; undefined if it is. */
function leftOutAs({ approved, type }: ExportComment): string | undefined {
  const kind = type.trim().toLowerCase();
  if (kind === 'pingback' || kind === 'trackback') return kind;
  const state = approved.trim().toLowerCase();
  if (state === 'spam') return 'spam';
  if (state === 'trash' || state === 'post-trashed') return 'comment in the trash';
  if (state !== '1' && state !== 'approve' && state !== 'approved') return 'comment that waits for approval';
  return kind === '' || kind === 'comment' ? undefined : `comment of the type “${kind.slice(0, 60)}”`;
}
