/** What an import says of a config that was there before, and of authors without a name: lines to copy. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { wxr } from '../support/wxr.ts';

const item = (id: number, creator = 'ada'): string =>
  `<item><title>Post ${id}</title><link>https://blog.example.org/2018/07/post-${id}/</link><dc:creator>${creator}</dc:creator>
<guid isPermaLink="false">https://blog.example.org/?p=${id}</guid><content:encoded><![CDATA[Text.]]></content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>2018-07-05 15:48:16</wp:post_date><wp:post_date_gmt>2018-07-05 14:48:16</wp:post_date_gmt>
<wp:post_name>post-${id}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;
const authors = ['ada,Ada Example', 'editor,editor', 'web.team,web.team']
  .map((one) => one.split(','))
  .map(
    ([login, name]) =>
      `<wp:author><wp:author_login>${login}</wp:author_login><wp:author_display_name>${name}</wp:author_display_name></wp:author>`,
  )
  .join('');

async function hintsOf(config: string, items = [item(1)]) {
  const folder = tempFolder({ 'export.xml': wxr(items, authors), 'blog.config.yaml': config });
  const { status, stderr } = await run(folder, ['import', 'wordpress', 'export.xml']);
  expect(status).toBe(0);
  return { folder, hints: stderr.slice(stderr.indexOf('Full report: _wordpress/report.json\n') + 36) };
}

const feeds = ['feed:', '  aliases:', '    "/feed/": "/feed.xml"', '    "/feed/atom/": "/atom.xml"'];
const heading = 'To publish as WordPress did, write in the config:\n';

test.each([
  [
    '{}\n',
    [
      'title: "A blog"',
      'site_url: "https://blog.example.org"',
      'language: en-GB',
      'timezone: Europe/London',
      'permalink: "/{year}/{month}/{slug}/"',
      ...feeds,
    ],
  ],
  [
    'title: B\nlanguage: cy\ntimezone: Europe/Paris\n',
    ['site_url: "https://blog.example.org"', 'permalink: "/{year}/{month}/{slug}/"', ...feeds],
  ],
  [
    'title: B\nsite_url: https://new.example.org\nlanguage: cy\n',
    ['timezone: Europe/London', 'permalink: "/{year}/{month}/{slug}/"', ...feeds],
  ],
])('the config %j is told what it lacks', async (config, lines) => {
  const { folder, hints } = await hintsOf(config);
  expect(hints).toBe(`${heading}${lines.join('\n')}\n`);
  // Followed to the letter, nothing is left to say.
  writeFileSync(join(folder, 'blog.config.yaml'), `${config === '{}\n' ? '' : config}${lines.join('\n')}\n`);
  expect((await run(folder, ['import', 'wordpress', 'export.xml'])).stderr).not.toContain(heading);
  expect((await run(folder, ['validate'])).status).toBe(0);
});

test.each([
  ['', 'To name these authors, add to the config:\nauthors:\n  editor: "First Last"\n  web.team: "First Last"\n'],
  [
    'authors: { editor: Eve Ng }\n',
    'To name these authors, write under authors in the config:\n  web.team: "First Last"\n',
  ],
])('authors without a name have a place for it (%j)', async (lines, hint) => {
  const config = `title: B\nsite_url: https://blog.example.org\nlanguage: en-GB\ntimezone: Europe/London\npermalink: "/{year}/{month}/{slug}/"\n${feeds.join('\n')}\n`;
  const { folder, hints } = await hintsOf(config + lines, [item(1), item(2, 'editor'), item(3, 'web.team')]);
  expect(hints).toBe(hint);
  if (lines !== '') return;
  writeFileSync(join(folder, 'blog.config.yaml'), config + hint.slice(hint.indexOf('\n') + 1));
  expect((await run(folder, ['list', '--fields', 'authors'])).stdout).toContain('First Last');
  expect(parse(readFileSync(join(folder, 'posts/2018-07-05-post-2.md'), 'utf8').split('---')[1] ?? '').authors).toEqual(
    ['editor'],
  );
});

test('a blog without a config is told of such authors as well', async () => {
  const folder = tempFolder({ 'export.xml': wxr([item(1, 'editor')], authors) });
  const { stderr } = await run(folder, ['import', 'wordpress', 'export.xml']);
  expect(stderr).toContain(
    'Full report: _wordpress/report.json\nTo name these authors, add to the config:\nauthors:\n  editor: "First Last"\n',
  );
});

test('a terminal is told what to do next, unless nothing was written or something was lost', async () => {
  const folder = tempFolder({ 'export.xml': wxr([item(1)], authors) });
  const stderr = { width: 100, color: 0 as const };
  const next = 'Next: blog validate, then blog preview\n';
  const dry = await run(folder, ['import', 'wordpress', 'export.xml', '--dry-run'], { stderr });
  expect(dry.stderr).not.toContain('Next:');
  expect((await run(folder, ['import', 'wordpress', 'export.xml'], { stderr })).stderr.endsWith(next)).toBe(true);
  expect((await run(folder, ['import', 'wordpress', 'export.xml'])).stderr).not.toContain('Next:');
  writeFileSync(join(folder, 'cut.xml'), wxr([item(1)], authors).slice(0, -120));
  const { status, stderr: said } = await run(folder, ['import', 'wordpress', 'cut.xml'], { stderr });
  expect([status, said.includes('Next:')]).toEqual([1, false]);
});
