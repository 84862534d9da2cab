/** GitHub Actions obeys lines that a program prints: no text of a post, and no name of a file, may be one of them. */

/**
 * How a printed text may be changed where GitHub would obey it. Plain text gets a space, which is a change: a reader sees
 * it, and a program that reads text, CSV or paths in a pipe gets it, too. XML and JSON get an escape that reads back the
 * same. `exact` text is left alone, for the command is ours (`--format github`) or the text is never a line (`-0`).
 */
export type OutputKind = 'text' | 'xml' | 'json' | 'exact';

/** Whitespace as .NET trims it, in which GitHub's runner is written, and the mark that it takes for one of byte order. */
const space = '[\\t\\v\\f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*';

/**
 * A command is a line that begins with `::`, whatever space stands before it, or has `##[` anywhere. Only the last
 * character is written otherwise, so that it does not matter where a text was cut in two.
 */
const commands = new RegExp(`(?<![^\\r\\n])(${space}:)(:)|(##)(\\[)`, 'g');
const empty = new RegExp(`^${space}(:?)$`);

const instead = {
  text: { ':': ' :', '[': ' [' },
  xml: { ':': '&#58;', '[': '&#91;' },
  json: { ':': '\\u003a', '[': '\\u005b' },
} as const;

/**
 * Makes the guard of one stream. It is given all that is printed there, piece by piece, and returns what may be printed: a
 * piece may begin in the middle of a line.
 */
export function createCommandGuard(): (text: string, kind?: OutputKind) => string {
  /** Stands for the line that has not ended yet. */
  let line = '';
  return (text, kind = 'text') => {
    const guarded = kind === 'exact' ? text : guard(line + text, kind).slice(line.length);
    line = standInOf(line + guarded);
    return guarded;
  };
}

function guard(text: string, kind: Exclude<OutputKind, 'exact'>): string {
  return text.replace(commands, (_, start?: string, __?: string, signs?: string) =>
    start === undefined ? signs + instead[kind]['['] : start + instead[kind][':'],
  );
}

/** No more of the last line than decides what may come next. */
function standInOf(text: string): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
  return empty.exec(line)?.[1] ?? `x${/#{0,2}$/.exec(line.slice(-2))?.[0] ?? ''}`;
}
