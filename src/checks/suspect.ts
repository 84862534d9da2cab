/** A quick test for posts that may have errors: checking every text of a large feed would take as long as making it. */
import { type Config, createCategoryFinder } from '../blog/config/config.ts';
import { placeholderSentences } from '../post/draft/templates.ts';
import type { Post } from '../post/post.ts';
import type { FolderFacts } from './folderFacts.ts';
import { isGoodUrl } from './urls.ts';

/** What may be a URL, and what follows a space in it, which is a mistake. */
const url = String.raw`([^\s)"'>]*)([ \t]+[^\s"'()>])?`;

/**
 * Returns functions that say whether the front matter or the text of a post may break a rule that is an error. Posts
 * that they pass have no errors, except for what only a comparison with other posts shows.
 */
export function createSuspicion({ categories, rules }: Pick<Config, 'categories' | 'rules'>, folder: FolderFacts) {
  // A warning that the config makes an error may be about anything.
  const isStricter = Object.values(rules).includes('error');
  const find = createCategoryFinder(categories);
  const placeholder = new RegExp(placeholderSentences().map(beginningOf).join('|'));
  const inDefinitions = new RegExp(String.raw`(?:^|\n) {0,3}\[(?!\^)[^\]\n]+\]:\s*${url}`, 'g');
  const inTags = new RegExp(String.raw`\b(?:src|href)\s*=\s*["']?${url}`, 'gi');
  return {
    inFields: ({ categories: names, image }: Post, inPosts: string): boolean =>
      isStricter ||
      (categories !== undefined && !names.every((name) => find(name))) ||
      (image !== undefined && !isGoodUrl(image.src, inPosts, folder, ['image-file-missing'])),
    /** `bytes` are the whole file, which is decoded only where that is necessary. */
    inText(bytes: Buffer, inPosts: string): boolean {
      const isGood = (link: string): boolean => isGoodUrl(link, inPosts, folder);
      if (isStricter || !linksIn(bytes).every(isGood)) return true;
      if (!hasOtherLinks(bytes) && !hasPlaceholders(bytes)) return false;
      const text = bytes.toString();
      const isSuspect = (expression: RegExp): boolean => {
        return [...text.matchAll(expression)].some(
          ([, link = '', afterSpace]) => afterSpace !== undefined || !isGood(link),
        );
      };
      return placeholder.test(text) || isSuspect(inDefinitions) || isSuspect(inTags);
    },
  };
}

export type Suspicion = ReturnType<typeof createSuspicion>;

const code = {
  A: 0x41,
  Z: 0x5a,
  h: 0x68,
  colon: 0x3a,
  slash: 0x2f,
  dot: 0x2e,
  close: 0x29,
  space: 0x20,
  quote: 0x22,
  greater: 0x3e,
  backslash: 0x5c,
  bracket: 0x5d,
  /** Begins those outside ASCII. */
  other: 0x80,
};
/** Of `<a` and `<img`. */
const tagLetters = [0x41, 0x49, 0x61, 0x69];

/** The URLs of links and images, `[a](b)`, but for whole ones of other sites; of one with a space or a bracket in it, an empty one, which is bad. */
function linksIn(bytes: Buffer): string[] {
  const links: string[] = [];
  for (let at = bytes.indexOf(']('); at !== -1; at = bytes.indexOf('](', at + 1)) {
    const start = at + 2;
    let end = start;
    while (end < bytes.length && !endsUrl(bytes[end] ?? 0)) end++;
    const colon = start + (bytes[start + 4] === code.colon ? 4 : 5);
    const isHttp = bytes[start] === code.h && bytes[colon] === code.colon;
    const isWhole = isHttp && isHost(bytes, colon) && !endsOddly(bytes[end - 1] ?? 0);
    const isTitled = bytes[end] === code.space && (bytes[end + 1] === code.quote || bytes[end + 1] === code.close);
    if (bytes[end] !== code.close && !isTitled) links.push('');
    else if (!isWhole) links.push(bytes.toString('utf8', start, end));
  }
  return links;
}

/** Whether a host follows the colon at `at`, and not another scheme. */
function isHost(bytes: Buffer, at: number): boolean {
  if (bytes[at + 1] !== code.slash || bytes[at + 2] !== code.slash) return false;
  const first = bytes[at + 3] ?? 0;
  return first < code.other && first !== code.close && first !== code.dot && first !== code.h && first !== code.slash;
}

/** Whether a URL may end in a quotation mark or an angle bracket. */
function endsOddly(byte: number): boolean {
  return byte >= code.other || byte === code.quote || byte === code.greater;
}

/** A bracket ends it, too: the link may begin only behind it, and no byte is then read twice. */
function endsUrl(byte: number): boolean {
  return byte <= code.space || byte === code.close || byte === code.backslash || byte === code.bracket;
}

/** Whether there may be links of another kind: reference definitions, and HTML. */
function hasOtherLinks(bytes: Buffer): boolean {
  if (bytes.includes(']:')) return true;
  for (let at = bytes.indexOf('<'); at !== -1; at = bytes.indexOf('<', at + 1)) {
    if (tagLetters.includes(bytes[at + 1] ?? 0)) return true;
  }
  return false;
}

/** Whether there may be a placeholder, as templates have it: `*In italics.*` */
function hasPlaceholders(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('\n*'); at !== -1; at = bytes.indexOf('\n*', at + 1)) {
    const byte = bytes[at + 2] ?? 0;
    if (byte >= code.A && byte <= code.Z) return true;
  }
  return false;
}

/** An expression for the first words of a sentence, which may be on two lines. */
function beginningOf(sentence: string): string {
  const [one = '', two = '', three = ''] = sentence.split(' ');
  return [one, two, three].join('\\s+');
}
