/** Rows as CSV (RFC 4180). */

/** Without it Excel takes UTF-8 for an older encoding. */
export const byteOrderMark = '\ufeff';

/**
 * A line of CSV with its CRLF. A value is quoted if it contains a comma, quote or line break, begins or ends with a space,
 * or begins with `::`, which GitHub Actions would take for a workflow command. A value that a spreadsheet would run as a
 * formula is prefixed with an apostrophe, which spreadsheets do not show.
 */
export function csvLine(values: readonly string[]): string {
  return `${values.map(csvValue).join(',')}\r\n`;
}

function csvValue(text: string): string {
  const value = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$|^::/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
