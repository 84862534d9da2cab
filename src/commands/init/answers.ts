/** The six questions of `blog init`: from flags, else asked, else what is sensible. */
import { basename, join } from 'node:path';
import { type NewBlog, settingProblem, titleOfFolder } from '../../blog/scaffold.ts';
import { UserError } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { isTimeZone } from '../../post/fields/date.ts';
import { foldName } from '../../post/fields/slug.ts';
import { lineProblem } from '../../post/frontmatter/yamlText.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { createAsker, mayAsk } from '../prompt/prompt.ts';

/** The flags that answer a question. */
export interface InitFlags {
  title?: string;
  siteUrl?: string;
  language?: string;
  timezone?: string;
  categories?: string;
}

interface Question {
  flag: string;
  message: string;
  given: string | undefined;
  /** Taken where nobody is asked, and offered where somebody is. */
  suggested: string;
  problem: (answer: string) => string | undefined;
}

/** Asks what the flags leave open, where somebody can be asked. Throws UserError for a value that cannot be used. */
export async function readAnswers(flags: InitFlags, root: string, context: Context): Promise<NewBlog> {
  const asker = mayAsk(context) ? createAsker(context) : undefined;
  const answer = async ({ flag, message, given, suggested, problem }: Question): Promise<string> => {
    if (given === undefined) {
      if (!asker) return suggested;
      const check = (text: string): string | undefined => sentence(problem(text));
      return asker.line(message, { check, ...(suggested !== '' && { default: suggested }) });
    }
    const wrong = problem(given.trim());
    if (wrong !== undefined) throw new UserError(`${flag} “${visible(given)}” cannot be used: it ${wrong}`);
    return given.trim();
  };
  const title = await answer({
    flag: '--title',
    message: 'Title of the blog:',
    given: flags.title,
    suggested: titleOfFolder(basename(root)),
    problem: (text) => settingProblem('title', text) ?? oneLine(text),
  });
  const siteUrl = await answer({
    flag: '--site-url',
    message: 'Its address on the web, https://… (Enter where it has none yet):',
    given: flags.siteUrl,
    suggested: '',
    problem: (text) => (text === '' ? undefined : settingProblem('site_url', text)),
  });
  const language = await answer({
    flag: '--language',
    message: 'Language of the posts, like en, en-GB or cy:',
    given: flags.language,
    suggested: 'en',
    // The config takes any tag; a new blog is asked for one that readers know: “English” is a well-formed one, too.
    problem: (text) =>
      settingProblem('language', text) ??
      (/^[a-z]{2,3}(?:-|$)/i.test(text) ? undefined : 'must be a code of two or three letters, like en or en-GB'),
  });
  const timeZone = await answer({
    flag: '--timezone',
    message: 'Time zone, like Europe/London:',
    given: flags.timezone,
    suggested: ownTimeZone(),
    problem: (text) => settingProblem('timezone', text),
  });
  const categories = await answer({
    flag: '--categories',
    message: 'Categories, with commas between them (Enter to allow any):',
    given: flags.categories,
    suggested: '',
    problem: oneLine,
  });
  const posts = await answer({
    flag: '--posts',
    message: 'Folder of the posts:',
    given: context.globals.posts,
    suggested: folderNames.find((name) => !isMissing(join(root, name))) ?? 'posts',
    problem: (text) => settingProblem('posts', text) ?? oneLine(text),
  });
  return {
    title,
    ...(siteUrl !== '' && { siteUrl }),
    language,
    timeZone,
    categories: splitNames(categories),
    posts: posts.replaceAll('\\', '/').replace(/^(?:\.\/+)+(?=.)|(?<=.)\/+$/g, ''),
  };
}

/** Where other tools keep posts: a folder that is there already is the one that is meant. */
const folderNames = ['posts', '_posts', 'content/posts', 'content/blog', 'src/content/blog', 'source/_posts'];

function ownTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone && isTimeZone(timeZone) ? timeZone : 'UTC';
}

function oneLine(text: string): string | undefined {
  const problem = lineProblem(text);
  return problem === undefined ? undefined : `must be plain text: ${problem}`;
}

/** `must be …` as a sentence about the answer. */
function sentence(problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : `It ${problem}.`;
}

/** A name that stands there twice, be it in capitals, is one. */
function splitNames(text: string): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim().normalize('NFC'))
    .filter((name) => name !== '');
  return names.filter((name, index) => names.findIndex((other) => foldName(other) === foldName(name)) === index);
}
