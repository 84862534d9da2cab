/** Checks images: their alt text, and whether their files exist. */
import type { Path } from '../../diagnostic.ts';
import { imageSourcePath } from '../../post/fields/mappings.ts';
import type { PostReading } from '../../post/post.ts';
import { checkUrl, type FolderFacts, type UrlFindings } from '../urls.ts';
import { findAltProblem } from './altText.ts';
import type { BodyImage, PlaceFinder } from './partTypes.ts';

/** The faults of the images of a body, and their URLs to look up later. */
export function checkImages(images: readonly BodyImage[], inPosts: string, folder: FolderFacts): UrlFindings {
  const findings: UrlFindings = { faults: [], open: [] };
  for (const { src, alt, isHtml, place, altPlace, srcPlace } of images) {
    const hint = isHtml
      ? 'add alt="…" with what it shows, or alt="" if it is only decorative'
      : `describe what it shows: ![two people at a table](${src.length > 60 ? '…' : src})`;
    // HTML has a way to say that an image is decorative: an empty alt.
    checkAlt(alt === '' && !isHtml ? undefined : alt, hint, alt ? altPlace : place, findings);
    checkUrl({ rule: 'image-file-missing', url: src, inPosts }, srcPlace, folder, findings);
  }
  return findings;
}

/** The faults of the image in front matter, and its URL to look up later. */
export function checkFrontImage(reading: PostReading, inPosts: string, folder: FolderFacts): UrlFindings {
  const findings: UrlFindings = { faults: [], open: [] };
  const { data = {}, fields, keys } = reading;
  const image = fields?.image;
  const key = keys?.image;
  if (!image || key === undefined) return findings;
  const { src, alt } = image;
  const hint = `add ${typeof data[key] === 'object' ? 'alt: "…" below it' : 'image_alt: "…"'} with what it shows`;
  checkAlt(alt, hint, () => ({ path: alt === undefined ? [key] : altPath(reading, key) }), findings);
  const place: PlaceFinder = () => ({ path: imageSourcePath(data, key) });
  checkUrl({ rule: 'image-file-missing', url: src, inPosts }, place, folder, findings);
  return findings;
}

function checkAlt(alt: string | undefined, hint: string, place: PlaceFinder, { faults }: UrlFindings): void {
  if (alt === undefined) {
    faults.push({ rule: 'image-alt-missing', message: 'image has no alt text', hint, place: place() });
    return;
  }
  const problem = findAltProblem(alt);
  if (problem) faults.push({ rule: 'image-alt-poor', ...problem, place: place() });
}

function altPath({ data, keys }: PostReading, key: string): Path {
  const value = data?.[key];
  if (typeof value === 'object' && value !== null && (value as Record<string, unknown>)['alt']) return [key, 'alt'];
  return [keys?.image_alt ?? key];
}
