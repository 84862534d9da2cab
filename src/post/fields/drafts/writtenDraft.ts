/** Signs of a draft in front matter that cannot be read as YAML. */
import { conflictLine } from '../../faults/conflicts.ts';
import { isDraftField, signOf } from '../draftWords.ts';
import { fieldOf } from '../names.ts';

const fieldLine = /^(["']?)([\w-]+)\1[ \t]*:(.*)$/gm;

/**
 * Whether the lines of front matter plainly make a draft of its post, whatever else is wrong there: one does, at the beginning
 * of a line, and no other says that the post is public.
 */
export function isWrittenDraft(yaml: string): boolean {
  if (conflictLine.test(yaml)) return false;
  const signs = [...yaml.matchAll(fieldLine)].flatMap(([, , key = '', rest = '']) => {
    const field = fieldOf(key);
    const value = rest.replace(/#.*/, '').trim();
    return isDraftField(field) ? [signOf(field, value.replace(/^["']|["']$/g, ''))] : [];
  });
  return signs.length > 0 && signs.every((sign) => sign === 'draft' || sign === 'pending');
}
