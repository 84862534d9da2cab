/** A post as what a page renders. */
import type { FeedEntry } from '../feed/feed.ts';
import { guidOf } from '../post/fields/id.ts';
import { dropInvisible } from '../post/markdown/htmlText.ts';
import type { TextSource } from './body/body.ts';
import type { SitePlan } from './site.ts';

/** The language of a post. */
export function languageOfPost({ post }: FeedEntry, plan: SitePlan): string {
  return plan.languageOf(post) ?? 'en';
}

/** A post as the source of a text. */
export function sourceOf({ post, url, inPosts }: FeedEntry, plan: SitePlan): TextSource {
  const { names, surroundings } = plan;
  const guid = (post.id === undefined ? undefined : guidOf(dropInvisible(post.id), surroundings.siteUrl)) ?? url;
  const authors = post.authors.map(names.person);
  const photosBy = post.photos_by.map(names.person);
  return { file: post.file, url, guid, inPosts, path: post.path, authors, photosBy };
}
