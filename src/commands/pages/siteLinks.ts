/** Links of posts to pages of the site that `blog build` makes of them. */
import type { Entry } from '../../blog/postIndex.ts';
import { webUrl } from '../../blog/url.ts';
import { idsOf } from '../../checks/body/fragments.ts';
import { readBodyParts } from '../../checks/body/parts.ts';
import type { FolderFacts } from '../../checks/folderFacts.ts';
import type { PostFile } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import { findGenerator } from '../../files/site/generator.ts';
import { cutPost } from '../../post/frontmatter/frontMatter.ts';
import { createMarkdown } from '../../post/markdown/markdown.ts';
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
  const deadLink = findDeadLink(site, files, readEntries);
  return { ...folderFacts(site, files), tellsHidden: true, deadLink, idsIn: createIdLookup(files) };
}

/** Returns what finds the ids in the text of a post. Each is read when it is first asked for. */
function createIdLookup(files: readonly PostFile[]): NonNullable<FolderFacts['idsIn']> {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  let byPath: Map<string, PostFile> | undefined;
  const markdown = createMarkdown({ offsets: true });
  const read = (file: PostFile): ReadonlySet<string> | undefined => {
    const whole = readWhole(file);
    const cut = 'text' in whole ? cutPost(whole.text) : undefined;
    return cut && idsOf(readBodyParts({ text: cut.body, line: 1 }, markdown));
  };
  return (inPosts) => {
    if (!known.has(inPosts)) {
      byPath ??= new Map(files.map((file) => [file.inPosts, file]));
      const file = byPath.get(inPosts);
      known.set(inPosts, file && read(file));
    }
    return known.get(inPosts);
  };
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
