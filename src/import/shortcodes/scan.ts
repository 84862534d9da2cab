/** Finds the tags of shortcodes in HTML: not within HTML tags, comments and code. */

/** A tag of a shortcode. */
export interface Tag {
  start: number;
  end: number;
  name: string;
  isClosing: boolean;
  isSelfClosing: boolean;
  /** What stands between the name and `]`. */
  attributes: string;
  /** `[[name]]`: to be shown as `[name]`. */
  isEscaped: boolean;
}

const tagPattern = /\[(\/?)([A-Za-z][\w-]*)((?:[\s=/:][^[\]]*)?)\]/y;
const next = /[[<]/g;
const rawElement = /(?:pre|code|script|style|textarea|xmp)(?=[\s/>])/iy;

/** The tags of shortcodes in their order. `isKnown` tells which names WordPress or a plugin uses. */
export function* scanTags(html: string, isKnown: (name: string) => boolean): Generator<Tag> {
  const lastBracket = html.lastIndexOf(']');
  const lookUp = createLookUp(html);
  let from = 0;
  for (;;) {
    next.lastIndex = from;
    const found = next.exec(html);
    if (!found) return;
    const at = found.index;
    if (found[0] === '<') {
      from = skipMarkup(html, at, lookUp);
      continue;
    }
    if (at > lastBracket) return;
    const isDouble = html[at + 1] === '[';
    const tag = readTag(html, isDouble ? at + 1 : at);
    if (!tag || (isDouble && !isKnown(tag.name))) {
      from = at + 1;
      continue;
    }
    if (isDouble) {
      const end = endOfEscaped(html, tag, lookUp);
      if (end === undefined) {
        from = at + 1;
        continue;
      }
      yield { ...tag, start: at, end, isEscaped: true };
      from = end;
    } else {
      yield tag;
      from = tag.end;
    }
  }
}

function readTag(html: string, at: number): Tag | undefined {
  tagPattern.lastIndex = at;
  const match = tagPattern.exec(html);
  if (!match) return undefined;
  const [whole, slash, name = '', rest = ''] = match;
  if (slash !== '' && rest.trim() !== '') return undefined;
  const isSelfClosing = rest.endsWith('/') && !/(?:=|:\/\/)\S*\/$/.test(rest.slice(-200));
  return {
    start: at,
    end: at + whole.length,
    name,
    isClosing: slash !== '',
    isSelfClosing,
    attributes: isSelfClosing ? rest.slice(0, -1) : rest,
    isEscaped: false,
  };
}

/** Where `[[name]]` or `[[name]…[/name]]` ends; undefined if the second bracket is only text. */
function endOfEscaped(html: string, tag: Tag, lookUp: LookUp): number | undefined {
  if (html[tag.end] === ']') return tag.end + 1;
  const closing = `[/${tag.name}]`;
  const at = lookUp(closing, tag.end);
  return at !== -1 && html[at + closing.length] === ']' ? at + closing.length + 1 : undefined;
}

/** Where to go on after a `<`: behind the tag, the comment or the element whose text is code. */
function skipMarkup(html: string, at: number, lookUp: LookUp): number {
  if (html.startsWith('<!--', at)) {
    const end = lookUp('-->', at + 4);
    return end === -1 ? at + 4 : end + 3;
  }
  if (!/[a-z/!]/i.test(html[at + 1] ?? '')) return at + 1;
  const end = endOfHtmlTag(html, at + 1);
  if (end === undefined) return at + 1;
  rawElement.lastIndex = at + 1;
  const raw = rawElement.exec(html);
  if (!raw || html[end - 2] === '/') return end;
  const closing = lookUp(`</${raw[0].toLowerCase()}>`, end);
  return closing === -1 ? end : closing;
}

/** The end of an HTML tag, quotes respected; undefined where there is no tag. */
function endOfHtmlTag(html: string, from: number): number | undefined {
  const mark = /[<>"']/g;
  mark.lastIndex = from;
  for (let found = mark.exec(html); found; found = mark.exec(html)) {
    if (found[0] === '>') return found.index + 1;
    if (found[0] === '<') return undefined;
    const close = html.indexOf(found[0], found.index + 1);
    if (close === -1) return undefined;
    mark.lastIndex = close + 1;
  }
  return undefined;
}

type LookUp = (text: string, from: number) => number;

/** `indexOf` that remembers what it found, so that a text with many beginnings and no end is read once. */
export function createLookUp(html: string): LookUp {
  let lower: string | undefined;
  const known = new Map<string, { from: number; at: number }>();
  return (text, from) => {
    const last = known.get(text);
    if (last && last.from <= from && (last.at === -1 || last.at >= from)) return last.at;
    // Capitals outside of ASCII may change the length of a text.
    if (text.startsWith('</')) lower ??= html.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
    const at = (text.startsWith('</') ? (lower ?? html) : html).indexOf(text, from);
    known.set(text, { from, at });
    return at;
  };
}
