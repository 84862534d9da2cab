/** Links of posts to pages of the site that `blog build` makes of them. */
import type { Entry } from '../../blog/postIndex.ts';
import { webUrl } from '../../blog/url.ts';
import type { FolderFacts } from '../../checks/folderFacts.ts';
import type { PostFile } from '../../files/posts.ts';
import { findGenerator } from '../../files/site/generator.ts';
import { statusOf } from '../../post/post.ts';
import { isTemplate } from '../../post/url.ts';
import { createLinkCheck } from '../../site/deadLinks.ts';
import { planPaths } from '../../site/plan/plan.ts';
import { basePath, originOf } from '../../site/plan/urls.ts';
import { folderFacts } from '../folderFacts.ts';
import type { SiteContext } from '../site.ts';
import { readableTexts } from './siteFiles.ts';

/** What checks need to know about the disk and, of links between posts, about the site. */
export function siteFacts(
  site: SiteContext,
  files: readonly PostFile[],
  readEntries: () => readonly Entry[],
): FolderFacts {
  return { ...folderFacts(site, files), tellsHidden: true, deadLink: findDeadLink(site, files, readEntries) };
}

/**
 * Returns what finds links to pages that no build would make; undefined if the site is not built from this folder, or its URL is
 * not known. The posts are asked for once a link may lead to such a page. Files may come from elsewhere.
 */
function findDeadLink(
  site: SiteContext,
  files: readonly PostFile[],
  readEntries: () => readonly Entry[],
): FolderFacts['deadLink'] {
  const { config, root: folder, now } = site;
  const { siteUrl } = config;
  const texts = readableTexts(site);
  const isBuilt = texts.length > 0 || Object.keys(config.site).length > 0;
  if (siteUrl === undefined || !isBuilt || findGenerator(folder) !== undefined) return undefined;
  const root = basePath(siteUrl);
  const origin = originOf(siteUrl);
  let check: ReturnType<typeof createLinkCheck> | undefined;
  const createCheck = (): ReturnType<typeof createLinkCheck> => {
    const inPosts = new Map(files.map((file) => [file.file, file.inPosts]));
    const entries = readEntries().map((entry) => ({
      ...entry,
      inPosts: inPosts.get(entry.post.file) ?? '',
      readBody: () => '',
    }));
    const surroundings = { siteUrl, assetsUrl: `${siteUrl}/`, postUrlOf: () => undefined, fileAt: () => undefined };
    return createLinkCheck({
      siteUrl,
      paths: planPaths({ config, entries, now, mode: 'build', texts, surroundings }),
      unpublished: entries.flatMap(({ post, url }) => {
        const status = statusOf(post, now);
        return status === 'published' ? [] : [{ file: post.file, url, status }];
      }),
      isChecked: () => false,
    });
  };
  return (written) => {
    if (!/^\/(?!\/)/.test(written) && !written.startsWith(origin)) return undefined;
    const url = isTemplate(written) ? undefined : webUrl(written, siteUrl);
    if (url === undefined || /\.(?!html?$)[^./]*$/i.test(url.slice(origin.length).replace(/[?#].*$/s, '')))
      return undefined;
    check ??= createCheck();
    const link = { file: '', written, url, use: 'link', root } as const;
    if (!check.isDead(link)) return undefined;
    return { ...check.problemOf(link), rule: check.isToHidden(link) ? 'link-unpublished' : 'link-broken' };
  };
}
