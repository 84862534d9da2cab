/** What the tests of shortcodes look up. */

import { expandShortcodes } from '../../../src/import/shortcodes/expand.ts';
import type { Attachment, Loss, TextContext } from '../../../src/import/types.ts';

const attachment = (id: number, name: string, parent: number, alt = '', caption = ''): [number, Attachment] => [
  id,
  { id, url: `https://blog.test/u/${name}`, title: `Title ${id}`, alt, caption, file: name, parent },
];

const context: TextContext = {
  index: {
    site: { title: '', description: '', url: 'https://blog.test', language: '', version: '', authors: [], terms: [] },
    attachments: new Map([
      attachment(1, 'a.jpg', 7, 'A lamp', 'By the window'),
      attachment(2, 'b.png', 7),
      attachment(3, 'talk.mp3', 7),
      attachment(4, 'tour.mp4', 8),
    ]),
    attachmentsByUrl: new Map([['blog.test/u/a.jpg', attachment(1, 'a.jpg', 7, 'A lamp')[1]]]),
    blocks: new Map(),
    guests: new Map(),
    parts: new Map(),
    paths: new Map(),
  },
  path: 'post.md',
  postId: 7,
  resolveFile: (url) => url,
  resolveLink: (url) => url,
};

/** The HTML of a text with shortcodes, its spaces squeezed and its plain `div` as spaces, and what was lost. */
export function expand(html: string): { html: string; losses: Loss[] } {
  const result = expandShortcodes(html, context);
  return {
    ...result,
    html: result.html
      .replace(/<\/?div>|\s+/g, ' ')
      .replace(/ +/g, ' ')
      .replace(/> </g, '><')
      .trim(),
  };
}

/** The losses of a text, as “kind: what”. */
export function lose(html: string): string[] {
  return expand(html).losses.map(({ kind, what, count }) => `${kind}: ${what}${count === 1 ? '' : ` ×${count}`}`);
}
