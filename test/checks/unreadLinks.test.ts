import { describe, expect, test } from '@jest/globals';
import { addLoose } from '../../src/checks/body/looseUrls.ts';
import type { LooseUrl } from '../../src/checks/body/partTypes.ts';
import { checkUnread } from '../../src/checks/body/unread/unread.ts';
import { findIn, otherPost } from '../support/findings.ts';

const names = ['b.md', 'b.jpg', 'b c.pdf', 'report.pdf', 'image.jpg', 'team (1).jpg', 'team.jpg', 'image001.png'];
const files = Object.fromEntries(names.map((name) => [name, name === 'b.md' ? otherPost() : 'x']));
const args = ['--rule', 'photo-credit-missing=off'];

const space = 'a link: there is a space between its brackets';
const notRound = 'a link: its URL is not in round brackets';
const inRound = 'write the URL in round brackets, right after ]';
const swap = 'write the text in square brackets, and the URL in round ones: [text](https://…)';
const fullWidth = 'a link: its brackets are full-width ones';
const ordinary = 'write [ ] and ( ) instead';
const link = '[a b](https://example.org/r)';
const own = 'an image: it is only a path on your own computer';
const copyTeam = 'copy the file beside the post, and write ![what it shows](team.jpg)';
const team = '![what it shows](team.jpg)';

describe('what is meant as a link or an image, but not read as such', () => {
  test.each<[string, string, string, string]>([
    ['[a b]\u00a0(https://example.org/r)', space, 'remove the space between ] and (', link],
    ['[a b] \u200b(https://example.org/r)', space, 'remove the space between ] and (', link],
    [
      '[a b] (https://example.org/r_(s))',
      space,
      'remove the space between ] and (',
      '[a b](https://example.org/r_(s))',
    ],
    [
      '[a b] (www.example.org)',
      space,
      'remove the space between ] and (, and https:// before www.',
      '[a b](https://www.example.org)',
    ],
    [
      '[a b]\n(https://example.org/r)',
      'a link: there is a line break between its brackets',
      'write both on one line, without a space between ] and (',
      link,
    ],
    ['[a b]{https://example.org/r}', notRound, inRound, link],
    ['[a b]<https://example.org/r>', notRound, inRound, link],
    ['[a b][https://example.org/r]', notRound, inRound, link],
    ['[a b] [https://example.org/r]', notRound, inRound, link],
    ['[a b|https://example.org/r]', notRound, inRound, link],
    ['(a b) [https://example.org/r]', 'a link: its brackets are the wrong way round', swap, link],
    [
      '(a b)(https://example.org/r)',
      'a link: its text is not in square brackets',
      'write the text in square brackets: [text](https://…)',
      link,
    ],
    ['[https://example.org/r](a b)', 'a link: its text and its URL are the wrong way round', swap, link],
    [
      '[a b](www.example.org',
      'a link: its closing bracket is missing',
      'add ) after the URL, and https:// before www.',
      '[a b](https://www.example.org)',
    ],
    [
      'See [a b](https://example.org/r for more.',
      'a link: its closing bracket is missing',
      'add ) after the URL',
      `See ${link} for more.`,
    ],
    ['[a b](https://example.org/r]', notRound, inRound, link],
    ['[a b] {https://example.org/r}', notRound, inRound, link],
    ['[a b]{www.example.org}', notRound, `${inRound}, and https:// before www.`, '[a b](https://www.example.org)'],
    ['![a b][team.jpg]', notRound.replace('a link', 'an image'), inRound, '![a b](team.jpg)'],
    ['![a b](team.jpg', 'an image: its closing bracket is missing', 'add ) after the URL', '![a b](team.jpg)'],
    ['[a b(https://example.org/r)', 'a link: its first closing bracket is missing', 'add ] before (', link],
    ['a b](https://example.org/r)', 'a link: its first bracket is missing', 'add [ before its text', link],
    ['[a b]((https://example.org/r)', 'a link: it has two opening brackets', 'remove the second (', link],
    [
      '(a b](https://example.org/r)',
      'a link: its text is not in square brackets',
      'write the text in square brackets: [text](https://…)',
      link,
    ],
    [
      '{a b}(https://example.org/r)',
      'a link: its text is not in square brackets',
      'write the text in square brackets: [text](https://…)',
      link,
    ],
    [
      '<https://example.org/my report>',
      'a link: its URL contains a space',
      'write %20 for each space',
      '<https://example.org/my%20report>',
    ],
    ['So:\n[team.jpg]', 'an image: it has no URL', copyTeam, `So:\n${team}`],
    ['[image: team.jpg]', 'an image: it is an image in an email', copyTeam, team],
    ['[a b]](https://example.org/r)', 'a link: it has two closing brackets', 'remove the second ]', link],
    ['[报告]（https://example.org/r）', fullWidth, ordinary, '[报告](https://example.org/r)'],
    ['[报告](https://example.org/r）', fullWidth, ordinary, '[报告](https://example.org/r)'],
    ['［报告］(https://example.org/r)', fullWidth, ordinary, '[报告](https://example.org/r)'],
    [
      '<www.example.org>',
      'a link: its URL does not begin with https://',
      'write [the name of the page](https://www.example.org)',
      '[the name of the page](https://www.example.org)',
    ],
    ['"C:\\Users\\Aisha Khan\\team.jpg"', own, copyTeam, team],
    ['C:\\Users\\_Aisha\\team.jpg', own, copyTeam, team],
    ['\\\\server\\share\\team.jpg', own, copyTeam, team],
    ['So:\n/Users/aisha/Desktop/team.jpg', own, copyTeam, `So:\n${team}`],
    ['file:///home/aisha/team.jpg', own, copyTeam, team],
    [
      '~/Desktop/b c.pdf',
      'a link: it is only a path on your own computer',
      'copy the file beside the post, and write [the name of the document](b%20c.pdf)',
      '[the name of the document](b%20c.pdf)',
    ],
    ['![C:\\Users\\aisha\\team.jpg]', 'an image: it has no URL', copyTeam, team],
    [
      '![Team]',
      'an image: it has no URL',
      'write the file name in round brackets: ![Team](image.jpg)',
      '![Team](image.jpg)',
    ],
    [
      'x ![][image1]',
      'an image: it has no URL',
      'copy the file beside the post, and write ![what it shows](image.jpg)',
      'x ![what it shows](image.jpg)',
    ],
    [
      '[cid:image001.png@01DB2F]',
      'an image: it is an image in an email',
      'copy the file beside the post, and write ![what it shows](image001.png)',
      '![what it shows](image001.png)',
    ],
  ])('%s', async (body, problem, hint, then) => {
    const [found, ...others] = await findIn(body, { files, args });
    expect(others).toEqual([]);
    expect(found?.rule).toBe('markdown-unread');
    expect(found?.message).toContain(` is not read as ${problem}`);
    expect(found?.hint).toBe(hint);
    expect((await findIn(then, { files, args })).map(({ message }) => message)).toEqual([]);
  });

  test.each<[string, string]>([
    [
      'sources and remarks',
      '[1] (https://example.org) [2, 3] [https://example.org] [4]<https://example.org>\n[sic] (https://example.org)',
    ],
    ['a footnote', 'a[^1] (https://example.org)\n\n[^1]: b'],
    ['read as such', `${link} ![a b][c] [d e][c]\n\n[c]: b.jpg`],
    ['a URL after words in brackets', '(see below) (https://example.org) f(x)(https://example.org)'],
    ['an exclamation and code', 'wow![1] vec![a] !\\[a] `![a]`'],
    ['a link in square brackets', `[[1]](https://example.org) [${link}]`],
    ['a path in a sentence', 'Open C:\\Users\\aisha\\team.jpg or ~/a.jpg first.'],
    ['paths of other files', 'C:\\Windows\\system.ini\n~/.ssh/config\n/home/news/\n/srv/www/a.jpg'],
    [
      'brackets in brackets',
      '[see our report (https://example.org)] (a) [b (c)](https://example.org)\n[a\nb](https://example.org)',
    ],
    ['a link in the text of another', '[[a b](https://example.org/r)](https://example.org/r)'],
    ['words', '[a]{b} [a][b] [a|b] (a)(b) [a](b c) <b c>'],
    ['escaped', '\\[a]{https://example.org} \\![a]'],
  ])('not %s', async (_, body) => {
    expect((await findIn(body, { files, args })).map(({ message }) => message)).toEqual([]);
  });
});

test('template code is reported as such only', async () => {
  const found = await findIn('[https://example.org]({{ "/" | url }}) [a]({% b c.md %})');
  expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['template-code']));
});

describe('a space in the brackets of a URL', () => {
  test.each<[string, string, string]>([
    ['![a b](team (1).jpg)', 'write %20 for each space: team%20(1).jpg', '![a b](team%20(1).jpg)'],
    ['![a b](team.jpg =300x200)', 'remove “=300x200” and the space before it', '![a b](team.jpg)'],
    [
      '[a b](https://example.org/my report)',
      'write %20 for each space: https://example.org/my%20report',
      '[a b](https://example.org/my%20report)',
    ],
    [
      '[a b](https://example.org/my report "A title")',
      'write %20 for each space: https://example.org/my%20report',
      '[a b](https://example.org/my%20report "A title")',
    ],
    [
      '[a b](www.example.org/my report)',
      'write %20 for each space: https://www.example.org/my%20report',
      '[a b](https://www.example.org/my%20report)',
    ],
    ['[a b](https://example.org our site)', 'remove the words after the URL: https://example.org', link],
    ['[a b](https://my example.org/r)', 'remove the spaces: https://myexample.org/r', link],
    ['![a b](team.jpg width=300)', 'remove “width=300” and the space before it', '![a b](team.jpg)'],
    ['[a b](https ://example.org/r)', 'remove the spaces: https://example.org/r', link],
    ['[a b](tel:+44 20 7946)', 'remove the spaces: tel:+44207946', '[a b](tel:+44207946)'],
    [
      '[a b](mailto:a@b.org?subject=Hello there)',
      'write %20 for each space: mailto:a@b.org?subject=Hello%20there',
      '[a b](mailto:a@b.org?subject=Hello%20there)',
    ],
  ])('%s', async (body, hint, then) => {
    const rule = body.startsWith('!') ? 'image-file-missing' : 'link-broken';
    expect(await findIn(body, { files, args })).toMatchObject([{ rule, severity: 'error', hint }]);
    expect((await findIn(then, { files, args })).map(({ message }) => message)).toEqual([]);
  });

  test.each([
    '[sic](and so on)',
    '[a b](in version 3.5 or later)',
    '[a b](see Smith et al., 2.5)',
    '[a b](and so on "and on")',
    '[a b](https://example.org/r "A title (of it).")',
    '[a b](<b c.pdf>)',
  ])('not %s', async (body) => {
    expect((await findIn(body, { files, args })).map(({ message }) => message)).toEqual([]);
  });
});

describe('what only the author has', () => {
  const hint = 'copy the file to the posts folder, and use its path there';
  const local = 'points to a file on your own computer';

  test.each([
    ['"C:\\Users\\Aisha Khan\\t.jpg"', 'C:\\Users\\Aisha Khan\\t.jpg', local],
    ['C:\\Users\\Aisha Khan\\report', 'C:\\Users\\Aisha Khan\\report', local],
    ['"C:\\Users\\aisha\\t.jpg"', 'C:\\Users\\aisha\\t.jpg', local],
    ['/Users/aisha/Desktop/team.jpg', '/Users/aisha/Desktop/team.jpg', local],
    ['/home/aisha/Pictures/a.png', '/home/aisha/Pictures/a.png', local],
    ['~/Desktop/a.png', '~/Desktop/a.png', local],
    ['\\\\server\\share\\a.png', '\\server\\share\\a.png', local],
    ['/C:/a.png', '/C:/a.png', local],
    [
      'blob:https://example.org/1',
      'blob:https://example.org/1',
      'is known only to the program from which it was copied',
    ],
    ['cid:a.png@1', 'cid:a.png@1', 'is known only to the program from which it was copied'],
    ['attachment:a.png', 'attachment:a.png', 'is known only to the program from which it was copied'],
    ['content://media/1', 'content://media/1', 'is known only to the program from which it was copied'],
  ])('%s', async (url, shown, problem) => {
    expect(await findIn(`![a b](${url})`, { files, args })).toMatchObject([
      { rule: 'image-file-missing', severity: 'error', message: `image “${shown}” ${problem}`, hint },
    ]);
    expect(await findIn(`[a b](${url})`, { files, args })).toMatchObject([
      { rule: 'link-broken', severity: 'error', message: `link “${shown}” ${problem}`, hint },
    ]);
  });

  test.each(['/home/news/', '/home/news/a.png', '/users/', '/users/aisha/', '/~aisha'])(
    '%s may be of the site',
    async (url) => {
      expect(await findIn(`[a b](${url})`, { files, args })).toEqual([]);
    },
  );

  test('a file of the site with such a path', async () => {
    const body = '![a b](/home/a/Pictures/a.png)';
    const site = {
      files: { 'home/a/Pictures/a.png': 'x' },
      config: 'site_url: https://example.org\nstatic: posts\n',
      args,
    };
    expect(await findIn(body, site)).toEqual([]);
  });
});

describe('an image that is a web page', () => {
  test.each<[string, boolean]>([
    ['https://drive.google.com/file/d/1/view?usp=sharing', true],
    ['https://drive.google.com/uc?id=1', false],
    ['https://docs.google.com/document/d/1/edit', true],
    ['https://www.dropbox.com/s/1/a.jpg?dl=0', true],
    ['https://www.dropbox.com/s/1/a.jpg?raw=1', false],
    ['https://photos.app.goo.gl/1', true],
    ['https://1drv.ms/i/s!1', true],
    ['https://example.sharepoint.com/:i:/s/1', true],
    ['https://imgur.com/1', true],
    ['https://imgur.com/gallery/1', true],
    ['https://i.imgur.com/1.jpg', false],
    ['https://www.flickr.com/photos/a/1', true],
    ['https://live.staticflickr.com/1.jpg', false],
    ['https://example.org/a.html', true],
    ['https://en.wikipedia.org/wiki/File:A.jpg', true],
    ['https://github.com/a/b/blob/main/a.png', true],
    ['https://github.com/a/b/blob/main/a.png?raw=true', false],
    ['https://example.org/a', false],
  ])('%s', async (url, isPage) => {
    const found = await findIn(`![a b](${url})`, { args });
    expect(found).toMatchObject(
      isPage
        ? [
            {
              rule: 'image-file-missing',
              severity: 'warning',
              message: `image “${url}” is a web page, not an image`,
              hint: 'download the image, copy the file beside the post, and use its path there',
            },
          ]
        : [],
    );
    expect(found).toHaveLength(isPage ? 1 : 0);
    expect(await findIn(`[a b](${url})`, { args })).toEqual([]);
  });

  test('in front matter', async () => {
    const fields = 'image: https://drive.google.com/file/d/1/view\nimage_alt: Two people';
    expect(await findIn('a', { fields, args })).toMatchObject([{ rule: 'image-file-missing', severity: 'warning' }]);
  });
});

test.each(['[a b](https://example.org)', '[a b](https://example.org/a)', '![a b](team.jpg)', '[a b](report.pdf)'])(
  'the hints about URLs lead to %s, which is fine',
  async (body) => {
    expect(await findIn(body, { files, args })).toEqual([]);
  },
);

describe('URLs that cannot work', () => {
  test.each<[string, string, string, string]>([
    ['https://…', 'error', 'link “https://…” is not a whole URL', 'write the URL of the page'],
    ['https://', 'error', 'link “https://” is not a whole URL', 'write the URL of the page'],
    [
      'https://https://example.org',
      'error',
      'link “https://https://example.org” begins with https:// twice',
      'write https://example.org',
    ],
    [
      'https://example.org/a”',
      'error',
      'link “https://example.org/a”” ends in a quotation mark',
      'remove the ” at the end of the URL',
    ],
    [
      'https:/example.org',
      'error',
      'link “https:/example.org” has no // before the name of the site',
      'write https://example.org',
    ],
    [
      'http://https//example.org',
      'error',
      'link “http://https//example.org” begins with https:// twice',
      'write https://example.org',
    ],
    [
      'https://example.org/a"',
      'error',
      'link “https://example.org/a"” ends in a quotation mark',
      'remove the " at the end of the URL',
    ],
    [
      'https://example.org/a>',
      'error',
      'link “https://example.org/a>” ends in an angle bracket',
      'remove the > at the end of the URL',
    ],
    [
      'http://127.0.0.1:4321/a/',
      'warning',
      'link “http://127.0.0.1:4321/a/” leads to your own computer, not to the site',
      'use the URL of the published page',
    ],
    [
      'http://localhost',
      'warning',
      'link “http://localhost” leads to your own computer, not to the site',
      'use the URL of the published page',
    ],
  ])('%s', async (url, severity, message, hint) => {
    expect(await findIn(`[a b](${url})`)).toMatchObject([{ rule: 'link-broken', severity, message, hint }]);
  });

  test('the word of a link as its URL', async () => {
    const hint = 'write [report](https://example.org/r)';
    const message = 'text and URL of the link to “report” are the wrong way round';
    expect(await findIn('[https://example.org/r](report)')).toMatchObject([{ rule: 'link-broken', message, hint }]);
    expect(await findIn('[report](https://example.org/r)')).toEqual([]);
  });

  test.each([
    '[a b](https://example.org/“a”)',
    '[a b](https://httpbin.org) [c d](https://https.example.org)',
    'Open [localhost:4321](http://localhost:4321) or <http://127.0.0.1:4321>.',
  ])('not %s', async (body) => {
    expect(await findIn(body)).toEqual([]);
  });
});

test.each([
  '[',
  '](',
  '(',
  ' ',
  '\\',
  '[a](',
  '[a](b c',
  '[a]{https://',
  '(a)[https://',
  '![a',
  '\nC:\\a',
  '<https://a ',
  '］\u200b',
])('in time: %s', (part) => {
  const content = part.repeat(500_000 / part.length);
  const locate = () => ({ line: 1, column: 1 });
  const block = { isParagraph: true, isItem: false, isHtml: false, content, text: content, code: [], locate };
  const loose: LooseUrl[] = [];
  const start = performance.now();
  checkUnread({ blocks: [block], indented: [] });
  addLoose({ loose }, content, 0, { block: 0, content, locate });
  expect(performance.now() - start).toBeLessThan(1000);
});
