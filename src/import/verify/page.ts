/** Collects an outline: words come in pieces, and blocks and line breaks end them. */
import { dropInvisible } from '../../post/markdown/htmlText.ts';
import { keptSchemes } from '../../post/markdown/safeHtml.ts';
import type { Expected, Frame, Outline } from './types.ts';

export interface Page {
  outline: Outline;
  expected: Expected;
  /** The blocks that are open: their tags, and where their nodes are. */
  blocks: { tag: string; frame: Frame }[];
  /** The lists that are open, each with the number of its next item. */
  lists: { tag: string; number: number; isGallery: boolean }[];
  /** The cells of each row that is open. */
  rows: string[][];
  /** How many elements are open whose text is code. */
  code: number;
  text(value: string): void;
  /** Ends a word. */
  endWord(): void;
  /** Ends a word, and the part of a link that stands in a block. */
  separate(): void;
  openLink(url: string): void;
  closeLink(): void;
  image(url: string, alt: string): void;
  /** A block of code. */
  pre(code: string): void;
  /** The number of words and images so far, to know what an element has. */
  at(): Mark;
  /** The first words since then; undefined if there are neither words nor images. */
  since(mark: Mark, most?: number): string | undefined;
}

interface Mark {
  words: number;
  images: number;
}

/** An empty page. */
export function createPage(expected: Expected): Page {
  const outline: Outline = { words: [], links: [], images: [], alts: [], headings: [], items: [], rows: [], code: [] };
  const { words, images } = outline;
  let word = '';
  let codePart = '';
  let link: { key: string; text: string; isShown: boolean } | undefined;
  const endWord = (): void => {
    // Notes that a text writes as Markdown does.
    if (word.includes('[^')) word = word.replace(/\[\^[\w-]{1,40}\]:?/g, '');
    if (word !== '') words.push(word);
    if (codePart !== '') outline.code.push(codePart);
    word = '';
    codePart = '';
  };
  const endPart = (): void => {
    // Feeds make links of bare URLs.
    const isShown = link?.isShown || (link?.text.trim() ?? '') !== '';
    if (link && isShown && urlKey(link.text) !== link.key && isCarried(link.key)) outline.links.push(link.key);
    if (link) Object.assign(link, { text: '', isShown: false });
  };
  const page: Page = {
    ...{ outline, expected, blocks: [], lists: [], rows: [], code: 0, endWord },
    text(value) {
      if (link) link.text += value;
      let isFirst = true;
      for (const piece of value.split(/\s+/)) {
        if (!isFirst) endWord();
        isFirst = false;
        word += piece;
        if (page.code > 0) codePart += piece;
      }
    },
    separate() {
      endWord();
      endPart();
    },
    openLink(url) {
      link = { key: urlKey(url), text: '', isShown: false };
    },
    closeLink() {
      endPart();
      link = undefined;
    },
    image(url, alt) {
      endWord();
      images.push(urlKey(expected.file(url)));
      const text = dropInvisible(alt).replace(/\s+/g, ' ').trim();
      if (text !== '') outline.alts.push(text);
      if (link) link.isShown = true;
    },
    pre(code) {
      page.separate();
      const lines = code.split('\n').map((line) =>
        dropInvisible(line)
          .replace(/\u00a0/g, ' ')
          .trimEnd(),
      );
      const text = lines.join('\n').replace(/^\n+|\n+$/g, '');
      if (text !== '') outline.code.push(text);
      for (const piece of text.split(/\s+/)) if (piece !== '') words.push(piece);
    },
    at() {
      endWord();
      return { words: words.length, images: images.length };
    },
    since(mark, most) {
      endWord();
      if (words.length === mark.words && images.length === mark.images) return undefined;
      return words.slice(mark.words, most === undefined ? undefined : mark.words + most).join(' ');
    },
  };
  return page;
}

/** A URL as all ways to write it in Markdown and HTML are read. */
function urlKey(url: string): string {
  return dropInvisible(url.trim().replace(/[\n\r\t]/g, '')).replace(/[\s<>\\|"`]/g, encodeURIComponent);
}

/** Whether feeds keep such a link. */
function isCarried(url: string): boolean {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1];
  return scheme === undefined || keptSchemes.includes(scheme.toLowerCase());
}
