/** The people of an item: accounts and guest authors by their names, never by e-mail address; and its closing byline. */
import {
  distinctPeople,
  formatPerson,
  isOnlyEmail,
  joinNames,
  type Person,
  parsePerson,
  roles,
} from '../../post/fields/authors.ts';
import { type Credits, parseCredits } from '../../post/fields/people/byline.ts';
import { foldName } from '../../post/fields/slug.ts';
import { decodePath } from '../../post/relativePath.ts';
import type { ExportAuthor, ExportIndex, ExportItem, Loss } from '../types.ts';
import { firstLine, htmlToLine, lastLine } from './texts.ts';

/** Who wrote an item and who took its photos. */
export function readPeopleOf(item: ExportItem, index: ExportIndex): Credits & { losses: Loss[] } {
  const [losses, ofAccounts]: [Loss[], Loss[]] = [[], []];
  const report = (what: string): void => void ofAccounts.push({ kind: 'author', what, count: 1 });
  const terms = item.terms.filter(({ domain, nicename }) => domain === 'author' && nicename !== '');
  const accounts = distinctPeople(
    terms.length > 0
      ? terms.flatMap(({ nicename, name }) => coAuthor(nicename, name, index, report))
      : creatorOf(item.creator, index, report),
  );
  const credits = closingCredits(item.content);
  const named = credits?.authors ?? [];
  const { photos_by = [] } = credits ?? {};
  // “By Popular Demand” may begin a text, so that what stands there is for people to decide.
  const said = named.length > 0 ? named : openingAuthors(item.content);
  const names = [...said, ...photos_by].map(({ name }) => foldName(name));
  const others = accounts.filter(({ name }) => !names.includes(foldName(name)));
  if (said.length > 0 && others.length > 0) {
    const where = named.length > 0 ? 'says' : 'begins';
    const what = `account of ${joinNames(others)}; the text ${where} “by ${joinNames(said)}”`;
    losses.push({ kind: 'author', what, count: 1 });
  }
  // What its account is called matters only where that is the name of the author.
  if (named.length > 0) return { authors: named, photos_by, losses };
  return { authors: accounts, photos_by, losses: [...ofAccounts, ...losses] };
}

/** The person of `dc:creator`. */
function creatorOf(login: string, { site }: ExportIndex, report: (what: string) => void): Person[] {
  if (login.trim() === '') {
    report('no author');
    return [];
  }
  const account = accountOf(login, site.authors);
  if (account) return nameOf(account, report);
  report(`not among the authors of the export, so that the login is the name: “${shown(login)}”`);
  return personOf(login);
}

/** A co-author: `cap-` and the login of an account or the slug of a guest author. */
function coAuthor(
  nicename: string,
  name: string,
  { site, guests }: ExportIndex,
  report: (what: string) => void,
): Person[] {
  const slug = decodePath(nicename).replace(/^cap-/, '');
  // The slug and the name of the term come from the login of the guest author, which may have spaces.
  const guest = [slug, nicename.replace(/^cap-/, ''), name.replace(/^cap-/, '')]
    .map((key) => guests.get(key))
    .find((found) => found !== undefined && found.trim() !== '');
  if (guest !== undefined) return personOf(guest);
  const account = accountOf(slug, site.authors) ?? accountOf(name, site.authors);
  if (account) return nameOf(account, report);
  const isName = /\s/.test(name.trim()) && !name.includes('@');
  if (!isName)
    report(`co-author not among the authors of the export, so that the login is the name: “${shown(name || slug)}”`);
  return personOf(name || slug);
}

function accountOf(login: string, authors: readonly ExportAuthor[]): ExportAuthor | undefined {
  const plain = login.trim().toLowerCase();
  // In a slug, WordPress writes a hyphen for what else a login has.
  const slug = plain.replace(/[^\p{L}\p{N}_]+/gu, '-');
  return (
    authors.find((author) => author.login.trim().toLowerCase() === plain) ??
    authors.find(
      (author) =>
        author.login
          .trim()
          .toLowerCase()
          .replace(/[^\p{L}\p{N}_]+/gu, '-') === slug,
    )
  );
}

/** The name that an account shows; its first and last name where it shows a login or an e-mail address. */
function nameOf(account: ExportAuthor, report: (what: string) => void): Person[] {
  const display = htmlToLine(account.displayName);
  const full = htmlToLine(`${account.firstName} ${account.lastName}`);
  const isLogin =
    display === '' || isOnlyEmail(display) || display.toLowerCase() === account.login.trim().toLowerCase();
  if (!isLogin) return personOf(display);
  if (full !== '') return personOf(full);
  report(`no other name than the login: “${shown(display || account.login)}”`);
  return personOf(display || account.login);
}

/** More than any name has; what follows is not read. */
const longestName = 1001;

/** A text as a person, without any e-mail address. */
function personOf(text: string): Person[] {
  const { name, role } = parsePerson(htmlToLine(text).slice(0, longestName));
  // What is left of `Ada <ada@example.org> ada@example.org` has one, too.
  const plain = name
    .split(' ')
    .map((word) => word.split('@')[0])
    .join(' ')
    .trim();
  if (plain === '') return [];
  return [parsePerson(formatPerson(role === undefined ? { name: plain } : { name: plain, role }))];
}

/** A login for a report, without the domain of an e-mail address. */
function shown(login: string): string {
  return htmlToLine(login).replace(/@.*$/, '');
}

const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
const dateAfter = new RegExp(
  `(?:,?\\s+|,)\\(?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:${months})?,?\\s*\\d{4}\\)?\\.?$`,
  'i',
);

/** “Photo:” alone begins a caption, and “By” any sentence. */
const beginsByline =
  /^(?:text|words|story|written|photo(?:graph)?s|photography|pictures|images|photo(?:graph(?:ed)?)? by)(?![\p{L}\p{M}])/iu;

/** Such a word before “by”, a colon, an entity or what joins it with another, whatever markup is between. */
const mayHaveByline =
  /(?:text|words|story|written|photo(?:graph(?:s|y|ed)?|s)?|pictures|images)(?:[^\p{L}\p{N}<&:]|<[^<>]*>)*(?:by|and|&|:)/iu;

/** The people of a byline that closes a text, such as “Text and photos by Ada Example, June 2018”. */
export function closingCredits(content: string): Credits | undefined {
  // Few texts have one, which is quicker to tell.
  if (!mayHaveByline.test(content.slice(-4000))) return undefined;
  const line = lastLine(content).replace(dateAfter, '');
  if (line.length > 200 || !beginsByline.test(line)) return undefined;
  const credits = parseCredits(line);
  if (!credits) return undefined;
  const found = { authors: credits.authors.map(withoutDetails), photos_by: credits.photos_by.map(withoutDetails) };
  return [...found.authors, ...found.photos_by].every(({ name }) => isName(name)) ? found : undefined;
}

/** Tags, comments and shortcodes, and a first word that cannot begin a byline. */
const otherBeginning =
  /^((?:\s|<(?:[^!<>"']|"[^"]*"|'[^']*')+>|<!--[^<>]*-->|\[[^\][]*\])*)(?!(?:by|text|words|story|written)(?!\p{L}))\p{L}+[\s\d.,:;!?'’-]/iu;

/** The people of a line “By A and B” that a text begins with. */
function openingAuthors(content: string): Person[] {
  const [beginning, markup = ''] = otherBeginning.exec(content.slice(0, 4000)) ?? [];
  // Most texts begin with another word, unless their markup hides it, which is quicker to tell.
  if (beginning !== undefined && !/hidden|style|script/i.test(markup)) return [];
  const line = firstLine(content).replace(dateAfter, '');
  if (line.length > 200 || !/^(?:by|(?:text|words|story|written)\b.*\bby)\s|^(?:text|words|story):/iu.test(line))
    return [];
  const people = (parseCredits(line)?.authors ?? []).map(withoutDetails);
  return people.every(({ name }) => /\s/.test(name) && isName(name)) ? people : [];
}

/** A person without what a byline says of them: “Ada Example (second-year Law student)”, “Ada Example, PhD student”. */
function withoutDetails(person: Person): Person {
  const [, name, details] = /^([^(),]*[^(),\s])(?:,\s*|\s*\()([^()]+)\)?$/u.exec(person.name) ?? [];
  if (name === undefined || details === undefined) return person;
  const role = roles.find((one) => new RegExp(`(?<![\\p{L}\\p{M}])${one}$`, 'iu').test(details.trim()));
  return role === undefined ? { ...person, name } : { name, role };
}

/** What stands before the name of who made an image, in the languages that have it alike, and in a few others. */
const makerLabel =
  /(?:^|[\s(])(?:f?foto\p{L}*|photo\p{L}*|fot\.|bild\p{L}*|images?|pictures?|illustrations?|llun(?:iau)?|kuva|source|quelle|kilde|källa|bron|写真|撮影)(?:\sby\s+\S|(?:\s?[:：]|\s(?:von|par|av|af|door|gan)\s)\s*(\S))/iu;

/** Whether the caption of an image says who made it: “© Ada Example”, “Photo by Ada Example”, “Foto: Ada Example”. */
export function namesMaker(caption: string): boolean {
  if (/©|\(c\)|copyright|credits?\b|courtesy/i.test(caption)) return true;
  const label = makerLabel.exec(caption);
  // A description begins with a small letter: “Photo: the lake”.
  if (label && !/\p{Ll}/u.test(label[1] ?? '')) return true;
  const [, name] = /^\p{L}+(?: \p{L}+)?\s?:\s*(\p{Lu}[^:]*)$/u.exec(caption) ?? [];
  return name !== undefined && isName(name.replace(/[).]+$/, ''));
}

/** Whether a text may be a name: words with capitals, or of a script without them. */
function isName(text: string): boolean {
  const small = /^(?:al|bin|d|da|de|del|della|den|der|di|dos|du|el|la|le|of|ten|ter|the|van|von|y|zu)$/iu;
  const words = text.split(/\s+/u);
  return (
    words.length <= 6 && words.every((word) => small.test(word) || !/^[\p{Ll}\d]/u.test(word)) && !/[.!?]\s/.test(text)
  );
}
