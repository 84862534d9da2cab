/** The width of text on a terminal, in columns. */

/** The columns that a text without control characters takes. */
export type Measure = (text: string) => number;

const ascii = /^[ -~]*$/;

/** A measure that is right for the given texts; string-width is loaded only if one of them is not ASCII. */
export async function loadMeasure(texts: Iterable<string>): Promise<Measure> {
  for (const text of texts) {
    if (ascii.test(text)) continue;
    const { default: stringWidth } = await import('string-width');
    return (one) => (ascii.test(one) ? one.length : stringWidth(one));
  }
  return (text) => text.length;
}

/** UTF-16 units. Measuring takes quadratic time, and of a long text only the beginning is needed. */
const longestMeasured = 1000;

/** The text truncated to `width` columns including `…`, between grapheme clusters. */
export function truncate(text: string, width: number, measure: Measure): string {
  if (text.length <= longestMeasured && measure(text) <= width) return text;
  if (width < 1) return '';
  let kept = '';
  let seen = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    seen += segment;
    const columns = measure(seen);
    if (columns > width) return `${kept.trimEnd()}…`;
    if (columns < width) kept = seen;
  }
  return text;
}

/** The text in rows of at most `width` columns, broken between words, and within a word that is longer. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (measure(longer) <= width) {
      row = longer;
      continue;
    }
    if (row !== '') rows.push(row);
    row = '';
    for (const { segment } of new Intl.Segmenter('en').segment(word)) {
      if (row !== '' && measure(row + segment) > width) {
        rows.push(row);
        row = '';
      }
      row += segment;
    }
  }
  return [...rows, row];
}

/** What is read or copied as a whole: a command, text in quotes, a list, a field with its value. */
const unbroken =
  /(?:(?<!\S)run:? [^;]+|(?<=(?:write|such as|for example,) )[\w-]+: [^;]+|[\w-]+: (?=["“[])|“[^”]*”|"[^"]*"|\[[^\]]*\]|(?<!\S)- |\S)+/g;

/** A message in rows of at most `width` columns; what a row cannot hold as a whole is left to the terminal. */
export function wrapMessage(text: string, width: number, measure: Measure): string[] {
  if (text.length > longestMeasured || measure(text) <= width) return [text];
  const rows: string[] = [];
  for (const [part] of text.matchAll(unbroken)) {
    const row = rows.at(-1);
    if (row !== undefined && measure(`${row} ${part}`) <= width) rows[rows.length - 1] = `${row} ${part}`;
    else rows.push(part);
  }
  return rows;
}

/** The text padded with spaces to `width` columns. */
export function pad(text: string, width: number, measure: Measure): string {
  return text + ' '.repeat(Math.max(0, width - measure(text)));
}
