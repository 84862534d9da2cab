/** Posts that carry attacks, for the browser: each attack at every place of a post that reaches a feed. */

const quoted = (text: string): string => JSON.stringify(text);
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');
const bracketed = (text: string): string => oneLine(text).replace(/[<>\\]/g, '\\$&');

/** Where an attack stands in a body. */
const bodies: Readonly<Record<string, (attack: string) => string>> = {
  'on its own': (attack) => attack,
  'in a paragraph': (attack) => `Text ${attack} text.`,
  'in a list in a quote': (attack) => `> - ${attack}\n\nend`,
  'in a table': (attack) => `| a | b |\n|---|---|\n| ${oneLine(attack)} | c |`,
  'in a heading': (attack) => `# ${oneLine(attack)} #`,
  'in a footnote': (attack) => `Text[^1].\n\n[^1]: ${attack}`,
  'in code': (attack) => `\`\`\`${oneLine(attack)}\n${attack}\n\`\`\`\n\n\`${oneLine(attack)}\``,
  'as a link’s words': (attack) => `[${oneLine(attack)}](https://e.org/)`,
  'as a link’s title': (attack) => `[a](https://e.org/ "${oneLine(attack).replaceAll('"', '\\"')}") <b>b</b>`,
  'as a link’s URL': (attack) => `[a](<${bracketed(attack)}>) <i>c</i>`,
  'as a link’s bare URL': (attack) => `[a](${oneLine(attack).replaceAll(' ', '%20')})`,
  'in a link’s URL': (attack) => `[a](<https://e.org/?q=${bracketed(attack)}>) <i>c</i>`,
  'as a reference': (attack) => `[a][b]\n\n[b]: <${bracketed(attack)}> '${oneLine(attack).replaceAll("'", "\\'")}'`,
  'as an image’s text': (attack) => `![${oneLine(attack)}](https://e.org/a.png) <b>b</b>`,
  'as an image’s URL': (attack) => `![a](<${bracketed(attack)}> "${oneLine(attack).replaceAll('"', '\\"')}")`,
  'as alt in HTML': (attack) => `<img alt="${attack}" src="https://e.org/a.png" title='${attack}'>`,
  'as src in HTML': (attack) => `<img src="${attack}" srcset="${attack} 1x, https://e.org/a.png 2x" alt="a">`,
  'as href in HTML': (attack) => `<a href="${attack}" title=${attack}>a</a>`,
  'as a film': (attack) =>
    `<video src="${attack}" poster='${attack}'><track src="${attack}"></video><q cite="${attack}">q</q>`,
  'after a title in words': (attack) => `Set title=" ${attack}`,
  'after an alt in words': (attack) => `An image has alt="src and ${attack} <b>b</b>`,
  'between quotes': (attack) =>
    `<b>a</b> title='" alt="${attack}" src='x' <img src="https://e.org/a.png" alt='${attack}'>`,
  'in a comment': (attack) => `a <!-- ${attack} --> b <!--> ${attack} -->`,
  'in what is dropped': (attack) =>
    `<textarea>${attack}</textarea><svg><style>${attack}</style></svg><math><mtext>${attack}`,
  'in a film’s frame': (attack) => `<iframe src="https://e.org/${attack}" title="${attack}"></iframe>`,
};

/** Where an attack stands in the front matter. */
const fields: Readonly<Record<string, (attack: string) => string>> = {
  'as the title': (attack) => `title: ${quoted(attack)}`,
  'as the summary': (attack) => `summary: ${quoted(attack)}`,
  'as an author’s name': (attack) => `authors: [{ name: ${quoted(attack)}, role: student }]`,
  'as two authors’ names': (attack) =>
    `authors: [${quoted(attack)}, ${quoted(`B ${attack}`)}]\nphotos_by: [${quoted(attack)}]`,
  'as an author’s URL': (attack) => `authors: [{ name: Ada, url: ${quoted(attack)} }]`,
  'as a category': (attack) => `categories: [${quoted(attack)}]`,
  'as a tag': (attack) => `tags: [${quoted(attack)}, b]`,
  'as the image': (attack) => `image: ${quoted(attack)}`,
  'as the image’s text': (attack) =>
    `image: { src: https://e.org/a.png, alt: ${quoted(attack)}, credit: ${quoted(attack)} }`,
  'as the URL of the comments': (attack) => `comments: ${quoted(attack)}`,
  'as the post’s URL': (attack) => `permalink: ${quoted(attack)}`,
};

/** A post: what it is for a report, and its file. */
export interface AttackingPost {
  /** The attack and its place. */
  what: string;
  text: string;
}

/** The identity in feeds of the post with this number. */
export const idOf = (number: number): string => `tag:e.org,2024:${number}`;

function toPost(number: number, what: string, front: string, body: string): AttackingPost {
  const title = front.startsWith('title:') ? '' : 'title: A post\n';
  return { what, text: `---\n${title}date: 2024-05-01\nid: ${quoted(idOf(number))}\n${front}\n---\n\n${body}\n` };
}

/** Every attack at every place; the posts are numbered from `first`. */
export function attackingPosts(attacks: readonly string[], first = 0): AttackingPost[] {
  const posts: AttackingPost[] = [];
  for (const attack of attacks) {
    for (const [place, write] of Object.entries(bodies)) {
      posts.push(toPost(first + posts.length, `${attack} ${place}`, 'authors: Ada', write(attack)));
    }
    for (const [place, write] of Object.entries(fields)) {
      posts.push(toPost(first + posts.length, `${attack} ${place}`, write(attack), 'Text with <b>HTML</b>.'));
    }
  }
  return posts;
}

/** What an expression that looks for attributes in HTML that is written already takes for one, and what it may break. */
const words = [
  ' title="',
  ' alt="',
  ' src=',
  ' title=',
  " alt='",
  ' href="',
  ' srcset="',
  'src="',
  ' onerror=',
  'onerror=alert(1)',
  '"',
  '"',
  "'",
  '=',
  '>',
  '<',
  '/',
  '//',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '`',
  '&quot;',
  '&#34;',
  '&#39;',
  '&#61;',
  '&amp;',
  '&lt;',
  '&gt;',
  '&equals;',
  '&NewLine;',
  '\u00a0',
  '\u00c3',
  '\ufffd',
  '\x7f',
  ']]>',
  '](',
  '![',
  '[a](',
  ')',
  '**',
  '<br>',
  '<b>',
  '</b>',
  '<p title="',
  '<img src="https://e.org/onerror=alert(1)//"',
  '<img src="https://e.org/a.png" alt="',
  ' srcset="https://e.org/a.png 1x"',
  ' srcset="https://e.org/onerror=alert(1)// 1x, https://e.org/b.png 2x">',
  '<img alt=src=',
  '<img title="src=x" src=\'https://e.org/onerror=alert(1)//\'>',
  '<a href="https://e.org/?src=onmouseover=alert(1)//" title="',
  '<a href="https://e.org/" title=\'',
  '</a>',
  '![src="x](https://e.org/onerror=alert(1)// "src=")',
  '<img src=x alt=',
  'javascript:alert(1)',
  '<script>',
  '<video src="',
  '<!--',
  '-->',
  '<td title="',
  '<table>',
  '<pre>',
  '<svg>',
  '<style>',
  "use src='x'",
  'SRC=',
  'text',
  'An image has src and title=" or alt.',
] as const;

/** A source of numbers below 1 that is the same in every run. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Posts whose bodies are these words at random. */
export function randomPosts(count: number, seed: number, first = 0): AttackingPost[] {
  const next = numbersFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const length = 2 + Math.floor(next() * 14);
    const body = Array.from({ length }, () => words[Math.floor(next() * words.length)]).join('');
    return toPost(first + index, `random body ${index} of seed ${seed}`, 'authors: Ada', body);
  });
}
