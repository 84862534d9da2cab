/** Posts and texts as people write them, and what happens to them on the way: random, but never far from real ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleIds } from '../../src/checks/rules/rules.ts';
import { allFieldNames } from '../../src/post/fields/names.ts';
import { character } from '../support/anyText.ts';
import fc from '../support/fastCheck.ts';
import { allTokens, byteTokens, htmlTokens, markdownTokens, textTokens, yamlTokens } from './tokens.ts';

/** Front matter of every tool that a folder may come from. */
const fronts = [
  'title: "A first post"\ndate: 2018-07-05T14:48:16+01:00\nid: 699e980c-584f-475b-a4e7-6a59f0f7b6c4\nauthors:\n  - Ada Example (student)\n  - "Bo Sample (staff)"\ncategories: [Announcements, "Partnership blog"]\ntags: [a, b c]\nsummary: "One. Two."\ndraft: false\n',
  'title: A post\ndate: 2018-07-05\ndraft: true\n',
  'layout: post\ntitle:  "Welcome to Jekyll!"\ndate:   2015-11-17 16:16:01 -0600\ncategories: jekyll update\npermalink: /a/b/\nredirect_from:\n  - /old/\n  - /older/\n',
  'title: Hugo\ndate: 2018-07-05T14:48:16Z\nlastmod: 2018-08-01\nexpiryDate: 2030-01-01\nslug: hugo\nweight: 10\nparams:\n  a: [1, {b: c}]\nresources:\n- src: a.jpg\n  title: B\nauthor: Ada\nkeywords: [x]\ndescription: >-\n  Folded\n  text\n\n  more\n',
  "post_title: WP\ntitle: 'It''s a post'\npost_date: 2018-07-05 14:48:16\nwordpress_id: 123\npost_name: its-a-post\nstatus: publish\nauthor: admin\nexcerpt: |\n  One\n  two\n",
  'title: Pictures\ndate: 2019-01-02\nimage:\n  src: a.jpg # ours\n  alt: Two people\n  credit: Ada\n  credit_url: https://a.example\n  consent: pending\nphotos_by:\n  - name: Ada Example\n    role: student\n    url: https://a.example/ada\nbyline: Text by Bo and photos by Ada\nlang: en-GB\n',
  '# a comment\ntitle: Comments # here\n\ndate: 2018-07-05   # and here\ntags:\n# between\n- one # two\n\n- three\ncomments: https://a.example/c\n# at the end\n',
  '"title": "Quoted keys"\n\'date\': \'2018-07-05\'\n"tags": ["a",\n  "b"]\nextra: {a: 1, "b": [2, 3]}\n',
  'titel: Slips\ndate: 5 July 2018\ncategorie: Anouncements\ntitle2: x\npublished: false\ntags: " a , b "\n',
  'title: Foo: bar\ndate: 2018-7-5\nauthors: [Ada (student), Bo]\n',
  'title: "  Blanks  "\ndate: 2018/07/05\ncategories:\n    - " Announcements"\n    - announcements\nauthors: "Ada (Student), Bo"\n',
];

const bodies = [
  'Text.\n',
  '',
  '\n# A heading\n\nA *text* with a [link](https://a.example/?a=b&c=d "T"), `code`, and an image:\n\n![Alt](a.jpg "Title")\n\n## Next\n\n- one\n- two\n  - three\n\n1. a\n2. b\n\n> quote\n\n```js\nlet a = "<b>";\n```\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\nA note[^1] and another[^n].\n\n[^1]: One.\n[^n]: Two\n    lines.\n',
  '\n<div class="x"><p>HTML</p>\n<img src="a.jpg" alt="A" width=10>\n\n**bold** inside\n\n</div>\n\n<figure><a href="/b"><img src="https://a.example/c.jpg"></a><figcaption>Who</figcaption></figure>\n\n<iframe src="https://video.example/1"></iframe>\n',
  '\nText by Ada Example. Photos by Bo Sample.\n\nHello &amp; welcome — “quotes” … {{ site.title }}\n\n---\n\n***\n\n[other](2018-07-05-a.md) [click here](b.md#c) https://a.example\n',
  'A\r\nB\r\n\r\n---\r\n\r\n- c\r\n',
];

/** All the hostile posts: what was a find once is not far from the next. */
const hostile = readCases(fileURLToPath(new URL('../hostile/posts', import.meta.url)));

function readCases(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return readCases(path);
    if (!entry.name.endsWith('.md')) return [];
    const bytes = readFileSync(path);
    // What no message may say must come from no post.
    return bytes.length < 4000 && !/undefined|NaN/.test(bytes.toString()) ? [fromBytes(bytes)] : [];
  });
}

/** The bytes of a text. What is no character stands in it as U+DC80 to U+DCFF, as Python has it. */
export function toBytes(text: string): Buffer {
  const parts = text.split(/((?<![\ud800-\udbff])[\udc80-\udcff])/);
  return Buffer.concat(
    parts.map((part, at) => (at % 2 === 1 ? Buffer.from([part.charCodeAt(0) - 0xdc00]) : Buffer.from(part))),
  );
}

function fromBytes(bytes: Buffer): string {
  const text = bytes.toString();
  if (Buffer.from(text).equals(bytes)) return text;
  return bytes.toString('latin1').replace(/[\x80-\xff]/g, (one) => String.fromCharCode(0xdc00 + one.charCodeAt(0)));
}

const at = fc.nat({ max: 0xffff });
const short = fc.nat({ max: 12 });
const wild = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: character, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
);

type Mutation = (text: string) => string;

/** Cuts a text at some place. */
const cut = (text: string, place: number): [string, string] => {
  const offset = text.length === 0 ? 0 : place % (text.length + 1);
  return [text.slice(0, offset), text.slice(offset)];
};

const onLines =
  (change: (lines: string[], pick: (place: number) => number) => void): Mutation =>
  (text) => {
    const lines = text.split('\n');
    change(lines, (place) => place % lines.length);
    return lines.join('\n');
  };

/** Changes of a text that have something to do with what it is: `tokens` are put into it, lines come from `others`. */
function mutations(tokens: readonly string[], others: readonly string[]): fc.Arbitrary<Mutation> {
  const token = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...tokens) }, { weight: 1, arbitrary: wild });
  const line = fc.tuple(fc.constantFrom(...others), at).map(([text, place]) => {
    const lines = text.split('\n');
    return lines[place % lines.length] ?? '';
  });
  const put = (text: string, place: number, length: number, what: string): string => {
    const [before, after] = cut(text, place);
    return before + what + after.slice(length);
  };
  const insert = fc.tuple(at, token).map(
    ([place, what]): Mutation =>
      (text) =>
        put(text, place, 0, what),
  );
  return fc.oneof(
    { weight: 6, arbitrary: insert },
    {
      weight: 2,
      arbitrary: fc.tuple(at, short, token).map(
        ([place, length, what]): Mutation =>
          (text) =>
            put(text, place, length, what),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(at, short).map(
        ([place, length]): Mutation =>
          (text) =>
            put(text, place, length, ''),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(at, at, short).map(
        ([place, from, length]): Mutation =>
          (text) => {
            return put(text, place, 0, cut(text, from)[1].slice(0, length * 3));
          },
      ),
    },
    { weight: 2, arbitrary: at.map((place) => onLines((lines, pick) => void lines.splice(pick(place), 1))) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(at, at)
        .map(([from, to]) => onLines((lines, pick) => void lines.splice(pick(to), 0, lines[pick(from)] ?? ''))),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(at, at).map(([a, b]) =>
        onLines((lines, pick) => {
          const [one = '', other = ''] = [lines[pick(a)], lines[pick(b)]];
          lines[pick(a)] = other;
          lines[pick(b)] = one;
        }),
      ),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(at, line)
        .map(([place, other]) => onLines((lines, pick) => void lines.splice(pick(place), 0, other))),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(at, fc.constantFrom(' ', '  ', '\t', '    ', '- ', '# ', '> '))
        .map(([place, lead]) => onLines((lines, pick) => void lines.splice(pick(place), 1, lead + lines[pick(place)]))),
    },
    {
      // The value of a field, the usual place for something odd.
      weight: 5,
      arbitrary: fc.tuple(at, token, fc.constantFrom('', '"', "'")).map(([place, what, quote]) =>
        onLines((lines, pick) => {
          const index = pick(place);
          const key = /^[^:]*:|^\s*- /.exec(lines[index] ?? '')?.[0];
          if (key !== undefined) lines[index] = `${key} ${quote}${what}${quote}`;
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(at, fc.constantFrom(...allFieldNames(), 'extra', 'titel', 'a b', '')).map(([place, name]) =>
        onLines((lines, pick) => {
          const index = pick(place);
          lines[index] = (lines[index] ?? '').replace(/^[\w"'-]+(?=:)/, () => name);
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(at, token, fc.integer({ min: 2, max: 60 })).map(
        ([place, what, count]): Mutation =>
          (text) =>
            put(text, place, 0, what.repeat(count)),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Mutation>(
        (text) => text.replaceAll('\n', '\r\n'),
        (text) => text.replaceAll('\n', '\r'),
        (text) => text.replace('\n', '\r\n'),
        (text) => `\ufeff${text}`,
        (text) => text.replace(/\n$/, ''),
        (text) => `\n${text}`,
        (text) => ` ${text}`,
        (text) => text.trimEnd(),
      ),
    },
    {
      weight: 1,
      arbitrary: at.map(
        (place): Mutation =>
          (text) =>
            cut(text, place)[0],
      ),
    },
  );
}

function mutated(base: fc.Arbitrary<string>, change: fc.Arbitrary<Mutation>, most: number): fc.Arbitrary<string> {
  // Many with few changes: they come furthest.
  const changes = fc.oneof(
    { weight: 3, arbitrary: fc.array(change, { maxLength: 2 }) },
    { weight: 2, arbitrary: fc.array(change, { maxLength: most }) },
  );
  return fc.tuple(base, changes).map(([text, steps]) => steps.reduce((now, step) => step(now), text).slice(0, 100_000));
}

/** The YAML between the fences, mostly. */
const frontMatters = mutated(fc.constantFrom(...fronts), mutations([...yamlTokens, ...textTokens], fronts), 8);

/** Markdown with HTML in it. */
export const bodyTexts = mutated(
  fc.oneof(
    fc.constantFrom(...bodies),
    fc.array(fc.constantFrom(...htmlTokens, ...markdownTokens), { maxLength: 8 }).map((parts) => parts.join('')),
  ),
  mutations([...htmlTokens, ...markdownTokens, ...htmlTokens, ...markdownTokens, ...textTokens], bodies),
  12,
);

const composed = fc
  .tuple(frontMatters, bodyTexts, fc.constantFrom('---\n', '---\n', '---\n', '--- \n', '---yaml\n'))
  .map(([front, body, fence]) => `${fence}${front}---\n${body}`);
const fences = fc.tuple(fc.constantFrom(...fronts), fc.constantFrom(...bodies)).map(([a, b]) => `---\n${a}---\n${b}`);
const lineSources = [...fronts, ...bodies, ...hostile];

/** Whole posts; `toBytes` makes files of them. */
export const posts = fc.oneof(
  { weight: 4, arbitrary: composed },
  { weight: 2, arbitrary: mutated(fences, mutations([...allTokens, ...byteTokens], lineSources), 8) },
  {
    weight: 2,
    arbitrary: mutated(fc.constantFrom(...hostile), mutations([...allTokens, ...byteTokens], lineSources), 5),
  },
);

const configs = [
  'title: Students as Co-Creators\nsite_url: https://blog.example.org\nlanguage: en-GB\ntimezone: Europe/London\n',
  'site_url: https://org.example/blog/\nignore: ["archive/**", "*.txt"]\ncategories:\n  - Announcements\n  - { name: Partnership blog, slug: partnership-blog, aliases: [partnership] }\nauthors:\n  ada: { name: Ada Example, role: student, email: a@b.example }\n  bo: Bo Sample\n',
  'rules: { title-too-long: off, image-alt-missing: error }\nextra_fields: [tumblr_url]\nfeed: { path: /feed.xml, limit: 20, content: full, hub: https://hub.example/, ttl: 60 }\npermalink: "/{category}/{year}/{month}/{day}/{slug}/"\nfilename: "{year}/{date}-{slug}"\n',
  'assets_url: https://blog.example.org/assets/\nstatic: public\nposts: posts\ntemplates: posts/_templates\ndescription: >-\n  A\n  b\n',
  '{"title": "JSON", "site_url": "https://a.example"}\n',
  '',
];
const settings =
  `title description site_url language timezone posts ignore filename permalink static assets_url categories
  authors rules extra_fields feed templates path limit content hub ttl name slug aliases role email url`.split(/\s+/);
const settingLines = [...settings.map((name) => `${name}: a`), ...ruleIds.map((id) => `  ${id}: error`)];

/** The config's text. */
export const configTexts = mutated(
  fc.constantFrom(...configs),
  mutations([...yamlTokens, ...textTokens, ...textTokens], [...configs, settingLines.join('\n')]),
  6,
);

/** Names of files, most of which are posts. */
export const fileNames = fc.constantFrom(
  '2018-07-05-a.md',
  '2018-07-05-b.md',
  'c.markdown',
  'd/index.md',
  '2019-01-02-e/index.md',
  'f/2018-02-30-g.md',
  'A.MD',
  'é.md',
  'e\u0301.md',
  'h i.md',
  "it's.md",
  '#a?b%2f.md',
  '-rf.md',
  '$(touch canary).md',
  '\u202eexe.md',
  '\x1b[31m.md',
  'a\nb.md',
  'constructor.md',
  '_x/y.md',
);
