/** What keeps a post from readers without a sign of a draft: a password, and the folder of drafts in which it is. */
import type { Fault } from '../../../diagnostic.ts';
import type { Mapping } from '../../frontmatter/mapping.ts';
import { draftKeysOf, isDraftField, signOf } from '../draftWords.ts';
import type { FieldReading } from '../fields.ts';
import { fieldOf } from '../names.ts';
import { isAbsent } from '../texts.ts';

const draftsFolder = /(?:^|\/)(drafts?|unpublished)\//i;
const passwordKey = /^(?:post[-_]?)?password$/i;
const draftFile = /\.draft(?=\.)/i;

/** The warning about a post that counts as a draft for such a reason; undefined for any other. `inPosts` is its path. */
export function impliedDraftFault(
  { data, unknown }: { data: Mapping } & Pick<FieldReading, 'unknown'>,
  inPosts: string,
  extraFields: readonly string[],
): Fault | undefined {
  const key = unknown.find((name) => passwordKey.test(name));
  if (key !== undefined && !isAbsent(data[key]) && data[key] !== false && !extraFields.includes(key)) {
    return {
      rule: 'draft-unclear',
      level: 'warn',
      message: `post has a ${key}, so it counts as a draft: lists and feeds ask nobody for one`,
      hint: `write draft: true; or remove ${key} if everybody may see the post`,
      place: { path: [key], on: 'key' },
    };
  }
  const folder = inPosts.includes('/') ? draftsFolder.exec(inPosts)?.[1] : undefined;
  const place = folder ?? draftFile.exec(inPosts)?.[0];
  if (place === undefined || saysPublic(data)) return undefined;
  const where = place.startsWith('.') ? `file name has “${place}”` : `post is in the folder “${place}”`;
  return {
    rule: 'draft-unclear',
    level: 'warn',
    message: `${where}, so it counts as a draft`,
    hint: 'write draft: true; or draft: false if readers may see it',
    place: { line: 1, column: 1 },
  };
}

/** Whether a field says in so many words that the post is public. */
function saysPublic(data: Mapping): boolean {
  return draftKeysOf(data).some((key) => {
    const field = fieldOf(key);
    return isDraftField(field) && !isAbsent(data[key]) && signOf(field, data[key]) === 'public';
  });
}
