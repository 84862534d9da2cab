/** A final safety check of HTML, independent of the sanitiser. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as names, parseFragment } from 'parse5';
import { keptAttributes, keptElements } from '../../post/markdown/safeHtml.ts';

const elements = new Set(keptElements);

/** Attributes that hold URLs, and how these may begin. All URLs are absolute at this point. */
const link = /^(?:https?:\/\/|mailto:|tel:)/i;
const image = /^(?:https?:\/\/|data:image\/(?:png|jpe?g|gif|webp)[;,])/i;
const urls: Readonly<Record<string, RegExp>> = { href: link, src: link, cite: link, poster: image, srcset: image };

const footnoteIds = /^fn(?:ref)?-/;

/** The first element, attribute or URL in HTML, as browsers parse it, that safeHtml.ts does not allow. */
export function findDanger(html: string, ids = footnoteIds): string | undefined {
  const context = defaultTreeAdapter.createElement('div', names.NS.HTML, []);
  const queue: DefaultTreeAdapterTypes.ChildNode[] = [...parseFragment(context, html, {}).childNodes];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.nodeName === '#text') continue;
    if (!('tagName' in node)) return node.nodeName;
    if (!elements.has(node.tagName) || node.namespaceURI !== names.NS.HTML) return `<${node.tagName}>`;
    const bad = node.attrs.find(({ name, value }) => !isAllowed(node.tagName, name, value, ids));
    if (bad) return `${bad.name}="${bad.value.slice(0, 40)}" in <${node.tagName}>`;
    for (const child of node.childNodes) queue.push(child);
  }
  return undefined;
}

function isAllowed(tag: string, name: string, value: string, ids: RegExp): boolean {
  if (tag === 'code' && name === 'class') return /^language-/.test(value);
  if (name === 'id') return ids.test(value);
  const isListed =
    keptAttributes['*']?.includes(name) || (Object.hasOwn(keptAttributes, tag) && keptAttributes[tag]?.includes(name));
  if (!isListed) return false;
  const start = tag === 'img' && name === 'src' ? image : urls[name];
  return start === undefined || (name === 'srcset' ? value.split(/,\s+/) : [value]).every((url) => start.test(url));
}
