/** A piece of raw HTML → its tags and comments, as a browser reads them, and what would be one if it were finished. */
import { type Token, Tokenizer } from 'parse5';

export interface HtmlPiece {
  /** `unfinished` is the `<` of a tag or comment that has no end. */
  kind: 'start' | 'end' | 'comment' | 'unfinished';
  /** In lower case; empty for what is no tag. */
  name: string;
  /** Names in lower case, values with their entities decoded. */
  attributes: ReadonlyMap<string, string>;
  isSelfClosing: boolean;
  /** Offsets in the HTML, in UTF-16 units, the end exclusive. */
  start: number;
  end: number;
}

/** More than anyone means; each is found by reading to the end. */
const mostUnfinished = 8;

/**
 * Reads HTML from an offset on. Behind an opening tag it goes on where `skip` says, as for the text of a script, which is
 * not HTML.
 */
export function readPieces(html: string, from: number, skip: (piece: HtmlPiece) => number | undefined): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  const addUnfinished = (start: number): void => {
    pieces.push({ ...noTag, kind: 'unfinished', start, end: start + 1 });
  };
  let at = from;
  for (let unfinished = 0; at < html.length && unfinished < mostUnfinished; ) {
    const { next, open } = readSome(html, at, pieces, skip);
    at = next;
    if (open === undefined) continue;
    addUnfinished(open);
    at = open + 1;
    unfinished++;
  }
  for (let open = html.indexOf('<', at); open !== -1; open = html.indexOf('<', open + 1)) addUnfinished(open);
  return pieces;
}

const noTag = { name: '', attributes: new Map<string, string>(), isSelfClosing: false };

/** What begins a tag or a comment; `</>` is neither. */
const opening = /<(?:[a-z!?]|\/[^>])/gi;

/** What follows a `<` that begins something. */
const inner = /<[a-z/!?]/i;

/**
 * Whether something ends only with the end of something else: a tag whose closing quote is missing takes the text up to the
 * next quote, which ends the value behind `=`, or makes the rest of that tag names of attributes; what a browser reads as a
 * comment, such as `<!a` and `</ a`, takes the text up to the next tag.
 */
function isRunaway(source: string, kind: HtmlPiece['kind'], { attributes }: Partial<typeof noTag>): boolean {
  if (kind === 'comment') return !source.startsWith('<!--') && inner.test(source.slice(1));
  if (!attributes || source.indexOf('>') === source.length - 1) return false;
  return [...attributes].some(([name, value]) => /["'<]/.test(name) || (value.endsWith('=') && inner.test(value)));
}

/** Reads up to the end, or to the first tag behind which `skip` goes on elsewhere. `open` is where something unfinished begins. */
function readSome(html: string, from: number, pieces: HtmlPiece[], skip: (piece: HtmlPiece) => number | undefined) {
  let next = html.length;
  let isOpen = false;
  let known = from;
  const add = (kind: HtmlPiece['kind'], { location }: Token.Token, tag: Partial<typeof noTag> = {}): void => {
    const start = from + (location?.startOffset ?? 0);
    const end = from + (location?.endOffset ?? 0);
    isOpen ||= html[end - 1] !== '>' || isRunaway(html.slice(start, end), kind, tag);
    if (isOpen) return;
    const piece = { ...noTag, ...tag, kind, start, end };
    pieces.push(piece);
    known = end;
    const to = kind === 'start' ? skip(piece) : undefined;
    if (to === undefined) return;
    next = to;
    tokenizer.pause();
  };
  const nothing = (): void => {};
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (tag) => {
        const attributes = new Map(tag.attrs.map(({ name, value }) => [name, value]));
        add('start', tag, { name: tag.tagName, attributes, isSelfClosing: tag.selfClosing });
      },
      onEndTag: (tag) => add('end', tag, { name: tag.tagName }),
      onComment: (comment) => add('comment', comment),
      onDoctype: (doctype) => add('comment', doctype),
      onParseError: ({ code }) => {
        isOpen ||= String(code).startsWith('eof-in-');
      },
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing,
    },
  );
  tokenizer.write(from === 0 ? html : html.slice(from), true);
  if (!isOpen) return { next };
  opening.lastIndex = known;
  return { next, open: opening.exec(html)?.index };
}
