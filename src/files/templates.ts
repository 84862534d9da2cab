/** Finds the templates of a blog. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../diagnostic.ts';
import { errorCode } from '../errors.ts';
import { explain } from './explain.ts';
import { isMissing } from './folder.ts';
import { checkInside } from './outside.ts';
import { isInside, type PostFile, printedPath } from './posts.ts';

export interface TemplateFile extends PostFile {
  /** Its name for `--template`: the file name without extension. */
  name: string;
}

/**
 * The templates in a folder, sorted by name; none if it does not exist. Throws UserError if it cannot be read, or if a
 * link in `root` leads outside.
 */
export function findTemplates(folder: string, base: string, root: string): TemplateFile[] {
  const shown = printedPath(base, folder);
  checkInside(root, folder, `templates: ${shown}`);
  if (isMissing(folder)) return [];
  return explain(`read the templates in ${shown}`, () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => isTemplate(folder, entry))
    .map((entry) => {
      const { name: inPosts } = entry;
      const path = join(folder, inPosts);
      const link = entry.isSymbolicLink() && { isLink: true as const };
      return { name: nameOf(inPosts), path, file: printedPath(base, path), inPosts, ...link };
    })
    .sort((a, b) => compareText(a.name, b.name));
}

function nameOf(file: string): string {
  return file.replace(/\.(?:md|markdown)$/i, '').normalize('NFC');
}

/** Links are followed only inside the folder. Reading a pipe or a device might never end. */
function isTemplate(folder: string, entry: Dirent): boolean {
  const { name } = entry;
  if (!/[^.~]\.(?:md|markdown)$/i.test(name) || name.startsWith('.') || name === 'README.md') return false;
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    const target = realpathSync(join(folder, name));
    return isInside(realpathSync(folder), target) && statSync(target).isFile();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}
