/** `blog categories merge A B`: one category into another, in every post. Spec section 4. */
import type { Command } from 'commander';
import { findCategory } from '../../blog/config/config.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { setField } from '../../post/edit/patch.ts';
import { removeItem } from '../../post/edit/patchList.ts';
import { openPost, valueAt } from '../../post/edit/patchText.ts';
import { foldName } from '../../post/fields/slug.ts';
import { nearest } from '../../post/nearest.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { reportInvalid } from '../invalid.ts';
import { lockedPosts } from '../locked.ts';
import { printDone, printEach } from '../output.ts';
import { openSite } from '../site.ts';
import { readFilledLine } from '../textArgument.ts';
import { openPostFolder } from './choose.ts';
import { type Rewriting, showDiff } from './diff.ts';
import { rewrite, textOf } from './rewrite.ts';

/** Adds `merge` to `blog categories`. */
export function defineMerge(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    .command('merge <from> <into>')
    .summary('rename a category into another in every post')
    .description('rename a category into another in every post')
    .option('--dry-run', 'show what would change, change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  blog categories merge Anouncements Announcements\n  blog categories merge News Announcements --dry-run\n',
    )
    .action(async (from: string, into: string, options: { dryRun?: boolean }) =>
      done(await runMerge(from, into, options, context())),
    );
}

async function runMerge(from: string, into: string, options: { dryRun?: boolean }, context: Context): Promise<number> {
  const { shell, globals } = context;
  const site = await openSite(context);
  const { categories = [] } = site.config;
  const target = findCategory(into, categories)?.name ?? readFilledLine(into, 'the new category').normalize('NFC');
  if (categories.length > 0 && !findCategory(target, categories)) {
    throw new UserError(`“${visible(target)}” is not one of the config’s categories: add it there first`);
  }
  if (from === target) throw new UserError(`“${visible(target)}” is the same category: there is nothing to merge`);
  const { files, postIndex } = openPostFolder(site);
  const names = new Set(postIndex.entries.flatMap(({ post }) => post.categories));
  const uses = [
    ...postIndex.entries.map(({ post: { file, categories: own } }) => ({ file, own })),
    // A post with a fault elsewhere says its categories all the same.
    ...postIndex.invalid.map(({ file, fields }) => ({ file, own: fields?.categories ?? [] })),
  ];
  const unread = postIndex.invalid.filter(({ fields }) => fields === undefined);
  const isFrom = (name: unknown): boolean =>
    typeof name === 'string' && name !== target && foldName(name) === foldName(from);
  const rewritings: Rewriting[] = [];
  const failed: string[] = [];
  for (const { file: name, own } of uses) {
    const file = files.get(name);
    if (!file || !own.some(isFrom)) continue;
    const before = textOf(file);
    const after = mergeText(before, isFrom, target);
    if (after === undefined) failed.push(name);
    else rewritings.push({ file, before, after });
  }
  reportInvalid(unread, site.config.rules, context);
  if (rewritings.length === 0 && failed.length === 0) {
    const near = nearest(from, names);
    const meant = near === undefined || near === from ? '' : `; did you mean “${visible(near)}”?`;
    throw new UserError(`no post has the category “${visible(from)}”${meant}`, ExitCode.found);
  }
  if (options.dryRun) {
    await showDiff(rewritings, context);
  } else {
    // All are changed before any is printed: a reader that goes away must not leave it half done.
    await lockedPosts(site, context, (sweep) => {
      for (const { file, before, after } of rewritings) rewrite(file, before, after, sweep);
    });
    const done = `${plural(rewritings.length, 'post')} changed all the same`;
    printDone(done, () => printEach(rewritings, ({ file }) => `${visible(file.file)}\n`, shell));
  }
  const done = options.dryRun ? 'A dry run: nothing was changed. It would be' : 'Changed:';
  if (!globals.quiet) shell.err(`${done} ${plural(rewritings.length, 'post')}\n`);
  for (const file of failed)
    shell.err(`${visible(file)} is written in a way that is not safe to change: do it by hand\n`);
  if (!globals.quiet && categories.some(({ name }) => isFrom(name))) {
    shell.err(`The config still lists “${visible(from)}”: take it out there\n`);
  }
  return failed.length > 0 || unread.length > 0 ? ExitCode.found : ExitCode.done;
}

/** The text with the category renamed, and no category twice; undefined where it is not safe to change. */
function mergeText(text: string, isFrom: (name: unknown) => boolean, target: string): string | undefined {
  const post = openPost(text);
  const key = ['categories', 'category'].find((name) => post && valueAt(post.data, [name]));
  const value = post && key !== undefined ? valueAt(post.data, [key]) : undefined;
  if (key === undefined) return undefined;
  if (!Array.isArray(value)) return isFrom(value) ? setField(text, [key], target)?.text : undefined;
  const index = value.findIndex(isFrom);
  if (index === -1) return text;
  const hasTarget = value.some(
    (name) => typeof name === 'string' && foldName(name) === foldName(target) && !isFrom(name),
  );
  const changed = hasTarget ? removeItem(text, [key], index)?.text : setField(text, [key, index], target)?.text;
  return changed === undefined ? undefined : mergeText(changed, isFrom, target);
}
