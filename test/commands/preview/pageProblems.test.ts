import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { previewOf } from '../../support/preview.ts';
import { tempFolder } from '../../support/tempFolder.ts';

test('the problems of a page of _site stand beside it until they are fixed', async () => {
  const folder = tempFolder({
    'blog.config.yaml': 'title: Blog\nsite_url: https://org.github.io/blog\n',
    'posts/visit.md': '---\ntitle: Visit\ndate: 2018-07-05\n---\n\nText.\n',
    'posts/_site/about.md': '# About us\n\nSee [the plan](missing.md).\n',
  });
  const preview = await previewOf(folder);
  try {
    const { text } = await preview.get('/blog/about/');
    expect(text).toContain('missing.md” not found');
    expect(text).toContain('link-broken');
    writeFileSync(join(folder, 'posts/_site/about.md'), '# About us\n\nSee [the visit](../visit.md).\n');
    expect((await preview.get('/blog/about/')).text).not.toContain('link-broken');
  } finally {
    await preview.close();
  }
});
