/** The templates that a blog has of its own: Markdown files in one folder. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../diagnostic.ts';
import { describeSystemError, errorCode, UserError } from '../errors.ts';
import { checkInside } from './outside.ts';
import { isInside, type PostFile, printedPath } from './posts.ts';

export interface TemplateFile extends PostFile {
  /** What `--template` calls it: the file's name without its ending. */
  name: string;
}

/**
 * The templates of a folder, by name; none where there is no such folder. Throws UserError where it cannot be read, or
 * where a link in `root` leads out of it.
 */
export function findTemplates(folder: string, base: string, root: string): TemplateFile[] {
  const shown = printedPath(base, folder);
  checkInside(root, folder, `templates: ${shown}`);
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw new UserError(`cannot read the templates in ${shown}: ${describeSystemError(error)}`);
  }
  return entries
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

/** A link is followed only inside the folder; a pipe or a device would never end. */
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
