/** Folders that git cannot hold: what each name says is made in `root`, where `posts/` is there and empty. */
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, rmdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `skipped`: it cannot be made here. */
export type Make = (root: string) => unknown;

const top = '---\ntitle: A\ndate: 2018-07-05\n';
const good = `${top}---\nText.\n`;
const lines = (...more: string[]): string => `${top}${more.join('\n')}\n---\nText.\n`;

const post =
  (text: string | Buffer, file = 'a.md'): Make =>
  (root) =>
    writeFileSync(join(root, 'posts', file), text);

const named =
  (...names: (string | Buffer)[]): Make =>
  (root) => {
    for (const [index, name] of names.entries()) {
      const path = Buffer.concat([Buffer.from(join(root, 'posts', '/')), Buffer.from(name as string)]);
      writeFileSync(path, `---\ntitle: A ${index}\ndate: 2018-07-05\n---\nText.\n`);
    }
  };

const linked =
  (target: string, file = 'a.md'): Make =>
  (root) =>
    symlinkSync(target, join(root, 'posts', file));

const both =
  (...makes: Make[]): Make =>
  (root) =>
    makes.map((make) => make(root)).find(Boolean);

const bad = post('x', 'bad.md');
const other = post('---\ntitle: B\ndate: 2018-08-01\n---\nText.\n', 'b.md');

/** A program that makes what Node cannot. */
const byProgram =
  (program: string, ...args: string[]): Make =>
  (root) => {
    try {
      execFileSync(program, args, { cwd: join(root, 'posts'), stdio: 'ignore' });
      return undefined;
    } catch {
      return 'skipped';
    }
  };

const sparse =
  (size: number, text = good): Make =>
  (root) => {
    const path = join(root, 'posts/a.md');
    writeFileSync(path, text);
    truncateSync(path, size);
  };

function deep(root: string, depth: number): string {
  let path = join(root, 'posts');
  for (let level = 0; level < depth; level++) path = join(path, `d${level}`);
  mkdirSync(path, { recursive: true });
  return path;
}

const mebi = 1024 * 1024;

export const made: Readonly<Record<string, Make>> = {
  // Files that are none.
  'a named pipe': both(byProgram('mkfifo', 'a.md'), other),
  'a named pipe as config': (root) => {
    writeFileSync(join(root, 'posts/a.md'), good);
    return byProgram('mkfifo', '../blog.config.yaml')(root);
  },
  'a socket': both(byProgram('python3', '-c', 'import socket; socket.socket(socket.AF_UNIX).bind("a.md")'), other),
  'a device': both(byProgram('mknod', 'a.md', 'c', '1', '5'), other),
  'an endless device by a link': both(linked('/dev/zero'), other),
  'standard input by a link': both(linked('/dev/stdin'), other),
  // Links.
  'a link to nothing': both(linked('nowhere.md'), other),
  'a link to itself': both(linked('a.md'), other),
  'two links in a circle': both(linked('c.md'), linked('a.md', 'c.md'), other),
  'a link to the system': both(linked('/etc/passwd'), other),
  'a link to a neighbour': both(linked('../../secret.md'), other),
  'a link to the root': both((root) => writeFileSync(join(root, 'x.md'), good), linked('../x.md'), other),
  'a link to a folder outside': both(linked('../../elsewhere', 'more'), other),
  'a link to a folder outside with the name of a post': both(linked('../../elsewhere', 'more.md'), other),
  'a link to a folder whose name begins alike': both(
    (root) => {
      mkdirSync(join(root, 'posts-private'));
      writeFileSync(join(root, 'posts-private/x.md'), good);
    },
    linked('../posts-private/x.md'),
    other,
  ),
  'a link to a link to outside': both(linked('b2.md'), linked('../../secret.md', 'b2.md'), other),
  'a link to the folder above': both(linked('..', 'more'), other),
  'a link to the folder itself': both(linked('.', 'more'), linked('../posts', 'again.md'), other),
  'a link to a post': both(linked('b.md'), linked('b.md', 'c.md'), other),
  'a link to a text': both(
    (root) => writeFileSync(join(root, 'posts/a.txt'), good),
    linked('a.txt'),
    linked('a.txt', 'c.md'),
  ),
  'a link to a hidden file': both((root) => writeFileSync(join(root, 'posts/.hidden.md'), good), linked('.hidden.md')),
  'a link to the processes': both(linked('/proc/self/environ'), linked('/proc', 'proc.md'), other),
  'a second name of a file': (root) => {
    writeFileSync(join(root, 'posts/a.md'), good);
    linkSync(join(root, 'posts/a.md'), join(root, 'posts/b.md'));
  },
  'the posts folder is a link': (root) => {
    mkdirSync(join(root, 'texts'));
    writeFileSync(join(root, 'texts/a.md'), good);
    rmdirSync(join(root, 'posts'));
    symlinkSync('texts', join(root, 'posts'));
  },
  'the posts folder is a link to nothing': (root) => {
    rmdirSync(join(root, 'posts'));
    symlinkSync('nowhere', join(root, 'posts'));
  },
  'the config is a link to the system': both(post(good), (root) =>
    symlinkSync('/etc/passwd', join(root, 'blog.config.yaml')),
  ),
  'the config is a folder': both(post(good), (root) => void mkdirSync(join(root, 'blog.config.yaml'))),
  // Names.
  'names of editors': named('.#x.md', 'x.md~', '.x.md.swp', '._x.md', '.DS_Store', '#x.md#', 'a.md'),
  'a name with a line break': both(named('a\nb.md'), bad),
  'a broken post whose name has a line break': post('x', 'a\nerror: b.md'),
  'a name with an escape': both(named('a\x1b[31mb\x07.md'), post('x', 'c\x1b]0;t\x07.md')),
  'a name with bidi': both(named('a\u202egpj.md'), post('x', 'c\u2067.md')),
  'a name with C1': both(named('a\u009bb.md'), post('x', 'c\u009b.md')),
  'a name that is not UTF-8': named(Buffer.from('caf\xe9.md', 'latin1'), 'b.md'),
  'two names that are not UTF-8': named(Buffer.from('caf\xe9.md', 'latin1'), Buffer.from('caf\xe8.md', 'latin1')),
  'a folder that is not UTF-8': both((root) => {
    const folder = Buffer.concat([Buffer.from(join(root, 'posts', '/')), Buffer.from([0xff, 0xfe])]);
    mkdirSync(folder);
    writeFileSync(Buffer.concat([folder, Buffer.from('/a.md')]), good);
  }, other),
  'names of flags': named('-rf.md', '--posts.md', '-C.md'),
  'names for the shell': named(
    '$(touch canary).md',
    '`touch canary`.md',
    'a;touch canary;.md',
    'a b.md',
    "a'b.md",
    'a"b.md',
  ),
  'names for addresses': named('a?b.md', 'a#b.md', 'a%2fb.md', 'a%zz.md', 'a&b.md', 'a:b.md', 'a\\b.md'),
  'names for markup': named('<script>.md', ']]>.md', '&amp;.md'),
  'names of Windows': named('CON.md', 'a .md', 'a..md', 'aux.md'),
  'a name that is only an ending': named('.md', '..md', '...md', ' .md', 'b.md'),
  'names of 255 bytes': named(`${'a'.repeat(252)}.md`, `${'é'.repeat(126)}.md`, `${'🎉'.repeat(63)}.md`),
  'names that fold alike': named('A.md', 'a.md', 'caf\u00e9.md', 'cafe\u0301.md'),
  'a name of prototypes': named('__proto__.md', 'constructor.md', 'toString.md'),
  'a name with a date that is none': named('2018-02-30-a.md', '2018-07-05-.md', '2018-07-05.md'),
  'folders 200 deep': (root) => writeFileSync(join(deep(root, 200), 'a.md'), good),
  'a folder with the name of a post': (root) => void mkdirSync(join(root, 'posts/a.md')),
  'node_modules inside': (root) => {
    mkdirSync(join(root, 'posts/node_modules/x'), { recursive: true });
    writeFileSync(join(root, 'posts/node_modules/x/README.md'), 'x');
    writeFileSync(join(root, 'posts/node_modules/x/a.md'), 'x');
  },
  'no posts at all': () => undefined,
  'three hundred broken posts': (root) => {
    for (let at = 0; at < 300; at++) writeFileSync(join(root, `posts/p${at}.md`), `${'x'.repeat(at)}`);
  },
  'three hundred posts at one address': (root) => {
    for (let at = 0; at < 300; at++) writeFileSync(join(root, `posts/p${at}.md`), lines('slug: x'));
  },
};

/** Those that take long, or should not: they run in a process of their own, which tells what it took. */
export const heavy: Readonly<Record<string, Make>> = {
  // Sizes.
  'a file of 33 MiB': sparse(33 * mebi),
  'a file of 1 GiB': sparse(1024 * mebi),
  'a file of 31 MiB of nothing': sparse(31 * mebi),
  'a front matter of 10 MB': post(lines(`extra: "${'x'.repeat(10_000_000)}"`)),
  'a front matter of 10 MB that never ends': post(`${top}${'# comment\n'.repeat(1_000_000)}`),
  'a front matter of 64 KiB': post(lines(`extra: "${'x'.repeat(64 * 1024 - top.length - 6)}"`)),
  'a front matter of a byte more than 64 KiB': post(lines(`extra: "${'x'.repeat(64 * 1024 - top.length - 5)}"`)),
  'fences by the million': post('---\n'.repeat(1_000_000)),
  'a body of 99,000 headings': post(`${good}${'# a\n'.repeat(99_000)}`),
  'a body of 99,000 list items': post(`${good}${'- a\n'.repeat(99_000)}`),
  'a body of 66,000 quotations': post(`${good}${'> a\n\n'.repeat(66_000)}`),
  'a body of 99,000 words in italics': post(`${good}${'*a*'.repeat(99_000)}`),
  'a body of 66,000 links in a line': post(`${good}${'[a](b) '.repeat(66_000)}`),
  'a body of 9,000 pairs of tags': post(`${good}${'<b>a</b>'.repeat(9000)}`),
  'a body of 19,000 tags that are never closed': post(`${good}${'<b>'.repeat(19_000)}`),
  'a body of 9,000 pairs of tags that are never closed': post(`${good}${'<ruby><rt>'.repeat(9000)}`),
  'a body of 20,000 tags': post(`${good}${'<b>'.repeat(20_000)}`),
  'a category by the ten thousand': post(
    lines(`categories: [${Array.from({ length: 9000 }, (_, at) => `c${at}`).join(',')}]`),
  ),
  'a body of 100,000 attributes': post(
    `${good}<a ${Array.from({ length: 100_000 }, (_, at) => `data-x${at}="1"`).join(' ')}>x</a>`,
  ),
  'a body of 33,000 images': post(`${good}${'![a](b.jpg)\n'.repeat(33_000)}`),
  'a body of 190,000 control characters': post(`${good}${'\x01a\n'.repeat(190_000)}`),
  'a body of 99,000 pieces of code': post(`${good}${'`a`'.repeat(99_000)}`),
  'a body of 39,000 footnotes': post(`${good}${'[^a]: b\n\n'.repeat(39_000)}`),
  'a body of 28,000 lines of template code': post(`${good}${'{{a}} {%b%}\n'.repeat(28_000)}`),
  'a body of 65,000 rows': post(`${good}|a|a|\n|-|-|\n${'|a|\n'.repeat(65_000)}`),
  'a body of 4 MB of prose': post(`${good}${`${'a thing that they said '.repeat(9)}*once*.\n\n`.repeat(18_000)}`),
  'a body of 180,001 line breaks': post(`${good}${'\n'.repeat(180_000)}`),
  'a body of 31 MiB': post(`${good}${'a *b* c\n'.repeat((31 * mebi) / 8)}`),
  'a body of 31 MiB in a line': post(`${good}${'a'.repeat(31 * mebi)}`),
  'a body with a picture of 5 MB in it': post(`${good}![a](data:image/png;base64,${'A'.repeat(5_000_000)})\n`),
  'a body of one line of 5 MB': post(`${good}${'x'.repeat(5_000_000)}\n`),
  'a body of 5 MB of line breaks': post(`${good}${'\n'.repeat(5_000_000)}`),
  'a body of 5 MB of returns': post(`${good}${'\r'.repeat(5_000_000)}`),
  'a body with a bad byte at its end': post(
    Buffer.concat([Buffer.from(`${good}${'x\n'.repeat(1_000_000)}`), Buffer.from([0xff])]),
  ),
  'a body of bad bytes': post(Buffer.concat([Buffer.from(good), Buffer.alloc(1_000_000, 0xff)])),
  'a body of control characters': post(`${good}${'\x01\x1b\x07'.repeat(100_000)}`),
  'a body of links to nothing': post(`${good}${'[a](nothing.md) '.repeat(20_000)}`),
  'a body of images to nothing': post(
    `${good}${Array.from({ length: 10_000 }, (_, at) => `![](x${at}.jpg)\n`).join('')}`,
  ),
  // YAML that takes long.
  'brackets by the ten thousand': post(lines(`extra: ${'['.repeat(60_000)}`)),
  'brackets that are closed': post(lines(`extra: ${'['.repeat(30_000)}${']'.repeat(30_000)}`)),
  'brackets 90 deep': post(lines(`extra: ${'['.repeat(90)}${']'.repeat(90)}`)),
  'dashes by the ten thousand': post(lines('extra:', `  ${'- '.repeat(20_000)}`)),
  'braces by the ten thousand': post(lines(`extra: ${'{a: '.repeat(15_000)}`)),
  'questions by the ten thousand': post(lines('? '.repeat(30_000))),
  'mappings in lines that go ever deeper': post(
    `${top}extra:\n${Array.from({ length: 300 }, (_, at) => `${' '.repeat(at + 1)}a:\n`).join('')}---\n`,
  ),
  'quotes by the ten thousand': post(lines(`extra: ${'"'.repeat(60_001)}`)),
  'single quotes by the ten thousand': post(lines(`extra: ${"'".repeat(60_001)}`)),
  'anchors by the ten thousand': post(lines(`extra: [${'&a x, '.repeat(9000)}]`)),
  'aliases by the ten thousand': post(lines('x: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]', `extra: [${'*a, '.repeat(10_000)}]`)),
  'tags by the ten thousand': post(lines(`extra: ${'!a '.repeat(20_000)}`)),
  'keys by the ten thousand': post(lines(...Array.from({ length: 8000 }, (_, at) => `k${at}:`))),
  'one key by the ten thousand': post(lines(...Array.from({ length: 8000 }, () => 'a: 1'))),
  'misspelt keys by the thousand': post(lines(...Array.from({ length: 4000 }, (_, at) => `categorie${at}: a`))),
  'empty lines by the ten thousand': post(`${top}${'\n'.repeat(60_000)}---\nText.\n`),
  'blanks by the ten thousand': post(`${top}extra: a${' '.repeat(60_000)}\n---\nText.\n`),
  'blanks before a comment': post(`${top}extra: a${' '.repeat(30_000)}#${' '.repeat(30_000)}\n---\nText.\n`),
  'blanks before a mistake': post(`${top}extra: [a${' '.repeat(60_000)}\n---\nText.\n`),
  'comments by the ten thousand': post(`${top}${'#\n'.repeat(30_000)}---\nText.\n`),
  'a line that never ends in a block': post(lines('extra: |', `  ${'a '.repeat(30_000)}`)),
  'colons by the ten thousand': post(lines(`extra: ${'a: '.repeat(20_000)}`)),
  'dots by the ten thousand': post(lines(`date: ${'2018-'.repeat(12_000)}`)),
  'a byline that goes on': post(lines(`byline: "${'Text by A and photos by B, '.repeat(2000)}"`)),
  'an author of brackets': post(lines(`authors: "${'('.repeat(60_000)}"`)),
  'a slug of hyphens': post(lines(`slug: "${'-'.repeat(60_000)}"`)),
  'an id of colons': post(lines(`id: "${'a:'.repeat(30_000)}"`)),
  'a language of hyphens': post(lines(`lang: "en${'-a'.repeat(30_000)}"`)),
  'a permalink of slashes': post(lines(`permalink: "${'/'.repeat(2000)}"`)),
  'a title of ampersands': post(`---\ntitle: "${'&<>'.repeat(20_000)}"\ndate: 2018-07-05\n---\nText.\n`),
  'a body of 60,000 bare URLs': post(`${good}${'http://a/ '.repeat(60_000)}`),
  'a body of 39,000 DOIs': post(
    `${good}${Array.from({ length: 39_000 }, (_, at) => `https://doi.org/10.1000/${at}\n`).join('')}`,
  ),
  'a body of 800,000 bare URLs': post(`${good}${'http://a/ '.repeat(800_000)}`),
  'a body of links with escapes': post(
    `${good}${Array.from({ length: 30_000 }, (_, at) => `[p](/\\_${at}) `).join('')}`,
  ),
  'a body of 8 MB of signs': post(`${good}${'@'.repeat(8_000_000)}\n`),
  'a body of 8 MB of quotation marks': post(`${good}${'"'.repeat(8_000_000)}\n`),
  'a body of 8 MB of short words': post(`${good}${'a '.repeat(3_950_000)}\n`),
  'a body of 8 MB of overrides': post(`${good}${'\u202e'.repeat(2_600_000)}\n`),
  'a srcset of 8 MB': post(`${good}<img alt="a" src="https://a.example/a" srcset="${'a 1x,'.repeat(1_600_000)}">\n`),
  'a srcset of a number': post(`${good}<img alt="a" src="https://a.example/a" srcset="a ${'1'.repeat(8_000_000)}">\n`),
  'spaces in a title by the ten thousand': post(`---\ntitle: a${' '.repeat(65_000)}b\ndate: 2018-07-05\n---\nText.\n`),
  'aliases to nothing by the ten thousand': post(lines(`x: ${'*a '.repeat(20_000)}`)),
  'items of an alias by the thousand': post(
    lines('x: &a {b: c}', `authors: [${Array.from({ length: 12_000 }, () => '*a').join(',')}]`),
  ),
  'a config of one category again and again': both(post(good), (root) =>
    writeFileSync(join(root, 'blog.config.yaml'), `categories: [${'c,'.repeat(30_000)}]\n`),
  ),
  'a config of braces': both(post(good), (root) =>
    writeFileSync(join(root, 'blog.config.yaml'), `permalink: "/${'{'.repeat(65_000)}"\n`),
  ),
  'a config of 64 KiB': both(post(good), (root) =>
    writeFileSync(join(root, 'blog.config.yaml'), `title: "${'x'.repeat(64 * 1024 - 10)}"\n`),
  ),
  'a config of a byte more than 64 KiB': both(post(good), (root) =>
    writeFileSync(join(root, 'blog.config.yaml'), `title: "${'x'.repeat(64 * 1024 - 9)}"\n`),
  ),
  'a config of 1 MB': both(post(good), (root) =>
    writeFileSync(join(root, 'blog.config.yaml'), `title: "${'x'.repeat(1_000_000)}"\n`),
  ),
  'a config of brackets': both(post(good), (root) =>
    writeFileSync(join(root, 'blog.config.yaml'), `title: ${'['.repeat(60_000)}\n`),
  ),
  'a config of 200 MB': both(post(good), (root) => {
    writeFileSync(join(root, 'blog.config.yaml'), 'title: A\n');
    truncateSync(join(root, 'blog.config.yaml'), 200 * mebi);
  }),
};
