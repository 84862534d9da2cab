/** Dates as readers see them: in the language of the page and the time zone of the blog. */
import type { PostDate } from '../post/fields/date.ts';

export type FormatDate = (date: Pick<PostDate, 'instant' | 'offset' | 'precision'>, lang: string) => string;

const day = 24 * 60 * 60_000;

/**
 * Returns a function that writes a date, and its time unless it is a whole day: `5 July 2018 at 15:48`. Midnight is that of
 * a day without a time, which `blog new --date` writes in full.
 */
export function createDateFormat(timeZone: string): FormatDate {
  // A format takes longer to make than a page.
  const formats = new Map<string, Intl.DateTimeFormat>();
  return ({ instant, offset, precision }, lang) => {
    const isMidnight = (instant + offset * 60_000) % day === 0;
    const hasTime = precision !== 'day' && !isMidnight;
    const key = `${lang} ${hasTime}`;
    const format =
      formats.get(key) ??
      new Intl.DateTimeFormat(
        lang,
        hasTime ? { timeZone, dateStyle: 'long', timeStyle: 'short' } : { timeZone: 'UTC', dateStyle: 'long' },
      );
    formats.set(key, format);
    // A whole day is the one that was written, even where the clocks of the zone skipped it.
    return format.format(hasTime ? instant : instant + offset * 60_000);
  };
}
