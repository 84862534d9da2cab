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

function fitLine(line: string, width: number, end: string): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const next = `${indent}  `;
  const rows: string[] = [];
  let row = indent;
  for (const [piece] of line.trim().matchAll(/(?:"[^"]*"|'[^']*'|\S)+/g)) {
    const isFirst = row.trim() === '';
    // A URL that no row can hold is shorter without its scheme.
    const shown = next.length + piece.length > width ? piece.replace(/^https:\/\//, '') : piece;
    if (isFirst || row.length + 1 + shown.length + end.length <= width) row += isFirst ? shown : ` ${shown}`;
    else {
      rows.push(row + end);
      row = next + shown;
    }
  }
  return [...rows, row].join('\n');
}
