/** Help on a terminal that is narrower than its lines. */

/**
 * The text with its longer lines continued on the next one, between words and never within quotes. An example continues
 * with a backslash, so that it can still be pasted.
 */
export function fitHelp(text: string, width: number): string {
  let isExample = false;
  return text
    .split('\n')
    .map((line) => {
      isExample = line === 'Examples:' || (isExample && line !== '');
      return line.length > width ? fitLine(line, width, isExample ? ' \\' : '') : line;
    })
    .join('\n');
}

/** What stands after a gap is said about the example, and no part of it. */
function fitLine(line: string, width: number, end: string): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const next = `${indent}  `;
  const [command = '', ...notes] = line.trim().split(/ {2,}/);
  return [
    wrapWords(command, indent, next, width, end),
    ...notes.map((note) => wrapWords(note, next, next, width, '')),
  ].join('\n');
}

function wrapWords(text: string, indent: string, next: string, width: number, end: string): string {
  const rows: string[] = [];
  let row = indent;
  const words = Array.from(text.matchAll(/(?:"[^"]*"|'[^']*'|\S)+/g), ([word]) => word);
  for (const [at, word] of words.entries()) {
    const isFirst = row.trim() === '';
    // A URL that no row can hold is shorter without its scheme.
    const shown = next.length + word.length > width ? word.replace(/^https:\/\//, '') : word;
    const rest = at === words.length - 1 ? '' : end;
    if (isFirst || row.length + 1 + shown.length + rest.length <= width) row += isFirst ? shown : ` ${shown}`;
    else {
      rows.push(row + end);
      row = next + shown;
    }
  }
  return [...rows, row].join('\n');
}
