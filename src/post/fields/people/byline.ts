/** Bylines: sentences that say who wrote a post and who took its photos. */
import { type Person, parsePerson } from '../authors.ts';
import { isFullName, splitNames } from './joinedNames.ts';

const label =
  /(?<![\p{L}\p{M}])((?:text|words|story) (?:and|&) (?:photo(?:graph)?s|photography|pictures|images)|(?:photo(?:graph)?s|photography|pictures|images) (?:and|&) (?:text|words|story)|written and photographed|written|story|text|words|photography|photographed|photo(?:graph)?s?|pictures|images|by)(?:\s+by(?![\p{L}\p{M}])|\s*:)\s*/giu;

/** Who wrote a post, and who took its photographs. */
export interface Credits {
  authors: Person[];
  photos_by: Person[];
}

/** The people of a text that begins like a byline: “By A”, “Text and photos by A”. Undefined for any other. */
export function parseCredits(text: string): Credits | undefined {
  const plain = text.trim();
  // Most names begin differently, which is quicker to tell.
  if (!/^(?:by|text|words|story|written|photo|pictures|images)/i.test(plain)) return undefined;
  if (!/^by\s+\S/i.test(plain) && plain.search(label) !== 0) return undefined;
  const credits = parseByline(plain);
  return credits.authors.length + credits.photos_by.length > 0 ? credits : undefined;
}

/** Reads “Text and photos by A”, “Words: A, photos: B and C”, “By A”, or a bare name. */
export function parseByline(text: string): Credits {
  const plain = text.trim().replace(/^by\s+/iu, 'by: ');
  const labels = [...plain.matchAll(label)];
  if (labels.length === 0) return { authors: peopleOf(plain), photos_by: [] };
  const [authors, photosBy]: [Person[], Person[]] = [[], []];
  for (const [index, match] of labels.entries()) {
    const names = peopleOf(plain.slice(match.index + match[0].length, labels[index + 1]?.index));
    const what = (match[1] ?? '').toLowerCase();
    const photos = /photo|picture|image/.test(what);
    if (!photos || / (?:and|&) /.test(what)) authors.push(...names);
    if (photos) photosBy.push(...names);
  }
  return { authors, photos_by: photosBy };
}

/** A sentence may end with a full stop. */
function peopleOf(text: string): Person[] {
  return splitNames(text).map((name) => parsePerson(name.replace(/\.$/u, '')));
}

/** A longer paragraph says more than who wrote or took something. */
const longestCredit = 200;

/** `Photo: the round table`, `Figure 2: …`, `Image courtesy of …`, `© …`. */
const captionStart =
  /^(?:(?:photo(?:graph)?|picture|image|illustration|figure|fig\.)s?(?: \d+| credits?)?\s*:|(?:photo(?:graph)?|picture|image|illustration)s? courtesy of(?![\p{L}\p{M}])|©)/iu;

/** `Six people at a table. Photo: Ada Example`. */
const captionEnd =
  /(?<![\p{L}\p{M}])(?:photo(?:graph)?|picture|image|illustration)s?(?:\s+by\s|\s*:)([^.:]+)[.)\]]*$/iu;

/** Whether a paragraph only credits people or describes an image, so that it says nothing of what the text is about. */
export function isCredit(text: string, isKnown: (name: string) => boolean): boolean {
  const plain = text.trim();
  if (plain.length > longestCredit) return false;
  const arePeople = (people: readonly Person[]): boolean =>
    people.length > 0 && people.every((person) => isKnown(person.name) || isFullName(person));
  const credits = parseCredits(plain);
  if (credits && arePeople([...credits.authors, ...credits.photos_by])) return true;
  if (captionStart.test(plain)) return true;
  const [, names] = captionEnd.exec(plain) ?? [];
  return names !== undefined && arePeople(peopleOf(names.trim()));
}
