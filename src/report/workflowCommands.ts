/** Keeps text of posts and file names from being workflow commands, which GitHub Actions reads from output. */

/**
 * How text that looks like a command is changed. Plain text gets a space, which also reaches programs that read text, CSV
 * or paths from a pipe; XML and JSON get an escape for the same character. `exact` text is left alone: either the command
 * is ours (`--format github`) or the text is never a line (`-0`).
 */
export type OutputKind = 'text' | 'xml' | 'json' | 'exact';

/** The characters that .NET, in which GitHub's runner is written, trims, and the byte order mark. */
const space = '[\\t\\v\\f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*';

/**
 * A command is a line that begins with `::`, after any whitespace, or contains `##[`. Only its last character is changed,
 * so that it does not matter where the text was split into pieces.
 */
const commands = new RegExp(`(?<![^\\r\\n])(${space}:)(:)|(##)(\\[)`, 'g');
const empty = new RegExp(`^${space}(:?)$`);

const replacements = {
  text: { ':': ' :', '[': ' [' },
  xml: { ':': '&#58;', '[': '&#91;' },
  json: { ':': '\\u003a', '[': '\\u005b' },
} as const;

/** The guard of one stream: a function that takes each piece to be printed there in turn, and returns the safe piece. */
export function createCommandGuard(): (text: string, kind?: OutputKind) => string {
  /** Represents the unfinished line. */
  let line = '';
  return (text, kind = 'text') => {
    const guarded = kind === 'exact' ? text : guard(line + text, kind).slice(line.length);
    line = summarizeLine(line + guarded);
    return guarded;
  };
}

function guard(text: string, kind: Exclude<OutputKind, 'exact'>): string {
  return text.replace(commands, (_, start?: string, __?: string, signs?: string) =>
    start === undefined ? signs + replacements[kind]['['] : start + replacements[kind][':'],
  );
}

/** As much of the last line as matters for what comes next. */
function summarizeLine(text: string): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
  return empty.exec(line)?.[1] ?? `x${/#{0,2}$/.exec(line.slice(-2))?.[0] ?? ''}`;
}
