/** The feeds that WordPress had, which readers may have subscribed to. */
import type { ExportSite } from './types.ts';

/** Paths on the site, by WordPress’ usual rules; those of authors, whose names there are no one’s business, are left out. */
export function formerFeeds({ terms }: ExportSite): string[] {
  const categories = new Map(terms.filter(({ taxonomy }) => taxonomy === 'category').map((term) => [term.slug, term]));
  const pathOf = (slug: string): string => {
    const parts: string[] = [];
    // Terms may name one another as parents.
    for (let term = categories.get(slug); term && !parts.includes(term.slug); term = categories.get(term.parent)) {
      parts.unshift(term.slug);
    }
    return parts.join('/');
  };
  const ofCategories = [...categories.keys()]
    .filter((slug) => slug !== '')
    .map((slug) => `/category/${pathOf(slug)}/feed/`);
  return ['/feed/', '/comments/feed/', ...ofCategories];
}
