/** A blog to build, and what is in the folder of its site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Run, run } from './site.ts';
import { filesIn, tempFolder } from './tempFolder.ts';

export const buildConfig =
  'title: Our blog\nsite_url: https://org.example/blog\nlanguage: en-GB\ntimezone: Europe/London\n';

/** A folder with these files, and the config unless it is among them. */
export function blogOf(files: Readonly<Record<string, string>>): string {
  return tempFolder({ 'blog.config.yaml': buildConfig, ...files });
}

/** The text of a post. */
export function postText(lines: readonly string[], body = 'Text.'): string {
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

export const build = (folder: string, ...args: string[]): Promise<Run> =>
  run(folder, ['build', '-o', 'public', '--now', '2024-06-01', ...args]);

/** The files of the site, without its list. */
export function builtFiles(folder: string): string[] {
  return filesIn(join(folder, 'public')).filter((file) => file !== '.blog-build.json');
}

/** The text of a file of the site. */
export function built(folder: string, file: string): string {
  return readFileSync(join(folder, 'public', file), 'utf8');
}
