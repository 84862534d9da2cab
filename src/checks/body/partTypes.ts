/** The parts of a body that rules check, each with its place. */
import type { Place } from '../../diagnostic.ts';
import type { HtmlTag } from '../../post/markdown/htmlTags.ts';
import type { Lines, Locate } from './sourceLines.ts';

/** A block of text or of raw HTML. */
export interface TextBlock {
  isParagraph: boolean;
  /** Whether it begins an item of a list. */
  isItem: boolean;
  isHtml: boolean;
  /** The source, without the markers of quotations and lists. */
  content: string;
  /** As plain text; HTML without its tags. */
  text: string;
  /** The ranges of `content` that are code. */
  code: readonly (readonly [start: number, end: number])[];
  locate: Locate;
}

/** Works out a place, only for what has a fault. It must not keep tokens in memory: a text may have a million. */
export type PlaceFinder = () => Place;

interface Part {
  /** The index of the block that it is in. */
  block: number;
  place: PlaceFinder;
}

export interface BodyImage extends Part {
  url: string;
  urlPlace: PlaceFinder;
  /** Undefined if HTML has no such attribute; `alt=""` marks a decorative image. */
  alt: string | undefined;
  altPlace: PlaceFinder;
  title: string;
  isHtml: boolean;
}

export interface BodyLink extends Part {
  url: string;
  urlPlace: PlaceFinder;
  /** Whether it is only a URL, in angle brackets. */
  isBare?: true;
  /** As plain text, with the alt text of images. */
  text: string;
  textPlace: PlaceFinder;
}

export interface BodyHeading {
  level: number;
  /** As plain text. */
  text: string;
  place: PlaceFinder;
}

export interface BodyTag {
  name: string;
  kind: HtmlTag['kind'];
  attributes: ReadonlyMap<string, string>;
  place: PlaceFinder;
}

/** A tag or comment that is never closed. */
export interface UnclosedTag {
  /** Empty for a comment and for a tag that is not even finished. */
  name: string;
  text: string;
  place: PlaceFinder;
}

/** A plain URL, or what was meant as a link or image but is not read as one: then `text` is more than the URL. */
export interface LooseUrl extends Part {
  text: string;
  url: string;
}

/** Text that is code because it is indented. */
export interface IndentedCode {
  text: string;
  /** Whether the indentation is that between the mark of a list and its text. */
  beginsItem: boolean;
  /** Of its first line. */
  place: PlaceFinder;
}

/** The lines of a block that has no other blocks in it; for a table, of each row. */
export interface BlockRange {
  kind: 'text' | 'heading' | 'row' | 'fence' | 'code' | 'html' | 'divider';
  /** Counted from 0. */
  first: number;
  /** The line after the last. */
  end: number;
  /** 0 if it is in no other block; a paragraph and a heading count as one. */
  level: number;
  /** The signs that make it a fence or a heading. */
  markup: string;
  /** What follows the signs of a fence. */
  info: string;
  /** In a row, as many as the table has columns. */
  cells: number;
  isHead?: boolean;
  /** Of text, headings and HTML. */
  block: TextBlock | undefined;
}

export interface BodyParts {
  lines: Lines;
  ranges: BlockRange[];
  blocks: TextBlock[];
  images: BodyImage[];
  links: BodyLink[];
  loose: LooseUrl[];
  headings: BodyHeading[];
  tags: BodyTag[];
  unclosed: UnclosedTag[];
  indented: IndentedCode[];
  /** Where the parser stops because the text is nested too deeply. */
  tooDeep?: Place;
}
