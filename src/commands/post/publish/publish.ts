/** `blog publish`. */

import { Option } from 'commander';
import { urlOf } from '../../../blog/url.ts';
import { ExitCode } from '../../../errors.ts';
import type { PostFile } from '../../../files/posts.ts';
import type { Sweep } from '../../../files/write/temporary.ts';
import { addEditors } from '../../../post/edit/editors.ts';
import { formatPerson } from '../../../post/fields/authors.ts';
import { dayOf } from '../../../post/fields/date.ts';
import { hasInvalidDate, type PostReading, publicFrom, readPost, statusOf } from '../../../post/post.ts';
import { visible } from '../../../report/escape.ts';
import { shellPath } from '../../../shellWord.ts';
import { type DefineCommand, printHint } from '../../context.ts';
import { readDateOption } from '../../dates.ts';
import { examples } from '../../help.ts';
import { lockedPosts } from '../../locked.ts';
import { collect, once } from '../../options.ts';
import { printDone } from '../../output.ts';
import { openSite, type SiteContext, warnOfClock } from '../../site.ts';
import { diagnosePost } from '../../validate/check.ts';
import { askPost } from '../ask.ts';
import { type Chosen, choosePost, postArgument, readPosts } from '../choose.ts';
import { showDiff } from '../diff.ts';
import { wasPublic, withFormerUrl, withoutOwnAlias } from '../formerUrl.ts';
import { reportUnread } from '../move.ts';
import { readPostText, unsafeToPatch } from '../rewrite.ts';
import { planDay, writeMoved } from './day.ts';
import { publicText } from './publicText.ts';
import { isRefused, printProblems } from './ready.ts';
import { atOnce, resultLines } from './result.ts';
import { newEditors, newNameHints, readReviewers, reviewLine } from './reviewers.ts';

interface PublishOptions {
  date?: string;
  keepDate?: boolean;
  reviewedBy?: string[];
  dryRun?: boolean;
}

/** Defines `blog publish`. */
export const definePublish: DefineCommand = (command, context, done) => {
  command
    .argument(...postArgument)
    .option(
      '--date <date>',
      'date of publication: now, 2024-05-14, tomorrow (default: now, or the post’s own if later)',
      once('--date'),
    )
    .addOption(new Option('--keep-date', 'keep a date in the past').conflicts('date'))
    .option('--reviewed-by <name>', 'add an editor: "Name" or "Name (role)" (repeatable)', collect)
    .option('--dry-run', 'show what would change as a diff, without writing')
    .addHelpText(
      ...examples(
        'blog publish our-first-meeting',
        'blog publish our-first-meeting --reviewed-by "Ben Sample (staff)"',
        'blog publish our-first-meeting --date 2024-05-14T09:00',
      ),
    )
    .action(async (named: string | undefined, options: PublishOptions) => {
      const site = await openSite(context());
      const wanted = await askPost(named, command, site, ['draft', 'pending']);
      const work = (sweep?: Sweep): Promise<number> => publishPost(wanted, options, site, sweep);
      done(await (options.dryRun ? work() : lockedPosts(site, work)));
    });
};

/** Without `sweep` it is a dry run. */
async function publishPost(wanted: string, options: PublishOptions, site: SiteContext, sweep?: Sweep): Promise<number> {
  const { shell, now, config } = site;
  const reviewers = readReviewers(options.reviewedBy ?? [], config);
  const given = options.date === undefined ? undefined : readDateOption(options.date, now, config.timeZone);
  const posts = readPosts(site);
  const chosen = choosePost(wanted, posts);
  const { file, entry } = chosen;
  const status = entry && statusOf(entry.post, now);
  // Its date and what readers see of it stay.
  const isPublic = (status === 'published' || status === 'scheduled') && given === undefined;
  if (entry && isPublic && reviewers.length === 0) return reportPublic(chosen, site);
  const before = readPostText(file);
  const reading = readPost(file.file, before, config, file);
  // An invalid date must not be replaced by today's: the author meant another.
  const isUnclear = given === undefined && hasInvalidDate(reading);
  const isKept = isPublic || isUnclear || options.keepDate || (reading.post && publicFrom(reading.post).instant > now);
  const usesClock = given === undefined ? !isPublic && !options.keepDate : /^\s*now\s*$/i.test(options.date ?? '');
  if (usesClock) {
    warnOfClock(
      posts.postIndex.entries.filter((one) => one !== entry).map(({ post }) => post),
      site,
    );
  }
  const date = given ?? (isKept ? undefined : readDateOption(undefined, now, config.timeZone));
  const editors = newEditors(reviewers, reading.fields?.editors ?? []);
  const published = isUnclear ? before : publicText(file, before, reading, date, site);
  const after = addEditors(published, reading, editors.map(formatPerson));
  if (after === undefined) throw unsafeToPatch(file, 'add the reviewer to editors');
  const problems = isPublic ? [] : diagnosePost(site, file, after);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (await isRefused(errors, { file, before, after }, 'published', site)) return ExitCode.found;
  const day = planDay(file, after, date !== undefined, posts);
  const moved = withAlias(day.to, after, reading, site);
  const { own, rewritings, unread } = day.linksOf({ file, before, after: moved });
  const { post } = readPost(day.to.file, own.after, config, day.to);
  if (sweep) {
    writeMoved({ own, rewritings, day }, sweep);
    const done = isPublic ? 'but the post was changed' : 'but the post was published';
    printDone(done, () => shell.out(`${visible(day.to.file)}\n`));
  } else {
    await showDiff([own, ...rewritings], site);
    if (day.to !== file) printHint(`Dry run: ${visible(file.file)} would become ${visible(day.to.file)}`, site);
  }
  // The day of its name is what the rename puts right.
  const warnings = problems.filter(({ rule }) => !day.move || rule !== 'date-filename-mismatch');
  const written = sweep ? { file: day.to, before: own.after } : { file, before };
  if (!site.globals.quiet) await printProblems(warnings, { ...written, after }, site);
  if (post) {
    const lines = resultLines(
      { before: reading, post, isPublic, isDateGiven: given !== undefined, isDry: !sweep, from: file, to: day.to },
      site,
    );
    lines.push(...newNameHints(editors, posts.postIndex.entries, config));
    for (const line of lines) printHint(line, site);
    if (status === 'pending' || reviewers.length > 0)
      printHint(reviewLine(post.editors, shellPath(visible(day.to.file))), site);
  }
  return reportUnread(unread, site);
}

/** Says that there is nothing to do, and what could be. */
function reportPublic({ file, entry }: Chosen, site: SiteContext): number {
  if (!entry) return ExitCode.done;
  const from = publicFrom(entry.post);
  const shown = visible(file.file);
  if (statusOf(entry.post, site.now) === 'scheduled') {
    printHint(`${shown} is already scheduled: readers see it from ${visible(from.text)}`, site);
    printHint(atOnce(file), site);
  } else printHint(`${shown} is already published, dated ${dayOf(from)}`, site);
  site.shell.out(`${shown}\n`);
  return ExitCode.done;
}

/**
 * The text with the old URL among the aliases, where it changes and readers may know it: that of a post that is or was public.
 * A draft got its identity when it was unpublished.
 */
function withAlias(to: PostFile, after: string, { post: old, keys = {} }: PostReading, site: SiteContext): string {
  const { config, now } = site;
  const { post } = readPost(to.file, after, config, to);
  if (!old || !post) return after;
  const status = statusOf(old, now);
  const entry = { post: old, url: urlOf(old, config) };
  // Without site_url no feed could have named it by its URL.
  const moved = withFormerUrl(after, keys, entry, post, site, {
    isKnown: config.siteUrl !== undefined && (status === 'published' || status === 'expired'),
    wasPublic: wasPublic(entry, site),
  });
  if (moved === undefined) throw unsafeToPatch(to, `add ${entry.url} to aliases`);
  const tidy = old.draft ? withoutOwnAlias(moved, keys, post, site) : moved;
  if (tidy === undefined) throw unsafeToPatch(to, 'remove its own URL from aliases');
  return tidy;
}
