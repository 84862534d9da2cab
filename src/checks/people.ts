/** Checks the people of a post: the roles of its authors, and bylines in its body. */
import type { Fault } from '../diagnostic.ts';
import { isRole, type Person, parseByline, type Role } from '../post/fields/authors.ts';
import { slugKey } from '../post/fields/slug.ts';
import type { PostReading } from '../post/post.ts';
import type { TextBlock } from './body/partTypes.ts';

/** Faults where no author is a student or a member of staff, and where an author has no role. */
export function checkRoles({ fields, keys }: PostReading): Fault[] {
  const key = keys?.authors ?? keys?.byline;
  if (!fields || key === undefined || fields.authors.length === 0) return [];
  const { authors } = fields;
  const missing = (rule: Fault['rule'], role: Role, who: string): Fault[] =>
    authors.some((author) => author.role === role)
      ? []
      : [{ rule, message: `no author is ${who}`, hint: `add a role: Ada Example (${role})`, place: { path: [key] } }];
  return [
    ...missing('student-author-missing', 'student', 'a student'),
    ...missing('staff-author-missing', 'staff', 'a member of staff'),
    ...authors.flatMap(({ name, role }, index): Fault[] => {
      if (role !== undefined && isRole(role)) return [];
      const hint = `write ${name} (student), (staff), (partner) or (alumni)`;
      const path = key === keys?.authors ? [key, index] : [key];
      return [{ rule: 'role-missing', message: `“${name}” has no role`, hint, place: { path } }];
    }),
  ];
}

const longestByline = 200;

/** How a byline begins: with who wrote, or who took all the photos. “Photo:” alone begins a caption. */
const label =
  /^(?:(?:text|words|story)(?: (?:and|&) (?:photo(?:graph)?s|photography|pictures|images))?|(?:photo(?:graph)?s|photography|pictures|images)(?: (?:and|&) (?:text|words))?|written)(?: by\b| ?:)/i;

/** In Markdown a byline begins a line or follows an image. */
const beginsLine =
  /(?:^|\))[\t >*_~`[\]\d.+#-]*(?:text|words|story|photo|pictures|images|written)[ &a-z]{0,40}(?: by\b| ?:)/im;

/** Whether plain text is a byline: it says who wrote the post, or who took its photos. */
export function isBylineText(text: string): boolean {
  return text.length <= longestByline && label.test(text);
}

/** Faults of names in a byline within the body that the front matter does not have. */
export function checkByline(blocks: readonly TextBlock[], { fields, keys }: PostReading): Fault[] {
  if (!fields) return [];
  const people = [...fields.authors, ...fields.photos_by];
  return blocks.flatMap(({ kind, text, content, locate }): Fault[] => {
    if (kind !== 'paragraph' || !isBylineText(text) || !beginsLine.test(content)) return [];
    const byline = parseByline(text.replace(/photography/gi, 'photos').replaceAll('&', 'and'));
    const named = new Map([
      ...byline.photos_by.map(({ name }) => [name, 'photos_by'] as const),
      ...byline.authors.map(({ name }) => [name, 'authors'] as const),
    ]);
    return [...named].flatMap(([name, field]): Fault[] => {
      if (!isName(name) || people.some((person) => isNameOf(name, person))) return [];
      const at = content.indexOf(name);
      const place = at === -1 ? locate(0, content.length) : locate(at, at + name.length);
      const key = keys?.[field];
      const fix = key === undefined ? `add a line ${field}: ${name}` : `add ${name} to ${key}`;
      const hint = `${fix} in the front matter, or correct the name here`;
      return [
        { rule: 'byline-mismatch', message: `“${name}” is credited here, but not in the front matter`, hint, place },
      ];
    });
  });
}

/** Whether a text looks like a name: up to five words with capitals, unlike “the team” or “a walk by the sea”. */
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

/** Whether a name is one of a person’s: in full, a part of it (“Ada”) or with initials (“A. Example”). */
function isNameOf(name: string, person: Person): boolean {
  const parts = slugKey(person.name).split('-');
  return slugKey(name)
    .split('-')
    .every((word) => parts.some((part) => part === word || (word.length === 1 && part.startsWith(word))));
}
