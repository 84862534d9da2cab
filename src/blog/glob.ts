/** Globs of the config’s `ignore`: `*`, `?`, `**` and `{a,b}`, as in .gitignore. */
import { pathKey } from '../post/relativePath.ts';

const mostAlternatives = 100;

/** Whether a text is a valid glob: at most 500 characters, with balanced braces and at most 100 alternatives. */
export function isGlob(glob: string): boolean {
  return glob.length <= 500 && expandBraces(glob) !== undefined;
}

/**
 * Returns a function that tells whether a path (with `/`) matches any of the globs, itself or by a folder above it. It
 * takes linear time, whereas a regular expression made from a glob can hang on `*a*a*a*a*`.
 */
export function createMatcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap((glob) => expandBraces(glob) ?? []).map((glob) => toSegments(pathKey(glob)));
  return (path) => {
    const names = pathKey(path).split('/');
    return patterns.some((pattern) => matchParts(pattern, names, '**', matchName));
  };
}

/** The segments of a glob. `a` matches what is in the folder as well, and `a/**` the folder itself. */
function toSegments(glob: string): string[] {
  const segments = glob
    .replace(/^\.?\//, '')
    .replace(/\/$/, '')
    .split('/');
  return segments.at(-1) === '**' ? segments : [...segments, '**'];
}

/** `{a,b}/c` → `a/c`, `b/c`; undefined if a brace is unbalanced or there are too many alternatives. */
function expandBraces(glob: string): string[] | undefined {
  let expanded = [glob];
  for (let round = 0; expanded.some((one) => /[{}]/.test(one)); round++) {
    if (round > 10 || expanded.length > mostAlternatives) return undefined;
    const next = expanded.map(expandFirst);
    if (next.includes(undefined)) return undefined;
    expanded = next.flatMap((one) => one ?? []);
  }
  return expanded.length > mostAlternatives ? undefined : expanded;
}

/** Expands the first innermost pair of braces. */
function expandFirst(glob: string): string[] | undefined {
  if (!/[{}]/.test(glob)) return [glob];
  const match = /\{([^{}]*)\}/.exec(glob);
  if (!match) return undefined;
  const [whole, inner = ''] = match;
  return inner.split(',').map((choice) => glob.slice(0, match.index) + choice + glob.slice(match.index + whole.length));
}

function matchName(pattern: string, name: string): boolean {
  return matchParts(pattern, name, '*', (part, character) => part === '?' || part === character);
}

/** Matches parts in order, of which `star` stands for any number of items, backtracking only to the last one. */
function matchParts(
  pattern: ArrayLike<string>,
  items: ArrayLike<string>,
  star: string,
  fits: (part: string, item: string) => boolean,
): boolean {
  let at = 0;
  let last = -1;
  let resume = 0;
  for (let index = 0; index < items.length; ) {
    const part = pattern[at];
    if (part === star) {
      last = at++;
      resume = index;
    } else if (part !== undefined && fits(part, items[index] ?? '')) {
      at++;
      index++;
    } else if (last !== -1) {
      at = last + 1;
      index = ++resume;
    } else return false;
  }
  while (pattern[at] === star) at++;
  return at === pattern.length;
}
