/** HTML that others may show on their pages: safe, with whole addresses, well nested. Spec section 6. */
import { createRequire } from 'node:module';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as names, parseFragment } from 'parse5';
import type sanitizeHtml from 'sanitize-html';
import type { RewriteUrl } from '../../post/markdown/rewriteUrls.ts';
import { elementsDroppedWhole, keptAttributes, keptElements, keptSchemes } from '../../post/markdown/safeHtml.ts';
import { writeTree } from './tree.ts';

/** Deeper markup loses its tags and keeps its text: parsers and readers recurse. */
const deepest = 100;

const load = createRequire(import.meta.url);

const addressAttributes = ['href', 'src', 'poster', 'cite'];

/**
 * The HTML without anything that runs, styles, frames or asks; every address as `rewrite` wants it. `ownIds` is how
 * the ids begin that the text itself links to (its footnotes'): others could clash with those of a reader's page.
 */
export function makeSafe(html: string, rewrite: RewriteUrl, ownIds: RegExp): string {
  // Loaded only for a text that has HTML of its own: it takes longer than the feed of the newest posts.
  const sanitize: typeof sanitizeHtml = load('sanitize-html');
  const transform = (tag: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
    for (const name of addressAttributes) {
      if (attributes[name] !== undefined) rewriteAttribute(tag, name, attributes, rewrite);
    }
    if (attributes['srcset'] !== undefined) {
      setOrDelete(attributes, 'srcset', rewriteSrcset(attributes['srcset'], rewrite));
    }
    if (attributes['id'] !== undefined && !ownIds.test(attributes['id'])) delete attributes['id'];
    // Without them nobody can play it.
    if (tag === 'video' || tag === 'audio') attributes['controls'] = '';
    return { tagName: tag, attribs: attributes };
  };
  const framed = (tag: string, attributes: sanitizeHtml.Attributes) => linkInstead(tag, attributes, rewrite);
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
    // Only these three may put a text in the place of a tag; what they return goes through `*` as well.
    transformTags: { iframe: framed, embed: framed, img: image, '*': transform },
    nestingLimit: deepest,
  });
  const nested = nestOnce(safe);
  // The sanitiser ends `<br />` in its own way. Most texts are well nested already, and are parsed once.
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

/** A film in a frame becomes a link to it: feeds carry no frames. */
function linkInstead(tag: string, attributes: sanitizeHtml.Attributes, rewrite: RewriteUrl): sanitizeHtml.Tag {
  const address = attributes['src'] === undefined ? undefined : rewrite(attributes['src'], 'link');
  if (address === undefined || !/^https?:/i.test(address)) return { tagName: tag, attribs: {} };
  return { tagName: 'a', attribs: { href: address }, text: attributes['title'] || address };
}

/** What may follow an address there: a width with or without a height, or a density. */
const descriptor = /^(?:[1-9]\d*w(?: [1-9]\d*h)?|(?:\d+|\d*\.\d+)x)?$/;

/** No image has so many sizes; the sanitiser takes minutes for a million. */
const mostCandidates = 1000;

/** `a.png 1x, b.png 2x`: each address rewritten; candidates that are none are left out. HTML 4.8.4.2.1. */
export function rewriteSrcset(srcset: string, rewrite: RewriteUrl): string | undefined {
  const candidates: string[] = [];
  const words = srcset.trim().split(/\s+/).reverse();
  let address: string | undefined;
  let descriptors: string[] = [];
  const end = (): void => {
    const described = descriptors.join(' ');
    // The sanitiser would print what it cannot read, raw, on the user's terminal.
    const url = address !== undefined && descriptor.test(described) ? rewrite(address, 'image') : undefined;
    if (url !== undefined) candidates.push(described === '' ? url : `${url} ${described}`);
    address = undefined;
    descriptors = [];
  };
  for (let word = words.pop(); word !== undefined && candidates.length < mostCandidates; word = words.pop()) {
    const comma = word.indexOf(',');
    if (address === undefined) {
      address = withoutCommas(word) || undefined;
      if (word.endsWith(',')) end();
    } else if (comma === -1) descriptors.push(word);
    else {
      if (comma > 0) descriptors.push(word.slice(0, comma));
      end();
      if (comma + 1 < word.length) words.push(word.slice(comma + 1));
    }
  }
  if (candidates.length < mostCandidates) end();
  return candidates.length === 0 ? undefined : candidates.join(', ');
}

/** Commas belong to an address only inside it. */
function withoutCommas(word: string): string {
  let start = 0;
  let end = word.length;
  while (word[start] === ',') start++;
  while (end > start && word[end - 1] === ',') end--;
  return word.slice(start, end);
}

/** As often as it takes in practice, and once more. */
const mostPasses = 10;

/**
 * What a browser would make of it, written out: every element closed where it ends, and only where it may stand. What
 * it moves out of a table may stand where the next reader would move it again: until nothing moves any more.
 */
export function nestWell(html: string): string {
  let nested = html;
  for (let pass = 0; pass < mostPasses; pass++) {
    const before = nested;
    nested = nestOnce(before);
    if (nested === before) break;
  }
  return nested;
}

function nestOnce(html: string): string {
  const place = defaultTreeAdapter.createElement('div', names.NS.HTML, []);
  const fragment = parseFragment(place, html, {});
  settle(fragment);
  return writeTree(fragment);
}

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** What a parser leaves where the next one would not: readings of a ruby within other elements, and a break that `pre` begins with. */
function settle(parent: Parent): void {
  const inRuby = parent.nodeName === 'ruby';
  const children: Parent['childNodes'] = [];
  for (const child of parent.childNodes) {
    if ('childNodes' in child) settle(child);
    const isStray = (child.nodeName === 'rt' || child.nodeName === 'rp') && !inRuby;
    if (isStray && 'childNodes' in child) children.push(...child.childNodes);
    else children.push(child);
  }
  for (const child of children) child.parentNode = parent;
  parent.childNodes = children;
  const [first] = children;
  // The first of them is not of the text.
  if (parent.nodeName === 'pre' && first && 'value' in first && first.value.startsWith('\n'))
    first.value = `\n${first.value}`;
}
