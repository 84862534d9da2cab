/** The text of a post, or of a page of `_site/`, on a page. */
import { type Rendering, renderContent } from '../../feed/content.ts';
import { resolveUrl, type Target } from '../../feed/urls.ts';
import type { RewriteUrl } from '../../post/markdown/rewriteUrls.ts';
import { decodePath } from '../../post/relativePath.ts';
import { type Html, sanitised } from '../html/html.ts';
import { basePath, originOf, pathInSite } from '../plan/urls.ts';
import type { Asset, ImageSize } from '../site.ts';
import type { View } from '../view.ts';
import { type Arrangement, arrange } from './arrange.ts';
import { isBeginning } from './beginning.ts';

/** The post, or page of `_site/`, that a text is from. */
export interface TextSource extends Pick<Rendering, 'file' | 'authors' | 'photosBy'> {
  url: string;
  guid: string;
  inPosts: string;
  path: string;
  /** The line of the file on which the text begins, where blocks are to have ids such as `line-12`. */
  line?: number | undefined;
}

export interface Body {
  /** `hasImage`: whether the page shows an image above, so that none of these is in view at once. */
  html(hasImage?: boolean): Html;
  /** Whether it credits its authors and photographers itself. */
  hasByline: boolean;
  /** The beginning of its plain text. */
  excerpt(): string;
  /** Whether it begins with a text, such as a summary that was copied from it. */
  beginsWith(text: string): boolean;
  isEmpty: boolean;
  /** Whether it shows the image with this URL. */
  shows(url: string): boolean;
}

/** Safe HTML of Markdown. Its links lead to pages of the site, and its files become assets of the view. */
export function renderBody(markdown: string, source: TextSource, view: View): Body {
  const { file, url, guid, authors, photosBy, line } = source;
  const { renderer } = view.plan.site;
  const links = createLinks(source, view);
  const content = renderContent(markdown, {
    ...renderer,
    rewrite: links.rewrite,
    file,
    url,
    guid,
    authors,
    photosBy,
    line,
    addByline: false,
    keepIds: true,
  });
  return {
    html: (hasImage = false) => {
      const { sizeOf } = links;
      return sanitised(
        arrange(content.html, {
          pageUrl: url,
          href: view.href,
          sizeOf,
          hasImage,
          hasAnchors: true,
          ...arrangementOf(view),
        }),
      );
    },
    hasByline: content.hasByline,
    excerpt: content.excerpt,
    beginsWith: (text) => isBeginning(text, content.paragraphs()),
    isEmpty: content.html.trim() === '',
    shows: (image) => links.shown.has(image),
  };
}

/** What arranging HTML needs to know of the page. */
export function arrangementOf(view: View): Pick<Arrangement, 'backToText' | 'nameOf'> {
  return {
    backToText: view.text('backToText'),
    nameOf: view.number,
  };
}

/** Links and images of a text: their URLs, and the files and sizes that belong to these. */
export function createLinks(
  { file, url, inPosts, path }: Pick<TextSource, 'file' | 'url' | 'inPosts' | 'path'>,
  view: View,
) {
  const { site } = view.plan;
  const { siteUrl } = site.surroundings;
  const root = basePath(siteUrl);
  const origin = originOf(siteUrl);
  const found = new Map<string, Asset>();
  const shown = new Set<string>();
  const rewrite: RewriteUrl = (link, use) => {
    const target = resolveUrl(link, use, { url, inPosts, path }, view.plan.surroundings);
    if (!target) return undefined;
    if (use === 'image') shown.add(target.url);
    const asset = assetAt(target, use);
    if (asset) {
      found.set(target.url, asset);
      view.assets.set(asset.path, asset);
    } else if (target.url.startsWith(origin)) {
      view.links.set(target.url, { file, written: link, url: target.url, use, root });
    }
    // The page of a post that readers do not see is not there, and its URL may say too much.
    if (use === 'link' && site.surroundings.isHidden?.(target.url)) return undefined;
    return target.url;
  };
  const assetAt = ({ url: target, file }: Target, use: Asset['use']): Asset | undefined => {
    const at = pathInSite(target, siteUrl);
    if (at === undefined) return undefined;
    if (file) return { path: at, folder: file.isAbove ? 'root' : 'posts', file: file.path, use };
    const inStatic = site.staticFile?.(decodePath(at).slice(1));
    return inStatic && { path: at, folder: 'static', file: inStatic.path, use };
  };
  const sizeOf = (target: string): ImageSize | undefined => {
    const asset = found.get(target);
    return asset && site.imageSize?.(asset);
  };
  return { rewrite, sizeOf, shown };
}
