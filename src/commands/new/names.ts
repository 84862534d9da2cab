/** Several names in one line: asked for, and taken apart. */
import { nameInUse, type UsedName } from '../../blog/usedNames.ts';
import { parsePerson } from '../../post/fields/authors.ts';
import { joinedPeople, peopleInOne, splitNames } from '../../post/fields/people/joinedNames.ts';
import { lineProblem } from '../../post/frontmatter/yamlText.ts';
import { visible } from '../../report/escape.ts';
import type { Asker } from '../prompt/prompt.ts';
import { isNameless, showsNothing } from '../textArgument.ts';
import { quote } from '../unquoted.ts';

/**
 * The names in a text without semicolons; `isOnly`: there were none in the whole line. Where `isSure` is false, they may
 * as well be one name (“Ada, Ben”), and the user is asked.
 */
type Split = (text: string, isOnly: boolean) => { names: readonly string[]; isSure: boolean };

interface NamesQuestion {
  split: Split;
  /** What is wrong with a line, besides what no line may have. */
  check?: (line: string) => string | undefined;
  /** What was typed already, which answers the question. */
  typed?: string;
  /** Names that are there to be edited. */
  present?: readonly string[];
}

/** Asks for names in one line, and returns each once. */
export async function askNames(asker: Asker, message: string, question: NamesQuestion): Promise<string[]> {
  const { split, typed = '', present = [] } = question;
  // With a semicolon, commas belong to the names: “Ada, Countess”.
  const text = present.some((name) => name.includes(',')) ? `${present.join('; ')};` : present.join(', ');
  const check = (line: string): string | undefined => lineProblem(line) ?? question.check?.(line);
  const isAnswered = typed !== '' && check(typed) === undefined;
  const answer = isAnswered ? typed : await asker.line(message, { text: typed || text, check });
  const isOnly = !answer.includes(';');
  const names: string[] = [];
  for (const part of partsOf(answer, ';')) {
    const found = present.includes(part) ? { names: [part], isSure: true } : split(part, isOnly);
    names.push(...(found.isSure ? found.names : await askWhether(asker, part, found.names)));
  }
  return [...new Set(names)];
}

function partsOf(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => !showsNothing(part));
}

async function askWhether(asker: Asker, whole: string, names: readonly string[]): Promise<readonly string[]> {
  const several = names.map((name) => `“${visible(name)}”`).join(', ');
  return asker.one(`“${visible(whole)}”: is that ${names.length} names, or one?`, [
    { name: `${names.length} names: ${several}`, short: `${names.length} names`, value: names },
    { name: `One name: “${visible(whole)}”`, short: 'one name', value: [whole] },
  ]);
}

/** The names in a text that a comma or semicolon separates. */
export function separatedNames(text: string): string[] {
  return partsOf(text.replaceAll(';', ','), ',');
}

/** Splits at commas, but not within a name that is known. Beside semicolons, a comma may belong to a name. */
export function splitCategories(known: readonly UsedName[]): Split {
  return (text, isOnly) => {
    const names = nameInUse(text, known) === undefined ? partsOf(text, ',') : [text];
    return { names, isSure: isOnly || names.length <= 1 };
  };
}

/** How to give several people as values of `flag`, if a text that should name one joins them. */
export function severalPeople(flag: string, text: string, known: readonly UsedName[]): string | undefined {
  const isKnown = (name: string): boolean => nameInUse(name, known) !== undefined;
  return isKnown(parsePerson(text).name) ? undefined : severalHint(flag, text, peopleInOne(text, isKnown));
}

/** What is wrong with a line that has a role without a name. */
export function checkPeople(line: string): string | undefined {
  const nameless = line.split(/[,;]/).find(isNameless);
  return nameless === undefined ? undefined : `write a name before ${visible(nameless.trim())}`;
}

/** Splits as the rule `authors-joined` reads several people in one text. */
export function splitPeople(known: readonly UsedName[]): Split {
  const isKnown = (name: string): boolean => nameInUse(name, known) !== undefined;
  return (text, isOnly) => {
    const joined = isKnown(parsePerson(text).name) ? [text] : joinedPeople(text, isKnown);
    if (joined) return { names: joined, isSure: true };
    // Between semicolons it is a name like “Ada, Countess”.
    if (!isOnly || !text.includes(',')) return { names: [text], isSure: true };
    const [parts, people] = [partsOf(text, ','), splitNames(text)];
    return {
      names: people.length > 1 ? people : parts,
      isSure: parts.length <= 1 || (people.length > 2 && people.length === parts.length),
    };
  };
}

/** How to give these names, which were one, as values of an option; undefined if they are one name. */
export function severalHint(flag: string, whole: string, names: readonly string[] = []): string | undefined {
  if (names.length < 2) return undefined;
  const values = names.map((name) => `${flag} ${quote([name])}`).join(' ');
  return `“${visible(whole)}” is read as a single name; for several, write ${values}`;
}
