/** Checks that the people in images have agreed, and that those who made them are credited. */
import type { Fault, Place } from '../diagnostic.ts';
import type { PostReading } from '../post/post.ts';
import type { BodyParts } from './body/partTypes.ts';
import { isBylineText } from './people.ts';
import { type FolderFacts, isStored } from './urls.ts';

/** A fault if the people in the post’s image have not agreed, or it does not say whether they have. */
export function checkConsent({ fields, keys, data }: PostReading): Fault[] {
  const key = keys?.image;
  if (!fields?.image || key === undefined) return [];
  const { consent } = fields.image;
  const value = data?.[key];
  if (consent === 'pending') {
    const message = 'not everyone in the image has agreed to be shown';
    const hint = 'ask them, then set consent: yes';
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
  const stored = parts.images.filter(({ src }) => src !== credited && isStored(src, inPosts, folder));
  const front = image && credited === undefined && isStored(image.src, inPosts, folder) ? image : undefined;
  if (stored.length === 0 && !front) return [];
  const texts = parts.blocks.map(({ text }) => (text.length <= longestCredit ? text : ''));
  if (texts.some((text) => creditForAll.test(text) || isBylineText(text))) return [];
  if (front && keys?.image !== undefined) {
    // If the body shows it again, its credit may be there.
    const again = parts.images.find(({ src }) => src === front.src);
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
