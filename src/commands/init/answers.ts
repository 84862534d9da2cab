/** The six questions of `blog init`: answered by flags, at a terminal, or by a default. */
import { basename, join } from 'node:path';
import { newTimeZoneProblem } from '../../blog/config/timeZones.ts';
import { type NewBlog, settingProblem, titleOfFolder } from '../../blog/scaffold.ts';
import { UserError } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { usualFolders } from '../../files/posts.ts';
import { isTimeZone } from '../../post/fields/date.ts';
import { foldName } from '../../post/fields/slug.ts';
import { lineProblem } from '../../post/frontmatter/yamlText.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { createAsker, mayAsk } from '../prompt/prompt.ts';

/** The flags that answer questions. */
export interface InitFlags {
  title?: string;
  siteUrl?: string;
  language?: string;
  timezone?: string;
  categories?: string;
  review?: boolean;
  /** These two need the URL of the site. */
  feeds?: boolean;
  site?: boolean;
}

interface Question {
  message: string;
  default: string;
  /** What is wrong with an answer, `must be …`; undefined for a good one. */
  problem: (answer: string) => string | undefined;
}

/** Asks what the flags leave open, where a user can be asked. Throws UserError for an invalid value. */
export async function readAnswers(flags: InitFlags, root: string, context: Context): Promise<NewBlog> {
  const asker = mayAsk(context) ? createAsker(context) : undefined;
  const answer = async (flag: string, given: string | undefined, question: Question): Promise<string> => {
    const { message, default: byDefault, problem } = question;
    if (given === undefined) {
      return asker ? asker.line(message, { check: problem, default: byDefault || undefined }) : byDefault;
    }
    const found = problem(given.trim());
    if (found !== undefined) throw new UserError(`invalid value for ${flag}: “${visible(given)}” ${found}`);
    return given.trim();
  };
  const title = await answer('--title', flags.title, {
    message: 'Title of the blog:',
    default: titleOfFolder(basename(root)),
    problem: (text) => settingProblem('title', text) ?? oneLine(text),
  });
  const needsUrl = Boolean(flags.site || flags.feeds);
  const siteUrl = await answer('--site-url', flags.siteUrl, {
    message: needsUrl
      ? 'Site URL, such as https://NAME.github.io/REPOSITORY:'
      : 'Site URL (https://…), or press Enter to skip:',
    default: '',
    problem: (text) => (text === '' && !needsUrl ? undefined : settingProblem('site_url', text)),
  });
  const language = await answer('--language', flags.language, {
    message: 'Language of the posts, such as en, en-GB or cy:',
    default: 'en',
    problem: (text) => settingProblem('language', text),
  });
  const timeZone = await answer('--timezone', flags.timezone, {
    message: 'Time zone, such as Europe/London:',
    default: systemTimeZone(),
    problem: newTimeZoneProblem,
  });
  const categories = await answer('--categories', flags.categories, {
    message: 'Categories, separated by commas (press Enter to allow any):',
    default: '',
    problem: oneLine,
  });
  const review = await answer('--review', flags.review === undefined ? undefined : flags.review ? 'yes' : 'no', {
    message: 'Must somebody review each post before it is published (yes or no)?',
    default: 'no',
    problem: (text) => (/^(?:y(?:es)?|no?)$/i.test(text) ? undefined : 'must be yes or no'),
  });
  // Not asked: a folder that is there is found.
  const folder = usualFolders.find((name) => !isMissing(join(root, name))) ?? 'posts';
  const posts = await answer('--posts', context.globals.posts ?? folder, {
    message: 'Posts folder:',
    default: folder,
    problem: (text) => settingProblem('posts', text) ?? oneLine(text),
  });
  return {
    title,
    ...(siteUrl !== '' && { siteUrl }),
    language,
    timeZone,
    categories: splitNames(categories),
    review: /^y/i.test(review),
    posts: posts.replaceAll('\\', '/').replace(/^(?:\.\/+)+(?=.)|(?<=.)\/+$/g, ''),
  };
}

function systemTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone && isTimeZone(timeZone) ? timeZone : 'UTC';
}

function oneLine(text: string): string | undefined {
  const problem = lineProblem(text);
  return problem === undefined ? undefined : `must be plain text: ${problem}`;
}

/** The names between the commas, each once in whatever case. */
function splitNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim().normalize('NFC'));
  const keys = names.map(foldName);
  return names.filter((name, index) => name !== '' && keys.indexOf(keys[index] ?? '') === index);
}
