/** What is meant as Markdown but is not read as such. */

/** Something that is meant but not read. */
export interface Kind {
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

/** In text. */
export const textKinds: readonly Kind[] = [
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
];

/** Any of them: most blocks have none. */
export const anyInText = /^(?:#{2}|-\p{L}|1[.)]\p{L}|[•▪◦‣●○·])|\*\*/mu;

const inHtml = { why: 'it is inside HTML', hint: 'put it on a line of its own, with an empty line above and below it' };

/** In HTML, which is read as it is up to the next empty line. */
export const htmlKinds: readonly Kind[] = [
  { meant: 'a link', pattern: /!?\[[^\][\n]{0,200}\]\([^()\s]{1,500}(?: "[^"\n]{1,200}")?\)/g, ...inHtml },
  { meant: 'bold text', pattern: /(?<![*\\])\*\*(?=[^*\n]*\p{L})[^\s*][^*\n]{0,200}(?<!\s)\*\*(?!\*)/gu, ...inHtml },
  { meant: 'a heading', pattern: /^[ \t]{0,3}#{1,6}[ \t]{1,9}\p{L}[^\n]*/gmu, ...inHtml },
  { meant: 'a list', pattern: /^[ \t]{0,3}[-*][ \t]{1,9}\p{L}[^\n]*(?=\n[ \t]{0,9}[-*][ \t])/gmu, ...inHtml },
];
