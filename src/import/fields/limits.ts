/** Fields of a size that front matter can have. WordPress has texts and lists of any size. */
import { maxFrontMatter } from '../../post/frontmatter/fences.ts';
import type { ImportedFields } from '../plan.ts';
import { writePostText } from '../post.ts';
import type { Loss } from '../types.ts';

/** The most characters of a title, and of any other text. */
const longest = { title: 1000, text: 5000 };

/** The fields, with what is too long for front matter cut off and reported. */
export function fitFields(fields: ImportedFields): { fields: ImportedFields; losses: Loss[] } {
  const losses: Loss[] = [];
  const cut = (text: string, name: string, most: number): string => {
    if (text.length <= most) return text;
    losses.push({ kind: 'field', what: `${name}: all but the first ${most} characters`, count: 1 });
    return `${text
      .slice(0, most)
      .toWellFormed()
      .replace(/\ufffd$/, '')
      .trimEnd()}…`;
  };
  const { summary, image, extra } = fields;
  let fitting: ImportedFields = {
    ...fields,
    title: cut(fields.title, 'title', longest.title),
    ...(summary !== undefined && { summary: cut(summary, 'summary', longest.text) }),
    ...(image?.alt !== undefined && {
      image: { ...image, alt: cut(image.alt, 'alt text of the image', longest.text) },
    }),
  };
  if (image?.credit !== undefined) {
    fitting.image = { ...image, ...fitting.image, credit: cut(image.credit, 'credit of the image', longest.text) };
  }
  for (const name of ['authors', 'photos_by', 'editors'] as const) {
    fitting[name] = fitting[name].map((person) => ({ ...person, name: cut(person.name, name, longest.title) }));
  }
  for (const name of ['categories', 'tags'] as const) {
    fitting[name] = fitting[name].map((text) => cut(text, name, longest.title));
  }
  if (longestText(fitting) < maxFrontMatter / 2) return { fields: fitting, losses };
  // Half of the room is left for the escapes of the rest and for what somebody adds later.
  const isTooLarge = (): boolean => Buffer.byteLength(writePostText(fitting, '')) > maxFrontMatter / 2;
  if (!isTooLarge()) return { fields: fitting, losses };
  if (extra.size > 0) {
    losses.push({ kind: 'field', what: `too large: ${[...extra.keys()].join(', ')}`, count: extra.size });
    fitting = { ...fitting, extra: new Map() };
  }
  for (const name of ['aliases', 'tags', 'categories', 'editors', 'photos_by', 'authors'] as const) {
    const before = fitting[name].length;
    while (fitting[name].length > 0 && isTooLarge()) {
      fitting = { ...fitting, [name]: fitting[name].slice(0, fitting[name].length >> 1) };
    }
    const left = before - fitting[name].length;
    if (left > 0) losses.push({ kind: 'field', what: `${name} beyond the first ${fitting[name].length}`, count: left });
  }
  return { fields: fitting, losses };
}

/** More bytes than the text of the fields can have: in quotes, a character takes six at most. */
function longestText({ extra, ...fields }: ImportedFields): number {
  return JSON.stringify([fields, ...extra]).length * 6 + 1000;
}
