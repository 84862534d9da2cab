/** The URLs of attachments, however WordPress and its plugins write them in texts. */

/** Hosts of Jetpack, which serve an image of another host: `i0.wp.com/blog.example.org/…`. */
const proxy = /^(?:https?:)?\/\/i\d\.wp\.com\//i;

/** A URL without scheme, `www.`, proxy, query and fragment, decoded as far as it can be: the same for all forms of one image. */
export function fileKey(url: string): string {
  const bare = url
    .trim()
    .replace(proxy, '//')
    .replace(/^(?:https?:)?\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/s, '');
  try {
    return decodeURI(bare);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'URIError') throw error;
    return bare;
  }
}

/** A key without the suffix of a size that WordPress made: `photo-300x200.jpg` → `photo.jpg`; undefined without one. */
export function withoutSize(key: string): string | undefined {
  const bare = key.replace(/-\d{1,5}x\d{1,5}(?=\.[a-z\d]{2,5}$)/i, '');
  return bare === key ? undefined : bare;
}

/** Whether a URL is that of a file which somebody uploaded, in the usual folders of WordPress and of its networks. */
export function isUpload(url: string): boolean {
  return /\/(?:uploads|files)\//.test(url);
}
