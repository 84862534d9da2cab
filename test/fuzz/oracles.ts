/** What must hold of anything, judged by other means than the program's own. Each returns what is wrong. */
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { type Element, elementsOf } from '../support/feedReaders.ts';

/** Diagnostics that lie outside the text they speak of, as an editor counts its lines and columns. */
export function misplaced(diagnostics: readonly Diagnostic[], text: string): string[] {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  return diagnostics.flatMap((diagnostic) => {
    const { line, column, endColumn, rule, message } = diagnostic;
    const length = [...(lines[line - 1] ?? '')].length;
    const isInside = Number.isInteger(line) && line >= 1 && line <= lines.length && column >= 1 && column <= length + 1;
    const isSpan = endColumn === undefined || (endColumn > column && endColumn <= length + 2);
    const isSaid = typeof message === 'string' && message !== '' && !/undefined|\[object|NaN/.test(message);
    return isInside && isSpan && isSaid ? [] : [`${rule} at ${line}:${column}-${endColumn} “${message}”`];
  });
}

const forbiddenElements =
  `script style iframe frame frameset object embed applet param form input button textarea select
  option base meta link svg math template noscript noembed noframes xmp plaintext title portal dialog slot canvas
  html head body isindex keygen marquee bgsound layer ilayer`.split(/\s+/);
const addressAttributes = ['href', 'src', 'poster', 'cite'];
const safeAddress = /^(?:https?:\/\/[^\s<>"]*|mailto:[^\s<>"]*|tel:[^\s<>"]*)$/i;
const safePicture = /^data:image\/(?:png|jpe?g|gif|webp)[;,][^\s<>"]*$/i;

/** What of some HTML runs, asks, styles, hides behind an address, or reaches out of its place on a page. */
export function unsafe(html: string): string[] {
  // As it is, and as a reader would have it that has parsed and written it once more.
  const again = serialize(parseFragment(html));
  return [...[html, again].flatMap((one) => elementsOf(one).flatMap(unsafeElement)), ...escaping(html)];
}

function unsafeElement(element: Element): string[] {
  const problems: string[] = [];
  if (forbiddenElements.includes(element.tagName) || element.tagName.includes(':'))
    problems.push(`<${element.tagName}>`);
  if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') problems.push(`<${element.tagName}> of another kind`);
  for (const { name, value } of element.attrs) {
    const shown = `${element.tagName} ${name}="${value}"`;
    if (/^on|^style$|^srcdoc$|^action$|^formaction$|^ping$|^background$|^data$|^target$|[^a-z-]/.test(name)) {
      problems.push(shown);
    }
    const isPicture = element.tagName === 'img' && name === 'src';
    if (addressAttributes.includes(name) && !safeAddress.test(value) && !(isPicture && safePicture.test(value))) {
      problems.push(shown);
    }
    if (name === 'srcset' && !isSafeSrcset(value)) problems.push(shown);
  }
  return problems;
}

function isSafeSrcset(value: string): boolean {
  const candidates = value.split(/,\s+|\s+\S+,\s*/).map((one) => one.trim().split(/\s+/)[0] ?? '');
  return candidates.every((one) => safeAddress.test(one) || safePicture.test(one));
}

/** Markup that ends an element around it, or goes on behind it. */
function escaping(html: string): string[] {
  const root = parseFragment(`<article id="around">${html}</article><hr id="behind">`);
  const [around, behind, ...more] = root.childNodes as DefaultTreeAdapterTypes.Element[];
  const isKept = around?.nodeName === 'article' && behind?.nodeName === 'hr' && more.length === 0;
  return isKept ? [] : ['it does not stay in its place'];
}

const likeSign = /draft|publi|status|visib|privat|unlisted|eleventy|password/i;

/**
 * Whether a post that is invalid says that it is a draft: `data` is its front matter, if that can be read. Undefined where
 * that takes knowledge of fields: some word resembles a sign of a draft.
 */
export function saysDraft(text: string, data: Readonly<Record<string, unknown>> | undefined): boolean | undefined {
  if (!likeSign.test(text)) return false;
  const signs = Object.keys(data ?? {}).filter((key) => likeSign.test(key));
  const [sign = ''] = signs;
  if (signs.length !== 1) return undefined;
  return (sign === 'draft' && data?.[sign] === true) || (sign === 'published' && data?.[sign] === false)
    ? true
    : undefined;
}
