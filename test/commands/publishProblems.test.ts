/** What is wrong with a post is said when it is published, and nobody is shown who has not agreed to it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { blogOf, buildConfig, postText } from '../support/builtSite.ts';
import { run } from '../support/site.ts';

const now = ['--now', '2024-06-01'];
const image = (consent: string): string =>
  `image:\n  src: https://images.example.org/table.jpg\n  alt: Two people at a table\n  consent: ${consent}`;
const draft = (...more: string[]): string => postText(['title: Tea', 'date: 2024-05-01', ...more, 'draft: true']);
const blog = (text: string, rules = ''): string =>
  blogOf({ 'blog.config.yaml': buildConfig + rules, 'posts/2024-05-01-tea.md': text });
const publish = (folder: string, ...args: string[]) => run(folder, [...now, 'publish', 'tea', ...args]);
const about = 'not everyone in the image has agreed to be shown (photo-consent-pending)';

describe('an image of people who have not agreed', () => {
  test.each([[], ['--dry-run'], ['--keep-date'], ['--date', '2024-07-01']])('is not published: %j', async (...args) => {
    const folder = blog(draft(image('pending')));
    expect(await publish(folder, ...args)).toEqual({
      status: 1,
      stdout: '',
      stderr: `posts/2024-05-01-tea.md:7:12: error: ${about}\nposts/2024-05-01-tea.md not published: fix these errors first\n`,
    });
    expect(readFileSync(join(folder, 'posts/2024-05-01-tea.md'), 'utf8')).toBe(draft(image('pending')));
  });

  test.each(['yes', 'not-needed'])('%s is published', async (answer) => {
    expect((await publish(blog(draft(image(answer))))).status).toBe(0);
  });

  test('is published where the rule is off', async () => {
    const { status, stderr } = await publish(blog(draft(image('pending')), 'rules: { photo-consent-pending: off }\n'));
    expect(status).toBe(0);
    expect(stderr).not.toContain('agreed');
  });

  test('may be submitted for review, which is told', async () => {
    const { status, stderr } = await run(blog(draft(image('pending'))), [...now, 'submit', 'tea']);
    expect(status).toBe(0);
    expect(stderr).toContain(`posts/2024-05-01-tea.md:7:12: warning: ${about}\n`);
    const strict = 'rules: { photo-consent-pending: error }\n';
    expect((await run(blog(draft(image('pending')), strict), [...now, 'submit', 'tea'])).status).toBe(1);
  });

  test('is a warning of validate, as before', async () => {
    const { status, stdout } = await run(blog(draft(image('pending')).replace('draft: true\n', '')), [
      'validate',
      ...now,
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain(`warning: ${about}`);
  });
});

describe('warnings', () => {
  const text = `${draft('authors: Ada Example and Ben Sample')}\n[click here](https://example.org/)\n`;

  test('are printed at their places in the new file, but not what the rename puts right', async () => {
    const folder = blog(text);
    const { stdout, stderr } = await publish(folder);
    expect(stdout).toBe('posts/2024-06-01-tea.md\n');
    const written = readFileSync(join(folder, 'posts/2024-06-01-tea.md'), 'utf8').split('\n');
    const at = (part: string): number => written.findIndex((line) => line.includes(part)) + 1;
    expect(stderr.split('\n').filter((line) => line.includes(': warning: '))).toEqual([
      expect.stringMatching(RegExp(`^posts/2024-06-01-tea.md:${at('Ada Example and')}:10: .*authors-joined`)),
      expect.stringMatching(RegExp(`^posts/2024-06-01-tea.md:${at('click')}:2: .*link-text-poor`)),
    ]);
    expect(stderr.indexOf('warning')).toBeLessThan(stderr.indexOf('Published “Tea”'));
  });

  test('are those of the old file in a dry run, and left out with --quiet', async () => {
    expect((await publish(blog(text), '--dry-run')).stderr).toContain('posts/2024-05-01-tea.md:4:10: warning: ');
    expect((await publish(blog(text), '--quiet')).stderr).not.toContain('warning');
  });
});
