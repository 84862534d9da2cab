/** What is surely known of the id and the URL of a post that cannot be listed, so that a clash with another shows at once. */
import type { Fault } from '../diagnostic.ts';
import { conflictLine } from './faults/conflicts.ts';
import { type PostDate, parseDate } from './fields/date.ts';
import { type FieldReading, type FieldSettings, type Fields, readFields } from './fields/fields.ts';
import type { PathLanguage } from './fields/language.ts';
import { type FieldName, fieldOf, foldKey } from './fields/names.ts';
import { readFileName } from './fields/slug.ts';
import type { Mapping } from './frontmatter/mapping.ts';
import { parseYaml } from './frontmatter/yaml.ts';

/** The fields on which the id and the URL of a post depend. */
const deciding = ['id', 'slug', 'permalink', 'date', 'published', 'lang', 'categories'] as const satisfies FieldName[];

export interface Identity extends Pick<Fields, 'id' | 'permalink' | 'lang' | 'categories'> {
  slug: string;
  /** The language that its path names. */
  pathLang: string | undefined;
  /** Undefined if it is unknown. */
  date: PostDate | undefined;
  /** The fields whose values are not those that the post will have. */
  unsure: readonly FieldName[];
}

type Read = Pick<FieldReading, 'fields' | 'keys' | 'faults'>;

/** The identity that the fields of an invalid post give it; `path` may provide its slug and its date. */
export function identityOf(
  { fields, keys, faults }: Read,
  path: string,
  { timeZone }: FieldSettings,
  language: PathLanguage | undefined,
): Identity {
  const { id, permalink, lang = language?.lang, categories } = fields;
  const name = readFileName(path);
  const unsure = faults.flatMap((fault) => fieldOfError(fault) ?? []);
  const day = keys.date === undefined && name.day !== undefined ? parseDate(name.day, timeZone) : undefined;
  const isDated = !unsure.includes('date') && !unsure.includes('published');
  const date = isDated ? (fields.date ?? day) : undefined;
  return { id, permalink, lang, categories, slug: fields.slug ?? name.slug, pathLang: language?.lang, date, unsure };
}

function fieldOfError({ place, level }: Fault): FieldName | undefined {
  return 'path' in place && level !== 'warn' ? fieldOf(String(place.path[0])) : undefined;
}

/** The same for front matter that YAML cannot read as a whole: its deciding fields are read one by one. */
export function writtenIdentity(
  yaml: string,
  path: string,
  settings: FieldSettings,
  language: PathLanguage | undefined,
): Identity | undefined {
  if (conflictLine.test(yaml)) return undefined;
  const data: Mapping = {};
  const unread: FieldName[] = [];
  for (const block of yaml.split(/^(?=[^\s#-])/m)) {
    const key = /^(["']?)([\w-]+)\1[ \t]*:/.exec(block)?.[2] ?? '';
    const field = deciding.find((name) => name === fieldOf(key));
    if (field === undefined) continue;
    const parsed = parseYaml(block);
    const isDouble = Object.keys(data).some((other) => foldKey(other) === foldKey(key));
    if ('fault' in parsed || isDouble) unread.push(field);
    else Object.assign(data, parsed.data);
  }
  const identity = identityOf(readFields(data, settings), path, settings, language);
  const isDated = !unread.includes('date') && !unread.includes('published');
  return { ...identity, ...(!isDated && { date: undefined }), unsure: [...identity.unsure, ...unread] };
}
