/** The shapes on which the parts of the check meet. */
import type { HtmlNode } from '../text/tidy/parse.ts';

/** What readers see of HTML: its words in their order, and what these are in. */
export interface Outline {
  words: string[];
  links: string[];
  images: string[];
  /** The alt texts of images that have one. */
  alts: string[];
  headings: string[];
  /** The beginnings of list items, each with its marker, indented as it is nested. */
  items: string[];
  /** The beginnings of the cells of each row. */
  rows: string[];
  /** Blocks of code, and each word that is code. */
  code: string[];
}

/** What URLs become on the way. */
export interface Expected {
  link: (url: string) => string;
  file: (url: string) => string;
}

/** Where a walk is: the nodes of an element, and what is read after them. */
export interface Frame {
  nodes: readonly HtmlNode[];
  next: number;
  /** Captions, which stand below what they belong to wherever they are in the source. */
  later: HtmlNode[];
  isLater: boolean;
  leave: (() => void) | undefined;
}
