/** The image that the flags of `blog new` name: where it is, and how the post that shows it refers to it. */
import { isAbsolute, join, parse, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { tried } from '../../files/explain.ts';
import { isFile, isMissing } from '../../files/folder.ts';
import { leadsOutside } from '../../files/outside.ts';
import { printedPath } from '../../files/posts.ts';
import { isWindows } from '../../files/programs/programs.ts';
import { similarFile } from '../../files/similar.ts';
import { storedIn, storedPath } from '../../files/spelling.ts';
import type { DraftFields } from '../../post/draft/draft.ts';
import type { Image } from '../../post/fields/mappings.ts';
import { isImageUrl, isRarelyShown } from '../../post/imageType.ts';
import { relativePath } from '../../post/relativePath.ts';
import { visible } from '../../report/escape.ts';
import { shellPath } from '../../shellWord.ts';
import type { SiteContext } from '../site.ts';
import { readFilledLine } from '../textArgument.ts';

/** The options of `blog new` about an image. */
export interface ImageOptions {
  image?: string;
  alt?: string;
  credit?: string;
  consent?: NonNullable<Image['consent']>;
}

type DraftImage = NonNullable<DraftFields['image']>;

/** Reads the options about an image. Throws UserError for a file that readers of the post could not see. */
export function readImage(
  { image, alt, credit, consent }: ImageOptions,
  site: SiteContext,
  hint: (text: string) => void,
): DraftImage | undefined {
  if (image === undefined) {
    const [alone] = Object.entries({ alt, credit, consent }).flatMap(([name, value]) =>
      value === undefined ? [] : name,
    );
    if (alone !== undefined) throw new UserError(`--${alone} needs an image; add --image PATH`);
    return undefined;
  }
  const source = findSource(readFilledLine(image, '--image'), site, hint);
  if (!isImageUrl(source.src)) {
    hint(`--image: “${visible(image)}” has no image file extension, so feeds and pages will leave it out`);
  }
  if (isRarelyShown(source.src)) {
    hint(`--image: most browsers cannot show “${visible(image)}”; export it as JPEG, and use that file`);
  }
  return {
    ...source,
    ...(alt !== undefined && { alt: readFilledLine(alt, '--alt') }),
    ...(credit !== undefined && { credit: readFilledLine(credit, '--credit') }),
    ...(consent !== undefined && { consent }),
  };
}

/** The fields with the image as the post at `inPosts` refers to it. */
export function placeImage(fields: DraftFields, inPosts: string): DraftFields {
  const { image } = fields;
  if (!image?.isFile) return fields;
  return { ...fields, image: { ...image, src: relativePath(inPosts, image.src) } };
}

function findSource(given: string, site: SiteContext, hint: (text: string) => void): DraftImage {
  if (/^https?:\/\//i.test(given) && URL.canParse(given)) return { src: given };
  const { base, root, config, folder } = site;
  const shown = `--image: “${visible(given)}”`;
  if (/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(given)) throw new UserError(`${shown} is neither a path nor an https:// URL`);
  const path = resolve(base, given);
  const publicFolder = config.static === undefined ? undefined : join(root, config.static);
  if (!isFile(path)) {
    // As a post writes it: from the root of the site.
    if (given.startsWith('/') && publicFolder !== undefined && isFile(join(publicFolder, given))) return { src: given };
    throw new UserError(`${shown} ${whyNoFile(path, given, site)}`);
  }
  // On a way through links, such as `/tmp` on macOS, the folders are compared as they really are.
  const isBelow = (above: string): boolean =>
    leadsOutside(above, path) === undefined && storedIn(above, path) !== undefined;
  // What would end the path in a URL, or be decoded there, stays a part of the name.
  const fromFolder = printedPath(storedPath(folder.path), storedPath(path)).replace(
    /[?#]|%(?=[\da-f]{2})/gi,
    encodeURIComponent,
  );
  if (isBelow(folder.path)) return { src: fromFolder, isFile: true };
  if (publicFolder !== undefined && isBelow(publicFolder)) {
    const prefix = config.siteUrl === undefined ? '' : new URL(config.siteUrl).pathname.replace(/\/$/, '');
    return { src: encodeURI(`${prefix}/${storedIn(publicFolder, path)}`) };
  }
  const advice = copyAdvice(given, site);
  if (!isBelow(root)) {
    throw new UserError([`${shown} is outside the blog’s folder, where readers cannot see it; copy it:`, ...advice]);
  }
  const doubt = `${shown} is outside the posts folder, so feeds may link to it wrongly; to be safe, copy it:`;
  hint([doubt, ...advice].join('\n'));
  return { src: fromFolder, isFile: true };
}

/** The commands that copy an image to the posts folder, and the option that names the copy then. */
function copyAdvice(given: string, { base, folder, shell }: SiteContext): string[] {
  const path = resolve(base, given);
  const images = join(folder.path, 'images');
  const { name, ext } = parse(path);
  let copy = `${name}${ext}`;
  for (let number = 2; !isMissing(join(images, copy)); number++) copy = `${name}-${number}${ext}`;
  const windows = isWindows(shell.env);
  const word = (shown: string): string => (windows ? `"${shown.replaceAll('/', '\\')}"` : shellPath(shown));
  const printed = (file: string): string => visible(printedPath(shell.cwd, file));
  const source = isAbsolute(given) ? visible(given) : printed(path);
  return [
    ...(isMissing(images) ? [`  mkdir ${windows ? '' : '-p '}${word(printed(images))}`] : []),
    `  ${windows ? 'copy' : 'cp'} ${word(source)} ${word(printed(join(images, copy)))}`,
    `then pass --image ${shellPath(visible(`${folder.printed}images/${copy}`))}`,
  ];
}

/** Why there is no such file, and which one was probably meant. */
function whyNoFile(path: string, given: string, { base, root, folder, globals }: SiteContext): string {
  if (tried(() => isMissing(path)) === false) return 'is not a file';
  const folders = [folder.path, join(folder.path, 'images'), root];
  const elsewhere = folders.map((one) => join(one, given)).find(isFile);
  const near = elsewhere === undefined ? similarFile(base)(given) : printedPath(base, elsewhere);
  if (near !== undefined) return `not found; did you mean “${visible(near)}”?`;
  return `not found; paths are relative to ${globals.dir === undefined ? 'the current folder' : '--dir'}`;
}
