/** Finds the templates of a blog. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../diagnostic.ts';
import { explain, tried } from './explain.ts';
import { isMissing } from './folder.ts';
import { checkInside } from './outside.ts';
import { isInside, type PostFile, printedPath } from './posts.ts';

export interface TemplateFile extends PostFile {
  /** Its name for `--template`: the file name without extension. */
  name: string;
}

/** The templates in a folder, by name; none without it. Throws UserError if unreadable, or a link in `root` leads out. */
export function findTemplates(folder: string, base: string, root: string): TemplateFile[] {
  const shown = printedPath(base, folder);
  checkInside(root, folder, `templates: ${shown}`);
  if (isMissing(folder)) return [];
  return explain(`read the templates in ${shown}`, () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => isTemplate(folder, entry))
    .map((entry) => {
      const { name: inPosts } = entry;
      const path = join(folder, inPosts);
      const name = inPosts.replace(/\.(?:md|markdown)$/i, '').normalize('NFC');
      return { name, path, file: printedPath(base, path), inPosts, ...(entry.isSymbolicLink() && { isLink: true }) };
    })
    .sort((a, b) => compareText(a.name, b.name));
}

/** Links are followed only inside the folder. Reading a pipe or a device might never end. */
function isTemplate(folder: string, entry: Dirent): boolean {
  const { name } = entry;
  if (!/[^.~]\.(?:md|markdown)$/i.test(name) || name.startsWith('.') || name === 'README.md') return false;
  if (!entry.isSymbolicLink()) return entry.isFile();
  const isFileInside = tried(() => {
    const target = realpathSync(join(folder, name));
    return isInside(realpathSync(folder), target) && statSync(target).isFile();
  });
  return isFileInside === true;
}
