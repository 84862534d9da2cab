/** The tags of raw HTML, as a browser reads them, with where they stand. */
import { type Token, Tokenizer, TokenizerMode } from 'parse5';

export interface HtmlTag {
  /** In lower case. */
  name: string;
  /** Names in lower case, values with their entities decoded. */
  attributes: ReadonlyMap<string, string>;
  /** Where an attribute stands, its name included. */
  spanOf(attribute: string): { start: number; end: number };
  /** Where it stands in the HTML: offsets in UTF-16 units, the end exclusive. */
  start: number;
  end: number;
}

const rawText = ['style', 'xmp', 'iframe', 'noembed', 'noframes'];
const escapableText = ['textarea', 'title'];

/** The opening tags of HTML, in order; what looks like one inside a script, a style or a comment is none. */
export function readTags(html: string): HtmlTag[] {
  const tags: HtmlTag[] = [];
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(tag: Token.TagToken) {
        const start = tag.location?.startOffset ?? 0;
        const end = tag.location?.endOffset ?? html.length;
        const { attrs } = tag.location ?? {};
        tags.push({
          name: tag.tagName,
          attributes: new Map(tag.attrs.map(({ name, value }) => [name, value])),
          spanOf(attribute) {
            const span = attrs?.[attribute];
            return span ? { start: span.startOffset, end: span.endOffset } : { start, end };
          },
          start,
          end,
        });
        // What follows such a tag is text until it ends: that is the tree builder's to say, and there is none here.
        if (tag.tagName === 'script') tokenizer.state = TokenizerMode.SCRIPT_DATA;
        else if (rawText.includes(tag.tagName)) tokenizer.state = TokenizerMode.RAWTEXT;
        else if (escapableText.includes(tag.tagName)) tokenizer.state = TokenizerMode.RCDATA;
      },
      onEndTag: nothing,
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
