/** Which post a command is about, where the command line does not say: chosen from a list. */
import type { Command } from 'commander';
import { refusal } from '../../errors.ts';
import { dayOf } from '../../post/fields/date.ts';
import { foldName } from '../../post/fields/slug.ts';
import { statusOf } from '../../post/post.ts';
import { visible } from '../../report/escape.ts';
import { missingArgument } from '../help.ts';
import { type Choice, createAsker, mayAsk } from '../prompt/prompt.ts';
import type { SiteContext } from '../site.ts';
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
  const choices: Choice<string>[] = newest.map(({ post }) => {
    const about = `${statusOf(post, site.now)}, ${dayOf(post.date)}`;
    return { name: `${visible(post.title)} (${about})`, short: visible(post.title), value: post.file };
  });
  for (const { file } of statuses ? [] : invalid) {
    choices.push({ name: `${visible(file)} (invalid)`, short: visible(file), value: file });
  }
  if (choices.length === 0) {
    throw refusal(`no ${statuses ? `${statuses.join(' or ')} ` : ''}posts to ${command.name()}`);
  }
  return createAsker(site).find(`Post to ${command.name()}:`, choices, ({ name, value }, typed) => {
    const text = foldName(`${name} ${value}`);
    return foldName(typed)
      .split(' ')
      .every((word) => text.includes(word));
  });
}
