/** Links from a post to what belongs together with it. */
import type { NameKind } from '../../feed/categories.ts';
import type { FeedEntry } from '../../feed/feed.ts';
import { foldName } from '../../post/fields/slug.ts';
import { attributes, html, type Value } from '../html/html.ts';
import type { PostPage } from '../site.ts';
import { languageOfPost } from '../source.ts';
import { languageMarks, type View } from '../view.ts';

const words = { category: 'categories', tag: 'tags' } as const;

/** The categories or tags of a post, each leading to the page of its posts. */
export function names(view: View, kind: Exclude<NameKind, 'author'>, written: readonly string[]): Value {
  if (written.length === 0) return false;
  const { section } = view.page;
  const groups = written.map((name) => {
    const group = section.find(kind, name);
    return { name: kind === 'category' && group ? group.name : name, path: group?.path };
  });
  const links = [...new Map(groups.map((group) => [foldName(group.name), group])).values()].map(
    ({ name, path }, index) => {
      const link =
        path === undefined
          ? html`<span class="p-category">${name}</span>`
          : html`<a class="p-category" rel="tag" href="${view.href(path)}">${name}</a>`;
      return html`${index > 0 && ', '}${link}`;
    },
  );
  return html`<p class="names">${view.word(words[kind], ':')} ${links}</p>
`;
}

/** The posts before and after a post in its first category. */
export function neighbours(view: View, { older, newer }: PostPage, category: string | undefined): Value {
  if (category === undefined || (!older && !newer)) return false;
  const link = (entry: FeedEntry, rel: 'prev' | 'next'): Value => {
    const marks = attributes(languageMarks(languageOfPost(entry, view.plan), view.lang));
    const word = view.word(rel === 'prev' ? 'olderPost' : 'newerPost');
    return html`<a rel="${rel}" href="${view.href(entry.url)}"><span>${word}</span> <span${marks}>${entry.post.title}</span></a>
`;
  };
  return html`<nav class="neighbours" aria-label="${view.text('inCategory')} ${category}">
${older && link(older, 'prev')}${newer && link(newer, 'next')}</nav>
`;
}
