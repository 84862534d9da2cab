/** `blog __complete`, which the completion scripts call: names from the folder, one a line, and never an error message. */
import { InvalidArgumentError } from 'commander';
import { ownName } from '../../blog/findPost.ts';
import { usedNames, usedPeople } from '../../blog/usedNames.ts';
import { ExitCode, OutputClosed } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { findPosts } from '../../files/posts.ts';
import { formatPerson } from '../../post/fields/authors.ts';
import { visible } from '../../report/escape.ts';
import type { Context, DefineCommand, GlobalOptions } from '../context.ts';
import { examples } from '../help.ts';
import { openSite, readPostIndex, type SiteContext } from '../site.ts';
import { completeBash, unquoteBash } from './bashWords.ts';
import { type FolderKind, folderKinds } from './model.ts';

interface WordsOptions {
  word: string;
  /** The part of it that bash will replace; then the output is quoted for bash. */
  bash?: string;
}

/** Defines `blog __complete`. */
export const defineCompletionWords: DefineCommand = (command, context, done) => {
  command
    .argument('<kind>', folderKinds.join(', '), readKind)
    .argument('[before...]', 'words before the cursor')
    .option('--word <text>', 'word at the cursor, as typed', '')
    .option('--bash <text>', 'part of it that bash replaces')
    .addHelpText(...examples('blog __complete tags', 'blog __complete posts --word=a -- show -C elsewhere'))
    .action(async (kind: FolderKind, before: string[], options: WordsOptions) => {
      done(await complete(kind, before, options, context()));
    });
};

function readKind(text: string): FolderKind {
  const kind = folderKinds.find((one) => one === text);
  if (kind === undefined) throw new InvalidArgumentError(`choose from ${folderKinds.join(', ')}`);
  return kind;
}

async function complete(kind: FolderKind, before: string[], options: WordsOptions, context: Context): Promise<number> {
  const { shell, globals } = context;
  const { word, bash } = options;
  try {
    const typed = bash === undefined ? before : before.map((one) => unquoteBash(one).text);
    const given = globalsIn(typed, shell.env['HOME']);
    const site = await openSite({ shell, globals: { ...globals, ...given, quiet: true } });
    if (isMissing(site.folder.path)) return ExitCode.found;
    // As the value of an option a name may begin with a hyphen; elsewhere it would be an option.
    const isValue = before.at(-1)?.startsWith('-') ?? false;
    const isOffered = (name: string): boolean => isTypeable(name) && (isValue || !name.startsWith('-'));
    const names = [...new Set(namesOf(kind, word, site))].filter(isOffered);
    const words = bash === undefined ? names : completeBash(names, word, bash);
    if (words.length > 0) shell.out(`${words.join('\n')}\n`);
    return ExitCode.done;
  } catch (error) {
    // The user is in the middle of a line: errors are reported when it is run.
    if (error instanceof OutputClosed) throw error;
    return ExitCode.found;
  }
}

/** Whether a name can be checked before pressing Enter: it has no control characters. */
function isTypeable(name: string): boolean {
  return name !== '' && visible(name) === name;
}

/** The names of a kind, most used or newest first. */
function namesOf(kind: FolderKind, word: string, site: SiteContext): string[] {
  // A path may also name an invalid post.
  if (kind === 'posts' && word.includes('/')) return findPosts(site.folder).map(({ file }) => file);
  const { entries } = readPostIndex(site);
  const { categories = [], authors } = site.config;
  const namesIn: Record<FolderKind, () => string[]> = {
    categories: () => [...usedNames(entries, 'category'), ...categories].map(({ name }) => name),
    tags: () => usedNames(entries, 'tag').map(({ name }) => name),
    authors: () => [...usedPeople(entries), ...Object.values(authors)].map(({ name }) => name),
    people: () => [...usedPeople(entries).map(({ person }) => person), ...Object.values(authors)].map(formatPerson),
    posts: () => entries.toSorted((a, b) => b.post.date.instant - a.post.date.instant).map(({ post }) => ownName(post)),
    languages: () => [...(site.config.languages ?? []), ...entries.flatMap(({ post }) => post.lang ?? [])],
  };
  return namesIn[kind]();
}

/** The global options in the words so far that say where the posts are. */
function globalsIn(words: readonly string[], home = '~'): Pick<GlobalOptions, 'dir' | 'posts' | 'config'> {
  const found = words.flatMap((word, index) => {
    const match = /^(?:--(dir|posts|config)(?:=(.*))?|-C(.+)?)$/s.exec(word);
    const value = match?.[2] ?? match?.[3] ?? words[index + 1];
    return match && value !== undefined ? [[match[1] ?? 'dir', value.replace(/^~(?=\/|$)/, () => home)]] : [];
  });
  return Object.fromEntries(found);
}
