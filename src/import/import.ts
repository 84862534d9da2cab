/** An import: the items of all exports, twice, and what is written for each. */
import { detached } from '../post/text.ts';
import { readComments } from './comments.ts';
import { detachedCopy } from './detached.ts';
import { createOffsetFinder, siteTime } from './fields/dates.ts';
import { toFields } from './fields/fields.ts';
import { htmlToLine } from './fields/texts.ts';
import { createIndexBuilder, type OtherSite } from './index/builder.ts';
import { addEarlier, createFileResolver, createLinkResolver } from './links.ts';
import { writePageText } from './pages/text.ts';
import { type Earlier, planPaths } from './paths.ts';
import {
  type Disclosure,
  type DuplicateItem,
  headOf,
  type ImportedFields,
  type ItemHead,
  type PlannedPost,
  type PlanOptions,
  planItem,
} from './plan.ts';
import { writePostText } from './post.ts';
import type {
  ExportComment,
  ExportIndex,
  ExportItem,
  ExportSite,
  HtmlSource,
  Loss,
  TextContext,
  TextResult,
} from './types.ts';
import { createUploads, type UploadsOnDisk, type UsedFile } from './uploads/uploads.ts';
import type { Expected } from './verify/types.ts';

/** How the text of an item becomes Markdown. */
export type ConvertText = (content: string, context: TextContext) => TextResult;

/** A post to write. */
export interface ImportedPost {
  action: 'write';
  planned: PlannedPost;
  text: string;
  fields: ImportedFields;
  /** Its text as WordPress shows it, and what the URLs in it become. */
  source: HtmlSource;
  expected: Expected;
  /** The approved ones. */
  comments: ExportComment[];
  /** The files of the site that it uses. */
  files: UsedFile[];
  losses: Loss[];
}

export interface SkippedItem {
  action: 'skip';
  reason: string;
  disclosure: Disclosure;
  /** It is private, or hidden from most readers in another way. */
  isWithheld?: true;
}

/** An import of the items that `first` and then, in the same order, `second` are called with; `plan` comes between them. */
export function createImport(options: PlanOptions, convert: ConvertText) {
  const builder = createIndexBuilder();
  const [heads, withheld]: [ItemHead[], ItemHead[]] = [[], []];
  /** What is left out of this import, but may be there from an earlier one. */
  const others: Pick<ItemHead, 'id' | 'guid' | 'link'>[] = [];
  let placeUpload: ReturnType<typeof createUploads> | undefined;
  /** The last one first, so that each can be let go once it is written. */
  let planned: (PlannedPost | DuplicateItem)[] = [];
  let index: ExportIndex | undefined;
  let now: string | undefined;

  const first = (item: ExportItem): void => {
    builder.addItem(item);
    const plan = planItem(item, undefined, options);
    if (plan.action === 'skip') {
      if (plan.disclosure !== 'count') others.push(detachedCopy({ id: item.id, guid: item.guid, link: item.link }));
      if (plan.disclosure === 'id') builder.withholdCategories(item);
      if (plan.isWithheld) withheld.push(detachedCopy(headOf(item, { isDraft: true })));
      return;
    }
    builder.addPost(item);
    heads.push(detachedCopy(headOf(item, plan)));
  };

  /** Gives every post its path, and forgets the heads. Returns the posts, and the index of all that the exports hold. */
  const plan = (earlier: Earlier, disk: UploadsOnDisk): { posts: PlannedPost[]; index: ExportIndex } => {
    const result = planPaths(heads, builder.site, options, earlier, withheld);
    addEarlier(result.paths, others, earlier.known, builder.site.url);
    others.length = 0;
    planned = result.posts.toReversed();
    placeUpload = createUploads(disk);
    index = builder.build(result.paths, earlier.parts);
    now = siteTime(options.now, createOffsetFinder(heads, options.timeZone));
    heads.length = 0;
    return { posts: result.posts.filter((post): post is PlannedPost => !('duplicate' in post)), index };
  };

  const second = (item: ExportItem): ImportedPost | SkippedItem => {
    if (index === undefined || placeUpload === undefined) throw new Error('the second pass comes after the plan');
    const decision = planItem(item, index, options);
    if (decision.action === 'skip') return decision;
    const post = planned.pop();
    if (post === undefined) throw new Error('the second pass has more items than the first');
    if ('duplicate' in post) return { action: 'skip', reason: post.reason, disclosure: 'id' };
    const [place, files] = [placeUpload, new Map<string, UsedFile>()];
    const resolveFile = createFileResolver(index, post.path, (url, key, attachment) => {
      const file = place(detached(url), key, attachment);
      files.set(file.url, file);
      return file.copy?.to;
    });
    const resolveLink = createLinkResolver(index, post.path);
    const footnotes = item.meta.find(({ key }) => key === 'footnotes')?.value;
    const { markdown, losses, source } = convert(item.content, {
      index,
      title: htmlToLine(item.title),
      path: post.path,
      postId: item.id,
      now,
      resolveFile,
      resolveLink,
      footnotes,
    });
    const isPartlyHidden = losses.some(({ kind }) => kind === 'hidden');
    const read = toFields(item, index, post, { ...options, resolveFile, shown: source.html, isPartlyHidden });
    const { approved } = readComments(item);
    return {
      action: 'write',
      planned: post,
      text: (post.isPage ? writePageText : writePostText)(read.fields, markdown),
      fields: read.fields,
      source,
      expected: { link: resolveLink, file: resolveFile },
      comments: approved,
      files: [...files.values()],
      losses: [...read.losses, ...losses],
    };
  };

  return {
    first,
    /** Adds what a file says of its site; returns both sites if it is not that of the files before. */
    addSite: (site: ExportSite): OtherSite | undefined => builder.addSite(site),
    site: builder.site,
    /** What the first pass has read; none any more after the plan. */
    heads,
    plan,
    second,
  };
}
