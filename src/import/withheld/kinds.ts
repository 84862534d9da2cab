/** Why WordPress withholds an item from readers. */
import type { ExportItem } from '../types.ts';
import { withheldByMeta } from './meta.ts';

/** What `--include` adds, as drafts. */
export const withheldKinds = ['private', 'password', 'trash'] as const;
export type WithheldKind = (typeof withheldKinds)[number];

/** What the front matter says of an item that waits for review, or that WordPress withheld, so that nobody publishes it unawares. */
export function statusWord(item: ExportItem): 'pending' | WithheldKind | undefined {
  const status = item.status.trim().toLowerCase();
  const [withheld] = withheldKindsOf(item);
  return withheld?.[0] ?? (status === 'pending' ? 'pending' : undefined);
}

/** Each reason to withhold an item, with what lifts it. */
export function withheldKindsOf({ password, meta, status: written }: ExportItem): [WithheldKind, string][] {
  const status = written.trim().toLowerCase();
  const kinds: [WithheldKind, string][] = [];
  if (status === 'trash') kinds.push(['trash', 'in the trash']);
  if (status === 'private') kinds.push(['private', 'private']);
  const byMeta = withheldByMeta(meta);
  if (byMeta !== undefined) kinds.push(['private', byMeta]);
  if (password !== '') kinds.push(['password', 'password-protected']);
  return kinds;
}
