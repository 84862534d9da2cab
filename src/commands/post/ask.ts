/** Which post a command is about, where the command line does not say: chosen from a list. */
import type { Command } from 'commander';
import { refusal } from '../../errors.ts';
import { dayOf } from '../../post/fields/date.ts';
import { foldName } from '../../post/fields/slug.ts';
import { lineProblem } from '../../post/frontmatter/yamlText.ts';
import { statusOf } from '../../post/post.ts';
import { visible } from '../../report/escape.ts';
import { loadMeasure, truncate } from '../../report/width.ts';
import { missingArgument } from '../help.ts';
import { createAsker, mayAsk } from '../prompt/prompt.ts';
import type { SiteContext } from '../site.ts';
import { showsNothing } from '../textArgument.ts';
import { readPosts } from './choose.ts';

type Status = ReturnType<typeof statusOf>;

/**
 * The post as it is named, or else the path of the one that a user at a terminal chooses, of those with these `statuses`
 * (default: all, and the invalid ones). Throws UserError where nobody can be asked, or if there are no such posts.
 */
export async function askPost(
  wanted: string | undefined,
  command: Command,
  site: SiteContext,
  statuses?: readonly Status[],
): Promise<string> {
  if (wanted !== undefined) return wanted;
  if (!mayAsk(site)) throw missingArgument(command, 'post');
  const { entries, invalid } = readPosts(site).postIndex;
  const newest = entries
    .filter(({ post }) => statuses?.includes(statusOf(post, site.now)) ?? true)
    .sort((a, b) => b.post.date.instant - a.post.date.instant);
  const options: Option[] = newest.map(({ post }) => ({
    title: visible(post.title),
    status: statusOf(post, site.now),
    day: dayOf(post.date),
    words: ` ${foldName(`${post.title} ${post.slug.replaceAll('-', ' ')} ${post.slug}`)}`,
    file: post.file,
  }));
  for (const { file } of statuses ? [] : invalid) {
    options.push({ title: visible(file), status: 'invalid', words: ` ${foldName(file)}`, file });
  }
  if (options.length === 0) {
    throw refusal(`no ${statuses ? `${statuses.join(' or ')} ` : ''}posts to ${command.name()}`);
  }
  const question = `Post to ${command.name()}:`;
  const measure = await loadMeasure(options.map(({ title }) => title));
  const width = site.shell.stderr.width ?? 80;
  // Each on one row, with the signs that inquirer puts before it.
  const choices = options.map(({ title, status, day, words, file }) => {
    const dated = day === undefined ? status : `${status}, ${day}`;
    // On a narrow terminal the day gives way first: at least half the width is for the title.
    const about = width - dated.length - 6 < Math.min(width / 2, measure(title)) ? status : dated;
    return {
      name: `${truncate(title, Math.max(10, width - about.length - 6), measure)} (${about})`,
      short: truncate(title, Math.max(10, width - question.length - 4), measure),
      value: { words, file },
    };
  });
  const { file } = await createAsker(site).find(question, choices, ({ value }, typed) =>
    foldName(typed)
      .split(' ')
      .every((word) => value.words.includes(` ${word}`)),
  );
  return file;
}

interface Option {
  title: string;
  status: string;
  day?: string;
  /** What typing is compared with, each word after a space. */
  words: string;
  file: string;
}

/** The new title of a post, asked for at a terminal. Throws UserError where nobody can be asked. */
export async function askTitle(command: Command, site: SiteContext): Promise<string> {
  if (!mayAsk(site)) throw missingArgument(command, 'title');
  const check = (text: string): string | undefined => (showsNothing(text) ? 'must not be empty' : lineProblem(text));
  return createAsker(site).line('New title:', { check });
}
