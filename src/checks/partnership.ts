/** Checks credit, roles and consent: the people of a post, in its front matter, its body and its images. */
import type { Fault, Place } from '../diagnostic.ts';
import { isRole, type Person, type Role } from '../post/fields/authors.ts';
import { parseByline } from '../post/fields/people/byline.ts';
import { slugKey } from '../post/fields/slug.ts';
import type { PostReading } from '../post/post.ts';
import type { BodyParts, TextBlock } from './body/partTypes.ts';
import type { FolderFacts } from './folderFacts.ts';
import { isStored } from './urls.ts';

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

/** A fault if readers see the post, or will on its date, and nobody is named who reviewed it. */
export function checkReviewer({ fields, keys }: PostReading): Fault[] {
  if (!fields || fields.draft || fields.editors.length > 0) return [];
  const message = 'post does not say who reviewed it';
  const hint = 'add a line such as editors: Ben Sample (staff), or pass --reviewed-by to blog publish';
  const key = keys?.authors ?? keys?.byline;
  return [
    { rule: 'reviewer-missing', message, hint, place: key === undefined ? { line: 1, column: 1 } : { path: [key] } },
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
function isBylineText(text: string): boolean {
  return text.length <= longestByline && label.test(text);
}

/** Faults of names in a byline within the body that the front matter does not have. */
export function checkByline(blocks: readonly TextBlock[], { fields, keys }: PostReading): Fault[] {
  if (!fields) return [];
  const people = [...fields.authors, ...fields.photos_by];
  return blocks.flatMap(({ isParagraph, text, content, locate }): Fault[] => {
    if (!isParagraph || !isBylineText(text) || !beginsLine.test(content)) return [];
    const byline = parseByline(text);
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

/** A fault if the people in the post’s image have not agreed, or it does not say whether they have. */
export function checkConsent({ fields, keys, data }: PostReading): Fault[] {
  const key = keys?.image;
  if (!fields?.image || key === undefined) return [];
  const { consent } = fields.image;
  const value = data?.[key];
  if (consent === 'pending') {
    const message = 'not everyone in the image has agreed to be shown';
    const hint = 'ask them, then set consent: yes, or show another image';
    return [{ rule: 'photo-consent-pending', message, hint, place: { path: [key, 'consent'] } }];
  }
  if (consent !== undefined || (typeof value === 'object' && value !== null && 'consent' in value && value.consent))
    return [];
  const message = 'consent of the people in the image is not recorded';
  const hint = 'add consent: yes, pending or not-needed below image:';
  return [{ rule: 'photo-consent-missing', message, hint, place: { path: [key] } }];
}

/** Text that says where an image comes from. */
const credit =
  /\b(?:photo(?:graph)?s?|images?|pictures?|drawings?|illustrations?|graphics?|artwork|screenshots?|design(?:ed)?|credits?|source|courtesy|copyright|taken|made|drawn)\b[^.!?\n]{0,40}?(?:\bby\b|\bof\b|\bfrom\b|:|©)|©|\bCC[ -]BY\b|\bcourtesy\b|\bpublic domain\b/i;

/** Text that credits all images of a post. */
const creditForAll =
  /\b(?:photos|photographs|photography|images|pictures|illustrations|drawings|graphics|credits)\b[^.!?\n]{0,40}?(?:\bby\b|:)/i;

const longestCredit = 300;

/** A fault of the first image in the posts folder without a credit. */
export function checkCredit(reading: PostReading, parts: BodyParts, inPosts: string, folder: FolderFacts): Fault[] {
  const { fields, keys } = reading;
  if (!fields || fields.photos_by.length > 0) return [];
  const { image } = fields;
  const credited = image?.credit === undefined ? undefined : image.src;
  const stored = parts.images.filter(({ url }) => url !== credited && isStored(url, inPosts, folder));
  const front = image && credited === undefined && isStored(image.src, inPosts, folder) ? image : undefined;
  if (stored.length === 0 && !front) return [];
  const texts = parts.blocks.map(({ text }) => (text.length <= longestCredit ? text : ''));
  if (texts.some((text) => creditForAll.test(text) || isBylineText(text))) return [];
  if (front && keys?.image !== undefined) {
    // If the body shows it again, its credit may be there.
    const again = parts.images.find(({ url }) => url === front.src);
    if (!again || !hasCredit(again.block, again.title, texts)) return [creditFault({ path: [keys.image] })];
  }
  const uncredited = stored.find(({ block, title }) => !hasCredit(block, title, texts));
  return uncredited ? [creditFault(uncredited.place())] : [];
}

/** Whether an image’s title, its own block or one next to it says who made it. */
function hasCredit(block: number, title: string, texts: readonly string[]): boolean {
  return [title, ...texts.slice(Math.max(0, block - 1), block + 3)].some((text) => credit.test(text));
}

function creditFault(place: Place): Fault {
  const hint = 'add photos_by: Ada Example to the front matter, or *Photo: Ada Example* below the image';
  return { rule: 'photo-credit-missing', message: 'image has no credit', hint, place };
}
