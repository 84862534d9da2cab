/** HTML and text of an export → a line of front matter. */
import { Tokenizer, TokenizerMode } from 'parse5';
import { isAbsent } from '../../post/fields/texts.ts';
import { cleanName } from '../../post/invisible.ts';
import { whyHidden } from '../../post/markdown/safeHtml.ts';

/** A text on one line, without what no line of front matter can hold; empty if nothing of it is visible. */
export function toLine(text: string): string {
  const spaced = text.replace(/[\s\x85]+/gu, ' ').replace(/[\p{Cc}\p{Noncharacter_Code_Point}\p{Surrogate}]/gu, '');
  const line = cleanName(spaced).replace(/ {2,}/g, ' ').trim();
  return isAbsent(line) ? '' : line;
}

/** The text of HTML on one line: tags off, entities decoded. What only looks like a tag, `Array<T>`, is text. */
export function htmlToLine(html: string): string {
  return toLine(/[<&]/.test(html) ? htmlToText(html, ' ') : html);
}

/** The text that HTML shows; `between` stands where a block or a line ends. */
export function htmlToText(html: string, between: string): string {
  const parts: string[] = [];
  const nothing = (): void => {};
  const addCharacters = ({ chars }: { chars: string }): void => void parts.push(chars);
  type Tag = {
    tagName: string;
    attrs: { name: string; value: string }[];
    location: { startOffset: number; endOffset: number } | null;
  };
  const addTag = ({ tagName, location }: Tag): void => {
    if (blocks.test(tagName)) parts.push(between);
    else if (!inlines.test(tagName)) parts.push(html.slice(location?.startOffset, location?.endOffset));
  };
  let hidden: string | undefined;
  /** How many elements of that name are open. */
  let depth = 0;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onCharacter: (token) => (hidden === undefined ? addCharacters(token) : undefined),
      onWhitespaceCharacter: (token) => (hidden === undefined ? addCharacters(token) : undefined),
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onStartTag: (tag) => {
        if (hidden === tag.tagName) depth++;
        if (hidden !== undefined) return;
        addTag(tag);
        const isRaw = /^(?:script|style)$/.test(tag.tagName);
        if (
          !isRaw &&
          (voids.test(tag.tagName) ||
            whyHidden(tag.tagName, new Map(tag.attrs.map(({ name, value }) => [name, value]))) === undefined)
        )
          return;
        hidden = tag.tagName;
        depth = 1;
        if (isRaw) tokenizer.state = tag.tagName === 'script' ? TokenizerMode.SCRIPT_DATA : TokenizerMode.RAWTEXT;
      },
      onEndTag: (tag) => {
        if (hidden !== undefined && (hidden !== tag.tagName || --depth > 0)) return;
        hidden = undefined;
        addTag(tag);
      },
    },
  );
  tokenizer.write(html, true);
  return parts.join('');
}

const blocks =
  /^(?:address|article|aside|blockquote|br|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|img|legend|li|main|nav|noscript|object|ol|option|p|pre|script|section|select|style|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul|video|audio)$/;

const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

const inlines =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|button|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|math|meter|picture|q|rp|rt|ruby|s|samp|small|source|span|strike|strong|sub|sup|svg|time|tt|u|var|wbr|o:p)$/;

/** The first words of a content, as a title may have them; undefined without any. */
export function firstWords(content: string): string | undefined {
  const text = toLine(withoutShortcodes(htmlToText(content.slice(0, 4000), ' ')));
  if (text === '') return undefined;
  const words = text.split(' ').slice(0, 8);
  while (words.length > 1 && words.join(' ').length > 60) words.pop();
  const line = [...words.join(' ')].slice(0, 60).join('');
  return line === text ? line : `${line.replace(/[\s.,;:–—-]+$/u, '')}…`;
}

/** The first line of a content that has any text; empty without one. `longest` is all that is looked at. */
export function firstLine(content: string, longest = 4000): string {
  const text = withoutShortcodes(htmlToText(content.slice(0, longest), '\n'));
  return toLine(text.split('\n').find((line) => toLine(line) !== '') ?? '');
}

/** The last line of a content that has any text, where bylines stand; empty without one. `longest` is all that is looked at. */
export function lastLine(content: string, longest = 4000): string {
  const end = content.slice(-longest);
  // A line whose beginning was cut off is none.
  const start = end.length < content.length ? end.search(/[\n>]/) + 1 : 0;
  const text = withoutShortcodes(htmlToText(end.slice(start), '\n'));
  return toLine(text.split('\n').findLast((line) => toLine(line) !== '') ?? '');
}

/** A text without the tags of shortcodes; what stands between them stays. */
function withoutShortcodes(text: string): string {
  return text.replace(/\[\/?[a-z][\w-]*(?:\s[^[\]]*)?\/?\]/gi, '\n');
}
