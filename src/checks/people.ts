/** Rules about the people of a post. Spec section 5, group “partnership”; most are off until a config asks for them. */
import type { Fault } from '../diagnostic.ts';
import { isRole, type Person, parseByline, type Role } from '../post/fields/authors.ts';
import { slugKey } from '../post/fields/slug.ts';
import type { PostReading } from '../post/post.ts';
import type { TextBlock } from './body/partTypes.ts';

/** Whether a student and a member of staff are among the authors, and whether each of them has a role. */
export function checkRoles({ fields, keys }: PostReading): Fault[] {
  const key = keys?.authors ?? keys?.byline;
  if (!fields || key === undefined || fields.authors.length === 0) return [];
  const { authors } = fields;
  const missing = (rule: Fault['rule'], role: Role, who: string): Fault[] =>
    authors.some((author) => author.role === role)
      ? []
      : [{ rule, message: `no author is ${who}`, hint: `say who is: Ada Example (${role})`, place: { path: [key] } }];
  return [
    ...missing('student-author-missing', 'student', 'a student'),
    ...missing('staff-author-missing', 'staff', 'a member of staff'),
    ...authors.flatMap(({ name, role }, index): Fault[] => {
      if (role !== undefined && isRole(role)) return [];
      const message = `${name} has no role`;
      const hint = `write ${name} (student), (staff), (partner) or (alumni)`;
      return [{ rule: 'role-missing', message, hint, place: { path: key === keys?.authors ? [key, index] : [key] } }];
    }),
  ];
}

const longestByline = 200;

/** What a line begins with that names who wrote or took the pictures. A single picture's “Photo:” is its caption. */
const label =
  /^(?:(?:text|words|story)(?: (?:and|&) (?:photo(?:graph)?s|photography|pictures|images))?|(?:photo(?:graph)?s|photography|pictures|images)(?: (?:and|&) (?:text|words))?|written)(?: by\b| ?:)/i;

/** Whether a byline may begin in Markdown, at the beginning of a line or behind a picture. */
export function mayHaveByline(markdown: string): boolean {
  return /(?:^|\))[\t >*_~`[\]\d.+#-]*(?:text|words|story|photo|pictures|images|written)[ &a-z]{0,40}(?: by\b| ?:)/im.test(
    markdown,
  );
}

/** Whether a line of text says who took the pictures, or who wrote. */
export function isBylineText(text: string): boolean {
  return text.length <= longestByline && label.test(text);
}

/** Names in a byline within the text that front matter does not have. */
export function checkByline(blocks: readonly TextBlock[], { fields, keys }: PostReading): Fault[] {
  if (!fields) return [];
  const people = [...fields.authors, ...fields.photos_by];
  return blocks.flatMap(({ kind, text, content, locate }): Fault[] => {
    if (kind !== 'paragraph' || !isBylineText(text) || !mayHaveByline(content)) return [];
    const said = parseByline(text.replace(/photography/gi, 'photos').replaceAll('&', 'and'));
    const named = new Map([
      ...said.photos_by.map(({ name }) => [name, 'photos_by'] as const),
      ...said.authors.map(({ name }) => [name, 'authors'] as const),
    ]);
    return [...named].flatMap(([name, field]): Fault[] => {
      if (!isName(name) || people.some((person) => isMeant(name, person))) return [];
      const at = content.indexOf(name);
      const place = at === -1 ? locate(0, content.length) : locate(at, at + name.length);
      const where = people.length > 0 ? 'neither among the authors nor in photos_by' : 'not in the front matter';
      const given = keys?.[field];
      const hint =
        given === undefined
          ? `add a line ${field}: ${name} above, or mend the name here`
          : `add ${name} to ${given} above, or mend the name here`;
      return [{ rule: 'byline-mismatch', message: `${name} is named here, and ${where}`, hint, place }];
    });
  });
}

/** Two to five words with capitals, or one: “the team” and “a walk by the sea” name nobody. */
function isName(text: string): boolean {
  const words = text.split(/\s+/);
  const small = /^(?:al|bin|d|da|de|del|della|den|der|di|dos|du|el|la|le|of|ten|ter|van|von|y|zu)$/i;
  return (
    words.length <= 5 &&
    /^[\p{L}\p{M}\s.'’()-]+$/u.test(text) &&
    words.every((word) => small.test(word) || !/^\p{Ll}/u.test(word)) &&
    !/^(?:the|a|an|our|all|various|see|unless|us|me)\b/i.test(text)
  );
}

/** Whether a name means a person: the whole of it, a part (“Ada”), or with initials (“A. Example”). */
function isMeant(name: string, person: Person): boolean {
  const whole = slugKey(person.name).split('-');
  return slugKey(name)
    .split('-')
    .every((word) => whole.some((part) => part === word || (word.length === 1 && part.startsWith(word))));
}
