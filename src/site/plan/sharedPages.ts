/** Names that share a page, which readers would take for one. */
import { mergeCommand } from '../../blog/clash/mergeCommand.ts';
import type { NameKind } from '../../feed/categories.ts';
import type { SiteProblem } from '../site.ts';
import type { Section } from './sections.ts';

const plurals = { tag: 'tags', author: 'authors' } as const satisfies Partial<Record<NameKind, string>>;

/** A warning for each tag and author whose page is that of another name, too. For categories, feeds refuse that. */
export function findSharedPages(sections: readonly Section[]): SiteProblem[] {
  const problems = new Map<string, SiteProblem>();
  for (const section of sections) {
    for (const kind of ['tag', 'author'] as const) {
      for (const { path, sharing } of section.groups(kind)) {
        const [first, ...others] = sharing;
        for (const { name, entries } of others) {
          const message = `${kind} “${name}” shares the page ${path} with “${first?.name}”`;
          const merge = mergeCommand(plurals[kind], name, first?.name ?? '');
          const hint = `if they are the same, run ${merge}; if not, rename one`;
          const file = entries[0]?.post.file ?? '';
          const key = `${kind} ${name}`;
          if (!problems.has(key)) problems.set(key, { severity: 'warning', file, message, hint });
        }
      }
    }
  }
  return [...problems.values()];
}
