/** Who reviewed a post: the people of `--reviewed-by`, and what is said of them. */
import type { Config } from '../../../blog/config/config.ts';
import type { Entry } from '../../../blog/postIndex.ts';
import { UserError } from '../../../errors.ts';
import { joinNames, type Person, parsePerson, resolvePerson, roles } from '../../../post/fields/authors.ts';
import { peopleInOne } from '../../../post/fields/people/joinedNames.ts';
import { foldName } from '../../../post/fields/slug.ts';
import { visible } from '../../../report/escape.ts';
import { readPersonArgument } from '../../textArgument.ts';
import { newNameHint } from '../newName.ts';

/** The people, each once, as the config knows them. Throws UserError for a text that does not name one person. */
export function readReviewers(names: readonly string[], { authors }: Pick<Config, 'authors'>): Person[] {
  const isKnown = (name: string): boolean =>
    Object.entries(authors).some(([key, person]) => isSame(key, name) || isSame(person.name, name));
  const people = names.map((text) => {
    const line = readPersonArgument(text, '--reviewed-by');
    if (!isKnown(parsePerson(line).name) && peopleInOne(line, isKnown))
      throw new UserError(`--reviewed-by “${visible(line)}” names several people; pass it once for each`);
    const { name, role } = resolvePerson(parsePerson(line), authors);
    return { name, ...(role && { role }) };
  });
  return people.filter(({ name }, index) => people.findIndex((one) => isSame(one.name, name)) === index);
}

/** Those whom the post does not name yet. */
export function newEditors(reviewers: readonly Person[], editors: readonly Person[]): Person[] {
  return reviewers.filter(({ name }) => !editors.some((one) => isSame(one.name, name)));
}

/** A line for each name that neither a post nor the config has, and that may be meant for one that they have. */
export function newNameHints(people: readonly Person[], entries: readonly Entry[], { authors }: Config): string[] {
  const inPosts = entries.flatMap(({ post }) => [...post.authors, ...post.photos_by, ...post.editors]);
  const known = [...new Set([...Object.values(authors), ...inPosts].map(({ name }) => name))];
  return people.flatMap(({ name }): string[] => {
    if (known.some((one) => isSame(one, name))) return [];
    const bracket = /\(([^()]*)\)$/.exec(name)?.[1];
    if (bracket !== undefined)
      return [`unknown role “${visible(bracket)}” (${roles.join(', ')}); kept as part of the name`];
    return [newNameHint(name, known, authors) ?? []].flat();
  });
}

function isSame(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

/** Who reviewed a post, or how to name them; `post` is what its commands are given. */
export function reviewLine(editors: readonly Person[], post: string): string {
  if (editors.length > 0) return `Reviewed by ${visible(joinNames(editors))}`;
  return `Nobody is named as its reviewer; to name one, run: blog publish ${post} --reviewed-by "Name (role)"`;
}
