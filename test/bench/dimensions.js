/** What a blog can have many of: `make(n)` gives the files of one with n of them. Paths are relative to the blog's folder. */

/** @typedef {{name: string, most?: number, make: (n: number) => Iterable<[path: string, text: string]>}} Dimension */

/**
 * `most`: beyond this the tool refuses the file, and there is nothing to measure.
 * @type {readonly Dimension[]}
 */
export const dimensions = [
  inConfig('categories of the config', 5000, (at) => `- name ${toWord(at)}`, 'categories:'),
  inConfig('one category of the config again and again', 6000, () => '- c', 'categories:'),
  inConfig('aliases of a category', 6000, (at) => `  - c${at}`, 'categories:\n- name: A\n  aliases:'),
  inConfig('authors of the config', 4000, (at) => `  k${at}: N ${at}`, 'authors:'),
  inConfig('unknown keys of the config', 5000, (at) => `key${at}: 1`),
  inConfig('unknown rules of the config', 5000, (at) => `  rule${at}: off`, 'rules:'),
  inConfig('ignored paths', 4000, (at) => `- drafts/${at}/**`, 'ignore:'),
  inConfig('extra fields', 5000, (at) => `- field${at}`, 'extra_fields:'),
  inPost('categories of a post', 5000, (at) => `- c${at}`, 'categories:'),
  inPost('near-duplicate categories of a post', 2000, (at) => `- Partnerships in category ${at}`, 'categories:'),
  inPost('authors of a post', 4000, (at) => `- ${toWord(at)} (student)`, 'authors:'),
  inPost('tags of a post', 5000, (at) => `- t${at}`, 'tags:'),
  inPost('aliases of a post', 5000, (at) => `- /o/${at}`, 'aliases:'),
  inPost('wrong items of a list', 8000, () => '- [a]', 'categories:'),
  inPost('wrong items of a list by an alias', 8000, () => '- [a]', 'x: &x\n', 'categories: *x\n'),
  inPost('fields', 6000, (at) => `f${at}: a`),
  inPost('fields in quotes', 5000, (at) => `"f${at}": 'a'`),
  inPost('misspelt fields', 4000, (at) => `categorie${at}: a`),
  inPost('anchors', 5000, (at) => `- &a${at} x`, 'x:'),
  inPost('aliases of YAML', 10_000, () => '- *a', 'a: &a 1\nx:'),
  inPost('aliases of YAML to nothing', 10_000, () => '- *a', 'x:'),
  inText('links', 40_000, (at) => `[page ${at}](https://a.example/${at})\n`),
  inText('links in a line', 40_000, (at) => `[page ${at}](https://a.example/${at}) `),
  inText('links with template code', 20_000, (at) => `[page ${at}](/{{x${at}}}) `),
  inText('links with an escape', 20_000, (at) => `[page ${at}](https://a.example/\\_${at}) `),
  inText('links to nothing', 40_000, (at) => `[page ${at}](p${at}.md) `),
  inText('links with a space', 40_000, (at) => `[page ${at}](a ${at}.html) `),
  inText('reference links', 20_000, (at) => `[page ${at}][r${at}]\n\n[r${at}]: https://a.example/${at}\n\n`),
  inText(
    'reference links in a line',
    20_000,
    (at) => `[r${at}] `,
    (n) => repeat(n, (at) => `[r${at}]: /{{x${at}}}\n`),
  ),
  inText(
    'reference links before an open bracket',
    40_000,
    () => '[a]( ',
    () => '\n\n[a]: https://a.example\n',
  ),
  inText('bare URLs', 160_000, () => 'http://a/ '),
  inText('bare URLs that differ', 160_000, (at) => `http://a/${at}\n`),
  inText('bare URLs with an entity', 80_000, (at) => `http://a/${at}&amp;b `),
  inText('DOIs', 60_000, (at) => `https://doi.org/10.1000/${at}\n`),
  inText('automatic links', 10_000, (at) => `<https://a.example/${at}> `),
  inText('images', 20_000, (at) => `![Picture ${at}](p${at}.jpg)\n`),
  inText('images in a line', 20_000, (at) => `![Picture ${at}](https://a.example/${at}.jpg) `),
  inText('headings', 80_000, (at) => `## Heading ${at}\n\n`),
  inText('headings of the first level', 80_000, () => '# a\n'),
  inText('footnotes', 1000, (at) => `Text[^${at}].\n\n[^${at}]: Note ${at}\n\n`),
  inText('footnotes beyond measure', 20_000, (at) => `Text[^${at}].\n\n[^${at}]: Note ${at}\n\n`),
  inText('inline notes', 1000, (at) => `Text^[Note https://a.example/${at}]\n\n`),
  inText('list items', 80_000, (at) => `- item ${at}\n`),
  inText('numbered items', 60_000, (at) => `${at + 1}. item\n`),
  inText('list items in a list item', 20, (at) => `${'  '.repeat(at)}- item\n`),
  inText('rows of a table', 20_000, (at) => `| a | ${at} |\n`, undefined, '| a | b |\n|---|---|\n'),
  inText('cells of a row', 40_000, () => '| https://a.example '),
  inText('HTML elements', 6000, (at) => `<b>${at}</b>\n`),
  inText('HTML elements in blocks', 6000, (at) => `<div>${at}</div>\n\n`),
  inText('HTML links', 6000, (at) => `<a href="https://a.example/${at}">page ${at}</a> `),
  inText('HTML images', 15_000, (at) => `<img src="p${at}.jpg"> `),
  inText('HTML comments', 15_000, () => '<!-- a --> '),
  inText('comments that are not closed', 15_000, () => '<!-- a '),
  inText('unclosed code elements', 15_000, () => '<code> '),
  inText(
    'attributes',
    100_000,
    (at) => `a${at}="" `,
    () => '>a</a>',
    '<a ',
  ),
  inText(
    'candidates of a srcset',
    200_000,
    () => 'a 1x,',
    () => '">',
    '<img alt="a" src="a.jpg" srcset="',
  ),
  inText(
    'words of a srcset',
    1_000_000,
    () => 'a ',
    () => '">',
    '<img alt="a" src="a.jpg" srcset="',
  ),
  inText(
    'commas of a srcset',
    1_000_000,
    () => ',',
    () => '">',
    '<img alt="a" src="a.jpg" srcset="a 1x',
  ),
  inText('template code', 40_000, (at) => `{{ x${at} }}\n`),
  inText('template code and bare URLs', 40_000, (at) => `{% x %} http://a/${at} `),
  inText('template code that is not closed', 100_000, () => '{{ '),
  inText('near-identical sentences', 20_000, (at) => `The meeting number ${at} was good.\n\n`),
  inText('words in italics', 80_000, (_at) => `*word* `),
  inText('emphasis that is not closed', 160_000, () => '*a '),
  inText('underscores', 160_000, () => '_a '),
  inText('quotation marks', 1_000_000, () => '"a" '),
  inText('quotations', 60_000, (at) => `> quote ${at}\n\n`),
  inText('nested quotations', 160_000, () => '>'),
  inText('brackets', 160_000, () => '['),
  inText('closing brackets', 160_000, () => ']'),
  inText('brackets of images', 80_000, () => '!['),
  inText('backticks', 80_000, (_at) => '`a '),
  inText('backticks in runs that differ', 600, (at) => `${'`'.repeat(at + 1)} `),
  inText('code spans', 80_000, () => '`a` '),
  inText('code fences', 20_000, () => '```\na\n```\n\n'),
  inText('less-than signs', 20_000, () => '<a '),
  inText('entities', 160_000, () => '&amp; '),
  inText('ampersands', 160_000, () => '&'),
  inText('backslashes', 160_000, () => '\\'),
  inText('tildes', 160_000, () => '~~a '),
  inText('lines', 160_000, () => 'a\n'),
  inText('paragraphs', 80_000, (at) => `Paragraph ${at}.\n\n`),
  inText('spaces', 4_000_000, () => ' '),
  inText(
    'spaces in a line',
    4_000_000,
    () => ' ',
    () => 'b',
    'a',
  ),
  inText(
    'tabs',
    4_000_000,
    () => '\t',
    () => 'b',
    'a',
  ),
  inText('words of a line', 1_000_000, () => 'word '),
  inText('letters of a word', 4_000_000, () => 'a'),
  inText('control characters', 80_000, () => '\x01a\n'),
  inText('dashes', 160_000, () => '-'),
  inText('equals signs', 4_000_000, () => '='),
  inText('number signs', 160_000, () => '#'),
  inText('colons', 4_000_000, () => ':'),
  inText('parentheses', 4_000_000, () => '('),
  inText('a link’s parentheses', 160_000, () => '(', undefined, '[a]'),
  inText('placeholders', 5000, () => '*Say what will happen now, and how a reader can take part or get in touch.*\n\n'),
  inHead('spaces in a title', 60_000, (n) => `title: a${' '.repeat(n)}b`),
  inHead('spaces behind a title', 60_000, (n) => `title: "a${' '.repeat(n)}"`),
  inHead('spaces in a summary', 60_000, (n) => `title: A\nsummary: a${' '.repeat(n)}b`),
  inHead('spaces in a category', 60_000, (n) => `title: A\ncategories: [a${' '.repeat(n)}b]`),
  inHead('spaces in an author', 60_000, (n) => `title: A\nauthor: a${' '.repeat(n)}b`),
  inHead('spaces in a byline', 60_000, (n) => `title: A\nbyline: Text by${' '.repeat(n)}b`),
  inHead('spaces in a slug', 60_000, (n) => `title: A\nslug: "a${' '.repeat(n)}b"`),
  inHead('spaces in a permalink', 60_000, (n) => `title: A\npermalink: "/a${' '.repeat(n)}b"`),
  inHead('spaces in an alt text', 60_000, (n) => `title: A\nimage: a.jpg\nimage_alt: "a${' '.repeat(n)}b"`),
  inHead('spaces in an address', 60_000, (n) => `title: A\nimage: "a${' '.repeat(n)}b"`),
  inHead('spaces before a comment', 60_000, (n) => `title: a${' '.repeat(n)}# b`),
  inHead('spaces in a field that is not known', 60_000, (n) => `title: A\nfoo: a${' '.repeat(n)}b`),
  inHead('spaces in a wrong date', 60_000, (n) => `title: A\ndate: a${' '.repeat(n)}b`),
  inHead('spaces in a tag', 60_000, (n) => `title: A\ntags: a${' '.repeat(n)}b`),
  inHead('commas in a name', 60_000, (n) => `title: A\nauthor: a${','.repeat(n)}b`),
  inHead('signs in a title', 60_000, (n) => `title: "${'&<'.repeat(n / 2)}"`),
  inHead('slashes in a permalink', 60_000, (n) => `title: A\npermalink: "${'/'.repeat(n)}a"`),
  inHead('slashes behind a permalink', 60_000, (n) => `title: A\npermalink: "/a${'/'.repeat(n)}b"`),
  inHead('slashes in an alias', 60_000, (n) => `title: A\naliases: ["/a${'/'.repeat(n)}b"]`),
  inHead('aliases of YAML in a line', 20_000, (n) => `title: A\nx: ${'*a '.repeat(n)}`),
  inHead('anchors in a line', 20_000, (n) => `title: A\nx: ${'&a '.repeat(n)}`),
  inHead('tags of YAML in a line', 20_000, (n) => `title: A\nx: ${'!a '.repeat(n)}`),
  inHead('brackets of YAML', 60_000, (n) => `title: A\nx: ${'['.repeat(n)}`),
  inHead('braces of YAML', 60_000, (n) => `title: A\nx: ${'{'.repeat(n)}`),
  inHead('question marks of YAML', 30_000, (n) => `title: A\nx: ${'? '.repeat(n)}`),
  inHead('dashes of YAML', 30_000, (n) => `title: A\nx: ${'- '.repeat(n)}`),
  inHead('colons of YAML', 20_000, (n) => `title: A\nx: ${'a: '.repeat(n)}`),
  inHead('empty lines of YAML', 60_000, (n) => `title: A\n${'\n'.repeat(n)}`),
  inHead('comments of YAML', 30_000, (n) => `title: A\n${'#\n'.repeat(n)}`),
  inHead('lines that are no fields', 30_000, (n) => `title: A\n${'a\n'.repeat(n)}`),
  inHead('lines of a block text', 15_000, (n) => `title: A\nx: |\n${'  a\n'.repeat(n)}`),
  inSettings('braces of the permalink', 60_000, (n) => `permalink: "/${'{'.repeat(n)}"`),
  inSettings('slashes of the permalink', 60_000, (n) => `permalink: "${'/'.repeat(n)}{slug}"`),
  inSettings('slashes of the site’s URL', 60_000, (n) => `site_url: "https://a.example/a${'/'.repeat(n)}b"`),
  inSettings('slashes of assets_url', 60_000, (n) => `assets_url: "https://a.example/a${'/'.repeat(n)}b"`),
  inSettings('aliases of YAML in the config', 20_000, (n) => `x: ${'*a '.repeat(n)}`),
  inSettings('brackets of the config', 60_000, (n) => `title: ${'['.repeat(n)}`),
  inSettings('spaces of the config', 60_000, (n) => `title: a${' '.repeat(n)}b`),
  inSettings('stars of a glob', 60_000, (n) => `ignore: ["${'*a'.repeat(n / 2)}"]`),
  inSettings('alternatives of a glob', 20_000, (n) => `ignore: ["{${'a,'.repeat(n)}b}"]`),
  inFolder('posts', 100_000, (_at) => '', 'Text.'),
  inFolder('posts with a category each', 100_000, (at) => `categories: [c${at % 50}]`),
  inFolder('names of categories', 40_000, (at) => `categories: [name ${at}]`),
  inFolder('near-duplicate categories', 40_000, (at) => `categories: [Partnerships in category ${at}]`),
  inFolder('names of authors', 40_000, (at) => `authors: [Author ${toWord(at)}]`),
  inFolder('near-duplicate authors', 40_000, (at) => `authors: [Maria Gonzalez ${at}]`),
  inFolder('categories of the same letters', 5000, (at) => `categories: [${toBits(at)} partnership]`),
  inFolder('authors of the same letters', 5000, (at) => `authors: [${toBits(at)} partnership]`),
  inFolder('long categories that differ in a letter', 5000, (at) => `categories: [${toLong(at)}]`),
  inFolder('long authors that differ in a letter', 5000, (at) => `authors: [${toLong(at)}]`),
  inFolder('tags', 40_000, (at) => `tags: [tag ${at}]`),
  inFolder('aliases over posts', 40_000, (at) => `aliases: [/old/${at}/]`),
  inFolder('one alias in all posts', 40_000, () => 'aliases: [/old/]'),
  inFolder('posts at one URL', 40_000, () => 'slug: a'),
  inFolder('posts with one id', 40_000, () => 'id: https://a.example/1'),
  inFolder('broken posts', 40_000, () => 'title: [a'),
  inFolder('posts without a date', 40_000, () => 'date:', 'Text.'),
  inFolder(
    'posts that link to each other',
    40_000,
    () => '',
    (at, n) => `[The next](2018-07-05-post-${(at + 1) % n}.md)\n`,
  ),
  inFolder(
    'posts with a bare URL',
    40_000,
    () => '',
    (at) => `See https://a.example/${at} there.\n`,
  ),
  inFolder('posts with an image', 40_000, () => 'image: a.jpg'),
];

const day = '2018-07-05';

/**
 * n posts.
 * @param {string} name
 * @param {number} most
 * @param {(at: number) => string} fields
 * @param {string | ((at: number, n: number) => string)} text
 * @returns {Dimension}
 */
function inFolder(name, most, fields, text = 'Text.\n') {
  const make = function* (/** @type {number} */ n) {
    for (let at = 0; at < n; at++) {
      const own = fields(at);
      const head = `title: ${own.startsWith('title:') ? '' : `Post ${at}`}${own.startsWith('date:') ? '' : `\ndate: ${day}`}\n${own}\n`;
      const body = typeof text === 'string' ? text : text(at, n);
      yield/** @type {[string, string]} */ ([
        `posts/${own.startsWith('date:') ? '' : `${day}-`}post-${at}.md`,
        `---\n${head}---\n${body}`,
      ]);
    }
  };
  return { name, most, make };
}

/**
 * n lines in the front matter of a post.
 * @param {string} name
 * @param {number} most
 * @param {(at: number) => string} line
 * @param {string} [before]
 * @param {string} [behind]
 * @returns {Dimension}
 */
function inPost(name, most, line, before = '', behind = '') {
  return inHead(name, most, (n) => `title: A\n${before}\n${repeat(n, (at) => `${line(at)}\n`)}${behind}`);
}

/**
 * A post with such fields.
 * @param {string} name
 * @param {number} most
 * @param {(n: number) => string} fields
 * @returns {Dimension}
 */
function inHead(name, most, fields) {
  const make = function* (/** @type {number} */ n) {
    yield/** @type {[string, string]} */ ([
      'posts/a.md',
      `---\ndate: ${day}\n${fields(n)}\n---\nText.\n`.replace(/^(---\n)date: .*\n([\s\S]*\ndate:)/, '$1$2'),
    ]);
  };
  return { name, most, make };
}

/**
 * n pieces in the text of a post.
 * @param {string} name
 * @param {number} most
 * @param {(at: number) => string} piece
 * @param {(n: number) => string} [behind]
 * @param {string} [before]
 * @returns {Dimension}
 */
function inText(name, most, piece, behind = () => '', before = '') {
  const make = function* (/** @type {number} */ n) {
    const text = `${before}${repeat(n, piece)}${behind(n)}`;
    yield/** @type {[string, string]} */ (['posts/a.md', `---\ntitle: A\ndate: ${day}\n---\n${text}\n`]);
  };
  return { name, most, make };
}

/**
 * n lines in the config.
 * @param {string} name
 * @param {number} most
 * @param {(at: number) => string} line
 * @param {string} [before]
 * @returns {Dimension}
 */
function inConfig(name, most, line, before = '') {
  return inSettings(name, most, (n) => `${before}\n${repeat(n, (at) => `${line(at)}\n`)}`);
}

/**
 * A config of such settings, and a hundred posts.
 * @param {string} name
 * @param {number} most
 * @param {(n: number) => string} settings
 * @returns {Dimension}
 */
function inSettings(name, most, settings) {
  const make = function* (/** @type {number} */ n) {
    yield/** @type {[string, string]} */ (['blog.config.yaml', `${settings(n)}\n`]);
    const own = (/** @type {number} */ at) => `categories: [name ${at}]\nauthor: Author ${toWord(at)}`;
    yield* inFolder('', 100, own).make(100);
  };
  return { name, most, make };
}

/**
 * @param {number} n
 * @param {(at: number) => string} piece
 */
function repeat(n, piece) {
  return Array.from({ length: n }, (_, at) => piece(at)).join('');
}

/**
 * A number as a word that is like few others.
 * @param {number} number
 */
function toWord(number) {
  const mixed = (number * 2_654_435_761) % 2 ** 32;
  return mixed.toString(36).replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? '');
}

/**
 * A number as a word of two letters, always of the same length.
 * @param {number} number
 */
function toBits(number) {
  return `a${number.toString(2).padStart(13, '0').replaceAll('0', 'b').replaceAll('1', 'c')}`;
}

/**
 * 200 letters, one of which is the number’s.
 * @param {number} number
 */
function toLong(number) {
  const text = 'partnership of students and staff '.repeat(6).slice(0, 200);
  const at = 1 + (number % 198);
  return `${text.slice(0, at)}${String.fromCharCode(97 + Math.floor(number / 198))}${text.slice(at + 1)}`;
}
