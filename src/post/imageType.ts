/** Images and their media types. */

/** Extensions that are the name of a media type as well. */
const plainTypes = ['apng', 'avif', 'bmp', 'gif', 'heic', 'jpeg', 'jxl', 'png', 'tiff', 'webp'];
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
