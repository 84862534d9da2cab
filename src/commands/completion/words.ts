/** `blog __complete`, which the completion scripts call: names from the folder, one a line, and never a complaint. */
import { type Command, InvalidArgumentError } from 'commander';
import { usedNames, usedPeople } from '../../blog/usedNames.ts';
import { ExitCode, OutputClosed } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { findPosts } from '../../files/posts.ts';
import { formatPerson } from '../../post/draft/draft.ts';
import { visible } from '../../report/escape.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { openSite, readPostIndex, type SiteContext } from '../site.ts';
import { completeBash, unquoteBash } from './bashWords.ts';
import { type FolderKind, folderKinds } from './model.ts';

interface WordsOptions {
  /** The word at the cursor, as typed. */
  word: string;
  /** What bash will replace of it; then the answer is quoted for bash. */
  bash?: string;
}

/** Adds what `blog __complete` takes and does. */
export function defineCompletionWords(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    .argument('<kind>', folderKinds.join(', '), readKind)
    .argument('[before...]', 'the words before the cursor')
    .option('--word <text>', 'the word at the cursor, as typed', '')
    .option('--bash <text>', 'what bash replaces of it')
    .addHelpText(
      'after',
      '\nExamples:\n  blog __complete tags\n  blog __complete posts --word=a -- show -C elsewhere\n',
    )
    .action(async (kind: FolderKind, before: string[], options: WordsOptions) => {
      done(await printWords(kind, before, options, context()));
    });
}

function readKind(text: string): FolderKind {
  const kind = folderKinds.find((one) => one === text);
  if (kind === undefined) throw new InvalidArgumentError(`It must be one of ${folderKinds.join(', ')}.`);
  return kind;
}

async function printWords(
  kind: FolderKind,
  before: readonly string[],
  { word, bash }: WordsOptions,
  { shell, globals }: Context,
): Promise<number> {
  try {
    const typed = bash === undefined ? [...before] : before.map((one) => unquoteBash(one).text);
    const given = globalsIn(typed, shell.env['HOME']);
    const site = await openSite({ shell, globals: { ...globals, ...given, quiet: true } });
    if (isMissing(site.folder.path)) return ExitCode.found;
    // What a terminal would not show as it is, nobody could check before pressing Enter.
    const names = [...new Set(namesOf(kind, word, site))].filter((name) => name !== '' && visible(name) === name);
    const words = bash === undefined ? names : completeBash(names, word, bash);
    if (words.length > 0) shell.out(`${words.join('\n')}\n`);
    return ExitCode.done;
  } catch (error) {
    // Somebody is in the middle of a line: whatever is wrong is said when it is run.
    if (error instanceof OutputClosed) throw error;
    return ExitCode.found;
  }
}

/** The names of a kind, the commonest or newest first. */
function namesOf(kind: FolderKind, word: string, site: SiteContext): string[] {
  // A path names posts that are broken, too.
  if (kind === 'posts' && word.includes('/')) return findPosts(site.folder).map(({ file }) => file);
  const { entries } = readPostIndex(site);
  const { config } = site;
  switch (kind) {
    case 'categories':
      return [...usedNames(entries, 'category'), ...(config.categories ?? [])].map(({ name }) => name);
    case 'tags':
      return usedNames(entries, 'tag').map(({ name }) => name);
    case 'authors':
      return [...usedPeople(entries), ...Object.values(config.authors)].map(({ name }) => name);
    case 'people':
      return [...usedPeople(entries).map(({ person }) => person), ...Object.values(config.authors)].map(formatPerson);
    case 'posts':
      return entries.toSorted((a, b) => b.post.date.instant - a.post.date.instant).map(({ post }) => post.slug);
  }
}

/** The folder and config that the line speaks of so far. */
function globalsIn(
  words: readonly string[],
  home: string | undefined,
): Pick<GlobalOptions, 'dir' | 'posts' | 'config'> {
  const found: Pick<GlobalOptions, 'dir' | 'posts' | 'config'> = {};
  for (const [index, word] of words.entries()) {
    const match = /^(?:--(dir|posts|config)(?:=(.*))?|-C(.+)?)$/s.exec(word);
    if (!match) continue;
    const name = (match[1] ?? 'dir') as 'dir' | 'posts' | 'config';
    const value = match[2] ?? match[3] ?? words[index + 1];
    if (value !== undefined) found[name] = home === undefined ? value : value.replace(/^~(?=\/|$)/, () => home);
  }
  return found;
}
