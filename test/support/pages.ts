/** The pages of a folder of posts, for tests. */
import { resolve } from 'node:path';
import { withSiteUrl } from '../../src/commands/feed/options.ts';
import { openFeedSource } from '../../src/commands/feed/source.ts';
import { openSite } from '../../src/commands/site.ts';
import { createRenderer } from '../../src/feed/renderer.ts';
import { planPages } from '../../src/site/plan/plan.ts';
import { renderPage } from '../../src/site/render.ts';
import type { Extras, Rendered, Site, SitePlan } from '../../src/site/site.ts';
import { testShell } from './testShell.ts';

export const project = resolve(import.meta.dirname, '../..');

/** The site of a folder; `changes` replace what it would have. */
export async function siteOfFolder(dir: string, changes: Partial<Site> = {}, url?: string): Promise<Site> {
  const { shell } = testShell({ cwd: dir });
  const context = { shell, globals: { now: '2026-01-01', quiet: true, input: false } };
  const opened = withSiteUrl(await openSite(context), url);
  const source = await openFeedSource(opened, true, async () => true);
  const readable = source && (await source.readable(source.entries, 0));
  if (!source || !readable) throw new Error('posts cannot be read');
  return {
    config: opened.config,
    entries: readable.entries,
    now: opened.now,
    mode: 'build',
    texts: [],
    surroundings: source.surroundings,
    renderer: await createRenderer(true),
    ...changes,
  };
}

/** The page at a path. */
export function pageAt(path: string, plan: SitePlan, extras?: Extras): Rendered {
  const page = plan.pageAt(path);
  if (!page) throw new Error(`no page at ${path}: ${[...plan.pages.keys()].slice(0, 50).join(' ')}`);
  return renderPage(page, plan, extras);
}

/** The plan of the project’s own sample posts. */
export async function samplePlan(changes: Partial<Site> = {}): Promise<SitePlan> {
  return planPages(await siteOfFolder(project, changes));
}
