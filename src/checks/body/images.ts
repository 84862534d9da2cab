/** Rules about pictures: what is said of them, and whether they are there. Spec section 5, group “body”. */
import type { Fault, Path } from '../../diagnostic.ts';
import { imageSourcePath } from '../../post/fields/mappings.ts';
import type { PostReading } from '../../post/post.ts';
import { type FolderFacts, lookUp, type OpenUrl, urlFault } from '../urls.ts';
import { altProblem } from './altText.ts';
import type { BodyImage, PlaceFinder } from './partTypes.ts';

/** Faults, and addresses of which only all posts together tell. */
export interface Findings {
  faults: Fault[];
  open: OpenUrl[];
}

/** The pictures of a body. */
export function checkImages(images: readonly BodyImage[], inPosts: string, folder: FolderFacts): Findings {
  const findings: Findings = { faults: [], open: [] };
  for (const { src, alt, isHtml, place, altPlace, srcPlace } of images) {
    // In HTML an empty alt is a choice: the picture only decorates.
    if (alt === undefined || (alt === '' && !isHtml)) {
      findings.faults.push({
        rule: 'image-alt-missing',
        message: 'the image has no description for those who do not see it',
        hint: isHtml
          ? 'add alt="…" with what it shows, or alt="" where it only decorates'
          : `write what it shows: ![two people at a table](${src.length > 60 ? '…' : src})`,
        place: place(),
      });
    } else checkAlt(alt, altPlace, findings.faults);
    checkSource(src, srcPlace, inPosts, folder, findings);
  }
  return findings;
}

/** The picture in front matter. */
export function checkFrontImage(reading: PostReading, inPosts: string, folder: FolderFacts): Findings {
  const findings: Findings = { faults: [], open: [] };
  const image = reading.fields?.image;
  const key = reading.keys?.image;
  if (!image || key === undefined) return findings;
  const { src, alt } = image;
  if (alt === undefined) {
    findings.faults.push({
      rule: 'image-alt-missing',
      message: 'the image has no description for those who do not see it',
      hint: isMapping(reading, key)
        ? 'add alt: "…" below it, with what it shows'
        : 'add image_alt: "…" with what it shows',
      place: { path: [key] },
    });
  } else checkAlt(alt, () => ({ path: altPath(reading, key) }), findings.faults);
  checkSource(src, () => ({ path: imageSourcePath(reading.data ?? {}, key) }), inPosts, folder, findings);
  return findings;
}

function checkAlt(alt: string, place: PlaceFinder, faults: Fault[]): void {
  const poor = altProblem(alt);
  if (poor) faults.push({ rule: 'image-alt-poor', message: poor.problem, hint: poor.hint, place: place() });
}

function checkSource(
  address: string,
  place: PlaceFinder,
  inPosts: string,
  folder: FolderFacts,
  findings: Findings,
): void {
  const verdict = lookUp(address, inPosts, folder);
  if (verdict === 'good') return;
  const open: OpenUrl = { rule: 'image-file-missing', address, place: place(), inPosts };
  if (verdict === 'open') findings.open.push(open);
  else findings.faults.push(...urlFault(open, folder));
}

function isMapping({ data }: PostReading, key: string): boolean {
  return typeof data?.[key] === 'object';
}

function altPath(reading: PostReading, key: string): Path {
  const value = reading.data?.[key];
  if (typeof value === 'object' && value !== null && (value as Record<string, unknown>)['alt']) return [key, 'alt'];
  return [reading.keys?.image_alt ?? key];
}
