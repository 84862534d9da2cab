/** Sanitises raw HTML, makes its URLs absolute and its elements well nested. */
import { createRequire } from 'node:module';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as names, parseFragment } from 'parse5';
import type sanitizeHtml from 'sanitize-html';
import type { RewriteUrl } from '../../post/markdown/rewriteUrls.ts';
import { elementsDroppedWhole, keptAttributes, keptElements, keptSchemes } from '../../post/markdown/safeHtml.ts';
import { writeTree } from './tree.ts';

/** Deeper elements are reduced to their text, because parsers and feed readers recurse. */
const maxDepth = 100;

const load = createRequire(import.meta.url);

const urlAttributes = ['href', 'src', 'poster', 'cite'];

/**
 * The HTML without scripts, styles, frames and forms, and with every URL passed through `rewrite`. Only ids that match
 * `ownIds` (of footnotes) are kept: others could clash with ids of the page that shows the feed.
 */
export function makeSafe(html: string, rewrite: RewriteUrl, ownIds: RegExp): string {
  // Loaded only for raw HTML: it takes longer than rendering the newest posts.
  const sanitize: typeof sanitizeHtml = load('sanitize-html');
  const transform = (tag: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
    for (const name of urlAttributes) {
      if (attributes[name] !== undefined) rewriteAttribute(tag, name, attributes, rewrite);
    }
    if (attributes['srcset'] !== undefined) {
      setOrDelete(attributes, 'srcset', rewriteSrcset(attributes['srcset'], rewrite));
    }
    if (attributes['id'] !== undefined && !ownIds.test(attributes['id'])) delete attributes['id'];
    // Without controls it could not be played.
    if (tag === 'video' || tag === 'audio') attributes['controls'] = '';
    return { tagName: tag, attribs: attributes };
  };
  const frame = (tag: string, attributes: sanitizeHtml.Attributes) => linkInstead(tag, attributes, rewrite);
  const image = (tag: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
    const { attribs } = transform(tag, attributes);
    if (attribs['src'] || attribs['srcset']) return { tagName: tag, attribs };
    return { tagName: 'span', attribs: {}, text: attribs['alt'] ?? '' };
  };
  const safe = sanitize(html, {
    allowedTags: keptElements,
    nonTextTags: elementsDroppedWhole,
    allowedAttributes: keptAttributes,
    allowedClasses: { code: ['language-*'] },
    allowedSchemes: keptSchemes,
    allowedSchemesByTag: {
      img: [...keptSchemes, 'data'],
      video: [...keptSchemes, 'data'],
      srcset: [...keptSchemes, 'data'],
    },
    // The results of these are transformed by `*` as well.
    transformTags: { iframe: frame, embed: frame, img: image, '*': transform },
    nestingLimit: maxDepth,
  });
  const nested = nestOnce(safe);
  // Most texts are well nested already. The sanitiser writes `<br />`.
  return nested === safe.replaceAll(' />', '>') ? nested : nestWell(nested);
}

function setOrDelete(attributes: sanitizeHtml.Attributes, name: string, value: string | undefined): void {
  if (value === undefined) delete attributes[name];
  else attributes[name] = value;
}

function rewriteAttribute(tag: string, name: string, attributes: sanitizeHtml.Attributes, rewrite: RewriteUrl): void {
  const use = name === 'poster' || (name === 'src' && tag === 'img') ? 'image' : 'link';
  setOrDelete(attributes, name, rewrite(attributes[name] ?? '', use));
}

/** Frames are not allowed in feeds, so a video in a frame becomes a link. */
function linkInstead(tag: string, attributes: sanitizeHtml.Attributes, rewrite: RewriteUrl): sanitizeHtml.Tag {
  const url = attributes['src'] === undefined ? undefined : rewrite(attributes['src'], 'link');
  if (url === undefined || !/^https?:/i.test(url)) return { tagName: tag, attribs: {} };
  return { tagName: 'a', attribs: { href: url }, text: attributes['title'] || url };
}

/** A width with an optional height, or a density. */
const descriptor = /^(?:[1-9]\d*w(?: [1-9]\d*h)?|(?:\d+|\d*\.\d+)x)?$/;

/** More than any image has; the sanitiser takes minutes for a million. */
const maxCandidates = 1000;

/** Rewrites each URL of `a.png 1x, b.png 2x`; invalid candidates are dropped (HTML, 4.8.4.2.1). */
export function rewriteSrcset(srcset: string, rewrite: RewriteUrl): string | undefined {
  const candidates: string[] = [];
  const words = srcset.trim().split(/\s+/).reverse();
  let link: string | undefined;
  let descriptors: string[] = [];
  const end = (): void => {
    const described = descriptors.join(' ');
    // The sanitiser would print an invalid one to the terminal, unescaped.
    const url = link !== undefined && descriptor.test(described) ? rewrite(link, 'image') : undefined;
    if (url !== undefined) candidates.push(described === '' ? url : `${url} ${described}`);
    link = undefined;
    descriptors = [];
  };
  for (let word = words.pop(); word !== undefined && candidates.length < maxCandidates; word = words.pop()) {
    const comma = word.indexOf(',');
    if (link === undefined) {
      link = withoutCommas(word) || undefined;
      if (word.endsWith(',')) end();
    } else if (comma === -1) descriptors.push(word);
    else {
      if (comma > 0) descriptors.push(word.slice(0, comma));
      end();
      if (comma + 1 < word.length) words.push(word.slice(comma + 1));
    }
  }
  if (candidates.length < maxCandidates) end();
  return candidates.length === 0 ? undefined : candidates.join(', ');
}

/** Commas are part of a URL only within it. */
function withoutCommas(word: string): string {
  let start = 0;
  let end = word.length;
  while (word[start] === ',') start++;
  while (end > start && word[end - 1] === ',') end--;
  return word.slice(start, end);
}

/** One more than is ever needed in practice. */
const maxPasses = 10;

/**
 * The HTML as a browser's parser understands it, with every element closed and where it is allowed. Repeated until it is
 * stable, since what the parser moves out of a table may be moved again.
 */
export function nestWell(html: string): string {
  let nested = html;
  for (let pass = 0; pass < maxPasses; pass++) {
    const before = nested;
    nested = nestOnce(before);
    if (nested === before) break;
  }
  return nested;
}

function nestOnce(html: string): string {
  const context = defaultTreeAdapter.createElement('div', names.NS.HTML, []);
  const fragment = parseFragment(context, html, {});
  stabilise(fragment);
  return writeTree(fragment);
}

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Changes in place what a second parse would change: `rt` and `rp` outside `ruby`, and a line break at the start of `pre`. */
function stabilise(parent: Parent): void {
  const inRuby = parent.nodeName === 'ruby';
  const children: Parent['childNodes'] = [];
  for (const child of parent.childNodes) {
    if ('childNodes' in child) stabilise(child);
    const isStray = (child.nodeName === 'rt' || child.nodeName === 'rp') && !inRuby;
    if (isStray && 'childNodes' in child) children.push(...child.childNodes);
    else children.push(child);
  }
  for (const child of children) child.parentNode = parent;
  parent.childNodes = children;
  const [first] = children;
  // A parser drops the first line break.
  if (parent.nodeName === 'pre' && first && 'value' in first && first.value.startsWith('\n'))
    first.value = `\n${first.value}`;
}
