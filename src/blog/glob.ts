/** Globs of the config’s `ignore`: `*`, `?`, `**` and `{a,b}`, as in .gitignore. */

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

/** Whether the pattern matches the path, or a folder above it. `**` stands for any number of segments. */
function matchSegments(pattern: readonly string[], names: readonly string[]): boolean {
  // reached[n]: the pattern so far matches the first n segments.
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
  // `a/**` matches the contents of a, and `a` the folder as well.
  return last === '**' ? reached[names.length] === true : reached.some((end, index) => end && index > 0);
}

/** Matches `*` and `?` within one segment, backtracking only to the last `*`. */
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
