/** What is wrong with the URL of another site, as far as the URL itself tells: the site is never asked. */
import type { Fault } from '../../diagnostic.ts';
import { abridge } from '../../post/text.ts';
import { parseUrl } from '../../post/url.ts';

type Problem = Pick<Fault, 'message' | 'hint' | 'level'>;

/** What is wrong with the URL of another site, or with that of an image which is a page; undefined if nothing is. */
export function findWebUrlProblem(url: string, what: 'link' | 'image'): Problem | undefined {
  const shown = `${what} “${abridge(url)}”`;
  if (what === 'image' && isWebPage(url)) {
    const hint = 'download the image, copy the file beside the post, and use its path there';
    return { level: 'warn', message: `${shown} is a web page, not an image`, hint };
  }
  const [, slashes, after] = /^https?:([\\/]{0,2})(.*)$/is.exec(url) ?? [];
  if (after === undefined) return undefined;
  if (/^(?:…|\.{3})?\/?$/.test(after)) {
    const hint = what === 'link' ? 'write the URL of the page' : 'write the URL of the image';
    return { message: `${shown} is not a whole URL`, hint };
  }
  if (slashes !== '//') {
    const whole = url.replace(/^(https?):[\\/]{0,2}/i, '$1://').replaceAll('\\', '/');
    return { message: `${shown} has no // before the name of the site`, hint: `write ${abridge(whole)}` };
  }
  if (/^https?(?::|\/\/)./i.test(after)) {
    const inner = after.replace(/^(https?):?\/{0,2}/i, '$1://');
    return { message: `${shown} begins with https:// twice`, hint: `write ${abridge(inner)}` };
  }
  const [, extra] = /^[^“‘„«"<]*([”’“‘»">])$/.exec(after) ?? [];
  if (extra !== undefined) {
    const mark = extra === '>' ? 'an angle bracket' : 'a quotation mark';
    return { message: `${shown} ends in ${mark}`, hint: `remove the ${extra} at the end of the URL` };
  }
  if (parseUrl(url) === undefined) {
    return { message: `${shown} is not a valid URL`, hint: 'check the name of the site, from // to the next /' };
  }
  if (!isOwnComputer(url)) return undefined;
  const message = `${shown} leads to your own computer, not to the site`;
  return { level: 'warn', message, hint: `use the URL of the published ${what === 'link' ? 'page' : 'image'}` };
}

/** Whether a URL leads to the computer on which it is opened, as that of a preview. */
export function isOwnComputer(url: string): boolean {
  return /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])(?:[:/?#]|$)/i.test(url);
}

/** Pages that show an image, by host and path, unless the URL has what makes it that of the image itself. */
const imagePages: readonly [host: RegExp, path: RegExp, image?: RegExp][] = [
  [/^drive\.google\.com$/, /^\/(?:file|open|drive)\b/],
  [
    /^docs\.google\.com$/,
    /^\/(?:document|file|forms|presentation|spreadsheets)\//,
    /\/(?:pubchart|export)\b|format=image/,
  ],
  [/^photos\.(?:app\.goo\.gl|google\.com)$/, /^\/./],
  [/^(?:www\.)?dropbox\.com$/, /^\/./, /[?&](?:raw|dl)=1\b/],
  [/^1drv\.ms$/, /^\/./],
  [/^onedrive\.live\.com$/, /^\//, /\/(?:embed|download)\b/],
  [/\.sharepoint\.com$/, /^\/./, /[?&]download=1\b/],
  [/^(?:www\.)?icloud\.com$/, /^\/./],
  [/^(?:www\.|m\.)?imgur\.com$/, /^\/(?:(?:a|gallery|t)\/)?[\w-]+(?:\/[\w-]+)?$/],
  [/^(?:www\.)?flickr\.com$/, /^\/photos\//],
  [/^flic\.kr$/, /^\/p\//],
  [/^(?:commons\.wikimedia|[a-z-]+(?:\.m)?\.wikipedia)\.org$/, /^\/wiki\/[^:/]+:.*\.\w+$/, /Special:/],
  [/^github\.com$/, /^\/[^/]+\/[^/]+\/blob\//, /[?&]raw=(?:true|1)\b/i],
  [/^(?:www\.)?(?:instagram|facebook|pinterest)\.com$/, /^\/(?:p|photo|pin)\b/],
  [/^(?:www\.)?unsplash\.com$/, /^\/photos\//, /\/download\b/],
  [/^(?:www\.|m\.)?youtube\.com$/, /^\/(?:watch|shorts)\b/],
  [/^youtu\.be$/, /^\/./],
];

/** Whether a URL is that of a page, which shows an image only in a window of its own. */
function isWebPage(url: string): boolean {
  const { hostname, pathname } = parseUrl(url, 'https://blog.invalid') ?? { hostname: '', pathname: '' };
  if (/\.html?$/i.test(pathname)) return true;
  return imagePages.some(([host, path, image]) => host.test(hostname) && path.test(pathname) && !image?.test(url));
}
