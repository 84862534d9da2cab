/** Globs of the config's `ignore`: `*`, `?`, `**` and `{a,b}`, as in .gitignore and its like. Spec section 3. */

/** More alternatives than this nobody means. */
const mostAlternatives = 100;

/** Whether a text is a glob that `createMatcher` can read: its braces are closed, and do not multiply without end. */
export function isGlob(glob: string): boolean {
  return glob.length <= 500 && expandBraces(glob) !== undefined;
}

/**
 * Tells whether a path (with `/`) fits any of the globs; a folder that fits takes all that lies in it along. The time it
 * takes grows with the length of path and glob, never faster: expressions made of globs can hang on `*a*a*a*a*`.
 */
export function createMatcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap((glob) => expandBraces(glob) ?? []).map(toSegments);
  return (path) => {
    const names = path.split('/');
    return patterns.some((pattern) => matchSegments(pattern, names));
  };
}

function toSegments(glob: string): string[] {
  return glob
    .replace(/^\.?\//, '')
    .replace(/\/$/, '')
    .split('/');
}

/** `{a,b}/c` → `a/c`, `b/c`; undefined where a brace is left open, or there are too many. */
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

/** The innermost of the first braces, taken apart. */
function expandFirst(glob: string): string[] | undefined {
  if (!/[{}]/.test(glob)) return [glob];
  const match = /\{([^{}]*)\}/.exec(glob);
  if (!match) return undefined;
  const [whole, inner = ''] = match;
  return inner.split(',').map((choice) => glob.slice(0, match.index) + choice + glob.slice(match.index + whole.length));
}

/** Whether the pattern fits the path's names, or those of a folder above. `**` stands for any number of names. */
function matchSegments(pattern: readonly string[], names: readonly string[]): boolean {
  // reached[n]: the pattern so far can end before the n-th name.
  let reached = names.map(() => false).concat(false);
  reached[0] = true;
  for (const segment of pattern) {
    const next = reached.map(() => false);
    let open = false;
    for (const [index, before] of reached.entries()) {
      if (segment === '**') {
        open ||= before;
        next[index] = open;
      } else if (before && index < names.length) {
        next[index + 1] ||= matchName(segment, names[index] ?? '');
      }
    }
    reached = next;
  }
  const last = pattern.at(-1);
  // `a/**` is what lies in a, not a itself; `a` is both.
  return last === '**' ? reached[names.length] === true : reached.some((end, index) => end && index > 0);
}

/** `*` and `?` within one name, with a finger on the last `*` to come back to. */
function matchName(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < name.length; ) {
    if (pattern[at] === '*') {
      star = at++;
      resume = index;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[index])) {
      at++;
      index++;
    } else if (star !== -1) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
