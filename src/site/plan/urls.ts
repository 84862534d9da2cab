/** URLs of a site: absolute ones ↔ paths below the site’s own. */

/** The path of the site itself: `/blog` of `https://org.github.io/blog`; empty without one. */
export function basePath(siteUrl: string): string {
  return siteUrl.replace(/^https?:\/\/[^/?#]*/i, '');
}

/** The scheme and host of a site’s URL: all but its path. */
export function originOf(siteUrl: string): string {
  return siteUrl.slice(0, siteUrl.length - basePath(siteUrl).length);
}

/** The path of an absolute URL below the site’s own, without query and fragment; undefined if it is not of the site. */
export function pathInSite(url: string, siteUrl: string): string | undefined {
  if (!url.startsWith(siteUrl)) return undefined;
  const rest = url.slice(siteUrl.length);
  if (rest === '') return '/';
  if (!/^[/?#]/.test(rest)) return undefined;
  const path = rest.replace(/[?#].*$/s, '');
  return path === '' ? '/' : path;
}

/** Returns a function that makes links inside the site root-relative, so that a preview and a move need no change. */
export function createHrefs(siteUrl: string): (url: string) => string {
  const origin = originOf(siteUrl).length;
  return (url) => {
    if (pathInSite(url, siteUrl) === undefined) return url;
    const href = url.slice(origin);
    // Browsers read what follows two slashes, or a backslash, as another host.
    if (/^\/[/\\]/.test(href)) return url;
    return href.startsWith('/') ? href : `/${href}`;
  };
}
