/** Every kind of page, as a build and as a preview, in a real browser: accessible, narrow, enlarged, printed. Without chromium it is skipped. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openChromium, whyNoBrowser } from '../support/chromium.ts';
import { type StartedPreview, startPreview } from '../support/startedPreview.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { addImages, previewPaths, richFiles, richNow, richPaths } from './richBlog.ts';

if (whyNoBrowser !== undefined) process.stderr.write(`Skipped: pages in a browser, since ${whyNoBrowser}.\n`);

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const all = Object.entries({ ...richPaths, ...previewPaths });

(whyNoBrowser === undefined ? describe : describe.skip)('in a browser', () => {
  let browser: Browser;
  let preview: StartedPreview;
  let page: Page;

  beforeAll(async () => {
    preview = await startPreview(addImages(tempFolder(richFiles())), ['--now', richNow]);
    browser = await openChromium();
    const context = await browser.newContext({ bypassCSP: true });
    // Posts’ own images and films elsewhere do not matter here.
    await context.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => route.abort());
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.stop();
  });

  async function show(path: string, width = 1280): Promise<void> {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(preview.origin + path);
  }

  test('a link within a text leads to its heading', async () => {
    const body = [
      '[Two](#sec-two)',
      ...Array.from({ length: 80 }, (_, index) => `Line ${index}.`),
      '## Sec *two*!',
      'Text.',
    ];
    const files = {
      'blog.config.yaml': 'title: A',
      'posts/a.md': `---\ntitle: A\ndate: 2020-01-01\n---\n${body.join('\n\n')}\n`,
    };
    const other = await startPreview(tempFolder(files));
    try {
      await page.goto(`${other.origin}/2020/01/01/a/`);
      await page.getByRole('link', { name: 'Two', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction('scrollY > 0');
      expect(page.url()).toMatch(/#sec-two$/);
      const heading = await page.getByRole('heading', { name: 'Sec two!' }).boundingBox();
      expect(heading?.y).toBeGreaterThanOrEqual(-1);
      expect(heading?.y).toBeLessThan(720);
    } finally {
      await other.stop();
    }
  });

  describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
    test.each(all)('axe finds nothing on a page: %s', async (_, path) => {
      await page.emulateMedia({ colorScheme });
      await show(path);
      await page.evaluate(axeScript);
      const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const results = await page.evaluate<axe.AxeResults>(`axe.run({ runOnly: ${JSON.stringify(rules)} })`);
      const found = results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(found).toEqual([]);
      expect(results.passes.length).toBeGreaterThan(10);
    });
  });

  const isWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

  test.each(all)('nothing scrolls sideways at 320 px, nor with text of 200 %%: %s', async (_, path) => {
    await show(path, 320);
    expect(await page.evaluate(isWide)).toBe(false);
    await show(path, 640);
    await page.addStyleTag({ content: ':root { font-size: 200%; }' });
    expect(await page.evaluate(isWide)).toBe(false);
  });

  test('wide tables and code scroll by themselves, by keyboard, each with a name of its own', async () => {
    await show('/2026/01/05/everything/', 320);
    const regions = page.locator('.scroll');
    const names: (string | null)[] = [];
    for (let at = 0; at < (await regions.count()); at++) {
      const region = regions.nth(at);
      names.push(await region.getAttribute('aria-label'));
      await region.focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(`document.activeElement.scrollLeft > 0`);
    }
    expect(names).toEqual(['Table', 'Code']);
  });

  test.each(all)('whatever has the focus shows it: %s', async (_, path) => {
    await show(path);
    const outlines = await page.evaluate<string[]>(`(() => {
      const able = [...document.querySelectorAll('a[href], [tabindex="0"], summary')].filter((one) => one.checkVisibility());
      return able.map((one) => {
        one.focus({ focusVisible: true });
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return document.activeElement === one ? outlineStyle + ' ' + outlineWidth : 'no focus: ' + one.outerHTML;
      });
    })()`);
    expect([...new Set(outlines)]).toEqual(['solid 3px']);
  });

  // WCAG 2.2, 2.5.8: links in sentences and lists of names are as high as their line.
  test.each(all)('what is not within a text is at least 24 px high: %s', async (_, path) => {
    await show(path, 360);
    const small = await page.evaluate<string[]>(`[...document.querySelectorAll('nav a, .site-title a, .neighbours a')]
      .filter((one) => !one.closest('.breadcrumb') && one.getBoundingClientRect().height < 24)
      .map((one) => one.outerHTML)`);
    expect(small).toEqual([]);
  });

  test('the first stop of the Tab key leads to the content, and can be seen there', async () => {
    await show('/2026/01/05/everything/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    expect((await skip.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });

  test('the breadcrumb is one line as long as there is room', async () => {
    for (const path of ['/2026/01/05/everything/', '/accessibility/', '/ar/2026/01/05/everything/']) {
      await show(path, 800);
      const lines = await page.evaluate<number>(`(() => {
        const tops = [...document.querySelectorAll('.breadcrumb p, .breadcrumb li')].map((one) => one.getBoundingClientRect().bottom);
        return Math.max(...tops) - Math.min(...tops);
      })()`);
      expect(lines).toBeLessThan(8);
    }
  });

  test('nothing moves, whether or not readers ask for less motion', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      await page.emulateMedia({ reducedMotion });
      await show('/2026/01/05/everything/');
      const moving = `[...document.querySelectorAll('*')].filter((one) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
        return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior !== 'auto';
      }).length`;
      expect(await page.evaluate(moving)).toBe(0);
    }
  });

  test('a post is printed without what is of use only on a screen', async () => {
    await show('/2026/01/05/everything/');
    await page.emulateMedia({ media: 'print' });
    const hidden = ['nav.breadcrumb', '.neighbours', 'body > footer nav', '.problems', '.skip'];
    for (const one of hidden) expect(await page.locator(one).first().isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    // As wide as A4: paper does not scroll.
    await page.setViewportSize({ width: 718, height: 1000 });
    const cut = `[...document.querySelectorAll('.scroll')].filter((one) => one.scrollWidth > one.clientWidth).length`;
    expect(await page.evaluate(cut)).toBe(0);
    await page.emulateMedia({ media: null });
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThan(6);
  });
});
