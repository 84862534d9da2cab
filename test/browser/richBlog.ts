/** A blog with everything that a page can have: languages, people, wide tables, long words, and posts that nobody sees yet. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');

/** The moment at which it is shown. */
export const richNow = '2026-03-01T12:00:00Z';

/** The paths of one page of every kind, in three languages. */
export const richPaths: Readonly<Record<string, string>> = {
  home: '/',
  'page 2': '/page/2/',
  'post with everything': '/2026/01/05/everything/',
  'long title': '/2026/01/04/long/',
  Chinese: '/2026/01/03/yuanzhuo/',
  category: '/category/partnership-blog/',
  tag: '/tag/tables/',
  author: '/author/ada-example/',
  year: '/2026/',
  'text page': '/accessibility/',
  'not found': '/nowhere/',
  'Welsh home': '/cy/',
  'Welsh post': '/cy/2026/01/05/everything/',
  'Welsh text page': '/cy/accessibility/',
  'Arabic home': '/ar/',
  'Arabic post': '/ar/2026/01/05/everything/',
  'Arabic category': '/ar/category/partnership-blog/',
};

/** What only a preview shows. */
export const previewPaths: Readonly<Record<string, string>> = {
  'feed view': '/feed',
  draft: '/2026/02/01/draft/',
  scheduled: '/2026/04/01/scheduled/',
  expired: '/2025/12/31/expired/',
  'post with problems': '/2026/02/02/problems/',
  'broken post': '/.blog/posts/broken.md',
};

const config = `title: Students as Co-Creators
description: Students and staff write side by side about working in partnership.
site_url: https://blog.example.org
language: en-GB
languages: [en-GB, cy, ar]
timezone: Europe/London
categories: [Partnership blog, Announcements]
authors:
  ada: { name: Ada Example, role: student }
site:
  description: A blog by students and staff
  logo: logo.png
  footer:
    - { label: Accessibility, url: /accessibility/ }
    - { label: The university, url: https://university.example/ }
`;

const wideTable = `| Workshop | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday | Who leads it | Room |
| --- | :---: | ---: | --- | --- | --- | --- | --- | --- | --- |
| Co-creating a curriculum | 10:00 | 11:00 | 12:00 | 13:00 | 14:00 | 15:00 | 16:00 | Ada Example and Ben Sample | Library, 2.14 |
| Paying students | 10:00 | 11:00 | 12:00 | 13:00 | 14:00 | 15:00 | 16:00 | Ben Sample | Main hall |
`;

const wideCode = `\`\`\`html
<p class="a-long-line">This line of code is much longer than any screen is wide, so that it has to be scrolled by itself, and the page not at all.</p>
\`\`\`
`;

const everything = `A first paragraph with **strong**, *emphasised* and ~~deleted~~ words, \`code\`, a [link](https://example.org/a),
a [post](long.md), a <kbd>key</kbd>, H<sub>2</sub>O, a footnote[^1], another one[^note] and a bare URL:
https://example.org/a/very/long/path/that/never/ends/and/has/no/place/where/it/could/be/broken/into/lines/index.html

## A second level

![A round table with eight chairs](images/table.png "Photo: Ben Sample")

> A quotation of a student who says something worth remembering, and says it at some length.
>
> > And one inside it.

### A third level with \`code\` in it

1. First
2. Second
   - with a list inside
   - of two items
3. Third

${wideTable}
${wideCode}
#### A fourth level

<figure><img src="images/table.png" alt="The same table"><figcaption>The table, <em>again</em>.</figcaption></figure>

<details><summary>More about it</summary>

What is behind it, with a [link](https://example.org/b).

</details>

<video src="https://media.example.org/film.mp4" controls></video>

Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftspräsidentenkandidatur

* * *

The end.

[^1]: The first footnote, with a [link](https://example.org/c).

[^note]: The second one.

    In two paragraphs.
`;

const post = (front: string, body: string): string => `---\n${front}\n---\n\n${body}\n`;

const names = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `  - ${['Ada', 'Bryn', 'Chiara', 'Dilys'][at % 4]} Sample-Example ${at}`,
  ).join('\n');

const full = (title: string, summary: string, more = ''): string => `title: ${title}
date: 2026-01-05T09:30
updated: 2026-02-01
authors: [ada, Ben Sample (staff)]
photos_by: [Ben Sample]
editors: [Chiara Prova (staff)]
categories: [Partnership blog, Announcements]
tags: [tables, code, pictures]
summary: ${summary}
image: { src: images/table.png, alt: A round table, credit: Ben Sample, credit_url: https://example.org/ben }
comments: https://comments.example.org/1
${more}`;

/** Its files. */
export function richFiles(): Record<string, string> {
  const files: Record<string, string> = {
    'blog.config.yaml': config,
    'posts/everything.md': post(
      full('A post with everything in it', 'What a page can have, at once.', 'aliases: [/old/]'),
      everything,
    ),
    'posts/everything.cy.md': post(
      full('Postiad â phopeth ynddo', 'Popeth y gall tudalen ei gael, ar unwaith.'),
      everything,
    ),
    'posts/everything.ar.md': post(
      full('منشور فيه كل شيء', 'كل ما يمكن أن تحتويه الصفحة دفعة واحدة.'),
      `نص عربي مع **كلمات مهمة** ورابط [إلى مكان](https://example.org/a) و\`code\` وحاشية[^1].\n\n- أول\n- ثان\n\n> اقتباس من طالبة.\n\n${wideTable}\n${wideCode}\n\n[^1]: الحاشية.`,
    ),
    'posts/long.md': post(
      `title: ${'A title of two hundred characters, which no editor would let pass but which must not break anything '.repeat(2).trim()}
date: 2026-01-04
authors:
${names(30)}
categories: [Partnership blog]
tags: [${Array.from({ length: 40 }, (_, at) => `tag number ${at}`).join(', ')}]`,
      'Text.',
    ),
    'posts/yuanzhuo.md': post(
      'title: 圆桌旁的学生与教师：我们如何一起设计课程，以及我们学到了什么\ndate: 2026-01-03\nlang: zh\nauthors: [ada]\ncategories: [Partnership blog]\ntags: [tables]',
      '今年春天，学生和教师坐在一张圆桌旁。我们讨论了课程、评估与反馈，也讨论了谁来决定。\n\n## 我们学到了什么\n\n合作需要时间，也需要信任。每个人都应当有机会发言，而不只是那些声音最大的人。'.repeat(
        1,
      ),
    ),
    'posts/draft.md': post('title: A draft\ndate: 2026-02-01\ndraft: true\nauthors: [ada]', 'Text.'),
    'posts/scheduled.md': post('title: A scheduled post\ndate: 2026-04-01T09:00\nauthors: [ada]', 'Text.'),
    'posts/expired.md': post(
      'title: A call that has ended\ndate: 2025-12-31\nexpires: 2026-02-01\nauthors: [ada]',
      'Text.',
    ),
    'posts/problems.md': post(
      'title: A post with problems\ndate: 2026-02-02\nauthors: [ada]\nsumary: A typo',
      '# A heading\n\nTODO write this.\n\n![](images/missing.png)\n\n[here](gone.md) and [a link](http://)\n\n#### A deep heading\n\nText text.',
    ),
    'posts/broken.md': '---\ntitle: "Never closed\ndate: 2026-02-03\n---\n\nText.\n',
    'posts/_site/accessibility.md':
      '---\ntitle: Accessibility statement\n---\n\n## How accessible this blog is\n\nText with a [link](https://example.org/).\n\n- One\n- Two\n',
    'posts/_site/accessibility.cy.md': '---\ntitle: Datganiad hygyrchedd\n---\n\nTestun.\n',
  };
  for (let at = 1; at <= 24; at++) {
    const day = `2025-${String((at % 12) + 1).padStart(2, '0')}-${String(at).padStart(2, '0')}`;
    files[`posts/${day}-note-${at}.md`] = post(
      `title: Note ${at} of a long year\ndate: ${day}\nauthors: [ada]\ncategories: [${at % 3 ? 'Partnership blog' : 'Announcements'}]\ntags: [tables]`,
      `What happened on day ${at}, told in a sentence or two, so that the list has something to show. Nothing much did.`,
    );
  }
  return files;
}

/** Adds its images to a folder that has its files. */
export function addImages(folder: string): string {
  const image = join(project, 'posts/images/round-table.png');
  mkdirSync(join(folder, 'posts/images'), { recursive: true });
  copyFileSync(image, join(folder, 'posts/images/table.png'));
  copyFileSync(join(project, 'posts/2024-05-14-accessible-posts/speech-bubbles.png'), join(folder, 'logo.png'));
  return folder;
}
