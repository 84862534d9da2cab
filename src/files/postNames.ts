/** Which names in the posts folder are those of posts. */
import { constants, readSync } from 'node:fs';
import { tried, withFile } from './explain.ts';

/** The `ignore` setting, as a test for paths in the posts folder. */
interface Ignoring {
  ignores?: (inPosts: string) => boolean;
}

const notPosts = ['README.md', 'LICENSE.md', 'CONTRIBUTING.md', '_index.md'];

/** Whether files and folders of this name are never read. */
export function isIgnored(name: string, inPosts: string, { ignores }: Ignoring): boolean {
  return isHidden(name) || name === 'node_modules' || isNoPost(inPosts, name) || (ignores?.(inPosts) ?? false);
}

/** Whether a Markdown file is not a post: a page about the repository, the front page, a list of posts. */
export function isNoPost(inPosts: string, name = inPosts.slice(inPosts.lastIndexOf('/') + 1)): boolean {
  return notPosts.includes(name.replace(/\.[a-z]{2}(?:[-_][a-z]{2})?(?=\.md$)/i, '')) || inPosts === 'index.md';
}

/** Whether a name says that readers may not see the file. */
export function isHidden(name: string): boolean {
  return /^[._]|~$/.test(name);
}

/** Whether a name has the extension of a post. */
export function isPostName(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

/** Markdown with code, or with an extension that this tool does not read. */
const otherMarkdown = /\.(?:mdx|rmd|rmarkdown|qmd|mkd)$/i;
/** Other tools make posts of these, but only of those with front matter. */
const maybePost = /\.html?$|^readme\.md$/i;

/** Counts a file by its kind if other tools make posts of such, and this one does not. `path` is absolute. */
export function countOther(path: string, inPosts: string, { ignores }: Ignoring, counts: Map<string, number>): void {
  const name = inPosts.slice(inPosts.lastIndexOf('/') + 1);
  const [kind] = otherMarkdown.exec(name) ?? maybePost.exec(name) ?? [];
  if (kind === undefined || isHidden(name) || ignores?.(inPosts)) return;
  if (maybePost.test(name) && !beginsWithFence(path)) return;
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}

function beginsWithFence(path: string): boolean {
  const start = Buffer.alloc(4);
  const { O_RDONLY, O_NONBLOCK = 0 } = constants;
  tried(() => withFile(path, O_RDONLY | O_NONBLOCK, (fd) => readSync(fd, start)));
  return /^---[\r\n]/.test(start.toString('latin1'));
}
