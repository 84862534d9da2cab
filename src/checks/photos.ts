/** Rules about what a blog owes to those who took its pictures, and to those who are in them. Spec section 5. */
import type { Fault, Place } from '../diagnostic.ts';
import type { PostReading } from '../post/post.ts';
import type { BodyParts } from './body/partTypes.ts';
import { isBylineText } from './people.ts';
import { type FolderFacts, isStored } from './urls.ts';

/** Whether everybody in the post's picture has agreed to be shown. */
export function checkConsent({ fields, keys, data }: PostReading): Fault[] {
  const key = keys?.image;
  if (!fields?.image || key === undefined) return [];
  const { consent } = fields.image;
  const value = data?.[key];
  if (consent === 'pending') {
    return [
      {
        rule: 'photo-consent-pending',
        message: 'not everybody in the picture has agreed to be shown',
        hint: 'ask them; then write consent: yes',
        place: { path: [key, 'consent'] },
      },
    ];
  }
  if (consent !== undefined || (typeof value === 'object' && value !== null && 'consent' in value && value.consent))
    return [];
  return [
    {
      rule: 'photo-consent-missing',
      message: 'the post does not say whether the people in its picture have agreed to be shown',
      hint: 'write consent: yes, pending or not-needed below image:',
      place: { path: [key] },
    },
  ];
}

/** A line that says where a picture comes from. */
const credit =
  /\b(?:photo(?:graph)?s?|images?|pictures?|drawings?|illustrations?|graphics?|artwork|screenshots?|design(?:ed)?|credits?|source|courtesy|copyright|taken|made|drawn)\b[^.!?\n]{0,40}?(?:\bby\b|\bof\b|\bfrom\b|:|©)|©|\bCC[ -]BY\b|\bcourtesy\b|\bpublic domain\b/i;

/** Words for all pictures of a post at once. */
const creditForAll =
  /\b(?:photos|photographs|photography|images|pictures|illustrations|drawings|graphics|credits)\b[^.!?\n]{0,40}?(?:\bby\b|:)/i;

const longestCredit = 300;

/** The first picture stored in the folder of which nobody is named as its maker. */
export function checkCredit(reading: PostReading, parts: BodyParts, inPosts: string, folder: FolderFacts): Fault[] {
  const { fields, keys } = reading;
  if (!fields || fields.photos_by.length > 0) return [];
  const { image } = fields;
  const credited = image?.credit === undefined ? undefined : image.src;
  const stored = parts.images.filter(({ src }) => src !== credited && isStored(src, inPosts, folder));
  const front = image && credited === undefined && isStored(image.src, inPosts, folder) ? image : undefined;
  if (stored.length === 0 && !front) return [];
  const texts = parts.blocks.map(({ text }) => (text.length <= longestCredit ? text : ''));
  if (texts.some((text) => creditForAll.test(text) || isBylineText(text))) return [];
  if (front && keys?.image !== undefined) {
    // Shown in the text again, it may have its line there.
    const again = parts.images.find(({ src }) => src === front.src);
    if (!again || !hasCredit(again.block, again.title, texts)) return [creditFault({ path: [keys.image] })];
  }
  const bare = stored.find(({ block, title }) => !hasCredit(block, title, texts));
  return bare ? [creditFault(bare.place())] : [];
}

/** Whether a picture's title, its own block or one near it says who made it. */
function hasCredit(block: number, title: string, texts: readonly string[]): boolean {
  return [title, ...texts.slice(Math.max(0, block - 1), block + 3)].some((text) => credit.test(text));
}

function creditFault(place: Place): Fault {
  return {
    rule: 'photo-credit-missing',
    message: 'nobody is named as the one who took or made this picture',
    hint: 'add photos_by: Ada Example above, or a line below the picture: *Photo: Ada Example*',
    place,
  };
}
