/** Rules about what an author surely meant by a field, where YAML or the reader takes it for something else. */
import type { Fault, Path } from '../diagnostic.ts';
import { untrimmed } from '../post/edit/fixes.ts';
import type { Fields } from '../post/fields/fields.ts';
import { type FieldName, fieldOf } from '../post/fields/names.ts';
import type { Mapping } from '../post/frontmatter/mapping.ts';
import { isTypo } from '../post/misspelt.ts';
import type { PostReading } from '../post/post.ts';
import { abridge, codePoints } from '../post/text.ts';

/** Commas in single names, words behind a `#`, misspelt names within an image or a person. */
export function checkFieldText({ data, fields, keys, source }: PostReading): Fault[] {
  if (!data || !fields || !keys) return [];
  return [
    ...checkCommas(fields, data, keys),
    ...checkInnerNames(data, keys),
    ...untrimmed(data).map(blanksAround),
    ...(source?.yaml.includes('#') ? checkComments(source.yaml, source.line) : []),
  ];
}

/** It is read without them, but a search for the text as it is written, and other tools, may not. */
function blanksAround(path: Path): Fault {
  return {
    rule: 'blanks-around',
    message: 'there are blanks before or behind the text, inside the quotes',
    hint: 'take them out',
    place: { path },
    correction: { trim: true },
  };
}

/** A text is one name: a comma in it says that somebody meant several. */
function checkCommas(fields: Fields, data: Mapping, keys: PostReading['keys']): Fault[] {
  return (['categories', 'tags', 'authors', 'photos_by'] as const).flatMap((name): Fault[] => {
    const key = keys?.[name];
    const value = key === undefined ? undefined : data[key];
    if (key === undefined || typeof value !== 'string' || !value.includes(',')) return [];
    const names = value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const isPeople = name === 'authors' || name === 'photos_by';
    if (isPeople && !areSeveral(names)) return [];
    const read = isPeople ? fields[name][0]?.name : fields[name][0];
    const message = `“${abridge(read ?? value)}” is read as one name, comma and all`;
    const hint = `for several write a list: ${key}: [${names.join(', ')}]`;
    return [{ rule: 'category-comma', message, hint, place: { path: [key] } }];
  });
}

/** “Ada Example, PhD” and “Smith, Jo” are one person; “Ada Example, Ben Sample” and “Ada (student), Ben” are two. */
function areSeveral(names: readonly string[]): boolean {
  const isWhole = (name: string): boolean =>
    /^\S+ \S/.test(name) && !/^(?:and|of|the)\b|university|department/i.test(name);
  return names.slice(0, -1).some((name) => name.endsWith(')')) || (names.length > 1 && names.every(isWhole));
}

const innerNames: Partial<Record<FieldName, readonly string[]>> = {
  image: ['src', 'url', 'path', 'alt', 'credit', 'author', 'credit_url', 'consent'],
  authors: ['name', 'role', 'email', 'url'],
  photos_by: ['name', 'role', 'email', 'url'],
};

/** Names within an image or a person that are nearly ones that are read; other tools may have more of their own. */
function checkInnerNames(data: Mapping, keys: PostReading['keys']): Fault[] {
  return Object.entries(innerNames).flatMap(([field, names]) => {
    const key = keys?.[field as FieldName];
    if (key === undefined) return [];
    const value = data[key];
    const mappings: [(string | number)[], unknown][] = Array.isArray(value)
      ? value.map((one, index) => [[key, index], one])
      : [[[key], value]];
    return mappings.flatMap(([path, mapping]) => {
      if (typeof mapping !== 'object' || mapping === null) return [];
      const there = Object.keys(mapping);
      return there.flatMap((name): Fault[] => {
        const meant = names.includes(name) ? undefined : names.find((one) => isTypo(name, one) && !there.includes(one));
        if (meant === undefined) return [];
        const message = `“${abridge(name)}” is not read here`;
        return [
          {
            rule: 'field-unknown',
            message,
            hint: `did you mean “${meant}”?`,
            place: { path: [...path, name], on: 'key' },
          },
        ];
      });
    });
  });
}

const textFields: readonly FieldName[] = ['title', 'summary', 'categories', 'tags', 'authors', 'photos_by', 'byline'];

/**
 * `title: We are #1 in the league`: to YAML what begins with ` #` is a comment. Only one that begins with a word is
 * doubtful: `# like this` is how comments are written.
 */
function checkComments(yaml: string, firstLine: number): Fault[] {
  return yaml.split(/\r?\n/).flatMap((line, index): Fault[] => {
    const key = /^[a-z]\w*(?=:[ \t])/i.exec(line)?.[0] ?? '';
    const field = fieldOf(key);
    const start = field === undefined ? -1 : commentStart(line);
    const [value, comment] = [line.slice(key.length + 1, start).trim(), line.slice(start).trimEnd()];
    if (start === -1 || /^["'[{|>&*!%@`]/.test(value) || !/^#[^\s#]/.test(comment)) return [];
    // An empty title is an error, which says the same.
    if (field === undefined || !textFields.includes(field) || (field === 'title' && value === '')) return [];
    const whole = line.slice(key.length + 1).trim();
    const column = codePoints(line.slice(0, start)) + 1;
    const read = value === '' ? 'the field is empty' : `all that is read is “${abridge(value)}”`;
    return [
      {
        rule: 'comment-in-text',
        message: `“${abridge(comment)}” is a comment here: ${read}`,
        hint: `put the whole text in quotes: ${key}: "${abridge(whole).replaceAll('"', '\\"')}"`,
        place: { line: firstLine + index, column, endColumn: column + codePoints(comment) },
      },
    ];
  });
}

/** Where a comment begins, or -1. By hand: an expression would look at each stretch of blanks again and again. */
function commentStart(line: string): number {
  for (let at = line.indexOf('#'); at !== -1; at = line.indexOf('#', at + 1)) {
    if (line[at - 1] === ' ' || line[at - 1] === '\t') return at;
  }
  return -1;
}
