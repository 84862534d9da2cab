/** Fields that could make a post a draft, but have no value: only their author knows what was to be written there. */
import type { Fault } from '../../../diagnostic.ts';
import type { Mapping } from '../../frontmatter/mapping.ts';
import { draftKeysOf, isDraftField, signOf, valueOfSign } from '../draftWords.ts';
import { fieldOf } from '../names.ts';
import { isAbsent } from '../texts.ts';

/** The warning about such a field, unless another says that the post is public. */
export function emptySignFault(data: Mapping): Fault | undefined {
  // An export from WordPress has an empty `post_password` in every post.
  const keys = [...draftKeysOf(data), ...Object.keys(data).filter((name) => /^password$/i.test(name))];
  const key = keys.find((name) => isAbsent(data[name]));
  if (key === undefined || saysPublic(data)) return undefined;
  const field = fieldOf(key);
  const hint = isDraftField(field)
    ? `write ${key}: ${valueOfSign(field, 'draft')}; or ${key}: ${valueOfSign(field, 'public')} if readers may see it`
    : 'write draft: true; or remove it if readers may see the post';
  return {
    rule: 'draft-unclear',
    level: 'warn',
    message: `${key} is empty, so it does not keep the post from readers`,
    hint,
    place: { path: [key], on: 'key' },
  };
}

/** Whether a field says in so many words that the post is public. */
export function saysPublic(data: Mapping): boolean {
  return draftKeysOf(data).some((key) => {
    const field = fieldOf(key);
    return isDraftField(field) && !isAbsent(data[key]) && signOf(field, data[key]) === 'public';
  });
}
