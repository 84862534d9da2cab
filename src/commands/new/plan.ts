/** What `blog new` is to write, from its flags, another post or a template, standard input and the answers of the user. */

import { UserError } from '../../errors.ts';
import { readWhole } from '../../files/read.ts';
import type { DraftFields } from '../../post/draft/draft.ts';
import type { Post } from '../../post/post.ts';
import { decodeText } from '../../post/text.ts';
import { visible } from '../../report/escape.ts';
import { shellPath } from '../../shellWord.ts';
import type { Context } from '../context.ts';
import { choosePost } from '../post/choose.ts';
import { createAsker, mayAsk } from '../prompt/prompt.ts';
import { createPostReader, warnOfClock } from '../site.ts';
import { completeDraft, type DraftPlan } from './ask.ts';
import type { Destinations } from './file.ts';
import { type FlagOptions, readFlags } from './flags.ts';
import { reviewDraft } from './review.ts';
import { resolveTemplate } from './template.ts';

export interface NewOptions extends FlagOptions {
  template?: string;
  from?: string;
  stdin?: boolean;
  edit?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/** Settles everything but the place, for `newPosts`. `hint` is told what the user should know. Throws UserError and Interrupted. */
export async function planPost(
  title: string | undefined,
  options: NewOptions,
  destinations: Destinations,
  context: Context,
  hint: (text: string) => void,
) {
  const { site, postIndex } = destinations;
  if (options.date === undefined) warnOfClock(destinations.posts, site);
  const from = options.from === undefined ? undefined : readFrom(options.from, destinations);
  const template = from && options.template === undefined ? undefined : resolveTemplate(options.template, site, hint);
  const flags = readFlags(options, from?.post, { postIndex, site, hint });
  const asker = !options.stdin && mayAsk(context) ? createAsker(context) : undefined;
  const promptContext = { asker, destinations, shell: context.shell, template, hint };
  const first = await completeDraft(title, flags, promptContext);
  const body = options.stdin ? await readStdin(context) : from?.body;
  const fieldsFor =
    ({ fields }: DraftPlan) =>
    (slug: string): DraftFields => {
      const filled = { ...fields, ...template?.fill(fields, slug) };
      if (options.template !== undefined) return filled;
      if (body !== undefined) return { ...filled, body };
      // What is published at once starts empty, so that nobody publishes a template's questions by mistake.
      return options.publish && !options.edit ? { ...filled, body: '' } : filled;
    };
  const isReviewed = asker && first.wasAsked && !options.dryRun;
  const plan = isReviewed ? await reviewDraft(first, fieldsFor, { ...promptContext, asker }) : first;
  return { fieldsFor: fieldsFor(plan), slug: plan.slug, isFixed: flags.slug === plan.slug };
}

function readFrom(wanted: string, { site, files, postIndex }: Destinations): { post: Post; body: string } {
  const byName = new Map(files.map((file) => [file.file, file]));
  const { file, entry } = choosePost(wanted, { ...site, files: byName, postIndex });
  if (!entry) {
    const shown = visible(file.file);
    throw new UserError(`--from: ${shown} has errors; run: blog validate ${shellPath(shown)}`);
  }
  const { body } = createPostReader(site, 1, readWhole)(file);
  return { post: entry.post, body: body?.text.replace(/^(?:[ \t]*\r?\n)+/, '') ?? '' };
}

const largestText = 31 * 1024 * 1024;

async function readStdin({ shell, globals }: Context): Promise<string> {
  if (shell.interactive && !globals.quiet) shell.err('Type the text, then press Ctrl-D on a line of its own\n');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of shell.stdin) {
    const bytes = Buffer.from(chunk as Buffer);
    size += bytes.length;
    if (size > largestText) throw new UserError('--stdin: text larger than 31 MiB');
    chunks.push(bytes);
  }
  const decoded = decodeText(Buffer.concat(chunks));
  if ('text' in decoded) return decoded.text;
  throw new UserError(`--stdin: ${decoded.fault.message}`);
}
