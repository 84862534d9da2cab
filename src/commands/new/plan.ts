/** What `blog new` is to write: the flags, another post or a template, the text, and the answers of whoever can be asked. */
import { randomUUID } from 'node:crypto';
import { takenDestinations } from '../../blog/destinations.ts';
import type { Entry, PostIndex } from '../../blog/postIndex.ts';
import { UserError } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { findPosts, type PostFile } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import type { Answers } from '../../post/draft/draft.ts';
import type { Post } from '../../post/post.ts';
import { decodeText } from '../../post/text.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { choosePost } from '../post/choose.ts';
import { createAsker, mayAsk } from '../prompt/prompt.ts';
import { createPostReader, readPostIndex, type SiteContext, warnOfClock } from '../site.ts';
import { complete, type Known } from './ask.ts';
import type { Destinations } from './file.ts';
import { type FlagOptions, readFlags } from './flags.ts';
import { reviewDraft } from './review.ts';
import { type ResolvedTemplate, resolveTemplate } from './template.ts';

export interface NewOptions extends FlagOptions {
  template?: string;
  from?: string;
  stdin?: boolean;
  edit?: boolean;
  publish?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

export interface Plan {
  answersFor: (slug: string) => Answers;
  place: { slug: string; fixed: boolean };
}

/** All posts that are there already. */
export interface Folder {
  files: PostFile[];
  postIndex: PostIndex;
}

/** Settles all but where the post will be. `hint` is told what the user should know. */
export async function planPost(
  title: string | undefined,
  options: NewOptions,
  folder: Folder,
  site: SiteContext,
  context: Context,
  hint: (text: string) => void,
): Promise<Plan> {
  const { postIndex } = folder;
  if (options.date === undefined) warnOfClock(postsOf(folder), site, context);
  const from = options.from === undefined ? undefined : readFrom(options.from, folder, site);
  const pattern = from && options.template === undefined ? undefined : resolveTemplate(options.template, site, hint);
  const given = readFlags(options, from?.entry.post, postIndex, site, hint);
  const asker = !options.stdin && mayAsk(context) ? createAsker(context) : undefined;
  const promptContext = {
    asker,
    postIndex,
    destinations: destinationsOf(folder, site),
    shell: context.shell,
    pattern,
    hint,
  };
  const first = await complete(title, randomUUID(), given, promptContext);
  const body = options.stdin ? await readStdin(context) : from?.body;
  const answersFor = (known: Known) => (slug: string) =>
    withText({ ...known, draft: !options.publish, body: '' }, slug, options, pattern, body);
  const look = asker && first.asked && !options.dryRun;
  const { known, slug } = look ? await reviewDraft(first, answersFor, { ...promptContext, asker }) : first;
  return { answersFor: answersFor(known), place: { slug, fixed: given.slug === slug } };
}

/**
 * The answers with what the template gives for this slug, and the text: what was handed in, else the template's. What is
 * published at once begins empty: nobody should publish a template's questions by mistake.
 */
function withText(
  answers: Answers,
  slug: string,
  { template, publish, edit }: NewOptions,
  pattern: ResolvedTemplate | undefined,
  body: string | undefined,
): Answers {
  const filled = pattern?.fill(answers, slug) ?? { body: '' };
  if (template === undefined && body === undefined && publish && !edit) return { ...answers, ...filled, body: '' };
  return { ...answers, ...filled, ...(template === undefined && body !== undefined && { body }) };
}

/** All posts; none where there is no folder yet. */
export function readFolder(site: SiteContext): Folder {
  const files = isMissing(site.folder.path) ? [] : findPosts(site.folder);
  return { files, postIndex: readPostIndex(site, files) };
}

/** Where a new post can go. */
export function destinationsOf(folder: Folder, site: SiteContext): Destinations {
  return { site, taken: takenDestinations(folder.files, postsOf(folder), site.config) };
}

/** Those that could be read, be there something wrong with them or not. */
function postsOf({ postIndex: { entries, invalid } }: Folder): Post[] {
  return [...entries.map(({ post }) => post), ...invalid.flatMap(({ post }) => post ?? [])];
}

function readFrom(wanted: string, { files, postIndex }: Folder, site: SiteContext): { entry: Entry; body: string } {
  const destinations = { files: new Map(files.map((file) => [file.file, file])), postIndex };
  const { file, entry } = choosePost(wanted, destinations, site);
  if (!entry) throw new UserError(`--from: ${visible(file.file)} is broken; “blog validate” says why`);
  const reading = createPostReader(site, 1, readWhole)(file);
  return { entry, body: reading.body?.text.replace(/^(?:[ \t]*\r?\n)+/, '') ?? '' };
}

const largestText = 32 * 1024 * 1024 - 1024 * 1024;

async function readStdin({ shell, globals }: Context): Promise<string> {
  if (shell.interactive && !globals.quiet) shell.err('Write the text; end it with Ctrl-D on a line of its own.\n');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of shell.stdin) {
    const bytes = Buffer.from(chunk as Buffer);
    size += bytes.length;
    if (size > largestText) throw new UserError('--stdin: the text is larger than 31 MiB: that is no post');
    chunks.push(bytes);
  }
  const decoded = decodeText(Buffer.concat(chunks));
  if ('text' in decoded) return decoded.text;
  throw new UserError(`--stdin: ${decoded.fault.message}`);
}
