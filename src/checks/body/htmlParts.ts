/** Reads raw HTML in a body: its tags, and the images, links and headings among them. */
import type { Place } from '../../diagnostic.ts';
import { decodeEntities } from '../../post/entities.ts';
import { readTags } from '../../post/markdown/htmlTags.ts';
import type { Token } from '../../post/markdown/markdown.ts';
import { trimUrl } from '../../post/url.ts';
import type { BodyParts } from './partTypes.ts';
import type { Locate } from './sourceLines.ts';

/** Stands for the text of a link where it is unknown; no rule objects to it. */
export const unknownText = '…';

/** Adds a block of raw HTML. */
export function addHtml(parts: BodyParts, { content }: Token, locate: Locate): void {
  const code = [...addTags(parts, content, locate, true), ...commentsIn(content)].sort(([a], [b]) => a - b);
  const kind = { isParagraph: false, isItem: false, isHtml: true };
  parts.blocks.push({ ...kind, content, text: content.replace(/<[^<>]*>/g, ' '), code, locate });
}

/** The ranges of comments: like code, they may hold anything. */
function commentsIn(html: string): [number, number][] {
  return [...html.matchAll(/<!--[\s\S]*?(?:-->|$)/g)].map(({ 0: text, index }) => [index, index + text.length]);
}

const longestLink = 500;
const codeElements = ['pre', 'code', 'script', 'style'];

/** Adds the tags, images, links and headings in `html`, which must precede their block. Returns the ranges that are code. */
export function addTags(parts: BodyParts, html: string, locate: Locate, isBlock = false): [number, number][] {
  const block = parts.blocks.length;
  const code: [number, number][] = [];
  const lower = html.toLowerCase();
  for (const { name, kind, attributes, start, end, spanOf } of readTags(html)) {
    const place = (): Place => locate(start, end);
    parts.tags.push({ name, kind, attributes, place });
    if (kind === 'end') continue;
    const placeOf = (attribute: string) => (): Place => {
      const span = spanOf(attribute);
      return locate(span.start, span.end);
    };
    const src = urlOf(attributes.get('src'));
    const href = urlOf(attributes.get('href'));
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (name === 'img' && src !== undefined) {
      const image = { alt: attributes.get('alt'), title: attributes.get('title') ?? '', isHtml: true };
      parts.images.push({ block, place, url: src, urlPlace: placeOf('src'), ...image, altPlace: placeOf('alt') });
    } else if (name === 'a' && href !== undefined) {
      const text = textOfLink(html, lower, end);
      parts.links.push({ block, place, url: href, urlPlace: placeOf('href'), text, textPlace: place });
    }
    // Within a sentence it is there to be shown: “use <h1> and <h2>”.
    else if (level !== undefined && isBlock) {
      parts.headings.push({ level: Number(level), text: textOfHeading(html, lower, end), place });
    } else if (codeElements.includes(name) && start >= (code.at(-1)?.[1] ?? 0)) {
      const close = lower.indexOf(`</${name}`, end);
      code.push([end, close === -1 ? html.length : close]);
    }
  }
  return code;
}

/** The URL in an attribute as browsers read it. */
function urlOf(value: string | undefined): string | undefined {
  return value === undefined ? undefined : trimUrl(value);
}

/** The text of `<h2>text</h2>`, if its end is near. */
function textOfHeading(html: string, lower: string, start: number): string {
  const end = lower.slice(start, start + longestLink).indexOf('</h');
  return end === -1 ? '' : decodeEntities(html.slice(start, start + end).replace(/<[^<>]*>/g, ''));
}

/** The text of `<a href="…">text</a>`, if both tags are near and no other is between them. */
function textOfLink(html: string, lower: string, start: number): string {
  const end = lower.slice(start, start + longestLink).indexOf('</a');
  const inside = html.slice(start, start + end);
  return end === -1 || inside.includes('<') ? unknownText : inside.trim();
}
