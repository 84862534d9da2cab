/** Sanitises raw HTML, makes its URLs absolute and its elements well nested. */
import { createRequire } from 'node:module';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as names, parseFragment } from 'parse5';
import type sanitizeHtml from 'sanitize-html';
import { escapeHtml, escapeHtmlAttribute } from '../../post/markdown/htmlText.ts';
import type { RewriteUrl } from '../../post/markdown/rewriteUrls.ts';
import { elementsDroppedWhole, keptAttributes, keptElements, keptSchemes } from '../../post/markdown/safeHtml.ts';

/** Deeper elements are reduced to their text, because parsers and feed readers recurse. */
const maxDepth = 100;

const load = createRequire(import.meta.url);

const urlAttributes = ['href', 'src', 'poster', 'cite'];

/**
 * The HTML, of which `closeHtml` has closed every element, without scripts, styles and forms, and with every URL passed
 * through `rewrite`. Only ids that match
 * `ownIds` (of footnotes) are kept: others could clash with ids of the page that shows the feed.
 */
export function makeSafe(html: string, rewrite: RewriteUrl, ownIds: RegExp): string {
  // Loaded only for raw HTML: it takes longer than rendering the newest posts.
  const sanitize: typeof sanitizeHtml = load('sanitize-html');
  const rewritten = (tag: string, name: string, value: string): string | undefined => {
    if (name === 'id') return ownIds.test(value) ? value : undefined;
    if (name === 'srcset') return rewriteSrcset(value, rewrite);
    if (!urlAttributes.includes(name)) return value;
    return rewrite(value, name === 'poster' || (name === 'src' && tag === 'img') ? 'image' : 'link');
  };
  const transform = (tag: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
    const attribs: sanitizeHtml.Attributes = {};
    for (const [key, written] of Object.entries(attributes)) {
      // Older texts name their anchors.
      const name = key === 'name' && tag === 'a' && !('id' in attributes) ? 'id' : key;
      const value = rewritten(tag, name, written);
      if (value !== undefined) attribs[name] = value;
    }
    // Without controls it could not be played.
    if (tag === 'video' || tag === 'audio') attribs['controls'] = '';
    return { tagName: tag, attribs };
  };
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
    // The result is transformed by `*` as well.
    transformTags: { img: image, '*': transform },
    nestingLimit: maxDepth,
  });
  const nested = nestOnce(safe);
  // Most texts are well nested already. The sanitiser writes `<br />`.
  return nested === safe.replaceAll(' />', '>') ? nested : nestWell(nested);
}

/** A URL, which may contain commas but not begin or end with one, and a descriptor, which ends at the next comma. */
const candidate = /([^\s,](?:\S*[^\s,])?)(?:,|([^,]*))/g;

/** A width with an optional height, or a density. */
const descriptor = /^(?:[1-9]\d*w(?: [1-9]\d*h)?|(?:\d+|\d*\.\d+)x)?$/;

/** More than any image has; the sanitiser takes minutes for a million. */
const maxCandidates = 1000;

/** Rewrites each URL of `a.png 1x, b.png 2x`; invalid candidates are dropped (HTML, 4.8.4.2.1). */
export function rewriteSrcset(srcset: string, rewrite: RewriteUrl): string | undefined {
  const candidates: string[] = [];
  for (const [, link = '', written = ''] of srcset.matchAll(candidate)) {
    const described = written.trim().replace(/\s+/g, ' ');
    // The sanitiser would print an invalid one to the terminal, unescaped.
    const url = descriptor.test(described) ? rewrite(link, 'image') : undefined;
    if (url !== undefined) candidates.push(described === '' ? url : `${url} ${described}`);
    if (candidates.length === maxCandidates) break;
  }
  return candidates.length === 0 ? undefined : candidates.join(', ');
}

/**
 * The HTML as a browser's parser understands it, with every element closed and where it is allowed. Repeated until it is
 * stable, since what the parser moves out of a table may be moved again; ten passes are more than that ever takes.
 */
export function nestWell(html: string, passes = 10): string {
  const nested = nestOnce(html);
  return nested === html || passes === 1 ? nested : nestWell(nested, passes - 1);
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
  const children = parent.childNodes.flatMap((child) => {
    if (!('childNodes' in child)) return [child];
    stabilise(child);
    const isStray = (child.nodeName === 'rt' || child.nodeName === 'rp') && parent.nodeName !== 'ruby';
    return isStray ? child.childNodes : [child];
  });
  for (const child of children) child.parentNode = parent;
  parent.childNodes = children;
  const [first] = children;
  // A parser drops the first line break.
  if (parent.nodeName === 'pre' && first && 'value' in first && first.value.startsWith('\n'))
    first.value = `\n${first.value}`;
}

const voidElements = new Set(['br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);

const specialInText = /[&<>\xa0]/g;
const specialInAttribute = /[&<>"\xa0]/g;

/** The elements and text of a tree as HTML (HTML, 13.3); unlike parse5, with numeric references. */
function writeTree(parent: Parent): string {
  let html = '';
  for (const node of parent.childNodes) {
    if (node.nodeName === '#text' && 'value' in node) html += escapeHtml(node.value, specialInText);
    if (!('tagName' in node)) continue;
    html += `<${node.tagName}`;
    for (const { name, value } of node.attrs) {
      html += ` ${name}="${escapeHtmlAttribute(name, value, specialInAttribute)}"`;
    }
    html += voidElements.has(node.tagName) ? '>' : `>${writeTree(node)}</${node.tagName}>`;
  }
  return html;
}
