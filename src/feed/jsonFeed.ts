/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/. */
import { formatRfc3339 } from './dates.ts';
import type { Feed, FeedItem } from './feed.ts';

/** The feed in pieces; each item is rendered only when it is read. */
export function* writeJsonFeed(feed: Feed): Generator<string> {
  const head = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.link,
    feed_url: feed.self,
    description: feed.description,
    icon: feed.icon,
    language: feed.language,
    hubs: feed.hub === undefined ? undefined : [{ type: 'WebSub', url: feed.hub }],
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "items": [`;
  let separator = '\n';
  for (const item of feed.items) {
    // Line breaks in texts are escaped.
    yield `${separator}    ${JSON.stringify(toJsonItem(item), null, 2).replaceAll('\n', '\n    ')}`;
    separator = ',\n';
  }
  yield feed.items.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
}

function toJsonItem(item: FeedItem): object {
  const { image, comments } = item;
  const { summary, html, showsImage } = item.render();
  return {
    id: item.guid.value,
    url: item.url,
    title: item.title,
    // An item must have one of the two.
    ...(html === undefined ? { content_text: summary || item.title } : { content_html: html }),
    summary: summary === '' ? undefined : summary,
    image: image?.url,
    date_published: formatRfc3339(item.date),
    date_modified: item.updated.instant === item.date.instant ? undefined : formatRfc3339(item.updated),
    authors: item.authors.length === 0 ? undefined : item.authors.map(({ name, url }) => ({ name, url })),
    tags: item.categories.length === 0 ? undefined : item.categories,
    language: item.language,
    attachments:
      image?.length === undefined || showsImage
        ? undefined
        : [{ url: image.url, mime_type: image.type, size_in_bytes: image.length }],
    // Custom extensions begin with `_`.
    _image:
      image?.alt === undefined && image?.credit === undefined ? undefined : { alt: image.alt, credit: image.credit },
    _comments: comments,
  };
}
