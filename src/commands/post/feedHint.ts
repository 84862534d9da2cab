/** How to write the feeds, or the site with them, anew after a change of posts. */
import { basename, join } from 'node:path';
import type { Config } from '../../blog/config/config.ts';
import { feedSlug, type NameKind } from '../../feed/categories.ts';
import { tried } from '../../files/explain.ts';
import { findOwnFeeds } from '../../files/feeds.ts';
import { isFile, isMissing } from '../../files/folder.ts';
import { manifestName } from '../../files/output/manifest.ts';
import { printedPath } from '../../files/posts.ts';
import { visible } from '../../report/escape.ts';
import { shellWord } from '../../shellWord.ts';
import type { SiteContext } from '../site.ts';

/** Where feeds are usually written: beside the config, or in the folder of the published site. */
function feedFolders({ root, config }: SiteContext): string[] {
  return [...new Set(['', config.static ?? 'public', 'public'])].map((folder) => join(root, folder));
}

/** Whether a folder is that of a site, whose feeds are written with its pages. */
function isBuilt(folder: string): boolean {
  return isFile(join(folder, manifestName));
}

/** What to run so that the feeds, or the site, have a change: `purpose` is an infinitive that names the feed. */
export function feedHint(purpose: string, site: SiteContext): string {
  const commands = feedCommands(site);
  const isSite = commands.every((command) => command.startsWith('blog build'));
  if (commands.length > 0) return `To ${isSite ? ofSite(purpose) : purpose}, run: ${commands.join(' && ')}`;
  const { siteUrl, static: folder = '', feed, site: pages } = site.config;
  if (Object.keys(pages).length > 0 && siteUrl !== undefined) {
    return `To ${ofSite(purpose)}, run: ${buildCommand(visible(printedPath(site.base, join(site.root, 'public'))))}`;
  }
  const path = join(site.root, folder, basename(feed.path));
  // Somebody else's feed is not to be replaced by a command that was only pasted.
  const file = tried(() => isMissing(path)) ? shellWord(visible(printedPath(site.base, path))) : 'FILE';
  const needed = siteUrl === undefined ? 'set site_url in the config, then ' : '';
  return `To ${purpose}, ${needed}run: blog feed -o ${file}`;
}

function buildCommand(folder: string): string {
  return `blog build -o ${shellWord(folder)}`;
}

function ofSite(purpose: string): string {
  return purpose.replace(/\bfeeds?\b/, 'site');
}

/** The commands that write the feeds again that are there. */
function feedCommands(site: SiteContext): string[] {
  return feedFolders(site).flatMap((folder) => {
    const found = findOwnFeeds(folder, feedFiles(site.config));
    const shown = (file: string): string => visible(printedPath(site.base, join(folder, file))) || '.';
    if (isBuilt(folder)) return [buildCommand(shown(''))];
    if (found.length === 3) return [`blog feed --all -o ${shellWord(shown(''))}`];
    return found.map((file) => `blog feed -o ${shellWord(shown(file))}`);
  });
}

function feedFiles({ feed }: Config): string[] {
  return [feed.path.slice(1), 'atom.xml', 'feed.json'];
}

/**
 * What becomes of the feed of a name that has no posts any more; undefined if it goes on under the other name. That of a category
 * is still written, without posts, while the config has it (`configured`).
 */
export function oldFeedHint(
  kind: NameKind,
  { from, into, configured }: { from: string; into: string; configured: string | undefined },
  site: SiteContext,
): string | undefined {
  const [old, kept] = [from, into].map((name) => `${kind}/${feedSlug(name, kind, site.config.categories)}/feed.xml`);
  if (old === undefined || old === kept) return undefined;
  const find = (folder: string): string[] =>
    findOwnFeeds(folder, [old]).map((file) => visible(printedPath(site.base, join(folder, file))));
  const folders = feedFolders(site);
  const files = folders.filter((folder) => !isBuilt(folder)).flatMap(find);
  const [removed] = files.length > 0 ? [] : folders.filter(isBuilt).flatMap(find);
  const isEmptied = kind === 'category' && configured !== undefined;
  const when = isEmptied ? `, once “${visible(configured)}” is out of the config` : '';
  if (removed !== undefined) return `The next build removes the feed ${removed}${when}: redirect its URL to ${kept}`;
  const advice = `delete it, and redirect its URL to ${kept}`;
  if (files.length === 0) return `If the feed ${old} is published, ${advice}`;
  return `The feed ${files.join(' and ')} is no longer written${when}: ${advice}`;
}
