/** Checks the text of fields for what YAML reads differently from what was probably meant. */
import type { Fault, Path } from '../diagnostic.ts';
import { untrimmed } from '../post/edit/fixes.ts';
import { type FieldName, fieldsOf, foldKey } from '../post/fields/names.ts';
import { personKeys } from '../post/fields/people/people.ts';
import type { Mapping } from '../post/frontmatter/mapping.ts';
import { isTypo, suggest } from '../post/nearest.ts';
import type { PostReading } from '../post/post.ts';
import { abridge } from '../post/text.ts';
import { findTemplateCode } from './body/templateCode.ts';
import { checkComments } from './comments.ts';
import { checkInvisible, checkNameLines } from './nameLines.ts';
import { checkValueText } from './valueText.ts';

/** Faults of text after a `#`, spaces inside quotes, template code, and misspelt keys of images and people. */
export function checkFieldText({ data, fields, keys, source }: PostReading): Fault[] {
  if (!data || !fields || !keys) return [];
  return [
    ...checkInnerKeys(data, keys),
    ...checkInvisible(data),
    ...(source ? checkNameLines(data, source.yaml) : []),
    ...untrimmed(data).map(spacesAround),
    ...checkValueText(data, source?.yaml),
    ...checkTemplates(data, keys),
    ...(source?.yaml.includes('#') ? checkComments(source.yaml, source.line) : []),
  ];
}

function spacesAround(path: Path): Fault {
  const message = 'text begins or ends with a space inside the quotes';
  return { rule: 'spaces-around', message, hint: 'remove the spaces', place: { path }, correction: { trim: true } };
}

/** The fields that readers see. */
const shownFields = [
  ...(['title', 'summary', 'byline', 'authors', 'photos_by', 'editors', 'categories', 'tags'] as const),
  ...(['image', 'image_alt'] as const),
];

/** Code that another tool replaces, and feeds do not. */
function checkTemplates(data: Mapping, keys: PostReading['keys']): Fault[] {
  return shownFields.flatMap((field) => {
    const key = keys?.[field];
    return key === undefined ? [] : templatesIn(data[key], [key]);
  });
}

function templatesIn(value: unknown, path: Path): Fault[] {
  if (typeof value === 'string') {
    const found = findTemplateCode(value);
    return found ? [{ ...found, hint: 'replace it with the text it stands for', place: { path } }] : [];
  }
  if (typeof value !== 'object' || value === null || path.length > 3) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, part]) => templatesIn(part, [...path, isList ? Number(key) : key]));
}

const innerKeys: Readonly<Record<string, readonly string[]>> = {
  image: ['src', 'url', 'path', 'alt', 'credit', 'author', 'credit_url', 'consent'],
  ...Object.fromEntries(fieldsOf('people').map((name) => [name, personKeys])),
};

/** Misspelt keys of an image or a person; keys unlike any that is known may belong to another tool. */
function checkInnerKeys(data: Mapping, keys: PostReading['keys']): Fault[] {
  return Object.entries(innerKeys).flatMap(([field, names]) => {
    const key = keys?.[field as FieldName];
    if (key === undefined) return [];
    const value = data[key];
    return (Array.isArray(value) ? value : [value]).flatMap((mapping: unknown, index) => {
      if (typeof mapping !== 'object' || mapping === null) return [];
      const path = Array.isArray(value) ? [key, index] : [key];
      const present = Object.keys(mapping);
      const known = names.map(foldKey);
      return present.flatMap((name): Fault[] => {
        const meant = names.find((one) => isTypo(name, one) && !present.includes(one));
        if (known.includes(foldKey(name)) || meant === undefined) return [];
        const message = `unknown key “${abridge(name)}”`;
        return [{ rule: 'field-unknown', message, hint: suggest(meant), place: { path: [...path, name], on: 'key' } }];
      });
    });
  });
}
