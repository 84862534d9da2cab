/** The URL of a page of `_site/`: by its name, or as its front matter has it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { blogOf, build, buildConfig, built, builtFiles, postText } from '../../support/builtSite.ts';
import { run } from '../../support/site.ts';

const visit = postText(['title: Our visit', 'date: 2024-05-01'], 'Who [we are](_site/team.md#ada).');
const page = (permalink: string): string =>
  postText(['title: Our team', `permalink: ${permalink}`], 'We wrote of [a visit](../visit.md).');
const withPage = (permalink: string, more: Record<string, string> = {}): string =>
  blogOf({ 'posts/visit.md': visit, 'posts/_site/team.md': page(permalink), ...more });

describe('a page', () => {
  test.each([
    ['/about/team/', 'about/team/index.html'],
    ['about/team/', 'about/team/index.html'],
    ['/about/team.html', 'about/team.html'],
    ['/%C3%BCber/', 'über/index.html'],
  ])('with the permalink %s is at it', async (permalink, file) => {
    const folder = withPage(permalink);
    expect((await build(folder)).status).toBe(0);
    expect(builtFiles(folder)).toContain(file);
    expect(builtFiles(folder)).not.toContain('team/index.html');
  });

  test('has links to it in pages and feeds, and validate finds them', async () => {
    const folder = withPage('/about/team/');
    await build(folder);
    expect(built(folder, '2024/05/01/visit/index.html')).toContain('href="/blog/about/team/#ada"');
    expect(built(folder, 'feed.xml')).toContain('https://org.example/blog/about/team/#ada');
    const { status } = await run(folder, ['feed', '-o', 'own.xml']);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'own.xml'), 'utf8')).toContain('https://org.example/blog/about/team/#ada');
    const linked = withPage('/about/team/', {
      'posts/other.md': postText(['title: Other', 'date: 2024-05-02'], 'Our [team](/blog/about/team/).'),
      'blog.config.yaml': `${buildConfig}static: static\n`,
      'static/a.txt': 'a',
    });
    expect((await run(linked, ['validate'])).stdout).not.toContain('link-broken');
  });

  test.each(['https://elsewhere.example/team/', '/team/?x=1', '/{slug}/', '/:slug/'])(
    'with the permalink %s stops the build',
    async (permalink) => {
      const { status, stderr } = await build(withPage(`"${permalink}"`));
      expect(status).toBe(1);
      expect(stderr).toContain('posts/_site/team.md: ');
    },
  );

  test('that is not published has no place in feeds', async () => {
    const draft = postText(['title: Our team', 'permalink: /about/team/', 'draft: true'], 'Secret.');
    const folder = blogOf({ 'posts/visit.md': visit, 'posts/_site/team.md': draft });
    await run(folder, ['feed', '-o', 'own.xml']);
    expect(readFileSync(join(folder, 'own.xml'), 'utf8')).not.toContain('/about/team/');
  });
});
