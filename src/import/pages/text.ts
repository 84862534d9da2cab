/** The text of a page of `_site/`, which has fewer fields than a post. */
import { formatIso } from '../../post/fields/date.ts';
import { plainOrQuoted, quoted } from '../../post/frontmatter/yamlText.ts';
import type { ImportedFields } from '../plan.ts';
import { extraLines, statusLines, urlText, withBody } from '../post.ts';
import type { Loss } from '../types.ts';

/** The text of a page: its date only where readers must wait for it. */
export function writePageText(fields: ImportedFields, body: string): string {
  const { title, lang, permalink, date, isScheduled } = fields;
  const lines = [
    `title: ${quoted(title)}`,
    ...(isScheduled ? [`date: ${formatIso(date)}`] : []),
    ...(permalink === undefined ? [] : [`permalink: ${urlText(permalink)}`]),
    ...(lang === undefined ? [] : [`lang: ${plainOrQuoted(lang)}`]),
    ...extraLines(fields),
    ...statusLines(fields),
  ];
  return withBody(lines, body);
}

/** What a page does not have of the fields of a post; that nobody wrote it is no loss. */
export function pageLosses(fields: ImportedFields, losses: readonly Loss[]): Loss[] {
  const { photos_by, categories, tags, summary, image, comments } = fields;
  const lost = [
    ...(photos_by.length > 0 ? ['photographer'] : []),
    ...(categories.length > 0 ? ['categories'] : []),
    ...(tags.length > 0 ? ['tags'] : []),
    ...(summary === undefined ? [] : ['summary']),
    ...(image === undefined ? [] : ['featured image']),
    ...(comments ? ['number of comments'] : []),
  ];
  return [
    ...losses.filter(({ kind }) => kind !== 'author'),
    ...lost.map((what) => ({ kind: 'page', what: `${what}, which pages do not have`, count: 1 })),
  ];
}
