/** Pages of posts full of attacks, as a build without any policy and as a preview: no script runs, and no request leaves but for images and media. Without chromium it is skipped. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { vectors } from '../feed/vectors.ts';
import { builtBin, runBin } from '../support/builtBin.ts';
import { openChromium, whyNoBrowser } from '../support/chromium.ts';
import { type StartedPreview, startPreview } from '../support/startedPreview.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

jest.setTimeout(300_000);

if (whyNoBrowser !== undefined) process.stderr.write(`Skipped: attacks in a browser, since ${whyNoBrowser}.\n`);

const quoted = (text: string): string => JSON.stringify(text);
const host = 'https://blog.example.org';
/** An attack that leaves every kind of text that a page puts a name into. */
const breakout = `"'></title></script><script>alert(1)</script><img src=x onerror=alert(1)>`;

const config = `title: ${quoted(breakout)}
description: ${quoted(breakout)}
site_url: ${host}
site:
  description: ${quoted(breakout)}
  footer: [{ label: ${quoted(breakout)}, url: /page/ }]
`;

/** Each attack as whatever an author can write, in a post of its own for the front matter and one for the text. */
function files(): Record<string, string> {
  const written: Record<string, string> = { 'blog.config.yaml': config, 'posts/_site/page.md': vectors.join('\n\n') };
  vectors.forEach((attack, at) => {
    const both = `${attack} ${breakout}`;
    const date = `date: 2024-05-01T00:${String(at % 60).padStart(2, '0')}`;
    const line = attack.replace(/[\r\n]+/g, ' ');
    written[`posts/front-${at}.md`] = `---
title: ${quoted(`${at} ${line}`)}
${date}
summary: ${quoted(both)}
authors: [{ name: ${quoted(line)}, url: ${quoted(attack)} }, ${quoted(`Ada ${breakout}`)}]
photos_by: [${quoted(`Ben ${line}`)}]
editors: [${quoted(`Cai ${line}`)}]
categories: [${quoted(`c${at} ${line}`)}, ${quoted(`A ${breakout}`)}]
tags: [${quoted(`t${at} ${line}`)}]
image: { src: https://images.example.org/a.png, alt: ${quoted(both)}, credit: ${quoted(both)}, credit_url: ${quoted(attack)} }
comments: ${quoted(attack)}
---

Text.
`;
    written[`posts/text-${at}.md`] = `---
title: Text ${at}
${date}
---

| ${line} | b |
| --- | --- |
| ![${line}](https://images.example.org/b.png "${line.replaceAll('"', '\\"')}") | [${line}](https://e.org/) |

\`\`\`${line}
${attack}
\`\`\`

A footnote[^1] and <img alt="${attack}" src="https://images.example.org/c.png">.

## ${line}

${attack}

[^1]: ${attack}
`;
  });
  return written;
}

/** What is active in a page. */
const findActive = `[...document.querySelectorAll('*')].flatMap((one) => {
  const isOurs = one.matches('script[type="application/ld+json"], script[src="/.blog/preview.js"]');
  const isActive = one.matches('script, iframe, object, embed, applet, base, form, style, svg, math, template, meta[http-equiv], link[rel~=import], [autofocus]');
  const odd = [...one.attributes].filter(({ name, value }) =>
    /^on|^style$|^srcdoc$|^ping$|^formaction$/i.test(name) || /^[\\s\\0-\\x1f]*(?:javascript|vbscript|data|feed|blob|view-source|file):/i.test(value) && /^(?:href|src|srcset|poster|cite|action|background|xlink:href)$/.test(name));
  return (isActive && !isOurs) || odd.length > 0 ? [one.outerHTML.slice(0, 300)] : [];
})`;

(whyNoBrowser === undefined ? describe : describe.skip)('attacks', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let folder: string;
  let preview: StartedPreview | undefined;
  let found: string[] = [];
  const output = (): string => join(folder, 'out');

  beforeAll(async () => {
    folder = tempFolder(files());
    const { stderr } = runBin(builtBin, folder, ['build', '-o', 'out', '--skip-invalid']);
    if (!existsSync(join(output(), 'index.html'))) throw new Error(stderr.slice(-2000));
    browser = await openChromium();
    context = await browser.newContext({ serviceWorkers: 'block' });
    page = await context.newPage();
    page.on('dialog', (dialog) => {
      found.push(`ran: ${dialog.message()}`);
      return dialog.dismiss();
    });
    page.on('console', (message) => {
      if (/Content Security Policy|Content-Security-Policy/.test(message.text())) found.push(message.text());
    });
    // What is not the site’s own may only be an image or a film; nothing leaves.
    await context.route('**', (route, request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin === host) {
        const name = join(output(), decodeURIComponent(pathname), extname(pathname) === '' ? 'index.html' : '');
        if (!existsSync(name)) return route.fulfill({ status: 404, body: '' });
        const contentType = name.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';
        const reporting = {
          'content-security-policy-report-only': "script-src 'unsafe-eval'; style-src 'self'; frame-src 'none'",
        };
        return route.fulfill({ body: readFileSync(name), contentType, headers: reporting });
      }
      if (origin === preview?.origin) return route.continue();
      if (!['image', 'media'].includes(request.resourceType()))
        found.push(`${request.resourceType()}: ${request.url()}`);
      return route.abort();
    });
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.stop();
  });

  async function judge(url: string): Promise<string[]> {
    found = [];
    await page.goto(url);
    const active = await page.evaluate<string[]>(findActive);
    return [...active, ...found].map((one) => `${url}: ${one}`);
  }

  test('the judge finds what runs and what might', async () => {
    writeFileSync(join(output(), 'judged.html'), `<p onclick="a()">a</p>${breakout}<a href="javascript:a()">a</a>`);
    const all = (await judge(`${host}/judged.html`)).join('\n');
    for (const one of ['ran: 1', 'onclick', '<script>', 'javascript:']) expect(all).toContain(one);
  });

  test('in every page of a build do nothing', async () => {
    const all = filesIn(output()).filter((file) => file.endsWith('index.html') || file === '404.html');
    // Of the lists, which are all alike, some.
    const pages = all.filter(
      (file, at) => file.startsWith('2024/05') || /^[a-z0-9]*\/?index|^40/.test(file) || at % 10 === 0,
    );
    // Nearly every attack leaves a post as it is.
    expect(pages.filter((file) => file.startsWith('2024/')).length).toBeGreaterThan(vectors.length * 1.8);
    const wrong: string[] = [];
    for (const file of pages) {
      const path = file === '404.html' ? file : file.replace(/index\.html$/, '');
      wrong.push(...(await judge(`${host}/${path.split('/').map(encodeURIComponent).join('/')}`)));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test('in every post of a preview, in its lists, its feed and its problems, do nothing, and meet no policy', async () => {
    preview = await startPreview(folder);
    const posts = vectors.flatMap((_, at) => [`/2024/05/01/text-${at}/`, `/.blog/posts/front-${at}.md`]);
    const wrong: string[] = [];
    for (const path of ['/', '/page/2/', '/page/', '/feed', '/2024/', '/nowhere/', ...posts]) {
      wrong.push(...(await judge(preview.origin + path)));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test('saved while a tab is open do nothing either', async () => {
    const file = join(folder, 'posts/text-0.md');
    found = [];
    await page.goto(`${preview?.origin}/2024/05/01/text-0/`);
    for (const part of [vectors.slice(0, 40), vectors.slice(40), [...vectors].reverse()]) {
      const mark = `End of ${part.length} ${part === vectors ? '' : part[0]?.length}`;
      const text = part
        .map((one) => one.replace(/<!--|<(?:textarea|style|xmp|plaintext|title)[^>]*>/gi, ''))
        .join('\n\n');
      writeFileSync(file, `---\ntitle: ${quoted(mark)}\ndate: 2024-05-01T00:00\n---\n\n${text}\n`);
      await page.getByRole('heading', { name: mark, level: 1 }).waitFor();
      expect([...(await page.evaluate<string[]>(findActive)), ...found]).toEqual([]);
    }
  });
});
