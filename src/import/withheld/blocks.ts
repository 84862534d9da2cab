/** Blocks that WordPress does not show to everyone, or not now. */
import { type Attributes, attributeRules, blockRules, withShortcodes } from './table.ts';
import { introducesPeople, isForSome, limitsReaders } from './words.ts';

/** Whether a block withholds the rest of a text: a paywall, or what begins a part and contains nothing. */
export function withholdsRest(name: string, isEmpty: boolean): boolean {
  if (name === 'jetpack/paywall') return true;
  return isEmpty && name.includes('/') && isForSome(name) && /paywall|-(?:start|begin|open)$/.test(name);
}

/** Why a block is left out; undefined if everybody sees it. What nobody knows is left out if it says that it is for some. */
export function withheldBlock(name: string, attributes: Attributes): string | undefined {
  if (withShortcodes.test(name)) return undefined;
  const known = blockRules.get(name);
  if (known?.(attributes)) return 'not shown to everyone';
  for (const [key, value] of Object.entries(attributes)) {
    const why = attributeRules.get(key)?.(value, attributes);
    if (why !== undefined && why !== false) return why === true ? 'not shown to everyone' : why;
  }
  if (known !== undefined) return undefined;
  // Premium Blocks have no other readers than others have.
  const own = name.replace(/^premium\//, '');
  const isNamedSo = name.includes('/') && isForSome(own);
  return isNamedSo || (!introducesPeople(name) && isLimited(attributes)) ? 'may not be shown to everyone' : undefined;
}

/** Whether a setting that nobody knows, or one within it, says that a block is for some readers only. */
function isLimited(attributes: Attributes): boolean {
  return Object.entries(attributes).some(([key, value]) => {
    if (attributeRules.has(key)) return false;
    const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
    return limitsReaders(key, value) || inner.some(([name, one]) => limitsReaders(name, one));
  });
}
