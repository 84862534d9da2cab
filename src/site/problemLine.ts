import type { SiteProblem } from './site.ts';

/** What is wrong with the paths of pages, on one line: `posts/a.md: …; …`. */
export function problemLine({ file, message, hint }: SiteProblem): string {
  return `${file}: ${message}${hint === undefined ? '' : `; ${hint}`}`;
}
