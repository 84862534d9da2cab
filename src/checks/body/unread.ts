/** Finds what was probably meant as Markdown but is not read as such, so that readers see it as it is written. */
import type { Fault } from '../../diagnostic.ts';
import { abridge } from '../../post/text.ts';
import type { BodyParts, TextBlock } from './partTypes.ts';

interface Kind {
  /** What was meant, with its article. */
  meant: string;
  /** At most one line, without the end of it. */
  pattern: RegExp;
  /** Perhaps made from the groups of the pattern, as the hint. */
  why: string | ((groups: readonly (string | undefined)[]) => string);
  hint: string | ((groups: readonly (string | undefined)[]) => string);
  /** One for a list: the next block is not reported again. */
  isList?: true;
}

/** The text of a link or an image. A number is one of a list of sources. */
const label = String.raw`(?<!\\)(!?\[(?!\d+\])[^\][\n]{1,200}\])`;
const webUrl = String.raw`(?:https?:\/\/|mailto:)[^\s()<>[\]"“”]{1,500}`;
const fileUrl = String.raw`[^\s()<>[\]"“”]{1,200}\.(?:md|html?|pdf|png|jpe?g|gif|webp|svg)`;

const kinds: readonly Kind[] = [
  {
    meant: 'a heading',
    pattern: /^(#{2,6})([^\s#][^\n]*)/gm,
    why: ([signs]) => `there is no space after ${signs}`,
    hint: ([signs]) => `put a space after ${signs}`,
  },
  {
    meant: 'a list',
    pattern: /^(-)(?=\p{L})[^\n]*(?=\n-\p{L})/gmu,
    why: 'there is no space after the hyphen',
    hint: 'begin each line with “- ”',
    isList: true,
  },
  {
    meant: 'a list',
    pattern: /^1([.)])(?=\p{L})[^\n]*(?=\n2[.)]\p{L})/gmu,
    why: 'there is no space after the number',
    hint: ([mark]) => `begin each line with its number and a space: “1${mark} ”`,
    isList: true,
  },
  {
    meant: 'a list',
    pattern: /^([•▪◦‣●○·])[ \t\u00a0](?=[^\n]*[\p{L}\p{N}])[^\n]*/gmu,
    why: ([bullet]) => `“${bullet}” is the bullet of a word processor`,
    hint: 'begin each line with “- ”',
    isList: true,
  },
  {
    meant: 'bold text',
    pattern: new RegExp(
      String.raw`(?<![*\\])\*\*(?:(?<![\p{L}\p{N}]\*\*)([ \t]{1,9}))?(?=[^*\n]*\p{L})([^\s*](?:[^*\n]{0,200}?[^\s*])?)` +
        String.raw`(?:([ \t]{1,9})\*\*(?![*\p{L}\p{N}])|\*\*(?!\*))`,
      'gu',
    ),
    why: ([before, , after]) =>
      before === undefined && after === undefined
        ? 'the asterisks are between punctuation and letters'
        : 'there is a space inside the asterisks',
    hint: ([before, , after]) =>
      before === undefined && after === undefined
        ? 'write <strong> and </strong> instead of the asterisks'
        : 'remove the space',
  },
  {
    meant: 'a link',
    pattern: new RegExp(String.raw`${label}[ \t]{1,9}\((${webUrl}|${fileUrl})\)`, 'gi'),
    why: 'there is a space between its brackets',
    hint: 'remove the space between ] and (',
  },
  {
    meant: 'a link',
    pattern: new RegExp(String.raw`(?<!\\)\(([^()\n]{1,200})\)\[(${webUrl})\]`, 'gi'),
    why: 'its brackets are the wrong way round',
    hint: 'write the text in square brackets, and the URL in round ones: [text](https://…)',
  },
  {
    meant: 'a link',
    pattern: new RegExp(String.raw`${label}\((${webUrl})(?=[ \t]{0,9}$)`, 'gim'),
    why: 'its closing bracket is missing',
    hint: 'add ) after the URL',
  },
  {
    meant: 'a link',
    pattern: new RegExp(
      String.raw`${label}\((${webUrl}|${fileUrl})[ \t]{1,9}[“”„«»‘’]([^()\n"“”„«»]{1,200})[“”«»‘’]\)`,
      'gi',
    ),
    why: 'its title is in curly quotation marks',
    hint: ([, , title = '']) => `write straight ones: "${abridge(title)}"`,
  },
  {
    meant: 'a link',
    pattern: /\bHYPERLINK[ \t]{1,9}["“]([^"“”\n]{1,500})["”]/g,
    why: 'it is a field of a word processor',
    hint: 'write a link, with the URL in round brackets: [text](https://…)',
  },
];

/** Any of them: most blocks have none. */
const any = /^(?:#{2}|-\p{L}|1[.)]\p{L}|[•▪◦‣●○·])|\*\*|\][ \t]{0,9}\(|\)\[|HYPERLINK/mu;

/** UTF-16 units. */
const longestProse = 5000;

/** The most that is looked for in one block: each that is read as Markdown after all takes a search. */
const mostTries = 100;

interface Found {
  kind: Kind;
  start: number;
  end: number;
  groups: readonly (string | undefined)[];
}

/** A fault for each of them outside code, one for a list; and for sentences that are code because they are indented. */
export function checkUnread({ blocks, indented }: Pick<BodyParts, 'blocks' | 'indented'>): Fault[] {
  let list: Kind | undefined;
  const unread = blocks.flatMap((block): Fault[] => {
    const found = block.isHtml || !any.test(block.content) ? [] : findIn(block);
    const before = list;
    list = found.find(({ kind }) => kind.isList)?.kind;
    return found.filter(({ kind }) => !kind.isList || kind !== before).map((one) => toFault(one, block));
  });
  const asCode = indented
    .filter(({ text }) => isProse(text))
    .map(({ text, place }): Fault => {
      const message = `“${abridge(text.split('\n', 1)[0] ?? '')}” is not read as a paragraph: indented text is code`;
      const hint = 'remove the spaces before it; if it is code, write ``` on a line above and below it';
      return { rule: 'markdown-unread', message, hint, place: place() };
    });
  return [...unread, ...asCode];
}

const sentence = /^["“‘(*_]?\p{Lu}\p{Ll}.*[.!?…]["”’)*_]*$/su;
const codeCharacters = /[{}<>=;$\\|]|--|::|\(\)|^\s*(?:#|\/\/)/m;

/** Whether code is surely sentences: at least ten words, nearly all of letters. */
function isProse(code: string): boolean {
  if (code.length > longestProse || !sentence.test(code) || codeCharacters.test(code)) return false;
  const letters = code.match(/[\p{L}\s,.’']/gu)?.length ?? 0;
  return code.split(/\s+/).length >= 10 && letters > 0.9 * code.length;
}

/** Each of them in a block, in order; where two overlap, the first. */
function findIn(block: TextBlock): Found[] {
  let free = 0;
  return kinds
    .flatMap((kind) => findKind(kind, block))
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < free) return false;
      free = end;
      return true;
    });
}

function findKind(kind: Kind, { content, text, code }: TextBlock): Found[] {
  const found: Found[] = [];
  let from = 0;
  let tries = 0;
  for (const match of content.matchAll(kind.pattern)) {
    if (++tries > mostTries) break;
    const [whole, ...groups] = match;
    const start = match.index;
    const end = start + whole.length;
    if (code.some((range) => range[0] < end && start < range[1])) continue;
    // What was read as Markdown is not in the plain text.
    const at = text.indexOf(whole.trim(), from);
    if (at === -1) continue;
    from = at + whole.trim().length;
    found.push({ kind, start, end, groups });
    if (kind.isList) break;
  }
  return found;
}

function toFault({ kind, start, end, groups }: Found, { content, locate }: TextBlock): Fault {
  const { meant, why, hint } = kind;
  const whole = content.slice(start, end);
  const what = whole.startsWith('!') ? 'an image' : meant;
  const say = (words: Kind['why']): string => (typeof words === 'string' ? words : words(groups));
  const message = `“${abridge(whole)}” is not read as ${what}: ${say(why)}`;
  return { rule: 'markdown-unread', message, hint: say(hint), place: locate(start, end) };
}
