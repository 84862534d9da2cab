/** An item of an export → the fields of its post. */
import { distinctPeople } from '../../post/fields/authors.ts';
import type { Image } from '../../post/fields/mappings.ts';
import { foldName } from '../../post/fields/slug.ts';
import { readComments } from '../comments.ts';
import { type ImportedFields, type PlannedPost, type PlanOptions, statusWord } from '../plan.ts';
import type { ExportIndex, ExportItem, Loss } from '../types.ts';
import { fitFields } from './limits.ts';
import { carryMeta, countMeta } from './meta.ts';
import { namesMaker, readPeopleOf } from './people.ts';
import { primaryKeys, readTerms } from './terms.ts';
import { firstWords, htmlToLine, toLine } from './texts.ts';

/** The fields of the item that was planned, and what of them does not arrive. */
export function toFields(
  item: ExportItem,
  index: ExportIndex,
  planned: PlannedPost,
  options: Pick<PlanOptions, 'meta'> & {
    resolveFile: (url: string) => string;
    /** The text as WordPress shows it, without what is for members; default: as it is in the export. */
    shown?: string;
  },
): { fields: ImportedFields; losses: Loss[] } {
  const losses = [...planned.losses];
  const people = readPeopleOf(item, index);
  const terms = readTerms(item, index);
  const { image, losses: imageLosses } = readImage(item, index, options.resolveFile);
  const summary = readSummary(item);
  const comments = readComments(item);
  const count = comments.approved.length;
  const { title, losses: titleLosses } = readTitle(item, options.shown ?? item.content);
  const { date, updated, id, slug, permalink, aliases, isDraft } = planned;
  const status = item.status.trim().toLowerCase();
  if (!knownStatuses.includes(status)) {
    losses.push({
      kind: 'status',
      what: `unknown status “${toLine(status).slice(0, 60)}”: imported as a draft`,
      count: 1,
    });
  }
  const word = statusWord(item);
  const own: ImportedFields = {
    title,
    date,
    ...(updated && { updated }),
    ...(id !== undefined && { id }),
    ...(slug !== undefined && { slug }),
    ...(permalink !== undefined && { permalink }),
    aliases,
    ...(terms.lang !== undefined && { lang: terms.lang }),
    authors: people.authors,
    photos_by: people.photos_by,
    editors: [],
    categories: terms.categories,
    tags: terms.tags,
    ...(summary.text !== '' && { summary: summary.text }),
    ...(image && { image }),
    comments: count === 0 && item.commentStatus.trim().toLowerCase() === 'closed' ? false : count,
    isDraft,
    ...(isDraft && word !== undefined && { status: word }),
    extra: new Map(),
  };
  const { fields, losses: metaLosses } = carryMeta(item, options.meta, own);
  const used = new Set([...ownMeta, ...options.meta.keys(), ...(summary.key === undefined ? [] : [summary.key])]);
  if (item.content.includes('<!-- wp:footnotes')) used.add('footnotes');
  losses.push(...titleLosses, ...people.losses, ...terms.losses, ...imageLosses, ...comments.losses, ...metaLosses);
  const filled = item.meta.filter(({ value }) => value.trim() !== '');
  losses.push(...countMeta({ meta: filled, isSticky: item.isSticky }, used));
  const fitting = fitFields(distinct(fields));
  return { fields: fitting.fields, losses: [...losses, ...fitting.losses] };
}

const knownStatuses = ['publish', 'future', 'draft', 'pending', 'private', 'trash', 'auto-draft'];

/** Meta that fields are made of. */
const ownMeta = ['_thumbnail_id', '_wp_old_slug', '_wp_old_date', '_wp_desired_post_slug', ...primaryKeys];

/** Without the duplicates that carried meta may have brought. */
function distinct(fields: ImportedFields): ImportedFields {
  const names = (list: readonly string[]): string[] => [
    ...new Map(list.map((name) => [foldName(name), name])).values(),
  ];
  const { authors, photos_by, editors, categories, tags } = fields;
  return {
    ...fields,
    authors: distinctPeople(authors),
    photos_by: distinctPeople(photos_by),
    editors: distinctPeople(editors),
    categories: names(categories),
    tags: names(tags),
  };
}

/** The title, or else the first words of the text. */
function readTitle({ title, id }: ExportItem, shown: string): { title: string; losses: Loss[] } {
  const own = htmlToLine(title);
  if (own !== '') return { title: own, losses: [] };
  const words = firstWords(shown);
  const instead = words ?? (id === undefined ? 'Untitled' : `Untitled (${id})`);
  const what = words === undefined ? `no title, and no text: “${instead}”` : `no title: the first words, “${instead}”`;
  return { title: instead, losses: [{ kind: 'title', what, count: 1 }] };
}

/** The excerpt, else the description that Yoast SEO or Rank Math has, unless it is a pattern. */
function readSummary({ excerpt, meta }: ExportItem): { text: string; key?: string } {
  const own = htmlToLine(excerpt);
  if (own !== '') return { text: own };
  for (const key of ['_yoast_wpseo_metadesc', 'rank_math_description']) {
    const value = meta.find((one) => one.key === key)?.value ?? '';
    const text = /%%\w+%%|%\w+%/.test(value) ? '' : htmlToLine(value);
    if (text !== '') return { text, key };
  }
  return { text: '' };
}

/** The featured image. */
function readImage(
  { meta }: ExportItem,
  { attachments }: ExportIndex,
  resolveFile: (url: string) => string,
): { image?: Image; losses: Loss[] } {
  const number = meta.find(({ key }) => key === '_thumbnail_id')?.value.trim() ?? '';
  // WordPress writes 0 or -1 where an image was taken away.
  if (!/^[1-9]\d*$/.test(number)) return { losses: [] };
  const attachment = attachments.get(Number(number));
  const src = attachment === undefined ? '' : toLine(resolveFile(attachment.url));
  if (attachment === undefined || src === '' || /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(src)) {
    return { losses: [{ kind: 'image', what: 'featured image that is not in the export', count: 1 }] };
  }
  const [alt, caption] = [htmlToLine(attachment.alt), htmlToLine(attachment.caption)];
  const isCredit = namesMaker(caption);
  // A caption has no place beside the image of a post, and nobody is to be credited with what it says.
  const losses = caption === '' || isCredit ? [] : [{ kind: 'image', what: 'caption of the featured image', count: 1 }];
  return { image: { src, ...(alt !== '' && { alt }), ...(isCredit && { credit: caption }) }, losses };
}
