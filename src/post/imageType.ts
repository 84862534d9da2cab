/** Images and their media types. */

/** Extensions that are the name of a media type as well. */
const plainTypes = ['apng', 'avif', 'bmp', 'gif', 'heic', 'heif', 'jpeg', 'jxl', 'png', 'tiff', 'webp'];
const otherTypes: Readonly<Record<string, string>> = {
  ico: 'vnd.microsoft.icon',
  jfif: 'jpeg',
  jpg: 'jpeg',
  svg: 'svg+xml',
  tif: 'tiff',
};

/** The media type of an image by the extension of its path or URL; undefined if that is not one of an image. */
export function imageType(path: string): string | undefined {
  const file = path.replace(/^https?:\/\/[^/?#]*|[?#].*$/gis, '');
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  if (plainTypes.includes(extension)) return `image/${extension}`;
  return Object.hasOwn(otherTypes, extension) ? `image/${otherTypes[extension]}` : undefined;
}

/** Formats of phones, cameras and scanners that few browsers show. */
const rarelyShown = ['image/heic', 'image/heif', 'image/jxl', 'image/tiff'];

/** Whether a path or URL is that of an image that most browsers cannot show; a server may make another of one with a query. */
export function isRarelyShown(path: string): boolean {
  return !path.includes('?') && rarelyShown.includes(imageType(path) ?? '');
}
