/** The losses of an import for people. */
import type { ImportReport } from '../../import/report/report.ts';
import { formatCount } from '../diagnostics/summary.ts';

/** How many names tell a reader whom a loss is about. */
const mostNames = 10;

/** Losses, of which those that end with a name, and are the same up to it, are one. */
export function joinNames({ losses, posts }: Pick<ImportReport, 'losses' | 'posts'>): ImportReport['losses'] {
  const joined = new Map<string, ImportReport['losses'][number] & { names: string[] }>();
  for (const loss of losses) {
    const { key, phrase, name } = splitName(loss);
    const before = joined.get(key);
    joined.set(key, {
      ...(before ?? { ...loss, what: phrase }),
      count: loss.count + (before?.count ?? 0),
      names: [...(before?.names ?? []), ...(name === undefined ? [] : [name])],
    });
  }
  return [...joined].map(([key, { names, what, ...loss }]) => {
    if (names.length === 0) return { ...loss, what };
    const more = names.length > mostNames ? ` and ${formatCount(names.length - mostNames)} more` : '';
    // A post may have lost it with several names.
    const having = posts.filter((post) => post.losses.some((one) => splitName(one).key === key)).length;
    return { ...loss, what: `${what}: ${names.slice(0, mostNames).join(', ')}${more}`, posts: having };
  });
}

/** What is the same for all names of a loss, and its name. */
function splitName({ kind, what }: { kind: string; what: string }): { key: string; phrase: string; name?: string } {
  const [, phrase = what, name] = /^([^“]*): (“[^”]*”)$/.exec(what) ?? [];
  return { key: `${kind}\0${phrase}`, phrase, ...(name !== undefined && { name }) };
}
