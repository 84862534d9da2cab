/** Every page is valid HTML, in a build and in a preview. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { planPages } from '../../src/site/plan/plan.ts';
import { addImages, richFiles, richNow, richPaths } from '../browser/richBlog.ts';
import { project, samplePlan, siteOfFolder } from '../support/pages.ts';
import { tempFolder } from '../support/tempFolder.ts';
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

test.each(['build', 'preview'] as const)('posts with everything, in three languages, in a %s', async (mode) => {
  const files = richFiles();
  const texts = Object.entries(files).flatMap(([path, text]) => {
    const inPosts = path.replace(/^posts\//, '');
    return inPosts.startsWith('_site/') ? [{ file: path, inPosts, text }] : [];
  });
  const site = await siteOfFolder(addImages(tempFolder(files)), { mode, texts, now: Date.parse(richNow) });
  const plan = planPages(site);
  expect([...plan.pages.keys()]).toEqual(
    expect.arrayContaining(Object.values(richPaths).filter((path) => path !== '/nowhere/')),
  );
  expect(await findInvalid(plan)).toEqual([]);
});

const corpus = process.env['BLOG_CORPUS'];

test('a real blog', async () => {
  if (corpus === undefined) return;
  const site = await siteOfFolder(corpus, {}, 'https://blog.example.org');
  expect(await findInvalid(planPages(site), 2)).toEqual([]);
});
