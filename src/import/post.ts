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
  const { categories, tags, summary, image, comments } = fields;
  const lines = [
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
    ...extraLines(fields),
    ...statusLines(fields),
  ];
  return withBody(lines, body);
}

/** The lines of what `--meta` carries. */
export function extraLines({ extra }: ImportedFields): string[] {
  return [...extra].flatMap(([field, value]) => fieldLines(field, value));
}

/** The lines that say whether, and until when, readers may see it. */
export function statusLines({ expires, isDraft, status }: ImportedFields): string[] {
  const until = expires === undefined ? [] : [`expires: ${formatIso(expires)}`];
  return [...until, `draft: ${isDraft}`, ...(status === undefined ? [] : [`status: ${status}`])];
}

/** A text of these lines of front matter and a body. */
export function withBody(lines: readonly string[], body: string): string {
  const end = body === '' || body.endsWith('\n') ? '' : '\n';
  return `---\n${lines.join('\n')}\n---\n${body === '' ? '' : `\n${body}${end}`}`;
}

/** A URL without quotes where no YAML reader could take it for anything else. */
export function urlText(url: string): string {
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
