/** The attachments that shortcodes name, and a limit to what they may make of a short text. */
import { fileKey, withoutSize } from '../index/urls.ts';
import type { Attachment, ExportIndex } from '../types.ts';
import type { Tools } from './shapes.ts';

/** A text of a thousand galleries of a thousand images would not fit into memory. */
const mostImages = 10_000;

/** Looks up attachments for one text. */
export function createImageTools(
  index: ExportIndex,
  addLoss: Tools['addLoss'],
): Pick<Tools, 'findAttachment' | 'findAlt' | 'findAttached'> {
  const known = new Map<string, readonly Attachment[]>();
  let count = 0;
  const hasRoom = (more: number): boolean => {
    count += more;
    if (count > mostImages) addLoss('image', `images of galleries left out, since there are more than ${mostImages}`);
    return count <= mostImages;
  };
  return {
    findAttachment(id, name) {
      const attachment = index.attachments.get(Number.parseInt(id, 10));
      if (!attachment) addLoss('image', `[${name}] image that is not in the export`);
      return attachment && hasRoom(1) ? attachment : undefined;
    },
    findAlt(url) {
      const key = fileKey(url);
      const attachment = index.attachmentsByUrl.get(key) ?? index.attachmentsByUrl.get(withoutSize(key) ?? '');
      return attachment?.alt ?? '';
    },
    findAttached(parent, kind) {
      const key = `${parent} ${kind}`;
      const attached =
        known.get(key) ??
        [...index.attachments.values()].filter((one) => one.parent === parent && kinds[kind].test(one.url));
      known.set(key, attached);
      return attached.length === 0 || hasRoom(attached.length) ? attached : [];
    },
  };
}

const kinds = {
  image: /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic|ico)(?:$|\?)/i,
  audio: /\.(?:mp3|m4a|ogg|oga|wav|wma|flac)(?:$|\?)/i,
  video: /\.(?:mp4|m4v|webm|ogv|wmv|flv|mov)(?:$|\?)/i,
};
