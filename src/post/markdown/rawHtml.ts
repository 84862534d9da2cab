/** The raw HTML of a body: what its elements hide, and which of them are never closed. */
import { type HtmlPiece, readPieces } from './htmlPieces.ts';
import type { Token } from './markdown.ts';
import { elementsDroppedWhole, voidElements, whyHidden } from './safeHtml.ts';

/** A piece of raw HTML. */
export interface RawPiece extends HtmlPiece {
  /** Where an element that hides its content is closed; undefined if it never is. */
  close?: RawPlace;
}

/** The span of a closing tag in the content of a leaf. */
interface RawPlace {
  leaf: number;
  start: number;
  end: number;
}

/** A token without children. */
export interface Leaf {
  token: Token;
  /** The pieces of raw HTML, in order; without those in text that is not HTML, as of scripts. */
  pieces: RawPiece[];
  /** The index of the first leaf outside its paragraph, or for a block of HTML, its quotation or list item. */
  scopeEnd: number;
}

/** Elements whose content is not HTML. HTML 13.2.5.2. */
const textElements = ['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'textarea', 'title', 'plaintext'];
/** What is in these is shown only where they do not work. */
const mediaElements = ['audio', 'video'];
const hiding = new Set([...elementsDroppedWhole, ...mediaElements, 'iframe']);

/**
 * The leaves of a parsed body, if it has raw HTML. An element has to be closed in the paragraph, or for a block of HTML in
 * the quotation or list item, in which it begins: otherwise it would take text that its author did not mean.
 */
export function readRawHtml(tokens: readonly Token[]): Leaf[] {
  const leaves = tokens.some(hasRawHtml) ? readLeaves(tokens) : [];
  const findEnd = createSearch(leaves);
  let resume: RawPlace = { leaf: 0, start: 0, end: 0 };
  for (const [leaf, { token, pieces, scopeEnd }] of leaves.entries()) {
    if (!isHtml(token) || leaf < resume.leaf) continue;
    const from = leaf === resume.leaf ? resume.end : 0;
    const skip = (piece: RawPiece): number | undefined => {
      const close = textElements.includes(piece.name) ? findEnd(piece.name, leaf, piece.end, scopeEnd) : undefined;
      if (!close) return undefined;
      piece.close = close;
      // Where an iframe spans paragraphs, these are its content.
      if (close.leaf > leaf && piece.name === 'iframe') return undefined;
      resume = close;
      return close.leaf > leaf ? token.content.length : close.end;
    };
    pieces.push(...readPieces(token.content, from, skip));
  }
  closeOthers(leaves);
  return leaves;
}

function isHtml({ type }: Token): boolean {
  return type === 'html_block' || type === 'html_inline';
}

function hasRawHtml(token: Token): boolean {
  return isHtml(token) || (token.children?.some(isHtml) ?? false);
}

function readLeaves(tokens: readonly Token[]): Leaf[] {
  const leaves: Leaf[] = [];
  const open: Leaf[][] = [[]];
  const add = (token: Token): Leaf => {
    const leaf = { token, pieces: [], scopeEnd: Number.POSITIVE_INFINITY };
    leaves.push(leaf);
    return leaf;
  };
  for (const token of tokens) {
    if (token.nesting === 1) open.push([]);
    else if (token.nesting === -1) for (const leaf of open.pop() ?? []) leaf.scopeEnd = leaves.length;
    else if (token.type !== 'inline') open.at(-1)?.push(add(token));
    else {
      const own = (token.children ?? []).map(add);
      for (const leaf of own) leaf.scopeEnd = leaves.length;
    }
  }
  return leaves;
}

/** Returns a function that finds the next closing tag of an element, asked for in order. */
function createSearch(leaves: readonly Leaf[]) {
  const closing = new RegExp(`</(${textElements.join('|')})(?:[\\s/][^>]*)?>`, 'gi');
  const ends = new Map<string, { places: RawPlace[]; next: number }>();
  for (const [leaf, { token }] of leaves.entries()) {
    if (!isHtml(token)) continue;
    for (const { 0: tag, 1: written = '', index: start } of token.content.matchAll(closing)) {
      const name = written.toLowerCase();
      const known = ends.get(name) ?? { places: [], next: 0 };
      known.places.push({ leaf, start, end: start + tag.length });
      ends.set(name, known);
    }
  }
  return (name: string, leaf: number, offset: number, scopeEnd: number): RawPlace | undefined => {
    const known = ends.get(name);
    if (!known) return undefined;
    const isBefore = (place: RawPlace): boolean => place.leaf < leaf || (place.leaf === leaf && place.start < offset);
    let place = known.places[known.next];
    while (place && isBefore(place)) place = known.places[++known.next];
    return place && place.leaf < scopeEnd ? place : undefined;
  };
}

/** Finds the closing tags of the elements whose content is HTML. */
function closeOthers(leaves: readonly Leaf[]): void {
  const open = new Map<string, { piece: RawPiece; scopeEnd: number }[]>();
  const hidden = new Set(leaves.flatMap(({ pieces }) => pieces.filter(isHidden).map(({ name }) => name)));
  for (const [leaf, { pieces, scopeEnd }] of leaves.entries()) {
    for (const piece of pieces) {
      const { kind, name, start, end } = piece;
      if (!(hiding.has(name) || hidden.has(name)) || textElements.includes(name)) continue;
      const same = open.get(name) ?? [];
      open.set(name, same);
      // A paragraph ends where the next one begins.
      const before = kind === 'start' && name === 'p' ? same.pop() : undefined;
      if (before && before.scopeEnd > leaf) before.piece.close = { leaf, start, end: start };
      if (kind === 'start' && !isEmpty(piece)) same.push({ piece, scopeEnd });
      if (kind !== 'end') continue;
      let last = same.pop();
      while (last && last.scopeEnd <= leaf) last = same.pop();
      if (last) last.piece.close = { leaf, start, end };
    }
  }
}

/** Whether an element has no content: `<svg/>`. Other elements ignore the slash. HTML 13.1.2.1. */
function isEmpty({ name, isSelfClosing }: HtmlPiece): boolean {
  return isSelfClosing && (name === 'svg' || name === 'math');
}

/** Whether it begins an element that its author hid. */
export function isHidden({ kind, name, attributes }: HtmlPiece): boolean {
  return (
    kind === 'start' && attributes.size + (name === 'dialog' ? 1 : 0) > 0 && whyHidden(name, attributes) !== undefined
  );
}

/** Whether it is a tag of sound or video. */
export function isMedia({ name }: HtmlPiece): boolean {
  return mediaElements.includes(name);
}

/** Whether a tag is never closed although it would have to be, or is not even finished. */
export function isUnclosed(piece: RawPiece): boolean {
  const { kind, name, close } = piece;
  if (kind === 'unfinished') return true;
  if (kind !== 'start' || close !== undefined || isEmpty(piece) || voidElements.includes(name)) return false;
  return hiding.has(name) || isHidden(piece);
}

/** The text in an element, on one line, without the tags in it. `toHtml` is applied to what is not HTML. */
export function textInside(
  { end, close }: RawPiece,
  index: number,
  leaves: readonly Leaf[],
  toHtml: (text: string) => string,
): string {
  if (!close) return '';
  const written = leaves.slice(index, close.leaf + 1).map(({ token }, offset) => {
    const { type, content } = token;
    if (!isHtml(token)) return type === 'softbreak' || type === 'hardbreak' ? ' ' : toHtml(content);
    const isLast = index + offset === close.leaf;
    return content.slice(offset === 0 ? end : 0, isLast ? close.start : undefined).replace(/<[^<>]*>/g, '');
  });
  return written.join('').replace(/\s+/g, ' ').trim();
}
