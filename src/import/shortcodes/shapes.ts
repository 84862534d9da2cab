/** What the parts of shortcodes have in common. */
import type { Attachment, TextContext } from '../types.ts';

/** The attributes of a shortcode: those with a name, and the values without one. */
export interface Attributes {
  named: ReadonlyMap<string, string>;
  values: readonly string[];
}

/** A shortcode with everything that a mapper may look at. */
export interface Shortcode extends Attributes {
  name: string;
  /** What is between its tags, as HTML, shortcodes expanded; empty without a closing tag. */
  content: string;
  isClosed: boolean;
  /** Whether it stands apart from the text around it, so that it may become a block. */
  isAlone: boolean;
  /** An attribute as it is; empty if it is missing. */
  get(name: string): string;
  /** The first of several attributes that is not empty, as plain text. */
  text(...names: string[]): string;
}

/** What a mapper may use. */
export interface Tools {
  context: TextContext;
  addLoss(kind: string, what: string): void;
  /** An attachment of the export; reported if it is not there. */
  findAttachment(id: string, name: string): Attachment | undefined;
  /** The alt text of an image that the export has, by its URL; empty without one. */
  findAlt(url: string): string;
  /** What was uploaded to a post. */
  findAttached(parent: number, kind: 'image' | 'audio' | 'video'): readonly Attachment[];
  /** HTML with its shortcodes expanded: for HTML that was encoded. */
  expand(html: string): string;
}

/** What becomes of a shortcode: HTML. */
export type Mapper = (shortcode: Shortcode, tools: Tools) => string;

/** Mappers by the names of their shortcodes. */
export type Family = Readonly<Record<string, Mapper>>;

/** A family in which several names have the same mapper. */
export function mapNames(names: string, mapper: Mapper): Family {
  return Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, mapper]),
  );
}

/** Keeps what is inside, as a part of the sentence. */
export const unwrap: Mapper = ({ content }) => content;

/** Keeps what is inside, apart from what is beside it: two columns are no single word. */
export const unwrapBlock: Mapper = ({ content }) => `<div>${content}</div>`;

/** What only moves or decorates other things leaves nothing behind but a text that somebody put into it. */
export const drop: Mapper = ({ content }) => content;

/** A mapper for what has no content of its own: a text that somebody put into it comes after it. */
export function withContent(mapper: Mapper): Mapper {
  return (code, tools) => mapper(code, tools) + code.content;
}

/** A rule between two parts of a text. */
export const rule: Mapper = ({ content }) => `\n<hr />\n${content}`;

/** Leaves a shortcode out with all that is in it, and says so. */
export function leaveOut(kind: string, why = ''): Mapper {
  return ({ name }, tools) => {
    tools.addLoss(kind, `[${name}] left out${why === '' ? '' : ` (${why})`}`);
    return '';
  };
}
