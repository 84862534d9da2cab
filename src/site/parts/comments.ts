/** What a post says about its comments. */
import type { Post } from '../../post/post.ts';
import type { createLinks } from '../body/body.ts';
import { html, type Value } from '../html/html.ts';
import type { View } from '../view.ts';

/** A link to the comments, their number, or that they are closed. */
export function comments(view: View, written: Post['comments'], links: ReturnType<typeof createLinks>): Value {
  if (written === undefined || written === true) return false;
  if (written === false)
    return html`<p class="comments">${view.word('commentsClosed')}</p>
`;
  if (typeof written === 'number')
    return html`<p class="comments">${view.word('comments', ':')} ${written}</p>
`;
  const url = links.rewrite(written, 'link');
  if (url === undefined || !/^https?:/i.test(url)) return false;
  return html`<p class="comments"><a href="${view.href(url)}">${view.word('comments')}</a></p>
`;
}
