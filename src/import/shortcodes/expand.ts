/** Shortcodes → HTML. */
import type { Loss, TextContext } from '../types.ts';
import { findDecoration, findHidden, mayBeForSome } from '../withheld/shortcodes.ts';
import { isToggle } from '../withheld/words.ts';
import { parseAttributes, toText } from './attributes.ts';
import { createImageTools } from './images.ts';
import { linkUrls } from './links.ts';
import { scanTags, type Tag } from './scan.ts';
import { type Mapper, type Shortcode, type Tools, unwrap, unwrapBlock } from './shapes.ts';
import { isMeant, looseNames, mappers } from './table.ts';

export { protectCode } from './code.ts';

/** A shortcode that has begun. */
interface Frame {
  tag: Tag;
  html: string;
}

/** Nobody nests that deep but by a program; mappers look at what is inside, layouts do not. */
const deepest = 200;

/** HTML encoded in HTML shrinks by a quarter each time, so this is far from any real text. */
const mostEncoded = 8;

/** HTML without shortcodes, and what was lost with them. */
export function expandShortcodes(html: string, context: TextContext): { html: string; losses: Loss[] } {
  const losses = new Map<string, Loss>();
  const addLoss = (kind: string, what: string): void => {
    const loss = losses.get(`${kind}\n${what}`);
    if (loss) loss.count += 1;
    else losses.set(`${kind}\n${what}`, { kind, what, count: 1 });
  };
  const images = createImageTools(context.index, addLoss);
  const expandAt = (text: string, level: number): string => {
    if (!text.includes('[')) return text;
    const tools: Tools = {
      context,
      addLoss,
      ...images,
      expand: (inner) => (level < mostEncoded ? expandAt(inner, level + 1) : inner),
    };
    return expandText(text, tools);
  };
  const withBreaks = html.replace(/<!(?:--|–-) \[et_pb_(?:line_break|br)_holder\] (?:--|-–)>/g, '\n');
  return { html: linkUrls(expandAt(withBreaks, 0)), losses: [...losses.values()] };
}

function expandText(html: string, tools: Tools): string {
  const tags = [...scanTags(html, (name) => mappers.has(name))];
  const pairs = pairTags(tags);
  const frames: Frame[] = [];
  let output = '';
  let done = 0;
  const add = (text: string): void => {
    const frame = frames.at(-1);
    if (frame) frame.html += text;
    else output += text;
  };
  for (const tag of tags) {
    add(html.slice(done, tag.start));
    done = tag.end;
    if (tag.isEscaped) add(html.slice(tag.start + 1, tag.end - 1));
    else if (!tag.isClosing) {
      if (pairs.has(tag)) frames.push({ tag, html: '' });
      else add(renderShortcode(html, { tag, html: '' }, undefined, tools, frames.length));
    } else if (pairs.has(tag)) {
      const frame = frames.pop();
      if (frame) add(renderShortcode(html, frame, tag, tools, frames.length));
    } else if (mappers.has(tag.name) && !looseNames.has(tag.name)) {
      tools.addLoss('shortcode', `[/${tag.name}] without its beginning left out`);
    } else add(html.slice(tag.start, tag.end));
  }
  add(html.slice(done));
  return output;
}

/** The tags that belong together. What begins inside of a shortcode and does not end there has no end. */
function pairTags(tags: readonly Tag[]): ReadonlySet<Tag> {
  const pairs = new Set<Tag>();
  const begun: Tag[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, by: number): void => {
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  for (const tag of tags) {
    if (tag.isEscaped || tag.isSelfClosing) continue;
    if (!tag.isClosing) {
      begun.push(tag);
      count(tag.name, 1);
    } else if ((counts.get(tag.name) ?? 0) > 0) {
      for (let last = begun.pop(); last; last = begun.pop()) {
        count(last.name, -1);
        if (last.name !== tag.name) continue;
        pairs.add(last).add(tag);
        break;
      }
    }
  }
  return pairs;
}

function renderShortcode(
  html: string,
  { tag, html: inner }: Frame,
  closing: Tag | undefined,
  tools: Tools,
  depth: number,
): string {
  const mapper = mappers.get(tag.name) ?? (closing ? toggleMapper(tag) : undefined);
  const isBare = !closing && !tag.isSelfClosing && !isMeant(tag.name, tag.attributes);
  if (!mapper && closing && mayBeForSome(tag.name, tag.attributes)) {
    tools.addLoss('hidden', `[${tag.name.slice(0, 60)}] left out (may not be shown to everyone)`);
    return '';
  }
  if (!mapper || (isBare && looseNames.has(tag.name))) {
    if (!isBare) tools.addLoss('shortcode', `[${tag.name.slice(0, 60)}] is unknown, left as it is`);
    return html.slice(tag.start, tag.end) + inner + (closing ? html.slice(closing.start, closing.end) : '');
  }
  const hidden = findHidden(tag.name, tag.attributes, tools.context.now);
  if (hidden !== undefined) {
    tools.addLoss('hidden', `[${tag.name}] left out (${hidden})`);
    return '';
  }
  const decoration = findDecoration(tag.name, tag.attributes);
  if (decoration !== undefined) tools.addLoss('layout', `[${tag.name}] ${decoration} left out`);
  if (mapper === unwrap || (mapper === unwrapBlock && (!closing || depth > deepest))) return inner;
  if (depth <= deepest) return mapper(createShortcode(html, tag, closing, inner), tools);
  tools.addLoss('structure', `[${tag.name}] within more than ${deepest} other shortcodes: only its text is kept`);
  return inner;
}

/** What becomes of a toggle that has another name with each plugin; undefined for others, and for one that is for some readers. */
function toggleMapper({ name, attributes }: Tag): Mapper | undefined {
  return isToggle(name) && !mayBeForSome(name, attributes) ? mappers.get('toggle') : undefined;
}

function createShortcode(html: string, tag: Tag, closing: Tag | undefined, inner: string): Shortcode {
  const { named, values } = parseAttributes(tag.attributes);
  const after = closing?.end ?? tag.end;
  return {
    name: tag.name,
    named,
    values,
    content: closing ? inner : '',
    isClosed: closing !== undefined,
    isAlone:
      /^$|[\]>\n]$/.test(html.slice(Math.max(0, tag.start - 1), tag.start)) && /^$|^[[<\r\n]/.test(html[after] ?? ''),
    get: (name) => named.get(name) ?? '',
    text: (...names) => {
      for (const name of names) {
        const text = toText(named.get(name) ?? '');
        if (text !== '') return text;
      }
      return '';
    },
  };
}
