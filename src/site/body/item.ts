/** The text of a feed’s item on a page. */
import { type Html, sanitised } from '../html/html.ts';
import type { View } from '../view.ts';
import { arrange } from './arrange.ts';
import { arrangementOf } from './body.ts';

/** The HTML of an item, which the feed has made safe, with links of the site. */
export function sanitisedItem(content: string, url: string, view: View): Html {
  const arrangement = {
    pageUrl: url,
    href: view.href,
    sizeOf: () => undefined,
    hasImage: true,
    hasAnchors: false,
    ...arrangementOf(view),
  };
  return sanitised(arrange(content, arrangement));
}
