/** Text with spaces that was typed without quotes, of which the shell makes several words. */
import type { Command, Option } from 'commander';
import { shellQuoted } from '../post/shellWord.ts';
import { visible } from '../report/escape.ts';

/** Words in a row: the value of an option and what follows it, or arguments. */
interface Run {
  option?: Option;
  words: string[];
}

/**
 * What to type instead, if words follow the value of an option that may be a text: `--since "3 weeks ago"`. Undefined
 * if none do. `example` is a command line up to an argument: all the words may be that argument.
 */
export function quotedOptions(command: Command, example?: string): string | undefined {
  const runs = splitRuns(command);
  const [first, ...others] = runs.filter(({ option, words }) => option && words.length > 1);
  if (!first) return undefined;
  const plain = runs.filter(({ option }) => !option);
  if (example !== undefined && others.length === 0 && plain.length === 0) {
    const argument = `${example} ${quote(first.words.slice(1))}`;
    return `put text with spaces in quotes: ${argument} or ${quoteRun(first)}`;
  }
  const runsToQuote = [...plain.filter(({ words }) => words.length > 1), first, ...others];
  return `put text with spaces in quotes: ${runsToQuote.map(quoteRun).join(', ')}`;
}

function quoteRun({ option, words }: Run): string {
  return option ? `${option.long ?? option.short} ${quote(words)}` : quote(words);
}

/** The words as one text in quotes, to be pasted: in single ones where a shell would run or expand what is in double ones. */
export function quote(words: readonly string[]): string {
  return shellQuoted(words.map(visible).join(' '));
}

/** The command line in runs, without the names of the commands. */
function splitRuns(command: Command): Run[] {
  const chain: Command[] = [];
  for (let one: Command | null = command; one; one = one.parent) chain.unshift(one);
  const options = chain.flatMap((one) => one.options);
  // commander keeps what was typed at the program only.
  const { rawArgs: typed = [] } = chain[0] as unknown as { rawArgs?: readonly string[] };
  let names = chain.length - 1;
  const runs: Run[] = [];
  let isContinued = false;
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at] ?? '';
    if (/^-./.test(word)) {
      const { option, value = typed[++at] } = readOption(word, options);
      isContinued = option !== undefined && isText(option);
      if (isContinued) runs.push({ ...(option && { option }), words: [value ?? ''] });
    } else if (names > 0) {
      names--;
      isContinued = false;
    } else if (isContinued) runs.at(-1)?.words.push(word);
    else {
      runs.push({ words: [word] });
      isContinued = true;
    }
  }
  return runs;
}

/** The option that a word begins, and the value that the word holds: none where the next word is the value. */
function readOption(word: string, options: readonly Option[]): { option?: Option; value?: string } {
  for (const option of options) {
    const { long, short, required } = option;
    if (word === long || word === short) return required ? { option } : { value: '' };
    if (required && long !== undefined && word.startsWith(`${long}=`)) {
      return { option, value: word.slice(long.length + 1) };
    }
    if (required && short !== undefined && !word.startsWith('--') && word.startsWith(short)) {
      return { option, value: word.slice(short.length) };
    }
  }
  return { value: '' };
}

/** Whether the value may contain spaces: it is a name, a date in words or the like. */
function isText({ flags, argChoices }: Option): boolean {
  return !argChoices && /<(?:name|text|date|title|post|path|dir|file)>$/.test(flags);
}
