/** Items that exports have twice. */
import type { ItemHead } from '../plan.ts';

/** The indices of items that are in the exports a second time; of each, the one that changed last is kept. */
export function findDuplicates(heads: readonly ItemHead[], withheld: readonly ItemHead[]): Set<number> {
  const hidden = new Map<string, string>();
  for (const head of withheld) {
    const key = itemKey(head);
    if (key !== undefined && head.modifiedGmt >= (hidden.get(key) ?? '')) hidden.set(key, head.modifiedGmt);
  }
  const kept = new Map<string, number>();
  const duplicates = new Set<number>();
  for (const [index, head] of heads.entries()) {
    const key = itemKey(head);
    if (key === undefined) continue;
    const since = hidden.get(key);
    if (since !== undefined && since >= head.modifiedGmt) {
      duplicates.add(index);
      continue;
    }
    const before = kept.get(key);
    const isNewer = before !== undefined && head.modifiedGmt > (heads[before]?.modifiedGmt ?? '');
    if (before !== undefined) duplicates.add(isNewer ? before : index);
    if (before === undefined || isNewer) kept.set(key, index);
  }
  return duplicates;
}

/** What two versions of an item have in common; undefined if nothing tells one item from another. */
function itemKey({ id, guid, link, date, title }: ItemHead): string | undefined {
  const url = guid.trim() || link.trim();
  if (url === '' || (id === undefined && date === '')) return undefined;
  return `${id ?? `${date} ${title}`} ${url}`;
}
