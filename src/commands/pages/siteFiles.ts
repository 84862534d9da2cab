/** The files from which pages are made, and to which they refer. */
import { join } from 'node:path';
import type { Fault } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { fileLookup } from '../../files/existing.ts';
import { imageSizeOf } from '../../files/images/sizes.ts';
import { realPath } from '../../files/outside.ts';
import { isInside, type PostFile } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import { findTexts } from '../../files/site/texts.ts';
import { readPageText } from '../../post/pageText.ts';
import type { PostReading } from '../../post/post.ts';
import { type ReadSiteText, readSiteTexts } from '../../site/plan/texts.ts';
import type { Asset, ImageSize, Site, SiteText } from '../../site/site.ts';
import type { SiteContext } from '../site.ts';

/** The texts of pages that are not posts. Calls `refuse` for one that cannot be read: its page must not vanish without a word. */
export function readTexts(
  { folder }: Pick<SiteContext, 'folder'>,
  files: readonly PostFile[] = findTexts(folder),
  refuse = (file: string, { message }: Fault): void => {
    throw new UserError(`${file}: ${message}`);
  },
): SiteText[] {
  return files.flatMap((found) => {
    const read = readWhole(found);
    if ('text' in read) return [{ file: found.file, inPosts: found.inPosts, text: read.text }];
    refuse(found.file, read.fault);
    return [];
  });
}

/** The pages of `_site/` that readers see now; those that cannot be read are none. */
export function publishedPages(site: Pick<SiteContext, 'config' | 'folder' | 'now'>): ReadSiteText[] {
  const { config, now } = site;
  return readSiteTexts({ texts: readableTexts(site), config, mode: 'build', now }).read;
}

/** The texts of pages that are not posts, without those that cannot be read. */
export function readableTexts(site: Pick<SiteContext, 'folder'>): SiteText[] {
  return readTexts(site, findTexts(site.folder), () => undefined);
}

/** Reads pages of `_site/`, one after another, for checks. */
export function createPageReader({ config }: SiteContext): (file: PostFile) => PostReading {
  return (file) => {
    const read = readWhole(file);
    return 'fault' in read ? { file: file.file, faults: [read.fault] } : readPageText(file.file, read.text, config, '');
  };
}

/** What finds files in the folder `static`; undefined without one. */
export function staticLookup({ config, root }: SiteContext): Site['staticFile'] {
  return config.static === undefined ? undefined : fileLookup(join(root, config.static));
}

/** Returns a function that reads the sizes of images, each once; a link that leads out of its folder has none. */
export function createSizeFinder(site: SiteContext): NonNullable<Site['imageSize']> {
  const sizes = new Map<string, ImageSize | undefined>();
  return (asset) => {
    const { inside, path } = placeOf(asset, site);
    if (!sizes.has(path)) sizes.set(path, isInside(realPath(inside), realPath(path)) ? imageSizeOf(path) : undefined);
    return sizes.get(path);
  };
}

/** Where the file of an asset is, absolute, and the folder that it must be in. */
export function placeOf(
  { folder, file }: Pick<Asset, 'folder' | 'file'>,
  { config, root, folder: posts }: SiteContext,
): { inside: string; path: string } {
  const inside = folder === 'posts' ? posts.path : folder === 'static' ? join(root, config.static ?? '') : root;
  return { inside, path: join(inside, file) };
}
