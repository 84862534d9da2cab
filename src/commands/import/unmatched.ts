/** Options of an import that nothing in the exports matches: most likely typos. */
import type { ExportItem } from '../../import/types.ts';
import { didYouMean } from '../../post/nearest.ts';
import { detached } from '../../post/text.ts';
import { visible } from '../../report/escape.ts';

/** Watches the items for the types and custom fields that the options name. */
export function watchOptions(given: readonly string[], keys: Iterable<string>, types: readonly string[]) {
  const [wanted, unused] = [new Set(types.map((type) => type.toLowerCase())), new Set(keys)];
  const [seen, others] = [new Set<string>(), new Set<string>()];
  const hasKeys = unused.size > 0;
  return {
    see({ type, meta }: ExportItem): void {
      const own = type.trim().toLowerCase() || 'post';
      if (!seen.has(own)) seen.add(detached(own));
      if (!hasKeys || !wanted.has(own)) return;
      for (const { key } of meta) {
        unused.delete(key);
        if (!key.startsWith('_') && !others.has(key)) others.add(detached(key));
      }
    },
    hints(): string[] {
      const missing = given.filter((type) => !seen.has(type.toLowerCase()));
      return [
        ...missing.map((type) => hintOf(`no item has the type “${type}”`, type, seen)),
        ...[...unused].map((key) => hintOf(`no post has the custom field “${key}”`, key, others)),
      ];
    },
  };
}

function hintOf(problem: string, name: string, candidates: ReadonlySet<string>): string {
  const suggestion = didYouMean(name, candidates);
  return visible(suggestion === undefined ? problem : `${problem}; ${suggestion}`);
}
