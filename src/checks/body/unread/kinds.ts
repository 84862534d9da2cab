/** What is meant as Markdown but is not read as such. */
import type { Kind } from './kind.ts';
import { listKinds } from './lists.ts';

const space = String.raw`[ \t\u00a0]`;

/** In text. */
export const textKinds: readonly Kind[] = [
  {
    meant: 'a heading',
    pattern: /^(#{2,6})(?=[\p{Lu}\p{Lo}*“"]|\p{Ll}[^\n]* )[^\n]*?(#+)?[ \t]*$/gmu,
    why: ([signs]) => `there is no space after ${signs}`,
    hint: ([signs, closing]) => `put a space after ${signs}${closing ? ', and delete those at its end' : ''}`,
  },
  {
    meant: 'a heading',
    pattern: /^#{1,6}[\u00a0\u3000](?=\S)[^\n]*/gm,
    why: 'the space after its mark is a no-break space',
    hint: 'replace it with an ordinary space',
  },
  {
    meant: 'a heading',
    pattern: /^＃{1,6}[^\n]*/gm,
    why: 'its mark is a full-width one',
    hint: 'write # and a space instead',
  },
  ...listKinds,
  {
    meant: 'italics',
    pattern: /^\*(?=\p{L})[^*\n]{1,200}[ \t\u00a0]\*$/gmu,
    why: 'there is a space inside the asterisks',
    hint: 'delete it',
  },
  {
    meant: 'bold text',
    // Not the arguments and powers of programs.
    pattern: new RegExp(
      String.raw`(?<![*\\])(?<!\d ?)(?<=([a-z])?)(\*{2,3})(?!(?:kw)?args\b|[,.;:)]|[^*\n]* [<>=≤≥] )(${space}{1,9})?(?=[^*\n]*\p{L})` +
        String.raw`(?:[^\s*](?:[^*\n]{0,200}?[^\s*])?)(${space}{1,9})?\2(?!\*)(?=([a-z])?)`,
      'giu',
    ),
    why: ([, , before, after]) =>
      before === undefined && after === undefined
        ? 'the asterisks are between punctuation and letters'
        : 'there is a space inside the asterisks',
    hint: ([letterBefore, , before, after, letterAfter]) => {
      if (before !== undefined || after !== undefined) return 'move the space out of the asterisks';
      if (letterAfter !== undefined) return 'put a space after the asterisks';
      if (letterBefore !== undefined) return 'put a space before the asterisks';
      return 'write <strong> and </strong> instead of the asterisks';
    },
  },
];

/** Any of them: most blocks have none. */
export const anyInText =
  /^[^\p{L}\p{N}\s"“‘(]|^(?:\(?\p{L}{1,2}|\(?\p{N}{1,3})[.):、．]|^\d\ufe0f?\u20e3|^①|^o(?:\t| {2})|\*\*/mu;

const apart = 'put it on a line of its own, with an empty line above and below it';
/** Within a line, empty lines would tear a sentence apart. */
const inHtml = (html: string): Pick<Kind, 'why' | 'hint'> => ({
  why: 'it is inside HTML',
  hint: (_, { isFirst }) => (isFirst ? apart : `write ${html} there, as HTML`),
});

/** In HTML, which is read as it is up to the next empty line. */
export const htmlKinds: readonly Kind[] = [
  {
    meant: 'a link',
    pattern: /!?\[[^\][\n]{0,200}\]\([^()\s]{1,500}(?: "[^"\n]{1,200}")?\)/g,
    ...inHtml('<a href="…">text</a>'),
  },
  {
    meant: 'bold text',
    pattern: /(?<![*\\])\*\*(?=[^*\n]*\p{L})[^\s*][^*\n]{0,200}(?<!\s)\*\*(?!\*)/gu,
    ...inHtml('<strong>text</strong>'),
  },
  { meant: 'italics', pattern: /(?<![*\w\\])\*(?=\p{L})[^*\n]{1,200}(?<!\s)\*(?![*\w])/gu, ...inHtml('<em>text</em>') },
  { meant: 'a heading', pattern: /^[ \t]{0,3}#{1,6}[ \t]{1,9}\p{L}[^\n]*/gmu, ...inHtml('<h2>text</h2>') },
  {
    meant: 'a list',
    pattern: /^[ \t]{0,3}[-*][ \t]{1,9}\p{L}[^\n]*(?=\n[ \t]{0,9}[-*][ \t])/gmu,
    ...inHtml('<ul><li>text</li></ul>'),
  },
];
