/** Checks the people of a post by what else is known of them: joined names, unknown roles, addresses. */
import type { Config } from '../blog/config/config.ts';
import type { Fault, Path } from '../diagnostic.ts';
import {
  bracketedRole,
  isOnlyEmail,
  isRole,
  type Person,
  parsePerson,
  resolvePerson,
  roles,
} from '../post/fields/authors.ts';
import { fieldsOf } from '../post/fields/names.ts';
import { parseCredits } from '../post/fields/people/byline.ts';
import { isJobTitle, joinedPeople } from '../post/fields/people/joinedNames.ts';
import { partKey } from '../post/fields/people/people.ts';
import { foldName } from '../post/fields/slug.ts';
import { isMapping } from '../post/frontmatter/mapping.ts';
import { listItem, plainOrQuoted } from '../post/frontmatter/yamlText.ts';
import { nearest, suggest } from '../post/nearest.ts';
import type { PostReading } from '../post/post.ts';
import { abridge } from '../post/text.ts';
import { meantName } from './valueText.ts';

/** People at a place in front matter, and the text that names them, itself or as part of a mapping. */
interface Naming {
  names: string[];
  text?: string;
  isPart?: true;
  path: Path;
}

const peopleFields = fieldsOf('people') as ('authors' | 'photos_by')[];

/** All people of a post, as the config names them. */
export function namingsOf({ fields, keys, data }: PostReading, registry: Config['authors']): Naming[] {
  if (!fields || !keys || !data) return [];
  // Quotation marks around it all hide a role from the reader of the field.
  const nameOf = (person: Person): string => parsePerson(meantName(resolvePerson(person, registry).name)).name;
  return peopleFields.flatMap((field): Naming[] => {
    const key = keys[field];
    if (key === undefined) {
      const names = keys.byline === undefined ? [] : fields[field].map(({ name }) => name);
      return names.length > 0 ? [{ names, path: [String(keys.byline)] }] : [];
    }
    const value = data[key];
    const items: [Path, unknown][] = Array.isArray(value)
      ? value.map((one, index) => [[key, index], one])
      : [[[key], value]];
    return items.flatMap(([path, item]): Naming[] => {
      if (typeof item === 'string') return [{ names: peopleOf(item).map(nameOf), text: item.trim(), path }];
      const part = isMapping(item) ? partKey(item, 'name') : undefined;
      const name = isMapping(item) && part !== undefined ? item[part] : undefined;
      if (part === undefined || typeof name !== 'string') return [];
      return [{ names: [nameOf(parsePerson(name))], text: name.trim(), isPart: true, path: [...path, part] }];
    });
  });
}

function peopleOf(text: string): Person[] {
  const credits = parseCredits(text);
  if (credits) return [...credits.authors, ...credits.photos_by];
  return text.trim() === '' ? [] : [parsePerson(text)];
}

/** Adds to each reading the faults of its people that only the other posts and the config show. */
export function checkPeople(readings: readonly PostReading[], config: Config): void {
  const registry = config.authors;
  const registered = new Set(
    Object.entries(registry)
      .flatMap(([key, { name }]) => [key, name])
      .map(foldName),
  );
  const namings = readings.map((reading) => namingsOf(reading, registry));
  const known = new Set(registered);
  for (const { names } of namings.flat()) for (const name of names) known.add(foldName(name));
  for (const [at, reading] of readings.entries()) {
    const own = namings[at] ?? [];
    for (const [index, naming] of own.entries()) {
      reading.faults.push(
        ...checkJoined(naming, registered, (name) => known.has(foldName(name))),
        ...naming.names.flatMap((name) => (registered.has(foldName(name)) ? [] : checkRole(name, naming.path))),
        ...checkAddress(naming),
        ...(registered.has(foldName(naming.text ?? '')) ? [] : checkLooseRole(naming, own[index - 1])),
      );
    }
  }
}

/** A fault of a text that reads as several people, of whom lists and feeds would make one. */
function checkJoined(
  { text, isPart, path }: Naming,
  registered: ReadonlySet<string>,
  isKnown: (name: string) => boolean,
): Fault[] {
  if (text === undefined || registered.has(foldName(text)) || parseCredits(text)) return [];
  const names = joinedPeople(text, isKnown);
  if (!names) return [];
  const written = names.map((name) => (isPart ? `- name: ${plainOrQuoted(name)}` : listItem(name))).join(', ');
  return [
    {
      rule: 'authors-joined',
      message: `“${abridge(text)}” is read as one person; write a list for several`,
      hint: path.length === 1 ? `write ${path[0]}: [${written}]` : `write each as an item of its own: ${written}`,
      place: { path },
      ...(!isPart && names.every((name) => isKnown(parsePerson(name).name)) && { correction: { names } }),
    },
  ];
}

/** A fault of a role that is not in brackets: behind a comma or a dash, or as an item of its own in the list. */
function checkLooseRole({ names: [name = ''], text = name, path }: Naming, above: Naming | undefined): Fault[] {
  const written = bracketedRole(text);
  if (written !== undefined) {
    const message = `role of “${abridge(text)}” is read as part of the name`;
    return [
      {
        rule: 'field-type',
        level: 'warn',
        message,
        hint: `write ${written}`,
        place: { path },
        correction: { value: written },
      },
    ];
  }
  const role = text.toLowerCase();
  if (!isRole(role) || above?.path[0] !== path[0] || above?.path.length !== path.length) return [];
  const hint = `write ${above?.names[0]} (${role}) as one item`;
  return [{ rule: 'field-type', level: 'warn', message: `role “${text}” is read as a person`, hint, place: { path } }];
}

/** A fault of brackets after a name with what was probably meant as a role. */
function checkRole(name: string, path: Path): Fault[] {
  const role = /\S\s*\(([^()/\d]+)\)$/u.exec(name)?.[1]?.trim() ?? '';
  if (role === '') return [];
  const meant = nearest(role, roles);
  const isMeant = meant !== undefined || isJobTitle(role) || /^\p{Ll}[\p{Ll}\s-]+$/u.test(role);
  if (!isMeant || /^(?:née|né|she|he|they|the|a|an|aka)(?!\p{L})/iu.test(role)) return [];
  const message = `unknown role “${abridge(role)}”, read as part of the name`;
  const hint =
    meant === undefined ? `write (student), (staff), (partner) or (alumni), or leave it out` : suggest(meant);
  return [{ rule: 'field-type', level: 'warn', message, hint, place: { path } }];
}

/** A fault of an email address, a URL or a path instead of a name. */
function checkAddress({ text = '', path }: Naming): Fault[] {
  const fault = (what: string, hint: string): Fault[] => [
    { rule: 'field-type', level: 'warn', message: `${path[0]} has ${what} instead of a name`, hint, place: { path } },
  ];
  if (isOnlyEmail(text)) {
    return fault('an email address', `write, for example, Ada Example <${parsePerson(text).email}>`);
  }
  if (/^https?:\/\/\S+$/i.test(text)) return fault('a URL', `write, for example, {name: Ada Example, url: "${text}"}`);
  if (/^[^\s/]*\/\S+\.\w+$/u.test(text)) return fault(`the path “${abridge(text)}”`, 'write, for example, Ada Example');
  return [];
}
