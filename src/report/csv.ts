/** Rows as CSV. RFC 4180. */

/**
 * A line of CSV with its CRLF. Quoted where a value has a comma, a quote, a line break, or a blank at an end, or begins
 * with `::`, for a line that does is a command to GitHub Actions. A value
 * that a spreadsheet would run as a formula gets a quote mark before it, which spreadsheets do not show.
 */
export function csvLine(values: readonly string[]): string {
  return `${values.map(csvValue).join(',')}\r\n`;
}

function csvValue(text: string): string {
  const value = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$|^::/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
