/** How to write the feeds anew after a change of posts. */
import { join } from 'node:path';
import type { Config } from '../../blog/config/config.ts';
import { feedSlug, type NameKind } from '../../feed/categories.ts';
import { findOwnFeeds } from '../../files/feeds.ts';
import { printedPath } from '../../files/posts.ts';
import { shellWord } from '../../post/shellWord.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';

/** Where feeds are usually written: beside the config, or in the folder of the published site. */
function feedFolders({ root, config }: SiteContext): string[] {
  return [...new Set(['', config.static ?? 'public', 'public'])].map((folder) => join(root, folder));
}

/** The commands that write the feeds again that are there; with FILE where none is found. */
export function feedCommand(site: SiteContext): string {
  const commands = feedFolders(site).flatMap((folder) => {
    const found = findOwnFeeds(folder, feedFiles(site.config));
    const shown = (file: string): string => printedPath(site.base, join(folder, file)) || '.';
    if (found.length === 3) return [`blog feed --all -o ${quoted(shown(''))}`];
    return found.map((file) => `blog feed -o ${quoted(shown(file))}`);
  });
  return commands.length === 0 ? 'blog feed -o FILE' : commands.join(' && ');
}

function feedFiles({ feed }: Config): string[] {
  return [feed.path.slice(1), 'atom.xml', 'feed.json'];
}

/** A path as an argument of a command that the user can paste. */
export function quoted(path: string): string {
  return shellWord(visible(path.startsWith('-') ? `./${path}` : path));
}

/** What becomes of the feed of a name that has no posts any more; undefined if it goes on under the other name. */
export function oldFeedHint(kind: NameKind, from: string, into: string, site: SiteContext): string | undefined {
  const [old, kept] = [from, into].map((name) => `${kind}/${feedSlug(name, kind, site.config.categories)}/feed.xml`);
  if (old === undefined || old === kept) return undefined;
  const files = feedFolders(site).flatMap((folder) =>
    findOwnFeeds(folder, [old]).map((file) => visible(printedPath(site.base, join(folder, file)))),
  );
  const advice = `delete it, and redirect its URL to ${kept}`;
  if (files.length === 0) return `If the feed ${old} is published, ${advice}`;
  return `The feed ${files.join(' and ')} is no longer written: ${advice}`;
}
