/** How GitHub's runner reads what a step prints (actions/runner, ActionCommand.cs): which lines it obeys. */

/** .NET's `TrimStart` and `ReadLine`; the reader of a stream drops a byte order mark. */
const trimmed = /^[\t\v\f \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+/;

/** The lines of an output that are commands in one of the two forms. */
export function obeyedLines(output: string): string[] {
  return output
    .split(/\r\n|\r|\n/)
    .filter((line) => line.replace(trimmed, '').startsWith('::') || line.includes('##['));
}
