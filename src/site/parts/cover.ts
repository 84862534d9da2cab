/** The image of a post. */
import { webUrl } from '../../blog/url.ts';
import { isImageUrl } from '../../post/imageType.ts';
import type { Post } from '../../post/post.ts';
import type { createLinks } from '../body/body.ts';
import type { ImageSize } from '../site.ts';
import type { View } from '../view.ts';

export interface Cover {
  /** Absolute, and as the page links it. */
  url: string;
  href: string;
  alt: string;
  size?: ImageSize | undefined;
  credit?: string | undefined;
  creditUrl?: string | undefined;
}

/** The image of a post; undefined without one, or if no page can show it. */
export function cover(view: View, { image }: Post, links: ReturnType<typeof createLinks>): Cover | undefined {
  const url = image && links.rewrite(image.src, 'image');
  // A link to the page of a photo is no image; feeds leave it out, too.
  if (url === undefined || !image || !isImageUrl(url)) return undefined;
  return {
    url,
    href: view.href(url),
    alt: image.alt ?? '',
    size: links.sizeOf(url),
    credit: image.credit,
    creditUrl: image.credit_url === undefined ? undefined : webUrl(image.credit_url),
  };
}
