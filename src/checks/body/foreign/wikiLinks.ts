/** What to write instead of a wiki link or an embedded file, which name a file wherever it is in the folder. */
import { imageType } from '../../../post/imageType.ts';
import { imagePaths, joinPath, linkedPost, relativePath } from '../../../post/relativePath.ts';
import type { FolderFacts } from '../../folderFacts.ts';
import { encodePath } from '../../urls/ownFiles.ts';

/** Where such a link is: the file of its post, and what is known about the folder. */
export interface LinkSource {
  inPosts: string;
  folder: FolderFacts;
}

/** The hint for a link such as `note#part|words`. */
export function wikiHint(found: string, source: LinkSource): string {
  const [target = '', words] = found.split(/\\?\|/);
  const file = fileOf(target);
  const shown = (words ?? (file || target.replace(/^#/, ''))).trim();
  if (file === '') return `write ${shown} without the brackets`;
  const post = findPost(file, source);
  if (post !== undefined) return `write a link: [${shown}](${encodePath(relativePath(source.inPosts, post))})`;
  return `write ${shown} without the brackets, or a link: [${shown}](https://…)`;
}

/** The hint for an embedded file such as `a.png|300`, or for a part of another post. */
export function embedHint(found: string, source: LinkSource): string {
  const file = fileOf(found);
  if (!/\.\w+$/.test(file) || /\.(?:md|markdown)$/i.test(file)) return wikiHint(found, source);
  const { inPosts, folder } = source;
  const besidePost = imagePaths(inPosts, encodePath(file)).some(folder.isFile) ? file : undefined;
  const inFolder = joinPath('', file);
  const path = besidePost ?? (inFolder && folder.isFile(inFolder) ? relativePath(inPosts, inFolder) : undefined);
  // Only an image can be shown in a text.
  const link = imageType(file) === undefined ? `[${file}]` : '![what it shows]';
  if (path !== undefined) return `write ${link}(${encodePath(path)})`;
  return `copy the file to the folder of the post, and write ${link}(${encodePath(file.slice(file.lastIndexOf('/') + 1))})`;
}

function fileOf(target: string): string {
  return (target.split(/#|\\?\|/)[0] ?? '').trim();
}

/** The post that a name means: one from here, one from the top of the folder, else the only one of that name. */
function findPost(file: string, { inPosts, folder }: LinkSource): string | undefined {
  for (const from of [inPosts, '']) {
    for (const ending of ['', '.md', '.markdown']) {
      const post = linkedPost(from, encodePath(file + ending), folder.isPost);
      if (post !== undefined) return post;
    }
  }
  return folder.named?.(file);
}
