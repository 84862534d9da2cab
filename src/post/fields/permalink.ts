/** The tokens of Jekyll, Hugo and Hexo in a permalink, such as `/:year/:month/:title/`. */

import { abridge } from '../text.ts';
import type { PostDate } from './date.ts';
import { months, weekdays } from './dates/dateWords.ts';

/** What a permalink can be filled in with. */
export interface TokenValues {
  date: PostDate;
  slug: string;
  categories: readonly string[];
  /** The slug of the first category; empty without one. */
  categorySlug: string;
  /** The slug of any category. */
  slugOf: (category: string) => string;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Local time as if it were UTC. */
const wall = ({ date }: TokenValues): Date => new Date(date.instant + date.offset * 60_000);
const monthOf = (post: TokenValues): string => months[wall(post).getUTCMonth()] ?? '';
const weekdayOf = (post: TokenValues): string => weekdays[wall(post).getUTCDay()] ?? '';
const yearOf = (post: TokenValues): string => post.date.text.slice(0, 4);

const tokens: Readonly<Record<string, (post: TokenValues) => string>> = {
  year: yearOf,
  short_year: (post) => yearOf(post).slice(2),
  month: (post) => two(wall(post).getUTCMonth() + 1),
  i_month: (post) => String(wall(post).getUTCMonth() + 1),
  short_month: (post) => monthOf(post).slice(0, 3),
  long_month: monthOf,
  monthname: (post) => monthOf(post).toLowerCase(),
  day: (post) => two(wall(post).getUTCDate()),
  i_day: (post) => String(wall(post).getUTCDate()),
  y_day: (post) => String(dayOfYear(wall(post))).padStart(3, '0'),
  yearday: (post) => String(dayOfYear(wall(post))),
  w_day: (post) => String(wall(post).getUTCDay() || 7),
  weekday: (post) => String(wall(post).getUTCDay()),
  short_day: (post) => weekdayOf(post).slice(0, 3),
  long_day: weekdayOf,
  weekdayname: (post) => weekdayOf(post).toLowerCase(),
  week: (post) => two(weekOf(wall(post)).week),
  w_year: (post) => String(weekOf(wall(post)).year),
  hour: (post) => two(wall(post).getUTCHours()),
  minute: (post) => two(wall(post).getUTCMinutes()),
  second: (post) => two(wall(post).getUTCSeconds()),
  title: ({ slug }) => slug,
  slug: ({ slug }) => slug,
  slugorfilename: ({ slug }) => slug,
  slugorcontentbasename: ({ slug }) => slug,
  category: ({ categorySlug }) => categorySlug,
  categories: ({ categories }) => categories.map((name) => name.toLowerCase()).join('/'),
  slugified_categories: ({ categories, slugOf }) => categories.map(slugOf).join('/'),
  output_ext: () => '.html',
};

/** The names of Jekyll’s patterns, which mean something in its config only. */
const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** WordPress’ tags, `<slug>` and `[slug]`: a URL has no such brackets. */
const otherPlaceholder =
  /%(?:year|monthnum|day|hour|minute|second|postname|post_id|category|author|title|slug|date)%|<[^<>]*>|\[[^[\]]*\]/i;

/** One token or several in a row. In `Help:title` the colon belongs to a word. */
const tokenRun = /(?<![\p{L}\p{N}]{2})(?::[a-z][a-z_]*)+/giu;

/** What is wrong with a permalink that cannot be filled in, and what to do; undefined for any other. */
export function findPlaceholder(permalink: string): { message: string; hint: string } | undefined {
  const style = Object.hasOwn(styles, permalink) ? styles[permalink] : undefined;
  if (style !== undefined) {
    return { message: `permalink “${permalink}” is the name of a pattern`, hint: `write the pattern itself: ${style}` };
  }
  const code = /\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|<%.*?(?:%>|$)|\$?\{[^{}]*\}|[{}]/s.exec(permalink)?.[0];
  const placeholder = code ?? otherPlaceholder.exec(permalink)?.[0];
  if (placeholder !== undefined) {
    const what = code === undefined ? 'a placeholder' : 'template code';
    const message = `permalink contains ${what}: “${abridge(placeholder)}”`;
    return { message, hint: 'write the URL itself, or tokens such as /:year/:month/:title/' };
  }
  const unknown = [...permalink.matchAll(tokenRun)]
    .flatMap(([run]) => run.slice(1).split(':'))
    .find((name) => tokenOf(name) === undefined);
  if (unknown === undefined) return undefined;
  const hint = 'write the URL itself, or use :year, :month, :day, :title, :slug or :categories';
  return { message: `permalink contains the unknown token “:${abridge(unknown)}”`, hint };
}

/** The permalink with every token filled in and percent-encoded. */
export function fillTokens(permalink: string, post: TokenValues): string {
  if (!permalink.includes(':')) return permalink;
  const filled = permalink.replace(tokenRun, (run) =>
    run
      .slice(1)
      .split(':')
      .map((name) => {
        const token = tokenOf(name);
        return token ? encodeParts(token.fill(post)) + token.rest : `:${name}`;
      })
      .join(''),
  );
  // Without categories a part of the path is empty.
  return filled === permalink ? permalink : filled.replace(/([^:])\/{2,}/g, '$1/');
}

/** A token, and the underscores behind its name: `:year_:month`. */
function tokenOf(name: string): { fill: (post: TokenValues) => string; rest: string } | undefined {
  const known = Object.hasOwn(tokens, name) ? name : name.replace(/_+$/, '');
  const fill = Object.hasOwn(tokens, known) ? tokens[known] : undefined;
  return fill && { fill, rest: name.slice(known.length) };
}

/** Percent-encodes the parts between slashes. */
export function encodeParts(text: string): string {
  return /^[\w.~/-]*$/.test(text) ? text : text.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

const day = 86_400_000;

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / day) + 1;
}

/** The week of ISO 8601: it belongs to the year of its Thursday. */
function weekOf(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * day);
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
}
