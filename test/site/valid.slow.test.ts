/** Every page is valid HTML, in a build and in a preview. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { planPages } from '../../src/site/plan/plan.ts';
import { project, samplePlan, siteOfFolder } from '../support/pages.ts';
import { findInvalid } from '../support/validHtml.ts';

const texts = [
  {
    file: 'a.md',
    inPosts: '_site/accessibility.md',
    text: '# Accessibility\n\n| a |\n| - |\n| b |\n\nc[^1]\n\n[^1]: d\n',
  },
];

test.each(['build', 'preview'] as const)('the sample posts in a %s', async (mode) => {
  expect(await findInvalid(await samplePlan({ mode, texts }))).toEqual([]);
});

test.each(['astro', 'eleventy', 'hexo', 'hugo', 'jekyll', 'obsidian', 'pelican', 'wordpress'])(
  'the posts of a blog with %s',
  async (name) => {
    const folder = join(project, 'test/sites', name);
    const site = await siteOfFolder(folder, { mode: 'preview' }, 'https://blog.example.org/base');
    expect(await findInvalid(planPages(site))).toEqual([]);
  },
);

const corpus = process.env['BLOG_CORPUS'];

test('a real blog', async () => {
  if (corpus === undefined) return;
  const site = await siteOfFolder(corpus, {}, 'https://blog.example.org');
  expect(await findInvalid(planPages(site), 7)).toEqual([]);
});
