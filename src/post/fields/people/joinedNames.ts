/** Several people in one text, “A, B and C”, unlike one with a comma or an “and” in a job title or organisation. */
import { bracketedRole, type Person, parsePerson } from '../authors.ts';

/** Brackets, within which nothing is separated; or what stands between names, from its first visible character on. */
const separators = /\([^()]*\)|<[^<>]*>|,\s*(?:(?:and|&)\s+)?|[;·|•、/\n]|(?<=\s)(?:and|&|\+|und|et|ac)\s+/giu;

const organisation =
  /(?:^|[\s(])(?:academy|association|centre|center|college|committee|community|council|departments?|dept|division|faculty|foundation|group|institute|lab|laboratory|library|network|office|organisation|organization|partnership|programme|program|project|school|services|society|studio|team|trust|union|unit|university|sciences?|studies|management|engineering|ltd|inc)(?=$|[\s,)])/iu;

const jobTitle =
  /^(?:(?:senior|junior|deputy|acting|visiting|former|vice|chief|head|dean|director|chair|year|level)[\s-]|(?:ph\.?d|ed\.?d|m\.?phil|[bm]\.?(?:a|sc|ed|eng)|mba|hons|jr|sr|esq|ceo|cto)\b|(?:dr|prof|mr|mrs|ms|mx|rev)\.?$)|(?:^|\s)(?:adviser|advisor|administrator|alumn[aiu]s?|ambassador|analyst|artist|assistant|author|candidate|consultant|coordinator|co-ordinator|curator|designer|developer|director|editor|engineer|fellow|founder|graduate|intern|leader|lecturer|librarian|manager|member|officer|partner|photographer|postgraduate|professor|representative|researcher|scientist|specialist|staff|student|teacher|technician|tutor|undergraduate|writer)(?=$|\s+(?:of|in|at|for|to|on|and)\s)/iu;

/** In capitals, beside words that are not: `NCSU Analytics`. */
const acronym = /^(?=.*\p{Ll}{2})(?:.*\s)?\p{Lu}{3,}(?=$|\s)/u;

const particle = /^(?:al|ap|bin|d|da|de|del|della|den|der|di|dos|du|el|la|le|ten|ter|van|von|y|zu)$/iu;

/** The names in a text, as written: “A, B and C” → three; “A, Senior Lecturer” and “Centre for X and Y” → one. */
export function splitNames(text: string): string[] {
  // A URL has slashes of its own.
  if (text.includes('://')) return [text.trim()];
  const spans: { start: number; end: number }[] = [];
  let [start, between] = [0, ''];
  const add = (end: number): void => {
    const part = text.slice(start, end).trim();
    const last = spans.at(-1);
    if (part === '' || part === 'and') return;
    if (last && belongsTo(text.slice(last.start, last.end).trim(), between, part)) last.end = end;
    else spans.push({ start, end });
  };
  for (const { 0: match, index } of text.matchAll(separators)) {
    if (/^[(<]/.test(match)) continue;
    add(index);
    [start, between] = [index + match.length, match];
  }
  add(text.length);
  return spans.map((span) => text.slice(span.start, span.end).trim());
}

/** Whether a part of a text says more about the name before it: a job title, an organisation, or the rest of its name. */
function belongsTo(before: string, between: string, part: string): boolean {
  if (/[,;/|]/.test(between)) {
    return !/and|&/i.test(between) && [jobTitle, organisation, acronym].some((pattern) => pattern.test(part));
  }
  if (!organisation.test(before) && !jobTitle.test(before)) return false;
  return !isFullName(parsePerson(part)) || /\s(?:of|for|in)\s/iu.test(before.slice(before.lastIndexOf(',') + 1));
}

/** Whether a name is a person’s first and last name, to all appearance. */
export function isFullName({ name, role, email }: Person): boolean {
  if (role !== undefined || email !== undefined) return true;
  const words = name
    .replace(/\([^()]*\)$/u, '')
    .trim()
    .split(/\s+/u);
  return (
    words.length > 1 &&
    words.length <= 5 &&
    words.every((word) => isCapitalised(word) || particle.test(word)) &&
    !organisation.test(name) &&
    !jobTitle.test(name) &&
    !/^(?:the|a|an|our|all|various)\s/iu.test(name)
  );
}

/** Whether a name is a group’s beside those of people: “the Partnership team”. */
function isTeam(name: string): boolean {
  return /^(?:the|our)\s/iu.test(name) && organisation.test(name);
}

/** In scripts without capitals every letter will do. */
function isCapitalised(word: string): boolean {
  return /^["'’(]?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’)-]*$/u.test(word);
}

/** Whether a text is a job title, which people put where a role belongs. */
export function isJobTitle(text: string): boolean {
  return jobTitle.test(text);
}

/**
 * The parts of a text that reads as several people; undefined for any other. `isKnown` tells whether somebody of that name
 * writes elsewhere: then their first name alone is enough, and of the others, too. “Example, Ada” is one person, and so is
 * “van der Example, Ada”.
 */
export function joinedPeople(text: string, isKnown: (name: string) => boolean): string[] | undefined {
  const names = splitNames(/^\(([^()]+)\)$/.exec(text.trim())?.[1] ?? text).map((name) => bracketedRole(name) ?? name);
  if (names.length < 2) return undefined;
  const people = names.map(parsePerson);
  const hasRole = people.slice(0, -1).some(({ role, email }) => role !== undefined || email !== undefined);
  const [surname = '', given = ''] = names;
  const isSurname = surname
    .split(/\s+/u)
    .slice(0, -1)
    .every((word) => particle.test(word));
  const isSurnameFirst = names.length === 2 && text.includes(',') && isSurname && !/\s/u.test(given);
  const isSure = !isSurnameFirst && (hasRole || people.some(({ name }) => isKnown(name)));
  const isPerson = (person: Person): boolean =>
    isKnown(person.name) || isFullName(person) || (isSure && isCapitalised(person.name));
  if (isSurnameFirst && !people.every(({ name }) => isKnown(name))) return undefined;
  const [some, teams] = [people.filter(isPerson), people.filter(({ name }) => isTeam(name))];
  return some.length > 0 && some.length + teams.length === people.length ? names : undefined;
}

/** As `joinedPeople`, of a text that should name one person: beside an “and” first names are enough. */
export function peopleInOne(text: string, isKnown: (name: string) => boolean): string[] | undefined {
  const isPerson = (name: string): boolean => isKnown(name) || /^\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*$/u.test(name);
  return joinedPeople(text, isKnown) ?? (/[,;·|•、/\n]/.test(text) ? undefined : joinedPeople(text, isPerson));
}
