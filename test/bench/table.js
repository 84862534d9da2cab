/** Results as text: facts about the machine, then an aligned table. */

/** @typedef {import('./bench.js').Result} Result */

/**
 * Formats results for people.
 * @param {readonly Result[]} results
 * @returns {string}
 */
export function formatTable(results) {
  const header = ['node', 'command', 'posts', 'against', 'runs', 'ours ms', 'theirs ms', 'ratio', 'paired', 'peak MiB'];
  const numeric = [2, 4, 5, 6, 7, 8, 9];
  const rows = results.map((result) => [
    result.node,
    result.command,
    result.posts.toLocaleString('en'),
    result.against,
    String(result.runs),
    formatTime(result.ours),
    formatTime(result.baseline),
    result.ratio.toFixed(2),
    result.pairedRatio.toFixed(2),
    result.peakMiB.toFixed(0),
  ]);
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = [header, widths.map((width) => '-'.repeat(width)), ...rows].map((row) =>
    row
      .map((cell, column) =>
        numeric.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/**
 * Formats what one has to know about the machine to read the table.
 * @param {Readonly<Record<string, string | number | null>>} machine
 * @returns {string}
 */
export function formatMachine(machine) {
  return Object.entries(machine)
    .map(([name, value]) => `${name}: ${value ?? 'not installed, its rows are left out'}\n`)
    .join('');
}

/** @param {number} milliseconds */
function formatTime(milliseconds) {
  return milliseconds.toFixed(milliseconds < 100 ? 1 : 0);
}
