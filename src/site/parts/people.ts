/** The people of a post. */

import { webUrl } from '../../blog/url.ts';
import type { Person } from '../../post/fields/authors.ts';
import { foldName } from '../../post/fields/slug.ts';
import type { Post } from '../../post/post.ts';
import { type Html, html, type Value } from '../html/html.ts';
import type { View } from '../view.ts';

/** Names with their roles, each author’s leading to the page of their posts. */
export function people(view: View, persons: readonly Person[], className = 'p-author'): Value {
  return persons.map((person, index) => {
    const { name, role } = view.plan.names.person(person);
    const group = className === 'p-author' ? view.page.section.find('author', name) : undefined;
    const url = person.url === undefined ? undefined : webUrl(person.url);
    const link = group ? view.href(group.path) : url;
    const shown =
      link === undefined
        ? html`<span class="p-name">${name}</span>`
        : html`<a class="p-name u-url" href="${link}">${name}</a>`;
    return html`${index > 0 && ', '}<span class="${className} h-card">${shown}${role && html` <span class="role">(${view.word(role)})</span>`}</span>`;
  });
}

/** “Text and photos by A”, or “Text by A” and “Photos by B”, or only “By A” where there are no photographers to name. */
export function credits(view: View, { authors, photos_by: photosBy }: Post, onlyAuthors: boolean): Html[] {
  const keyOf = (persons: readonly Person[]): string => persons.map(({ name }) => foldName(name)).join('\n');
  if (onlyAuthors || photosBy.length === 0) {
    return authors.length === 0 ? [] : [html`${view.word('by')} ${people(view, authors)}`];
  }
  if (keyOf(authors) === keyOf(photosBy)) return [html`${view.word('textAndPhotosBy')} ${people(view, authors)}`];
  const text = html`${view.word('textBy')} ${people(view, authors)}`;
  const photos = html`${view.word('photosBy')} ${people(view, photosBy, 'photographer')}`;
  return authors.length === 0 ? [photos] : [text, photos];
}
