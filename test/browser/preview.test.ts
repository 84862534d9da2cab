/** What a tab of `blog preview` shows after each way of saving, and what stays as it was. Without chromium it is skipped. */
import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openChromium, whyNoBrowser } from '../support/chromium.ts';
import { type StartedPreview, startPreview } from '../support/startedPreview.ts';
import { tempFolder } from '../support/tempFolder.ts';

if (whyNoBrowser !== undefined) process.stderr.write(`Skipped: the preview in a browser, since ${whyNoBrowser}.\n`);

const project = resolve(import.meta.dirname, '../..');
const config = 'title: The blog\nsite_url: https://org.example/blog\n';

const post = (title: string, text: string, ...lines: readonly string[]): string =>
  `---\ntitle: ${title}\ndate: 2018-07-05\nid: urn:x:${title.length}\n${lines.map((line) => `${line}\n`).join('')}---\n\n${text}\n`;

const paragraphs = (count: number, change?: readonly [number, string]): string =>
  Array.from({ length: count }, (_, at) =>
    at === change?.[0] ? change[1] : `Paragraph ${at}, with a [link ${at}](https://example.org/${at}).`,
  ).join('\n\n');

const visitPath = '/blog/2018/07/05/visit/';

(whyNoBrowser === undefined ? describe : describe.skip)('a tab of the preview', () => {
  let browser: Browser;
  let context: BrowserContext;
  let preview: StartedPreview | undefined;
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await context?.close();
    await preview?.stop();
    preview = undefined;
    expect(errors.splice(0)).toEqual([]);
  });

  /** A blog with one post, its preview, and a tab that listens to it. */
  async function open(text: string, path = visitPath): Promise<{ folder: string; file: string; page: Page }> {
    const folder = tempFolder({
      'blog.config.yaml': config,
      'posts/visit.md': post('Visit', text),
      'posts/other-post.md': post('Other post', 'Another text.'),
    });
    copyFileSync(join(project, 'posts/images/round-table.png'), join(folder, 'posts/table.png'));
    preview = await startPreview(folder);
    context = await browser.newContext({ viewport: { width: 800, height: 600 } });
    return { folder, file: join(folder, 'posts/visit.md'), page: await openTab(path) };
  }

  async function openTab(path: string): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    const listening = page.waitForResponse(`${preview?.origin}/.blog/events`);
    await page.goto(`${preview?.origin}${path}`);
    await listening;
    // A page that is loaded as a whole would lose it.
    await page.evaluate('window.isSame = true');
    return page;
  }

  const isSame = (page: Page): Promise<boolean> => page.evaluate<boolean>('window.isSame === true');
  const sees = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
  const misses = (page: Page, text: string | RegExp): Promise<void> =>
    page.getByText(text).first().waitFor({ state: 'detached' });

  /** Waits, frame by frame, until an expression has a value. */
  async function becomes(page: Page, expression: string, value: unknown): Promise<void> {
    const end = performance.now() + 10_000;
    let now: unknown;
    do {
      now = await page.evaluate(`new Promise(requestAnimationFrame).then(() => (${expression}))`);
    } while (now !== value && performance.now() < end);
    expect(now).toBe(value);
  }

  test('a save in place, by rename, with a backup and in two steps', async () => {
    const { file, page } = await open('The first text.');
    writeFileSync(file, post('Visit', 'The second text.'));
    await sees(page, 'The second text.');
    writeFileSync(`${file}.new`, post('Visit', 'The third text.'));
    renameSync(`${file}.new`, file);
    await sees(page, 'The third text.');
    renameSync(file, `${file}~`);
    writeFileSync(file, post('Visit', 'The fourth text.'));
    await sees(page, 'The fourth text.');
    writeFileSync(file, '');
    writeFileSync(file, post('Visit', 'The fifth text.'));
    await sees(page, 'The fifth text.');
    await misses(page, 'The fourth text.');
    expect(await isSame(page)).toBe(true);
  });

  test('a burst of saves shows the last', async () => {
    const { file, page } = await open('The first text.');
    for (let count = 1; count <= 100; count++) writeFileSync(file, post('Visit', `Text number ${count}.`));
    await sees(page, 'Text number 100.');
    expect(await isSame(page)).toBe(true);
  });

  test('a new, a renamed and a deleted post', async () => {
    const { folder, page } = await open('The first text.', '/blog/');
    mkdirSync(join(folder, 'posts/2019'));
    writeFileSync(join(folder, 'posts/2019/news.md'), post('Brand new', 'New text.'));
    await sees(page, 'Brand new');
    await page.getByRole('link', { name: 'Brand new' }).click();
    await page.waitForURL('**/2018/07/05/news/');
    await page.evaluate('window.isSame = true');
    renameSync(join(folder, 'posts/2019/news.md'), join(folder, 'posts/2019/olds.md'));
    await page.waitForURL('**/2018/07/05/olds/');
    await sees(page, 'New text.');
    rmSync(join(folder, 'posts/2019/olds.md'));
    await sees(page, 'Page not found');
    writeFileSync(join(folder, 'posts/2019/olds.md'), post('Brand new', 'It is back.'));
    await sees(page, 'It is back.');
    expect(await isSame(page)).toBe(true);
  });

  test('a broken front matter keeps the last good text, says what is wrong, and no more once it is repaired', async () => {
    const { file, page } = await open('The first text.');
    writeFileSync(file, '---\ntitle: "Visit\ndate: 2018-07-05\n---\n\nThe second text.\n');
    const problems = page.getByRole('complementary', { name: 'Problems' });
    await problems.getByText('missing closing "').waitFor();
    await sees(page, /The (?:first|second) text/);
    writeFileSync(file, post('Visit again', 'The third text.'));
    await sees(page, 'The third text.');
    await problems.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Visit again' }).waitFor();
    expect(await page.title()).toBe('Visit again · The blog');
    expect(await isSame(page)).toBe(true);
  });

  test('a post that was never valid says why, and is there once it is', async () => {
    const { folder, page } = await open('The first text.', '/.blog/posts/new.md');
    await sees(page, 'Page not found');
    writeFileSync(join(folder, 'posts/new.md'), '---\ntitle: "New\ndate: 2018-07-06\n---\n\nText.\n');
    await sees(page, 'This post has no page yet');
    await sees(page, /missing closing "/);
    writeFileSync(join(folder, 'posts/new.md'), post('New', 'A text at last.'));
    await sees(page, 'A text at last.');
    expect(new URL(page.url()).pathname).toBe('/blog/2018/07/05/new/');
  });

  test('each problem leads to its place', async () => {
    const { page } = await open(`${paragraphs(40, [30, 'See [here](gone.md).'])}`);
    const problem = page.getByRole('complementary', { name: 'Problems' }).getByRole('link').first();
    await problem.click();
    const place = page.locator(':target');
    expect(await place.textContent()).toContain('See here.');
    expect((await place.boundingBox())?.y).toBeLessThan(600);
  });

  test('an image that is replaced is loaded again', async () => {
    const { folder, page } = await open('![A table](table.png)');
    const widthOf = `document.querySelector('.e-content img')?.naturalWidth`;
    await becomes(page, widthOf, 640);
    const other = join(project, 'posts/2024-05-14-accessible-posts/speech-bubbles.png');
    rmSync(join(folder, 'posts/table.png'));
    writeFileSync(join(folder, 'posts/table.png'), onePixel);
    await becomes(page, widthOf, 1);
    copyFileSync(other, `${folder}/posts/new.png`);
    renameSync(`${folder}/posts/new.png`, `${folder}/posts/table.png`);
    await becomes(page, `${widthOf} > 1`, true);
    expect(await isSame(page)).toBe(true);
  });

  test('a changed config, an invalid one and a repaired one', async () => {
    const { folder, page } = await open('The first text.');
    const file = join(folder, 'blog.config.yaml');
    writeFileSync(file, config.replace('The blog', 'Another name'));
    await page.getByRole('banner').getByText('Another name').waitFor();
    writeFileSync(file, 'title: [\n');
    await page.getByRole('status').waitFor();
    await sees(page, 'The first text.');
    writeFileSync(file, config.replace('/blog', '/elsewhere'));
    await page.waitForURL('**/elsewhere/2018/07/05/visit/');
    await page.getByRole('status').waitFor({ state: 'detached' });
    expect(await isSame(page)).toBe(true);
  });

  test('scroll position and focus stay, and what is opened', async () => {
    const details = '<details><summary>More</summary>\n\nHidden text.\n\n</details>';
    const { file, page } = await open(`${details}\n\n${paragraphs(60)}`);
    await page.getByText('More', { exact: true }).click();
    await page.getByRole('link', { name: 'link 30' }).focus();
    const before = await page.evaluate<number>('scrollY');
    expect(before).toBeGreaterThan(300);
    writeFileSync(file, post('Visit', `${details}\n\n${paragraphs(60, [31, 'A changed paragraph.'])}`));
    await sees(page, 'A changed paragraph.');
    expect(await page.evaluate('scrollY')).toBe(before);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('link 30');
    // What is new above moves everything but what is looked at.
    const placeOf = `document.activeElement.getBoundingClientRect().top`;
    const place = await page.evaluate<number>(placeOf);
    writeFileSync(
      file,
      post('Visit', `${details}\n\n${paragraphs(60, [31, 'A paragraph changed again.'])}`, 'summary: A new one.'),
    );
    await sees(page, 'A new one.');
    await sees(page, 'A paragraph changed again.');
    expect(Math.abs((await page.evaluate<number>(placeOf)) - place)).toBeLessThan(2);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('link 30');
    expect(await page.getByText('Hidden text.').isVisible()).toBe(true);
  });

  test('a change off screen is brought into view', async () => {
    const { file, page } = await open(paragraphs(60));
    let text = paragraphs(60);
    for (const at of [55, 2]) {
      text = text.replace(new RegExp(`^Paragraph ${at},.*$`, 'm'), `Paragraph ${at} is new.`);
      writeFileSync(file, post('Visit', text));
      await sees(page, `Paragraph ${at} is new.`);
      const places = `[...document.querySelectorAll('p')].filter((one) => one.textContent === 'Paragraph ${at} is new.')`;
      await becomes(
        page,
        `${places}.every((one) => one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().bottom <= innerHeight)`,
        true,
      );
    }
  });

  test('a tab goes on after the preview has stopped and started again', async () => {
    const { folder, file, page } = await open('The first text.');
    const { port } = new URL(preview?.url ?? '');
    await preview?.stop();
    await sees(page, /The preview has stopped/);
    writeFileSync(file, post('Visit', 'The second text.'));
    preview = await startPreview(folder, ['--port', port]);
    await sees(page, 'The second text.');
    await misses(page, /The preview has stopped/);
    expect(await isSame(page)).toBe(true);
  });

  test('/feed shows the items as subscribers get them', async () => {
    const { file, page } = await open('The first text.', '/blog/feed');
    await page.getByRole('link', { name: 'Visit' }).waitFor();
    writeFileSync(file, post('Visit', 'The first text.', 'draft: true'));
    await sees(page, '1 post is left out');
    await sees(page, /: draft$/);
    expect(await isSame(page)).toBe(true);
  });

  test('two tabs, each with its own page', async () => {
    const { file, page } = await open('The first text.');
    const home = await openTab('/blog/');
    writeFileSync(file, post('Two tabs', 'The second text.'));
    await sees(home, 'Two tabs');
    await page.bringToFront();
    await sees(page, 'The second text.');
    expect([await isSame(page), await isSame(home)]).toEqual([true, true]);
  });
});

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
