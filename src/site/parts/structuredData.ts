/** Structured data of a post for search engines: https://schema.org/BlogPosting */
import { formatIso } from '../../post/fields/date.ts';
import type { Post } from '../../post/post.ts';
import type { View } from '../view.ts';
import type { PageParts } from './layout.ts';

/** The post and its breadcrumb; undefined while nobody knows where it will be published. */
export function structuredData(
  view: View,
  post: Post,
  { description, image, trail }: Pick<PageParts, 'description' | 'image' | 'trail'>,
): unknown {
  const { page, lang, blog } = view;
  const { section } = page;
  const url = view.publicUrl(page.path);
  if (url === undefined) return undefined;
  const authors = post.authors.map(({ name }) => {
    const group = section.find('author', name);
    return {
      '@type': 'Person',
      name: view.plan.names.person({ name }).name,
      // The URL of a page of several people would say that they are one.
      ...(group?.sharing.length === 1 && { url: view.publicUrl(group.path) }),
    };
  });
  const steps = [{ label: view.text('home'), path: `${section.prefix}/` }, ...trail];
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'BlogPosting',
        headline: post.title,
        ...(description !== undefined && { description }),
        url,
        mainEntityOfPage: url,
        datePublished: formatIso(post.date),
        ...(post.updated && { dateModified: formatIso(post.updated) }),
        inLanguage: lang,
        ...(authors.length > 0 && { author: authors }),
        ...(image && { image: image.url }),
        ...(post.categories.length > 0 && { articleSection: post.categories }),
        ...(post.tags.length > 0 && { keywords: post.tags.join(', ') }),
        isPartOf: { '@type': 'Blog', name: blog, url: view.publicUrl(`${section.prefix}/`) },
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: steps.map(({ label, path }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name: label,
          item: path === undefined ? url : view.publicUrl(path),
        })),
      },
    ],
  };
}
