/** The tags of raw HTML as a browser reads them, with their offsets. */
import { type Token, Tokenizer, TokenizerMode } from 'parse5';

export interface HtmlTag {
  /** In lower case. */
  name: string;
  /** An opening tag that closes itself, `<svg/>`, has no content in SVG and MathML. */
  kind: 'start' | 'end' | 'self-closing';
  /** Names in lower case, values with their entities decoded. */
  attributes: ReadonlyMap<string, string>;
  /** The span of an attribute, its name included; of the tag if it has none of that name. */
  spanOf(attribute: string): { start: number; end: number };
  /** Offsets in the HTML, in UTF-16 units, the end exclusive. */
  start: number;
  end: number;
}

const rawText = ['style', 'xmp', 'iframe', 'noembed', 'noframes'];
const escapableText = ['textarea', 'title'];

/** The tags of HTML, in order, without those in scripts, styles and comments. */
export function readTags(html: string): HtmlTag[] {
  const tags: HtmlTag[] = [];
  const nothing = (): void => {};
  const add = (tag: Token.TagToken, kind: HtmlTag['kind']): void => {
    const start = tag.location?.startOffset ?? 0;
    const end = tag.location?.endOffset ?? html.length;
    const { attrs } = tag.location ?? {};
    tags.push({
      name: tag.tagName,
      kind,
      attributes: new Map(tag.attrs.map(({ name, value }) => [name, value])),
      spanOf(attribute) {
        const span = attrs?.[attribute];
        return span ? { start: span.startOffset, end: span.endOffset } : { start, end };
      },
      start,
      end,
    });
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(tag: Token.TagToken) {
        add(tag, tag.selfClosing ? 'self-closing' : 'start');
        // Normally the tree builder sets these states: until the end tag, everything is text.
        if (tag.tagName === 'script') tokenizer.state = TokenizerMode.SCRIPT_DATA;
        else if (rawText.includes(tag.tagName)) tokenizer.state = TokenizerMode.RAWTEXT;
        else if (escapableText.includes(tag.tagName)) tokenizer.state = TokenizerMode.RCDATA;
      },
      onEndTag: (tag: Token.TagToken) => add(tag, 'end'),
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing,
    },
  );
  tokenizer.write(html, true);
  return tags;
}
