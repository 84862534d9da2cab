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

/** Hosts that serve nothing but images, many of them without an extension. */
const imageHosts =
  /^(?:images\.(?:unsplash|pexels)\.com|(?:avatars\d?|camo|user-images)\.githubusercontent\.com|lh\d\.googleusercontent\.com|i\d\.wp\.com|i\.imgur\.com|images\.ctfassets\.net|pbs\.twimg\.com|cdn\.sanity\.io|i\.scdn\.co)$/i;

/** Whether a path or URL is that of an image, as far as can be told without loading it: by its extension or its host. */
export function isImageUrl(url: string): boolean {
  if (imageType(url) !== undefined) return true;
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]*)(\/[^?#]*)?/i.exec(url) ?? [];
  const isServed = imageHosts.test(host) || (/^res\.cloudinary\.com$/i.test(host) && path.includes('/image/'));
  // One with another extension is a video or a page.
  return (isServed && /\/[^/]+$/.test(path) && !/\.[a-z\d]{2,5}$/i.test(path)) || /^data:image\//i.test(url);
}

/** Formats of phones, cameras and scanners that few browsers show. */
const rarelyShown = ['image/heic', 'image/heif', 'image/jxl', 'image/tiff'];

/** Whether a path or URL is that of an image that most browsers cannot show; a server may make another of one with a query. */
export function isRarelyShown(path: string): boolean {
  return !path.includes('?') && rarelyShown.includes(imageType(path) ?? '');
}
