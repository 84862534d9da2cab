/** Debian's chromium as a reader of feeds that has no protection of its own, and whose network ends in this process. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Request } from 'playwright-core';
import { openChromium } from '../support/chromium.ts';

export { whyNoBrowser } from '../support/chromium.ts';

/** What an item of a feed holds that a reader shows. */
export interface ShownItem {
  id: string;
  html: string[];
  links: string[];
  images: string[];
}

/** Something in an item's HTML that ran or might. */
export interface Finding {
  html: string;
  way: string;
  what: string;
}

export interface BrowserReader {
  /** The items of a feed of any format. */
  read(feed: string): Promise<ShownItem[]>;
  /** All that is wrong with the HTML of items, each shown in every way. */
  judge(htmls: readonly string[]): Promise<Finding[]>;
  close(): Promise<void>;
}

/** So many items are on a page at once. */
const pageful = 200;

const origin = 'https://reader.example/';
/** A policy that forbids nothing, and reports every script that a document brings. */
const policy = { 'content-security-policy-report-only': "script-src 'unsafe-eval'", 'content-type': 'text/html' };
const pixel = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

/** Starts the browser with an empty profile. */
export async function openReader(): Promise<BrowserReader> {
  const browser = await openChromium();
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.addInitScript({ content: readFileSync(join(import.meta.dirname, 'readerPage.js'), 'utf8') });
  return {
    read: async (feed) => (feed.startsWith('{') ? readJson(feed) : readXml(context, feed)),
    async judge(htmls) {
      const found: Finding[] = [];
      for (let at = 0; at < htmls.length; at += pageful) {
        found.push(...(await judgePage(context, htmls.slice(at, at + pageful))));
      }
      return found;
    },
    close: () => browser.close(),
  };
}

interface Raw {
  index?: number;
  way: string;
  what: string;
}

interface JsonItem {
  id: string;
  url: string;
  content_html?: string;
  image?: string;
  authors?: { url?: string }[];
  attachments?: { url: string }[];
  _comments?: { url?: string };
}

function readJson(feed: string): ShownItem[] {
  const { items } = JSON.parse(feed) as { items: JsonItem[] };
  const present = (urls: (string | undefined)[]): string[] => urls.filter((url) => url !== undefined);
  return items.map((item) => ({
    id: item.id,
    html: present([item.content_html]),
    links: present([item.url, item._comments?.url, ...(item.authors ?? []).map(({ url }) => url)]),
    images: present([item.image, ...(item.attachments ?? []).map(({ url }) => url)]),
  }));
}

async function readXml(context: BrowserContext, feed: string): Promise<ShownItem[]> {
  const page = await context.newPage();
  const items = await page.evaluate(`window.reader.read(${JSON.stringify(feed)})`);
  await page.close();
  return items as ShownItem[];
}

/**
 * What is wrong with the items of one page. Where a script ran, the item is one of those that show what could run; where
 * none shows anything, the halves of the page tell.
 */
async function judgePage(context: BrowserContext, htmls: readonly string[]): Promise<Finding[]> {
  const raw = await showPage(context, htmls);
  const [known, unknown] = [
    raw.filter(({ index }) => index !== undefined),
    raw.filter(({ index }) => index === undefined),
  ];
  const found = known.map(({ index = 0, ...rest }) => ({ html: htmls[index] ?? '', ...rest }));
  const suspect = found[0]?.html ?? htmls.join('\n');
  const all = [...found, ...unknown.map(({ way, what }) => ({ html: suspect, way, what }))];
  if (found.length > 0 || unknown.length === 0 || htmls.length === 1) return all;
  const middle = htmls.length >> 1;
  const halves = [
    ...(await judgePage(context, htmls.slice(0, middle))),
    ...(await judgePage(context, htmls.slice(middle))),
  ];
  // What only the items together do is a find all the same.
  return halves.length > 0 ? halves : all;
}

async function showPage(context: BrowserContext, htmls: readonly string[]): Promise<Raw[]> {
  const page = await context.newPage();
  const found: Raw[] = [];
  let isOpen = false;
  await page.route('**', (route, request) => {
    if (!isOpen && request.url() === origin) return route.fulfill({ headers: policy, body: '<!DOCTYPE html><body>' });
    const odd = whyOdd(request);
    if (odd !== undefined) found.push({ way: 'a request', what: odd });
    if (request.isNavigationRequest()) return route.fulfill({ status: 204 });
    if (/\.(?:gif|png)$/.test(request.url())) return route.fulfill({ contentType: 'image/gif', body: pixel });
    return route.abort();
  });
  page.on('dialog', (dialog) => {
    found.push({ way: 'a dialog', what: `ran: ${dialog.type()}` });
    return dialog.dismiss();
  });
  await page.goto(origin);
  isOpen = true;
  try {
    found.push(...((await page.evaluate(`window.reader.judge(${JSON.stringify(htmls)})`)) as Raw[]));
  } catch (error) {
    found.push({ way: 'the page', what: `ended: ${String(error).split('\n')[0]}` });
  }
  await page.close({ runBeforeUnload: false });
  return found;
}

/** A reader fetches an item's pictures and films; anything else that is asked for is something active. */
function whyOdd(request: Request): string | undefined {
  const type = request.resourceType();
  return ['image', 'media', 'texttrack'].includes(type) ? undefined : `${type} ${request.url().slice(0, 120)}`;
}
