/** The fields and the body of an imported post → its text. */
import { imageLines, listLines } from '../post/draft/draft.ts';
import { fieldLines } from '../post/draft/templateFields.ts';
import { formatPerson, type Person } from '../post/fields/authors.ts';
import { formatIso } from '../post/fields/date.ts';
import { parsePeople } from '../post/fields/people/people.ts';
import { plainOrQuoted, quoted } from '../post/frontmatter/yamlText.ts';
import type { ImportedFields } from './plan.ts';

/** The text of a post, with its fields in the order in which `blog new` writes them. */
export function writePostText(fields: ImportedFields, body: string): string {
  const { title, date, updated, id, slug, permalink, aliases, lang, authors, photos_by, editors } = fields;
  const { categories, tags, summary, image, comments, isDraft, status, extra } = fields;
  const lines = [
    '---',
    `title: ${quoted(title)}`,
    `date: ${formatIso(date)}`,
    ...(updated ? [`updated: ${formatIso(updated)}`] : []),
    ...(id === undefined ? [] : [`id: ${urlText(id)}`]),
    ...(slug === undefined ? [] : [`slug: ${plainOrQuoted(slug)}`]),
    ...(permalink === undefined ? [] : [`permalink: ${urlText(permalink)}`]),
    ...listLines('aliases', aliases.map(urlText)),
    ...(lang === undefined ? [] : [`lang: ${plainOrQuoted(lang)}`]),
    ...peopleLines('authors', authors),
    ...peopleLines('photos_by', photos_by),
    ...peopleLines('editors', editors),
    ...listLines('categories', categories.map(plainOrQuoted)),
    ...listLines('tags', tags.map(plainOrQuoted)),
    ...(summary === undefined ? [] : [`summary: ${quoted(summary)}`]),
    ...(image ? imageLines(image) : []),
    `comments: ${comments}`,
    ...[...extra].flatMap(([field, value]) => fieldLines(field, value)),
    `draft: ${isDraft}`,
    ...(status === undefined ? [] : [`status: ${status}`]),
    '---',
  ];
  const end = body === '' || body.endsWith('\n') ? '' : '\n';
  return `${lines.join('\n')}\n${body === '' ? '' : `\n${body}${end}`}`;
}

/** A URL without quotes where no YAML reader could take it for anything else. */
function urlText(url: string): string {
  return /^(?:https?:\/|\/[\w-])[\w./%~+?=&@-]*$/.test(url) ? url : quoted(url);
}

function peopleLines(field: string, people: readonly Person[]): string[] {
  return listLines(
    field,
    people.map((person) => personLine(person, field)),
  );
}

/** A person as one line, or as a mapping where the line would be read as a byline: “By Design”. */
function personLine(person: Person, field: string): string {
  const line = formatPerson(person);
  const [read, ...others] = parsePeople(line, field);
  const isSame = others.length === 0 && read?.name === person.name && read.role === person.role;
  if (isSame) return plainOrQuoted(line);
  return [`name: ${quoted(person.name)}`, ...(person.role === undefined ? [] : [`    role: ${person.role}`])].join(
    '\n',
  );
}
