/** Checks images: their alt text, and whether their files exist. */
import type { Fault, Path } from '../../diagnostic.ts';
import { imageSourcePath } from '../../post/fields/mappings.ts';
import { keyNamed } from '../../post/fields/names.ts';
import { isMapping } from '../../post/frontmatter/mapping.ts';
import { isImageUrl, isRarelyShown } from '../../post/imageType.ts';
import type { PostReading } from '../../post/post.ts';
import { abridge, codePoints } from '../../post/text.ts';
import { isTemplate } from '../../post/url.ts';
import type { FolderFacts, UrlFindings } from '../folderFacts.ts';
import { checkUrl, isOfPost } from '../urls.ts';
import { unquoted } from '../valueText.ts';
import type { BodyImage, PlaceFinder } from './partTypes.ts';

/** The faults of the images of a body, and their URLs to look up later. */
export function checkImages(images: readonly BodyImage[], inPosts: string, folder: FolderFacts): UrlFindings {
  const findings: UrlFindings = { faults: [], open: [] };
  for (const { url, alt, isHtml, place, altPlace, urlPlace } of images) {
    const hint = isHtml
      ? 'add alt="…" with what it shows, or alt="" if it is only decorative'
      : `describe what it shows: ![two people at a table](${url.length > 60 ? '…' : url})`;
    // HTML has a way to say that an image is decorative: an empty alt.
    checkAlt(alt === '' && !isHtml ? undefined : alt, hint, alt ? altPlace : place, findings);
    if (checkUrl({ rule: 'image-file-missing', url, inPosts }, urlPlace, folder, findings)) {
      checkFormat(url, urlPlace, findings);
      if (isOfPost(url, inPosts, folder)) findings.faults.push({ ...postFault(url), place: urlPlace() });
    }
  }
  return findings;
}

function postFault(url: string): Pick<Fault, 'rule' | 'level' | 'message' | 'hint'> {
  const message = `image “${abridge(url)}” is a post, not an image`;
  const hint = `name an image, or write a link: [text](${abridge(url)})`;
  return { rule: 'image-file-missing', level: 'warn', message, hint };
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
  // Quotation marks around it are reported as such.
  if (unquoted(src) !== undefined) return findings;
  const place: PlaceFinder = () => ({ path: imageSourcePath(data, key) });
  const isGood = checkUrl({ rule: 'image-file-missing', url: src, inPosts }, place, folder, findings);
  if (isGood && !isImageUrl(src) && !isTemplate(src)) {
    const message = `image “${abridge(src)}” has no image file extension, so feeds and pages leave it out`;
    const pasted = 'use the URL of the image itself, such as https://example.org/photo.jpg';
    findings.faults.push({ rule: 'image-file-missing', level: 'warn', message, hint: pasted, place: place() });
  }
  if (isGood) checkFormat(src, place, findings);
  return findings;
}

function checkFormat(url: string, place: PlaceFinder, { faults }: UrlFindings): void {
  if (!isRarelyShown(url)) return;
  const message = `most browsers cannot show “${abridge(url)}”`;
  const hint = 'export the image as JPEG, and use that file';
  faults.push({ rule: 'image-file-missing', level: 'warn', message, hint, place: place() });
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
  const part = isMapping(value) ? keyNamed(value, 'alt') : undefined;
  if (part !== undefined) return [key, part];
  return [keys?.image_alt ?? key];
}

const longestAlt = 150;
const fileName = /^[^\s/]+\.(?:avif|bmp|gif|hei[cf]|jpe?g|png|svg|tiff?|webp)$/i;
/** A name that a camera or computer gives: `IMG_1234`, `Screenshot 2024-05-14 at 09.30.15`. */
const cameraName =
  /^(?:img|dscn?f?|pxl|mvimg|image|photo|picture)[ _-]?\d[\d _-]*$|^(?:screen ?shot|bildschirmfoto|capture)[ _-]\d{4}[-\d .:at_]*$/i;
const announcement = /^(?:an? |the |this is an? )?(?:image|photo|photograph|picture|pic) (?:of|showing|shows)\b/i;

/** What is wrong with alt text; undefined if nothing is. */
function findAltProblem(alt: string): Pick<Fault, 'message' | 'hint'> | undefined {
  const text = alt.trim();
  const hint = 'describe what the image shows in one sentence, as you would over the phone';
  if (fileName.test(text) || cameraName.test(text)) {
    return { message: `alt text “${text.slice(0, 60)}” is a file name`, hint };
  }
  const [opening] = announcement.exec(text) ?? [];
  if (opening !== undefined) {
    const begin = 'begin with what the image shows; screen readers already announce an image';
    return { message: `alt text begins with “${opening}”`, hint: begin };
  }
  if (/^(?:image|img|photo|photograph|picture|pic|untitled|alt|alt text|description)$/i.test(text)) {
    return { message: `alt text “${text}” does not describe the image`, hint };
  }
  const length = text.length > longestAlt ? codePoints(text) : 0;
  if (length <= longestAlt) return undefined;
  const message = `alt text has ${length} characters (recommended: at most ${longestAlt})`;
  return { message, hint: 'move the details into the text or a caption' };
}
