/** Every way by which somebody's text gets into the program, other than the body of a post, and values that would do harm. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tempFolder } from '../support/tempFolder.ts';

const shell = '$(touch canary)`touch canary`;touch canary|touch canary&touch canary\';touch canary;\'";touch canary;"';

/** A line that begins with it was not written by the program. */
export const forged = 'FORGED';

/** By what they attack. */
export const values: Readonly<Record<string, string>> = {
  'a shell': `::add-mask::x ##[group] ${shell}`,
  'a terminal': `a\x1b[31m\x1b]0;T\x07\x1b]8;;http://x.example\x1b\\\x1bP$q\x1b\\\x9b1m\x9d0;T\x9c\b\r\x7f\u202e\u2066\u200f\u061c\ufeff${shell}`,
  'lines of output': `a\n${forged}\r\n::set-env name=X::y\r${forged}\u2028${forged}\n##[group]\n`,
  options: '--output=canary',
};

export interface Scene {
  files: Record<string, string>;
  /** path → target. */
  links?: Record<string, string>;
  folders?: string[];
  /** Before those of the command. */
  args?: string[];
  env?: Record<string, string>;
  /** A command that this door alone has. */
  own?: string[][];
}

const q = (value: string): string => JSON.stringify(value).replaceAll('\x7f', '\\u007f');

const config = 'site_url: https://blog.example.org\n';
const post = (title: string, ...lines: string[]): string =>
  `---\ntitle: ${title}\ndate: 2018-07-05\n${lines.map((line) => `${line}\n`).join('')}---\n\nText.\n`;

const base = { 'blog.config.yaml': config, 'posts/plain.md': post('Plain', 'draft: true') };

const setting = (line: (value: string) => string, more: Record<string, string> = {}) => {
  return (value: string): Scene => ({
    files: { ...base, 'blog.config.yaml': `${config}${line(value)}\n`, ...more },
  });
};
const field = (...lines: ((value: string) => string)[]) => {
  return (value: string): Scene => ({
    files: { ...base, 'posts/a.md': post('Tea', ...lines.map((line) => line(value))) },
  });
};
/** As a file can be called. */
const name = (value: string): string => value.replaceAll('/', '');
const environment = (...keys: string[]) => {
  return (value: string): Scene => ({
    files: { ...base, 'posts/a.md': post('Tea') },
    env: Object.fromEntries(keys.map((key) => [key, value])),
  });
};
const argument = (own: (value: string) => string[][]) => {
  return (value: string): Scene => ({ files: { ...base, 'posts/a.md': post('Tea') }, own: own(value) });
};
const git = (key: string) => {
  return (value: string): Scene => ({
    files: { ...base, 'posts/a.md': post('Tea') },
    env: { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: key, GIT_CONFIG_VALUE_0: value },
    own: [['edit', 'plain']],
  });
};

export const doors: Readonly<Record<string, (value: string) => Scene>> = {
  'config: title, description': setting((v) => `title: ${q(v)}\ndescription: ${q(v)}`),
  ...Object.fromEntries(
    [
      ...['site_url', 'language', 'timezone', 'posts', 'static', 'templates', 'filename', 'permalink', 'assets_url'],
      ...['languages', 'ignore', 'extra_fields', 'categories', 'authors', 'rules', 'feed'],
    ].map((key) => [
      `config: ${key}`,
      (v: string): Scene => ({
        files: { ...base, 'blog.config.yaml': `${key === 'site_url' ? '' : config}${key}: ${q(v)}\n` },
      }),
    ]),
  ),
  'config: a pattern': setting((v) => `filename: ${q(`${v}{slug}`)}\npermalink: ${q(`/${v}{slug}/`)}`),
  'config: filename': setting((v) => `filename: ${q(`${v}{slug}`)}`),
  'config: permalink': setting((v) => `permalink: ${q(`/${v}{slug}/`)}`),
  'config: a folder inside': setting((v) => `posts: ${q(`x/${v}`)}\nstatic: ${q(`y/${v}`)}\ntemplates: ${q(`z/${v}`)}`),
  'config: static and templates': setting((v) => `static: ${q(`y/${v}`)}\ntemplates: ${q(`z/${v}`)}`),
  'config: lists': setting((v) => `ignore: [${q(v)}]\nextra_fields: [${q(v)}]`),
  'config: languages': setting((v) => `languages: [${q(v)}]`),
  'config: categories': setting((v) => `categories: [${q(v)}, {name: B, aliases: [${q(v)}]}]`),
  'config: a category’s slug': setting((v) => `categories: [{name: B, slug: ${q(v)}}]`),
  'config: a category twice': setting((v) => `categories: [${q(v)}, ${q(v)}]`),
  'config: authors': setting((v) => `authors: {${q(v)}: ${q(v)}, b: {name: ${q(v)}, email: ${q(v)}}}`),
  'config: a role, a URL': setting((v) => `authors: {b: {name: B, role: ${q(v)}, url: ${q(v)}}}`),
  'config: feed': setting((v) => `feed: {path: ${q(`/${v}`)}, icon: ${q(`/${v}`)}}`),
  'config: feed’s hub': setting((v) => `feed: {hub: ${q(v)}, content: ${q(v)}}`),
  'config: keys': setting((v) => `${q(v)}: x\nfeed: {${q(v)}: x}\nrules: {${q(v)}: off}`),
  'config: a rule': setting((v) => `rules: {${q(v)}: off}`),
  'config: as written': setting((v) => v),
  'a field: title': (v) => ({ files: { ...base, 'posts/a.md': post(q(v)), 'posts/b.md': post(q(v)) } }),
  'a field: names': field(
    (v) => `authors: [${q(v)}, {name: ${q(v)}, role: ${q(v)}, email: ${q(v)}, url: ${q(v)}}]`,
    (v) => `editors: [${q(v)}]\nphotos_by: ${q(v)}\nbyline: ${q(v)}`,
  ),
  'a field: authors': field((v) => `authors: [${q(v)}]`),
  'a field: categories and tags': field((v) => `categories: [${q(v)}]\ntags: [${q(v)}]`),
  'a field: summary, image': field((v) => `summary: ${q(v)}\nimage: {src: ${q(v)}, alt: ${q(v)}, credit: ${q(v)}}`),
  'a field: id': field((v) => `id: ${q(v)}`),
  'a field: slug': field((v) => `slug: ${q(v)}`),
  'a field: permalink': field((v) => `permalink: ${q(v)}`),
  'a field: aliases, comments': field((v) => `aliases: [${q(v)}]\ncomments: ${q(v)}`),
  'a field: language': field((v) => `lang: ${q(v)}`),
  'a field: status': field((v) => `status: ${q(v)}`),
  'a field: dates': (v) => ({
    files: { ...base, 'posts/a.md': `---\ntitle: A\ndate: ${q(v)}\nupdated: ${q(v)}\n---\n` },
  }),
  'a field: unknown': field((v) => `${q(v)}: x\n${q(`${v}2`)}: {${q(v)}: ${q(v)}}`),
  'front matter as written': field((v) => v),
  'links and images': (v) => ({
    files: {
      ...base,
      'posts/a.md': `${post('Tea')}\n[a](<${v.replace(/[\r\n<>]/g, '')}>) ![b](<${v.replace(/[\r\n<>]/g, '')}.png>)\n`,
    },
  }),
  'a post’s name': (v) => ({
    files: { ...base, [`posts/${name(v)}.md`]: post('Tea'), [`posts/2018-07-04-${name(v)}.md`]: post('Cake') },
  }),
  'a broken post’s name': (v) => ({ files: { ...base, [`posts/${name(v)}.md`]: '---\ntitle: [\n---\n' } }),
  'a folder’s name': (v) => ({
    files: { ...base, [`posts/${name(v)}/a.md`]: post('Tea'), [`posts/${name(v)}/index.cy.md`]: post('Te') },
  }),
  'another file’s name': (v) => ({
    files: { ...base, [`posts/${name(v)}.mdx`]: '', [`posts/x.${name(v)}.mdx`]: '', [`${name(v)}.md`]: post('Tea') },
  }),
  'links to outside': (v) => ({
    files: { ...base, 'posts/a.md': post('Tea') },
    links: { [`posts/${name(v)}.md`]: `/nonexistent/${name(v)}`, [`posts/l${name(v)}`]: `../../${name(v)}` },
  }),
  'a posts folder that is a link': (v) => ({
    files: { 'blog.config.yaml': config },
    links: { posts: `../${name(v)}` },
  }),
  'the folder of the posts': (v) => ({
    files: { ...base, [`${name(v)}/a.md`]: post('Tea') },
    args: ['--posts', name(v)],
  }),
  'a folder that is missing': (v) => ({ files: base, args: ['--posts', `none/${name(v)}`] }),
  'the folder of the blog': (v) => ({
    files: { [`${name(v)}/posts/a.md`]: post('Tea'), [`${name(v)}/blog.config.yaml`]: `${config}x: y\n` },
    args: ['-C', name(v)],
  }),
  'a config’s name': (v) => ({ files: { ...base, [`c${name(v)}`]: 'titel: x\n' }, args: ['--config', `c${name(v)}`] }),
  'a config that is missing': (v) => ({ files: base, args: ['--config', `none${name(v)}`] }),
  'a template’s name': (v) => ({
    files: {
      ...base,
      'blog.config.yaml': `${config}templates: t\n`,
      [`t/${name(v)}.md`]: `---\ncategories: [${q(v)}]\n---\n\n{{title}} {{${name(v)}}}\n`,
      't/minutes.md': '---\ntags: [\n---\n',
      't/other.md': `---\n${q(v)}: ${q(v)}\ntags: [${q(v)}]\n---\n\n{{title}} {{${name(v)}}} ${shell}\n`,
    },
    own: [
      ['new', 'Cake', '--dry-run', '--template', name(v)],
      ['new', 'Cake', '--dry-run', '--template', 'minutes'],
      ['new', 'Cake', '--dry-run', '--template', 'other'],
      ['new', 'Cake', '--template', 'other'],
      ['new', 'Cake', '--dry-run', '--template', 'none'],
    ],
  }),
  'feeds there are': (v) => ({
    files: {
      ...base,
      'posts/a.md': post('Tea'),
      'feed.xml': `<rss version="2.0"><channel><title>T</title><item><title><![CDATA[${v}]]></title><guid>${v.replace(/[<&]/g, '')}</guid><link>https://blog.example.org/${v.replace(/[<&]/g, '')}</link></item></channel></rss>`,
      'feed.json': JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: v,
        items: [{ id: v, title: v, url: `https://blog.example.org/${v}` }],
      }),
    },
    own: ['feed.xml', 'feed.json'].flatMap((file) =>
      [['--diff'], ['--check'], []].map((more) => ['feed', '-o', file, ...more]),
    ),
  }),
  'arguments: filters': argument((v) =>
    [
      ...['-c', '-t', '-a', '--role', '--lang', '--since', '--until', '--year', '--month', '-s', '--missing', '--sort'],
      ...['-n', '--fields', '--format', '--group-by', '--status', '--match', '--not-category', '--not-author'],
    ].map((option) => ['list', `${option}${option.startsWith('--') ? '=' : ''}${v}`]),
  ),
  'arguments: posts': argument((v) => [
    ...['show', 'edit', 'publish', 'unpublish', 'submit', 'validate'].flatMap((command) => [
      [command, v],
      [command, '--', v],
      [command, `./${v}.md`],
    ]),
    ['rename', 'a', v, '--dry-run'],
    ['rename', v, 'A', '--dry-run'],
    ['categories', 'merge', v, 'Tea'],
    ['new', '--from', v, 'A'],
  ]),
  'arguments: a new post': argument((v) => [
    ['new', '--dry-run', '--', v],
    ['new', '--dry-run', `--slug=${v}`, 'A'],
    ['new', '--dry-run', `--category=${v}`, `--author=${v}`, `--tag=${v}`, `--editor=${v}`, `--photos-by=${v}`, 'A'],
    ['new', '--dry-run', `--summary=${v}`, 'A'],
    ['new', '--dry-run', `--image=${v}`, 'A'],
    ['new', '--dry-run', `--image=https://x.example/a.png`, `--alt=${v}`, `--credit=${v}`, 'A'],
    ['new', '--dry-run', `--date=${v}`, 'A'],
    ['new', '--dry-run', `--lang=${v}`, 'A'],
    ['new', '--dry-run', `--template=${v}`, 'A'],
    ['new', '--dry-run', `--consent=${v}`, 'A'],
  ]),
  'arguments: the others': argument((v) => [
    [v],
    ['--', v],
    ['help', v],
    [`--${v}`],
    ['list', `--${v}`],
    ['list', `--now=${v}`],
    ['list', `--config=${v}`],
    ['list', `--dir=${v}`],
    ['list', `--posts=${v}`],
    ['feed', `--type=${v}`],
    ['feed', `--site-url=${v}`],
    ['feed', `--self-url=${v}`],
    ['feed', `--limit=${v}`],
    ['feed', '--check', `--output=${v}`],
    ['feed', `--output=none/${v}`],
    ['validate', `--rule=${v}`],
    ['validate', `--rule=${v}=off`],
    ['validate', `--explain=${v}`],
    ['validate', `--max-warnings=${v}`],
    ['schema', v],
    ['completion', v],
    ['__complete', v],
    ['__complete', 'posts', `--word=${v}`, `--bash=${v}`, '--', '-C', v],
    ['publish', 'plain', '--dry-run', `--date=${v}`],
    ['publish', 'plain', '--dry-run', `--reviewed-by=${v}`],
    ['init', '--dry-run', `--title=${v}`, `--description=${v}`],
    ['init', '--dry-run', `--language=${v}`],
    ['init', '--dry-run', `--timezone=${v}`],
  ]),
  'environment: the terminal': environment('TERM', 'COLORTERM', 'COLUMNS', 'LINES'),
  'environment: colours': environment('NO_COLOR', 'FORCE_COLOR', 'CLICOLOR'),
  'environment: place': environment('TZ', 'HOME', 'LC_CTYPE', 'LANGUAGE'),
  'environment: language': environment('LANG', 'LC_ALL'),
  'environment: GitHub': environment('GITHUB_WORKSPACE', 'GITHUB_ACTIONS', 'CI'),
  'environment: editor': (value) => ({ ...environment('EDITOR', 'PAGER')(value), own: [['edit', 'plain']] }),
  'environment: visual editor': (value) => ({ ...environment('VISUAL', 'DEBUG')(value), own: [['edit', 'plain']] }),
  'git: user.name': git('user.name'),
  'git: user.email': git('user.email'),
  'git: core.editor': git('core.editor'),
  'git: core.hooksPath': (value) => ({ ...git('core.hooksPath')(value), own: [['init', '--dry-run', '--hook']] }),
};

/** Makes the folder of a scene, in which the program is run; what is outside is seen in its parent. */
export function buildScene({ files, links = {} }: Scene): string {
  const root = join(tempFolder(), 'site');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  for (const [link, target] of Object.entries(links)) symlinkSync(target, join(root, link));
  return root;
}
