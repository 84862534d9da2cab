/** `blog show`: a post's fields and text. */
import type { Entry } from '../../blog/postIndex.ts';
import { explainFeed } from '../../blog/why.ts';
import { ExitCode } from '../../errors.ts';
import { readWhole } from '../../files/read.ts';
import { type ColumnContext, columnNames, dataOf, textOf } from '../../report/columns.ts';
import { visible, visibleJson, visiblePieces } from '../../report/escape.ts';
import { loadStyle, type TerminalStyle } from '../../report/style.ts';
import { colorOf, type DefineCommand } from '../context.ts';
import { examples } from '../help.ts';
import { invalidLines } from '../invalid.ts';
import { printPieces } from '../output.ts';
import { createPostReader, openSite, type SiteContext } from '../site.ts';
import { askPost } from './ask.ts';
import { choosePost, postArgument, readPosts } from './choose.ts';

/** Defines `blog show`. */
export const defineShow: DefineCommand = (command, context, done) => {
  command
    .argument(...postArgument)
    .option('--json', 'print as JSON, including the text')
    .addHelpText(...examples('blog show a-post', 'blog show posts/2018-07-05-a-post.md --json'))
    .action(async (given: string | undefined, { json = false }: { json?: boolean }) => {
      const site = await openSite(context());
      done(await runShow(await askPost(given, command, site), json, site));
    });
};

async function runShow(wanted: string, json: boolean, site: SiteContext): Promise<number> {
  const { shell, now, config } = site;
  const posts = readPosts(site);
  const { file, entry, reading } = choosePost(wanted, posts);
  // The index was read from front matter alone.
  const full = entry && createPostReader(site, 1, readWhole)(file);
  if (!entry || !full?.post) {
    const invalid = full ?? reading;
    for (const line of invalid ? invalidLines(invalid, config.rules) : []) shell.err(line);
    return ExitCode.found;
  }
  const text = full.body?.text ?? '';
  const why = explainFeed(posts.postIndex.entries, now, config);
  const columnContext = { now, hasSite: config.siteUrl !== undefined, why };
  if (json) {
    const fields = columnNames.map((name): [string, unknown] => [name, dataOf(entry, name, columnContext)]);
    shell.out(`${visibleJson(JSON.stringify({ ...Object.fromEntries(fields), text }, null, 2))}\n`, 'json');
    return ExitCode.done;
  }
  shell.out(formatFields(entry, columnContext, await loadStyle(colorOf('stdout', site))));
  const body = text.replace(/\r(?=\n)/g, '').trim();
  if (body !== '') {
    shell.out('\n');
    printPieces(visiblePieces(body), shell);
    shell.out('\n');
  }
  return ExitCode.done;
}

/** The title, and the fields that have a value, a line each. */
function formatFields(entry: Entry, context: ColumnContext, style: TerminalStyle): string {
  const shown = columnNames.filter((name) => name !== 'title' && name !== 'draft' && name !== 'url');
  const all = [...shown, 'url' as const].map((name) => [name, detailOf(entry, name, context)] as const);
  const fields = all.filter(([, value]) => value !== '');
  const widest = Math.max(...fields.map(([name]) => name.length));
  const head = fields.map(([name, value]) => `${style.dim(name.padEnd(widest))}  ${visible(value)}\n`).join('');
  return `${style.bold(visible(entry.post.title))}\n\n${head}`;
}

function detailOf(entry: Entry, name: (typeof columnNames)[number], context: ColumnContext): string {
  const { post } = entry;
  if (name === 'url') return context.hasSite ? entry.url : `${entry.url}  (no site_url)`;
  if (name === 'date') return `${String(dataOf(entry, 'date', context))}  (written ${post.date.text})`;
  if (name === 'authors' || name === 'photos_by' || name === 'editors') {
    return post[name].map((person) => (person.role ? `${person.name} (${person.role})` : person.name)).join(', ');
  }
  if (name === 'image' && post.image) {
    const { src, alt, credit, consent } = post.image;
    const parts = [src, alt === undefined ? 'no alt text' : `“${alt}”`];
    if (credit !== undefined) parts.push(`credit: ${credit}`);
    if (consent !== undefined) parts.push(`consent: ${consent}`);
    return parts.join(' · ');
  }
  return textOf(entry, name, context);
}
