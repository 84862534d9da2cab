/** Parsers of option values that several commands share. */
import { InvalidArgumentError, Option } from 'commander';
import { UserError } from '../errors.ts';
import { canonicalLanguage } from '../post/fields/language.ts';

/** The values of a repeatable option so far, with one more. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** A whole number, 0 or more. Throws InvalidArgumentError. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('use a whole number, 0 or more');
  return Number(value);
}

/** A language tag. Throws InvalidArgumentError. */
export function language(value: string): string {
  const tag = canonicalLanguage(value);
  if (tag === undefined) throw new InvalidArgumentError('use a language code, such as en, en-GB or cy');
  return tag;
}

/** The language tags so far, with one more. Throws InvalidArgumentError. */
export function collectLanguages(value: string, before: string[] | undefined): string[] {
  return collect(language(value), before);
}

/** `-n, --limit`, by default 0; the description says that it stands for all. */
export function limitOption(description: string): Option {
  return new Option('-n, --limit <number>', description).argParser(wholeNumber).default(0, '');
}

/** The years so far, with one more of four digits. Throws InvalidArgumentError. */
export function collectYears(value: string, before: string[] | undefined): string[] {
  if (!/^\d{4}$/.test(value)) throw new InvalidArgumentError('use four digits, such as 2024');
  return collect(value, before);
}

/** The months so far, with one more, `2024-05`. Throws InvalidArgumentError. */
export function collectMonths(value: string, before: string[] | undefined): string[] {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(value))
    throw new InvalidArgumentError('use a year and a month, such as 2024-05');
  return collect(value, before);
}

/** A repeatable option whose values, in any case, are among these. */
export function repeatableChoice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).argParser((value, before: string[] | undefined) => {
    const choice = value.toLowerCase();
    if (!choices.includes(choice)) throw new InvalidArgumentError(`choose from ${choices.join(', ')}`);
    return collect(choice, before);
  });
}

/** A parser for an option that may be given only once, where a second value would silently replace the first. */
export function once(flag: string): (value: string, before: string | undefined) => string {
  return (value, before) => {
    if (before !== undefined) throw new UserError(`${flag} can be given only once`);
    return value;
  };
}

/** `--format`, by default `preset`. */
export function formatOption(formats: readonly string[], preset: string): Option {
  return new Option('--format <format>', 'output format').choices(formats).default(undefined, preset);
}

/** `--json`, wherever there is `--format json`. */
export function jsonOption(): Option {
  return new Option('--json', 'the same as --format json');
}

/** What `--format` and `--json` ask for; undefined without either. Throws UserError if they contradict one another. */
export function readFormat<T extends string>({ format, json }: { format?: T; json?: boolean }): T | 'json' | undefined {
  if (!json) return format;
  if (format === undefined || format === 'json') return 'json';
  throw new UserError(`--json cannot be used with --format ${format}`);
}
