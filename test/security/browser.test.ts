/**
 * Feeds of posts full of attacks, shown by a real browser in the ways that readers show items, with nothing else in an
 * attack's way: no script runs, and nothing is there that could. Without chromium it is skipped.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { vectors } from '../feed/vectors.ts';
import { builtBin, runBin } from '../support/builtBin.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { type BrowserReader, type Finding, openReader, whyNoBrowser } from './browser.ts';
import { type AttackingPost, attackingPosts, idOf, randomPosts } from './browserPosts.ts';

jest.setTimeout(600_000);

if (whyNoBrowser !== undefined) process.stderr.write(`Skipped: feeds in a browser, since ${whyNoBrowser}.\n`);

const config = 'title: A blog\nsite_url: https://blog.example.org\n';
const formats = ['rss', 'atom', 'json'];

/** Attacks that run as they stand, each in a way of its own. */
const live = [
  '<img src="https://e.org/x" onerror="alert(1)">',
  '<img src="https://e.org/a.gif" onload="alert(1)">',
  '<script>alert(1)</script>',
  '<svg onload=alert(1)>',
  '<a href=" java\nscript:alert(1)">a</a>',
  '<p onmouseover="alert(1)">a</p>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<details ontoggle=alert(1)><summary>a</summary></details>',
];

/** What does no harm yet, or only beside other things. */
const standing = [
  '<p onfurther="alert(1)">a</p>',
  '<a href="data:text/html,a">a</a>',
  '<img src="data:image/svg+xml,a">',
  '<p style="color: red">a</p>',
  '<base href="https://e.org/">',
  '<link rel="stylesheet" href="https://e.org/a.css">',
  '<a href="vbscript:a">a</a>',
  '<template>a</template>',
  '<math><mtext>a</mtext></math>',
  '</div><p>a',
];

/** What a feed made of `Set title=" <img src="…" srcset="…">` when attributes were still changed after sanitising. */
const changedTooLate =
  '<p>Set title=" <img src&#61;"https://e.org/onerror=alert(1)//" srcset="https://e.org/a.png 1x"></p>';

const toAttribute = (url: string): string => url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** URLs of feeds as a reader would show them, some dozens in one item. */
function showUrls(urls: ReadonlySet<string>, show: (url: string) => string): string[] {
  const shown = [...urls].map((url) => show(toAttribute(url)));
  return Array.from({ length: Math.ceil(shown.length / 50) }, (_, at) => shown.slice(at * 50, at * 50 + 50).join(''));
}

const ranIn = (found: readonly Finding[]): string[] =>
  found.map(({ what }) => what).filter((what) => /^ran/.test(what));

(whyNoBrowser === undefined ? describe : describe.skip)('in a browser', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openReader();
  });
  afterAll(() => reader.close());

  test.each([...live, changedTooLate])('the reader runs what is not sanitised: %s', async (html) => {
    const found = await reader.judge([html]);
    expect(ranIn(found)).toContain('ran: alert()');
    expect(found.filter(({ what }) => !/^ran/.test(what))).not.toEqual([]);
  });

  test.each(standing)('the reader sees what only stands there: %s', async (html) => {
    expect(await reader.judge([html])).not.toEqual([]);
  });

  test('the reader tells which of many items it was', async () => {
    const items = Array.from({ length: 9 }, (_, index) => `<p>${index}</p>`);
    const found = await reader.judge([...items, '<p onmouseover="alert(1)">a</p>', ...items]);
    expect([...new Set(found.map(({ html }) => html))]).toEqual(['<p onmouseover="alert(1)">a</p>']);
  });

  test('the reader lets pass what a blog needs', async () => {
    const html = `<p lang="en"><a href="https://e.org/" title="javascript: a language">a</a> <a href="mailto:a@e.org">b</a>
<img src="data:image/png;base64,AA==" alt="onerror=" srcset="https://e.org/a.png 1x"></p><details><summary>c</summary></details>
<video src="https://e.org/a.mp4" controls=""></video>`;
    expect(await reader.judge([html])).toEqual([]);
  });

  /** What is wrong in feeds of these posts, with the post that it is of. */
  async function judgeFeeds(posts: readonly AttackingPost[]): Promise<{ items: number; found: object[] }> {
    const files = posts.map(({ text }, number) => [`posts/${number}.md`, text]);
    const folder = tempFolder({ 'blog.config.yaml': config, ...Object.fromEntries(files) });
    const numbers = new Map(posts.map((_, number) => [idOf(number), number]));
    // The formats carry the same HTML: it is shown once.
    const postOf = new Map<string, AttackingPost | undefined>();
    const [links, images] = [new Set<string>(), new Set<string>()];
    let items = 0;
    for (const format of formats) {
      const args = ['feed', '--type', format, '--limit', '0', '--full', '--skip-invalid'];
      const { stdout, stderr } = runBin(builtBin, folder, args);
      if (stdout === '') throw new Error(stderr);
      for (const item of await reader.read(stdout)) {
        items += item.html.length > 0 ? 1 : 0;
        for (const html of item.html) postOf.set(html, posts[numbers.get(item.id) ?? -1]);
        for (const url of item.links) links.add(url);
        for (const url of item.images) images.add(url);
      }
    }
    const found = await reader.judge([
      ...postOf.keys(),
      ...showUrls(links, (url) => `<a href="${url}">link</a>`),
      ...showUrls(images, (url) => `<img src="${url}">`),
    ]);
    return { items, found: found.map((one) => ({ ...one, post: postOf.get(one.html) })) };
  }

  test('attacks at every place of a post do nothing in any format', async () => {
    const posts = attackingPosts(vectors);
    const { items, found } = await judgeFeeds(posts);
    expect(found.slice(0, 5)).toEqual([]);
    // A few are no posts at all: a title of invisible characters, a URL that is none.
    expect(posts.length).toBeGreaterThan(3000);
    expect(items).toBeGreaterThan(posts.length * formats.length * 0.95);
  });

  test('words that look like attributes, at random, do nothing either', async () => {
    const posts = randomPosts(1000, 20_180_705);
    const { items, found } = await judgeFeeds(posts);
    expect(found.slice(0, 5)).toEqual([]);
    // A few texts are dropped as a whole: then there is only a summary.
    expect(items).toBeGreaterThan(posts.length * formats.length * 0.99);
  });
});
