/** Links to the feeds. */
import type { FeedType } from '../../feed/feed.ts';
import type { FeedPlan } from '../../feed/plan.ts';
import { isSameLanguage } from '../languages.ts';
import type { View } from '../view.ts';

/** The media type of each format (RFC 4287, 8; JSON Feed 1.1). RSS has none, but everybody uses this one. */
export const feedTypes: Readonly<Record<FeedType, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** The feeds that go with a page: of its language, of all posts in each format, and of its category. */
export function feedsOf(view: View): { feed: FeedPlan; title: string }[] {
  const { plan, page, blog } = view;
  const { section } = page;
  const category =
    page.kind === 'category' ? page.name : page.kind === 'post' ? page.entry.post.categories[0] : undefined;
  const name = category === undefined ? undefined : section.find('category', category)?.name;
  const inLanguage = plan.feeds.filter(({ lang }) => {
    return section.prefix !== '' && lang !== undefined && isSameLanguage(lang, section.lang);
  });
  const all = plan.feeds.filter(({ only, lang }) => only.length === 0 && lang === undefined);
  const own = plan.feeds.filter(({ only }) => name !== undefined && only.length === 1 && only[0] === name);
  const titles: Readonly<Record<FeedType, string>> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' };
  return [
    ...inLanguage.map((feed) => ({ feed, title: `${blog} (${feed.lang})` })),
    ...all.map((feed) => ({ feed, title: `${blog} (${titles[feed.type]})` })),
    ...own.map((feed) => ({ feed, title: `${name} · ${blog}` })),
  ];
}
