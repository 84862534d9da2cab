/** What a text loses on its way, counted by what it is. */
import type { Loss } from '../types.ts';

export interface Losses {
  add(kind: string, what: string, count?: number): void;
  list(): Loss[];
}

/** A collection in which the same loss is one entry with a count. */
export function createLosses(): Losses {
  const known = new Map<string, Loss>();
  return {
    add(kind, what, count = 1) {
      const key = `${kind}\n${what}`;
      const loss = known.get(key);
      if (loss) loss.count += count;
      else known.set(key, { kind, what, count });
    },
    list: () => [...known.values()],
  };
}
