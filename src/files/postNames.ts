/** Which names in the posts folder are those of posts. */

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
export const otherMarkdown = /\.(?:mdx|rmd|qmd|mkd)$/i;
