/** Parsers of option values that several commands share. */
import { InvalidArgumentError, Option } from 'commander';
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

/** A year of four digits. Throws InvalidArgumentError. */
export function year(value: string): number {
  if (!/^\d{4}$/.test(value)) throw new InvalidArgumentError('use four digits, such as 2024');
  return Number(value);
}
