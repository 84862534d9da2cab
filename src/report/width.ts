/** How many columns a text takes on a terminal. */

/** Columns of a text without control characters. */
export type Measure = (text: string) => number;

const ascii = /^[ -~]*$/;

/** A measure that is right for all the given texts; what knows wide characters is loaded only when one of them may be. */
export async function loadMeasure(texts: Iterable<string>): Promise<Measure> {
  for (const text of texts) {
    if (ascii.test(text)) continue;
    const { default: stringWidth } = await import('string-width');
    return (one) => (ascii.test(one) ? one.length : stringWidth(one));
  }
  return (text) => text.length;
}

/** The text cut to `width` columns, its last one then `…`; whole characters only, as people see them. */
export function truncate(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  if (width < 1) return '';
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (measure(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** The text with blanks behind it up to `width` columns. */
export function pad(text: string, width: number, measure: Measure): string {
  return text + ' '.repeat(Math.max(0, width - measure(text)));
}
