/**
 * What becomes of each item of an export. The way of an item: `planItem` in both passes; `planPaths` (paths.ts) once, between
 * them, with the heads of all that will be written; then `toFields` (fields/fields.ts) and `writePostText` (post.ts).
 */
import type { Person } from '../post/fields/authors.ts';
import type { PostDate } from '../post/fields/date.ts';
import type { Image } from '../post/fields/mappings.ts';
import { shellWord } from '../shellWord.ts';
import { type Translation, translationOf } from './translations.ts';
import type { ExportIndex, ExportItem, Loss } from './types.ts';
import { type WithheldKind, withheldKindsOf } from './withheld/kinds.ts';

/** What the user and the config of the blog say about an import. */
export interface PlanOptions {
  /** The post types to import, `['post']` without `--type`. */
  types: readonly string[];
  include: readonly WithheldKind[];
  /** The keys of post meta to carry, each with its field (`--meta KEY=FIELD`). */
  meta: ReadonlyMap<string, string>;
  /** The `site_url` of the blog, without a final slash; undefined without a config: then the site’s own. */
  siteUrl?: string | undefined;
  /** The IANA zone of the config; undefined without one: then offsets follow from the other items. */
  timeZone?: string | undefined;
  /** The current time in UTC, `YYYY-MM-DD HH:MM:SS`. */
  now?: string | undefined;
  /** The config's pattern of file names. */
  filename: string;
  /** The config's pattern of URLs, which posts without a permalink follow (default: the usual one). */
  permalink?: string | undefined;
}

/** How much a report, which may be public, says of an item that was left out. */
export type Disclosure = 'title' | 'id' | 'count';

export type ItemPlan =
  | { action: 'write'; isDraft: boolean }
  | { action: 'skip'; reason: string; disclosure: Disclosure; isWithheld?: true };

/** What is kept of an item between the passes, to give it a path and an identity. */
export interface ItemHead {
  id: number | undefined;
  guid: string;
  link: string;
  /** `wp:post_name`, or what it was before the item went to the trash. */
  name: string;
  title: string;
  date: string;
  dateGmt: string;
  modified: string;
  modifiedGmt: string;
  /** The date in the feed, for exports of other programs that have no other. */
  pubDate: string;
  isDraft: boolean;
  /** It is no post, but becomes a page of `_site/`. */
  isPage?: true;
  /** WordPress gives it a URL only when it publishes it. */
  isScheduled?: true;
  /** `_wp_old_slug` and `_wp_old_date`. */
  oldSlugs: string[];
  oldDates: string[];
  translation?: Translation;
}

/** Where an item goes, and what identifies it there. */
export interface PlannedPost {
  /** It is a page of `_site/`. */
  isPage?: true;
  /** Path in the posts folder, with `/`. */
  path: string;
  /** What it is known by in a later import: its `id`, else its permalink, else its post id. */
  identity: string;
  date: PostDate;
  updated?: PostDate;
  id?: string;
  /** Only where the name of the file says another one. */
  slug?: string;
  permalink?: string;
  aliases: string[];
  /** Also for lack of any date. */
  isDraft: boolean;
  /** Of the fields above. */
  losses: Loss[];
}

/** The same item a second time: exports may overlap. */
export interface DuplicateItem {
  duplicate: true;
  reason: string;
}

/** The fields of an imported post, as `writePostText` writes them. Every text is a single line. */
export interface ImportedFields
  extends Pick<PlannedPost, 'isPage' | 'date' | 'updated' | 'id' | 'slug' | 'permalink' | 'aliases'> {
  title: string;
  lang?: string;
  authors: Person[];
  photos_by: Person[];
  editors: Person[];
  categories: string[];
  tags: string[];
  summary?: string;
  image?: Image;
  /** How many; false where there are none and none can be added. */
  comments: number | false;
  isDraft: boolean;
  /** WordPress publishes it later. */
  isScheduled?: true;
  /** When a plugin takes it back. */
  expires?: PostDate;
  /** Why it is no more than a draft, in a word of our `status`. */
  status?: 'pending' | WithheldKind;
  /** What `--meta` carries into fields of the blog's own. */
  extra: ReadonlyMap<string, string | string[]>;
}

/** Post types that WordPress and its plugins keep beside the posts: never posts, whatever `--type` says. */
const supporting: Readonly<Record<string, string>> = {
  attachment: 'image or other file (posts link to those that they use)',
  nav_menu_item: 'menu item',
  wp_navigation: 'menu',
  revision: 'revision',
  custom_css: 'style',
  customize_changeset: 'setting of the theme',
  wp_global_styles: 'style',
  wp_font_family: 'font',
  wp_font_face: 'font',
  wp_block: 'reusable block (posts that use it have its text)',
  wp_template: 'template',
  wp_template_part: 'template',
  oembed_cache: 'cached embed',
  'guest-author': 'guest author (posts name theirs)',
  memberpressrule: 'rule of MemberPress, which is not applied: unpublish the posts that it protects',
};

/** What nobody would read as a post; `--type` imports it nonetheless. */
const fittings: readonly [pattern: RegExp, reason: string][] = [
  [/^(?:wpcf7_contact_form|wpforms|sureforms_form|mc4wp-form|nf_form|frm_form|forminator_forms|fusion_form)$/, 'form'],
  [
    /^(?:(?:fusion|elementor|elementskit|awb|acf|et_theme|et_header|et_body|et_footer)[_-].*|et_pb_layout|et_template|templatera|vc_grid_item|astra-advanced-hook)$/,
    'template or setting of a theme or plugin',
  ],
];

/** Answers to forms, and data of users and customers. */
const personal =
  /^(?:feedback|flamingo_.*|um_.*|nf_sub|user_request|wpforms?_entr.*|frm_entr.*|shop_(?:order|subscription).*|edd_payment|give_payment)$/;

/** Whether an item is written or left out, and why. Of what was personal or hidden, no more is told than `disclosure` allows. */
export function planItem(item: ExportItem, _index: ExportIndex | undefined, options: PlanOptions): ItemPlan {
  const type = item.type.trim().toLowerCase() || (item.attachmentUrl === '' ? 'post' : 'attachment');
  if (personal.test(type)) return skip('answer to a form, or data about a user: never imported', 'count');
  const support = Object.hasOwn(supporting, type) ? supporting[type] : undefined;
  if (support !== undefined) return skip(support, 'count');
  const status = item.status.trim().toLowerCase();
  const kinds = withheldKindsOf(item);
  if (!options.types.some((one) => one.toLowerCase() === type)) {
    const fitting = fittings.find(([pattern]) => pattern.test(type));
    if (fitting !== undefined) return skip(fitting[1], 'count');
    // With those that are imported now, since the option replaces them.
    const types = [...options.types, type].map((one) => `--type ${shellWord(one)}`).join(' ');
    const left = skip(`type “${type}”; to import it as well, pass ${types}`, kinds.length === 0 ? 'title' : 'id');
    return kinds.length === 0 ? left : { ...left, isWithheld: true };
  }
  const withheld = kinds.find(([kind]) => !options.include.includes(kind));
  if (withheld !== undefined) {
    const [kind, words] = withheld;
    return { ...skip(`${words}; to import it as a draft, pass --include ${kind}`, 'id'), isWithheld: true };
  }
  const isPublic = (status === 'publish' || status === 'future') && kinds.length === 0;
  return { action: 'write', isDraft: !isPublic };
}

function skip(reason: string, disclosure: Disclosure): ItemPlan & { action: 'skip' } {
  return { action: 'skip', reason, disclosure };
}

/** What to keep of an item that is written. */
export function headOf(item: ExportItem, { isDraft }: { isDraft: boolean }): ItemHead {
  const { id, guid, link, title, date, dateGmt, modified, modifiedGmt, pubDate } = item;
  const valuesOf = (key: string): string[] => item.meta.filter((one) => one.key === key).map(({ value }) => value);
  const [desired = ''] = valuesOf('_wp_desired_post_slug');
  // WordPress renames what goes to the trash, so that others can have the name.
  const name = item.name.endsWith('__trashed') ? desired || item.name.slice(0, -'__trashed'.length) : item.name;
  const [oldSlugs, oldDates] = [valuesOf('_wp_old_slug'), valuesOf('_wp_old_date')];
  const isScheduled = item.status.trim().toLowerCase() === 'future';
  const isPage = item.type.trim().toLowerCase() === 'page';
  const translation = translationOf(item);
  const dates = { date, dateGmt, modified, modifiedGmt, pubDate, oldDates };
  const head = { id, guid, link, name, title, ...dates, isDraft, oldSlugs };
  return {
    ...head,
    ...(isPage && { isPage }),
    ...(isScheduled && { isScheduled }),
    ...(translation && { translation }),
  };
}
