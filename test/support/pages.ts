/** The pages of a folder of posts, for tests. */
import { resolve } from 'node:path';
import { defaultConfig } from '../../src/blog/config/config.ts';
import { withSiteUrl } from '../../src/commands/feed/options.ts';
import { openFeedSource } from '../../src/commands/feed/source.ts';
import { openSite } from '../../src/commands/site.ts';
import type { FeedEntry } from '../../src/feed/feed.ts';
import { createRenderer } from '../../src/feed/renderer.ts';
import { planPages } from '../../src/site/plan/plan.ts';
import { renderPage } from '../../src/site/render.ts';
import type { Extras, Rendered, Site, SitePlan } from '../../src/site/site.ts';
import { type SampleFields, samplePost, siteUrl, surroundings } from './feedPosts.ts';
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

/** A site of these posts, at https://blog.example.org/base. */
export async function sampleSite(entries: readonly FeedEntry[], changes: Partial<Site> = {}): Promise<Site> {
  return {
    config: { ...defaultConfig(), siteUrl, title: 'Our blog', language: 'en-GB' },
    entries,
    now: Date.parse('2026-01-01T00:00:00Z'),
    mode: 'build',
    texts: [],
    surroundings: surroundings(),
    renderer: await createRenderer(true),
    ...changes,
  };
}

/** The page of the only post of a site. */
export async function pageOf(fields: SampleFields, changes: Partial<Site> = {}, extras?: Extras): Promise<string> {
  const plan = planPages(await sampleSite([samplePost(fields)], changes));
  const page = [...plan.pages.values()].find(({ kind }) => kind === 'post');
  if (!page) throw new Error('no page');
  return renderPage(page, plan, extras).text;
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
