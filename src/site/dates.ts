/** Dates as readers see them: in the language of the page and the time zone of the blog. */
import type { PostDate } from '../post/fields/date.ts';

export type FormatDate = (date: Pick<PostDate, 'instant' | 'precision'>, lang: string) => string;

/** Returns a function that writes a date, and its time unless it is a whole day: `5 July 2018 at 15:48`. */
export function createDateFormat(timeZone: string): FormatDate {
  // A format takes longer to make than a page.
  const formats = new Map<string, Intl.DateTimeFormat>();
  return ({ instant, precision }, lang) => {
    const hasTime = precision !== 'day';
    const key = `${lang} ${hasTime}`;
    const format =
      formats.get(key) ??
      new Intl.DateTimeFormat(lang, { timeZone, dateStyle: 'long', ...(hasTime && { timeStyle: 'short' }) });
    formats.set(key, format);
    return format.format(instant);
  };
}
