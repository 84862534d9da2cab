/** The fields of a new post → its path and text. */
import { formatPerson, type Person } from '../fields/authors.ts';
import { dayOf, formatIso, type PostDate } from '../fields/date.ts';
import type { Image } from '../fields/mappings.ts';
import { readFileName } from '../fields/slug.ts';
import { plainOrQuoted, quoted } from '../frontmatter/yamlText.ts';
import { longestSlug } from './slug.ts';

/** The fields of a new post, and its text. Every text but `carried` and `body` is a single line (`lineProblem`). */
export interface DraftFields {
  title: string;
  date: PostDate;
  /** A UUID. */
  id: string;
  authors: readonly Person[];
  photos_by: readonly Person[];
  editors?: readonly Person[];
  categories: readonly string[];
  tags: readonly string[];
  summary?: string;
  /** With `isFile`, its `src` is a path from the posts folder, which `placeImage` makes relative to the post. */
  image?: Image & { isFile?: boolean };
  draft: boolean;
  lang?: string;
  /** Lines of YAML with other fields, from a template. */
  carried?: string;
  body: string;
}

/**
 * The text of a new post, and its path from the posts folder, with `/`. `filename` is the config's pattern; `suffix` names a
 * language.
 */
export function draftPost(
  answers: DraftFields,
  slug: string,
  filename: string,
  suffix?: string,
): { inPosts: string; text: string } {
  // A pattern can hide the slug (`{year}/{slug}/text`); then it becomes a field.
  const isHidden = readFileName(draftPath(answers.date, slug, filename)).slug !== slug;
  const text = draftText(answers, isHidden ? slug : undefined);
  return { inPosts: draftPath(answers.date, slug, filename, suffix), text };
}

/** The bytes left for a slug in a file name of at most 200, with room for a number like `-12`. */
export function slugRoom(filename: string, date: DraftFields['date'], suffix?: string): number {
  const names = draftPath(date, '\0', filename, suffix).split('/');
  const most = Math.max(...names.filter((name) => name.includes('\0')).map((name) => Buffer.byteLength(name) - 1));
  return Math.max(20, longestSlug - most - '-12'.length);
}

/** The path of a new post from the posts folder, with `/`, as `draftPost` has it. */
export function draftPath(date: PostDate, slug: string, filename: string, suffix?: string): string {
  const values: Record<string, string> = { ...dayVariables(date), slug };
  const filled = filename
    .replaceAll('\\', '/')
    .replace(/\/$/, '/index')
    .replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const file = /\.(?:md|markdown)$/i.test(filled) ? filled : `${filled}.md`;
  return suffix === undefined ? file : file.replace(/\.[^.]+$/, `.${suffix}$&`);
}

/** The variables of a date, as file names and templates use them; empty without one. */
export function dayVariables(date: PostDate | undefined): Record<'date' | 'year' | 'month' | 'day', string> {
  const day = date === undefined ? '' : dayOf(date);
  return { date: day, year: day.slice(0, 4), month: day.slice(5, 7), day: day.slice(8, 10) };
}

/**
 * An empty summary is written too: it is what is most often left for later, and a line to fill in is hard to overlook.
 * Every other field is left out when it is empty.
 */
function draftText(answers: DraftFields, slug: string | undefined): string {
  const { title, date, id, lang, authors, photos_by, categories, tags, summary, draft, carried = '', body } = answers;
  const { editors = [], image } = answers;
  const lines = [
    '---',
    `title: ${quoted(title)}`,
    `date: ${formatIso(date)}`,
    `id: ${id}`,
    ...(slug === undefined ? [] : [`slug: ${quoted(slug)}`]),
    ...(lang === undefined ? [] : [`lang: ${lang}`]),
    ...listLines('authors', authors.map(personText)),
    ...listLines('photos_by', photos_by.map(personText)),
    ...listLines('editors', editors.map(personText)),
    ...listLines('categories', categories.map(plainOrQuoted)),
    ...listLines('tags', tags.map(plainOrQuoted)),
    `summary: ${quoted(summary ?? '')}`,
    ...(image ? imageLines(image) : []),
    ...carried.split('\n').slice(0, -1),
    `draft: ${draft}`,
    '---',
  ];
  const end = body === '' || body.endsWith('\n') ? '' : '\n';
  return `${lines.join('\n')}\n${body === '' ? '' : `\n${body}${end}`}`;
}

/** The lines of a field with a list, its items as YAML; none for an empty one. */
export function listLines(field: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${field}:`, ...items.map((item) => `  - ${item}`)];
}

/** The lines of an image, with what is known of it. */
export function imageLines({ src, alt, credit, consent }: Image): string[] {
  const parts = [
    ...(alt === undefined ? [] : [`alt: ${quoted(alt)}`]),
    ...(credit === undefined ? [] : [`credit: ${plainOrQuoted(credit)}`]),
    ...(consent === undefined ? [] : [`consent: ${consent}`]),
  ];
  if (parts.length === 0) return [`image: ${plainOrQuoted(src)}`];
  return ['image:', ...[`src: ${plainOrQuoted(src)}`, ...parts].map((part) => `  ${part}`)];
}

function personText(person: Person): string {
  const { name, role, email, url } = person;
  if (email === undefined && url === undefined) return plainOrQuoted(formatPerson(person));
  const lines = [`name: ${plainOrQuoted(name)}`];
  if (role !== undefined) lines.push(`role: ${role}`);
  if (email !== undefined) lines.push(`email: ${quoted(email)}`);
  if (url !== undefined) lines.push(`url: ${quoted(url)}`);
  return lines.join('\n    ');
}
