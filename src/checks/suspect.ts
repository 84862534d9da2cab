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
  // Most links need no look: they are to other sites, or from the root of this one.
  const others = String.raw`https?:\/\/[^\s)]*\)${folder.isStatic ? '' : String.raw`|\/[\w./-]*\)`}`;
  const inLinks = new RegExp(String.raw`\]\((?!${others})\s*${url}`, 'g');
  const inDefinitions = new RegExp(String.raw`(?:^|\n) {0,3}\[(?!\^)[^\]\n]+\]:\s*${url}`, 'g');
  const inTags = new RegExp(String.raw`\b(?:src|href)\s*=\s*["']?${url}`, 'gi');
  return {
    inFields: ({ categories: names, image }: Post, inPosts: string): boolean =>
      isStricter ||
      (categories !== undefined && !names.every((name) => find(name))) ||
      (image !== undefined && !isGoodUrl(image.src, inPosts, folder, ['image-file-missing'])),
    /** `text` is the body as Latin-1, which is decoded far faster. */
    inText(text: string, inPosts: string): boolean {
      if (isStricter || placeholder.test(text)) return true;
      const isSuspect = (expression: RegExp): boolean => {
        for (const [, link = '', afterSpace] of text.matchAll(expression)) {
          if (afterSpace !== undefined || !isGoodUrl(fromLatin1(link), inPosts, folder)) return true;
        }
        return false;
      };
      // A quick check first.
      return (
        isSuspect(inLinks) ||
        (text.includes(']:') && isSuspect(inDefinitions)) ||
        (text.includes('<') && isSuspect(inTags))
      );
    },
  };
}

export type Suspicion = ReturnType<typeof createSuspicion>;

function fromLatin1(text: string): string {
  return Buffer.from(text, 'latin1').toString();
}

/** An expression for the first words of a sentence, which may be on two lines. */
function beginningOf(sentence: string): string {
  const [one = '', two = '', three = ''] = sentence.split(' ');
  return [one, two, three].join('\\s+');
}
