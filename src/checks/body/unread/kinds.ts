/** What is meant as Markdown but is not read as such. */
import { abridge } from '../../../post/text.ts';
import type { Kind } from './kind.ts';
import { listKinds } from './lists.ts';

const space = String.raw`[ \t\u00a0]`;
/** The text of a link or an image. A number is one of a list of sources. */
const label = String.raw`(?<!\\)(!?\[(?!\d+\])[^\][\n]{1,200}\])`;
const webUrl = String.raw`(?:https?:\/\/|mailto:)[^\s()<>[\]"“”]{1,500}`;
const fileUrl = String.raw`[^\s()<>[\]"“”]{1,200}\.(?:md|html?|pdf|png|jpe?g|gif|webp|svg)`;

/** In text. */
export const textKinds: readonly Kind[] = [
  {
    meant: 'a heading',
    pattern: /^(#{2,6})(?=[\p{Lu}\p{Lo}*“"]|\p{Ll}[^\n]* )[^\n]*/gmu,
    why: ([signs]) => `there is no space after ${signs}`,
    hint: ([signs]) => `put a space after ${signs}`,
  },
  {
    meant: 'a heading',
    pattern: /^#{1,6}[\u00a0\u3000](?=\S)[^\n]*/gm,
    why: 'the space after its mark is a no-break space',
    hint: 'replace it with an ordinary space',
  },
  ...listKinds,
  {
    meant: 'bold text',
    // Not the arguments and powers of programs.
    pattern: new RegExp(
      String.raw`(?<![*\\])(?<!\d ?)(?<=([a-z])?)\*{2,3}(?!(?:kw)?args\b|[,.;:)])(${space}{1,9})?(?=[^*\n]*\p{L})` +
        String.raw`(?:[^\s*](?:[^*\n]{0,200}?[^\s*])?)(${space}{1,9})?\*{2,3}(?!\*)(?=([a-z])?)`,
      'giu',
    ),
    why: ([, before, after]) =>
      before === undefined && after === undefined
        ? 'the asterisks are between punctuation and letters'
        : 'there is a space inside the asterisks',
    hint: ([letterBefore, before, after, letterAfter]) => {
      if (before !== undefined || after !== undefined) return 'move the space out of the asterisks, or remove it';
      if (letterAfter !== undefined) return 'put a space after the asterisks';
      if (letterBefore !== undefined) return 'put a space before the asterisks';
      return 'write <strong> and </strong> instead of the asterisks';
    },
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
export const anyInText =
  /^[^\p{L}\p{N}\s"“‘(]|^(?:\(?\p{L}{1,2}|\(?\p{N}{1,3})[.):、]|^o\t|\*\*|\][ \t]{0,9}\(|\)\[|HYPERLINK/mu;

const inHtml = { why: 'it is inside HTML', hint: 'put it on a line of its own, with an empty line above and below it' };

/** In HTML, which is read as it is up to the next empty line. */
export const htmlKinds: readonly Kind[] = [
  { meant: 'a link', pattern: /!?\[[^\][\n]{0,200}\]\([^()\s]{1,500}(?: "[^"\n]{1,200}")?\)/g, ...inHtml },
  { meant: 'bold text', pattern: /(?<![*\\])\*\*(?=[^*\n]*\p{L})[^\s*][^*\n]{0,200}(?<!\s)\*\*(?!\*)/gu, ...inHtml },
  { meant: 'italics', pattern: /(?<![*\w\\])\*(?=\p{L})[^*\n]{1,200}(?<!\s)\*(?![*\w])/gu, ...inHtml },
  { meant: 'a heading', pattern: /^[ \t]{0,3}#{1,6}[ \t]{1,9}\p{L}[^\n]*/gmu, ...inHtml },
  { meant: 'a list', pattern: /^[ \t]{0,3}[-*][ \t]{1,9}\p{L}[^\n]*(?=\n[ \t]{0,9}[-*][ \t])/gmu, ...inHtml },
];
