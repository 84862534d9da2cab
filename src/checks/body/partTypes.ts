/** The parts of a post's text that rules look at, each with its place. */
import type { Place } from '../../diagnostic.ts';
import type { Locate } from './sourceLines.ts';

/** A block of text or of raw HTML. */
export interface TextBlock {
  kind: 'paragraph' | 'heading' | 'cell' | 'html';
  /** As written, without the marks of quotations and lists. */
  content: string;
  /** Its words; of HTML, without its tags. */
  text: string;
  /** The stretches of `content` that are code. */
  code: readonly (readonly [start: number, end: number])[];
  locate: Locate;
}

/** Places are worked out only for what has a fault. It must not hold on to tokens: a text may have a million. */
export type PlaceFinder = () => Place;

interface Part {
  /** Which of the blocks it is in. */
  block: number;
  place: PlaceFinder;
}

export interface BodyImage extends Part {
  src: string;
  /** Undefined where HTML gives none; `alt=""` says that there is nothing to say. */
  alt: string | undefined;
  title: string;
  isHtml: boolean;
  altPlace: PlaceFinder;
  srcPlace: PlaceFinder;
}

export interface BodyLink extends Part {
  href: string;
  /** Its words, those of pictures included. */
  text: string;
  textPlace: PlaceFinder;
  hrefPlace: PlaceFinder;
}

export interface BodyHeading extends Part {
  level: number;
  text: string;
}

export interface BodyTag extends Part {
  name: string;
  attributes: ReadonlyMap<string, string>;
}

/** An address that is no link, or what was meant as a link and is none. */
export interface LooseUrl extends Part {
  kind: 'address' | 'link';
  /** As it stands in the text. */
  text: string;
  address: string;
}

export interface BodyParts {
  blocks: TextBlock[];
  images: BodyImage[];
  links: BodyLink[];
  loose: LooseUrl[];
  headings: BodyHeading[];
  tags: BodyTag[];
  /** Where the text is nested so deeply that the parser goes no further. */
  tooDeep?: Place;
}
