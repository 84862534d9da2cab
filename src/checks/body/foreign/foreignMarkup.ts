/** Markup that other tools read and Markdown does not: readers would see it as it is. Each with its name, and what to write. */
import { createEmojiTest } from './emoji.ts';
import { embedHint, type LinkSource, wikiHint } from './wikiLinks.ts';

export interface ForeignMarkup {
  /** What the message calls it. */
  name: string;
  hint: string;
  start: number;
  end: number;
}

interface Kind {
  name: string;
  /** The first group is what the hint is about. */
  pattern: RegExp;
  hint(found: string, source: LinkSource): string;
}

const hints = {
  attributes: () => 'delete it, or use backticks to show it',
  admonition: () => 'delete the marks, and write a quotation (>) that begins with a word in bold',
} as const;

const kinds: readonly Kind[] = [
  {
    name: 'an embedded file',
    pattern: /(?<!\\)!\[\[([^[\]\n]{1,200})\]\]/g,
    hint: embedHint,
  },
  {
    // Some authors number their sources as [[1]]; a[[0]] is code.
    name: 'a wiki link',
    pattern: /(?<![\w\]\\!])\[\[(?!\s|<|_?toc_?\]|\d+\])([^[\]\n]{1,200})\]\]/gi,
    hint: wikiHint,
  },
  {
    name: 'an attribute list',
    pattern: /(?<![{#\\])\{([#.][a-z][\w:.-]*(?:[ \t][^{}\n]{0,100})?)\}(?=[ \t]*$)/gim,
    hint: hints.attributes,
  },
  {
    name: 'an attribute list',
    pattern: /(?<=[)\]])\{((?:[#.][a-z]|[a-z][\w-]*=)[^{}\n]{0,100})\}/gi,
    hint: hints.attributes,
  },
  { name: 'an admonition', pattern: /^[ \t]*:{3,}[ \t]*\{?([.a-z][^\n]{0,80})$/gim, hint: hints.admonition },
  {
    name: 'an admonition',
    pattern:
      /^(?:!!!|\?\?\?)\+?[ \t]+((?:note|tip|info|warning|danger|important|caution|hint|example|quote)\b[^\n]{0,80}(?<!!))$/gim,
    hint: hints.admonition,
  },
  { name: 'a callout', pattern: /^\[!([a-z][\w-]*)\]/gim, hint: (found) => `write **${capitalised(found)}** instead` },
  {
    name: 'highlighted text',
    pattern: /(?<![=\w!<>\\])==(?![=\s])([^=\n]{0,200}?[^=\s\\])==(?![=\w])/g,
    hint: (found) => `write <mark>${found}</mark>, or **${found}**`,
  },
  {
    name: 'a table of contents',
    pattern: /^\[{1,2}_?(toc)_?\]{1,2}$/gi,
    hint: () => 'delete it; feeds have no table of contents',
  },
  {
    name: 'a citation of ChatGPT',
    pattern: /【(\d+(?::\d+)?†[^】\n]{0,100})】|:contentReference\[(oaicite:\d+)\](?:\{index=\d+\})?/g,
    hint: () => 'delete it, or name the source',
  },
  {
    name: 'a tag of Word',
    pattern: /<\/?((?:o|w|v|m|st1):[a-z]\w{0,30})(?:\s[^<>\n]{0,200})?\/?>/gi,
    hint: () => 'delete it',
  },
  {
    name: 'an error of Word',
    pattern: /\bError! ((?:Reference source|Bookmark) not (?:found|defined))\.?/g,
    hint: () => 'write what it referred to',
  },
  {
    name: 'garbled text',
    pattern: /(â€(?:[œ™˜“”¦]|\u009d)|Ã[©¨¤¶¼Ÿ¡³±]|Â[£©°])/g,
    hint: () => 'write the sign that was meant: it was saved in another encoding',
  },
  {
    name: 'a placeholder',
    pattern: /\[((?:insert|your|add|enter)[ \t][^\]\n]{1,60})\](?![(:[])|\b(Lorem ipsum dolor)\b/gi,
    hint: () => 'replace it with your own text',
  },
  {
    name: 'a formula',
    pattern: /(?<![\\$])\$\$(?![ \t$])(?=[^$]{0,1000}?\w)([^$]{1,1000})(?<![ \t\\])\$\$(?!\$)/g,
    hint: () => 'say it in words, or show it as an image',
  },
];

const emoji: Kind = {
  name: 'an emoji short code',
  // Others may be right before it, but not the colons of a::b::c.
  pattern: /(?<=(?:^|[^\w/\\:])(?::[a-z0-9_+-]{1,40}:){0,20}):([a-z0-9_+-]{1,40}):(?!\w)/g,
  hint: () => 'paste the emoji itself',
};

const footnote: Kind = {
  name: 'a footnote without text',
  pattern: /(?:(?<=[^\s[(\\])\[\^([^\]\s[]{1,100})\]|(?<!\\)\[\^\d{1,4}\])(?![(:])/g,
  hint: (found) => `add its text on a line of its own: [^${found}]: …`,
};

export const checkbox = 'a checkbox';

const task: Kind = {
  name: checkbox,
  pattern: /^\[([ xX])\](?=[ \t]+\S)/g,
  hint: (found) => `write ${found === ' ' ? '☐' : '☑'} instead, or an ordinary list`,
};

/** Any of them: most blocks have none. */
const any =
  /【|<\/?\w{1,3}:|:contentR|Error! |â€|Ã|Â|\[(?:insert|your|add|enter)\s|Lorem|\[\[|\[!|\[\^|^\[[ xX]\]|\[_?toc|\{[#.]|[)\]]\{|:::|==|\$\$|!!!|\?\?\?|:[a-z0-9_+-]+:/i;

/** A block of text, apart from raw HTML. */
export interface MarkedText {
  content: string;
  /** The block as plain text. What `content` has beyond it was read as Markdown. */
  text: string;
  isItem: boolean;
}

/** How much of a block may turn out to be Markdown before the search ends: it would take quadratic time. */
const mostMisses = 100;

/** Returns what finds markup in the blocks of a body, in each by kind; `isNoted` says whether a footnote has a text. */
export function createMarkupFinder(
  isNoted: (label: string) => boolean,
  source: LinkSource,
): (block: MarkedText) => ForeignMarkup[] {
  const isEmoji = createEmojiTest();
  return ({ content, text, isItem }) => {
    if (!any.test(content)) return [];
    const plain = withoutMarks(text);
    const find = ({ name, pattern, hint }: Kind, isMeant = (_: string): boolean => true): ForeignMarkup[] => {
      let from = 0;
      let misses = 0;
      const found: ForeignMarkup[] = [];
      for (const match of content.matchAll(pattern)) {
        const inner = match[1] ?? match[0].slice(2, -1);
        if (!isMeant(inner)) continue;
        const start = match.index + (match[0].length - match[0].trimStart().length);
        const end = match.index + match[0].length;
        const shown = withoutMarks(match[0]);
        const at = plain.slice(from, end + shown.length).indexOf(shown);
        if (at === -1 && ++misses > mostMisses) break;
        if (at === -1) continue;
        from += at + shown.length;
        found.push({ name, hint: hint(inner, source), start, end });
      }
      return found;
    };
    return [
      ...kinds.flatMap((kind) => find(kind)),
      ...find(emoji, isEmoji),
      ...find(footnote, (label) => !isNoted(label)),
      ...(isItem ? find(task) : []),
    ];
  };
}

/** A text without the characters that Markdown may have removed from it, and with spaces for its line breaks. */
function withoutMarks(text: string): string {
  return text
    .replace(/[*_~`\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
