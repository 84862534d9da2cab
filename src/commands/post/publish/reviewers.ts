/** Who reviewed a post: the people of `--reviewed-by`, and what is said of them. */
import type { Config } from '../../../blog/config/config.ts';
import { UserError } from '../../../errors.ts';
import { formatPerson, joinNames, type Person, parsePerson, resolvePerson } from '../../../post/fields/authors.ts';
import { joinedPeople } from '../../../post/fields/people/joinedNames.ts';
import { foldName } from '../../../post/fields/slug.ts';
import { visible } from '../../../report/escape.ts';
import { readPersonArgument } from '../../textArgument.ts';

/** The people, each once, as the config knows them. Throws UserError for a text that does not name one person. */
export function readReviewers(names: readonly string[], { authors }: Pick<Config, 'authors'>): Person[] {
  const people = names.map((text) => {
    const line = readPersonArgument(text, '--reviewed-by');
    if (joinedPeople(line, () => false))
      throw new UserError(`--reviewed-by “${visible(line)}” names several people; pass it once for each`);
    const { name, role } = resolvePerson(parsePerson(line), authors);
    return { name, ...(role && { role }) };
  });
  return people.filter(({ name }, index) => people.findIndex((one) => isSame(one.name, name)) === index);
}

/** Those whom the post does not name yet, as front matter has them. */
export function newEditors(reviewers: readonly Person[], editors: readonly Person[]): string[] {
  return reviewers.filter(({ name }) => !editors.some((one) => isSame(one.name, name))).map(formatPerson);
}

function isSame(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

/** Who reviewed a post, or how to name them; `post` is what its commands are given. */
export function reviewLine(editors: readonly Person[], post: string): string {
  if (editors.length > 0) return `Reviewed by ${visible(joinNames(editors))}`;
  return `Nobody is named as its reviewer; to name one, run: blog publish ${post} --reviewed-by "Name (role)"`;
}
