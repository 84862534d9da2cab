/** The XML of an export as a stream of items: whatever of a damaged one is whole. */
import { Parser } from 'htmlparser2';
import type { ExportItem, ExportSite } from '../types.ts';
import { decodeEntities, type Oddity } from './entities.ts';
import type { Faults } from './faults.ts';
import { emptySite, readChannel, toItem } from './item.ts';
import { createLineCounter } from './lines.ts';
import { createNames } from './names.ts';
import { containers, isMisplaced, verbatim, type XmlNode } from './tree.ts';

/** The parser takes time for each open element when one is opened or closed. */
const deepest = 500;
/** UTF-16 units of an item, or of anything that has no end. */
const longest = 64 * 1024 * 1024;
const pieceSize = 64 * 1024;

interface Frame {
  node: XmlNode;
  line: number;
  isContainer: boolean;
  /** Text since the last CDATA section, not decoded yet. */
  waiting: string;
  hasCdata: boolean;
  /** An item that another one interrupts. */
  isCut: boolean;
}

/** What the XML of a file holds. */
export interface BodyResult {
  site: ExportSite;
  items: number;
  /** Whether any element is WordPress’ own. */
  hasWordPress: boolean;
}

/** A parser for the text of one file from its root element on, `start` units after `before`. */
export function createBodyParser(file: string, before: string, faults: Faults, emit: (item: ExportItem) => void) {
  const site = emptySite();
  const lines = createLineCounter();
  lines.add(before);
  const base = before.length;
  const stack: Frame[] = [];
  let isOver = false;
  let [written, items, size, literal] = [0, 0, 0, 0];
  let [isInCdata, isEnding, isClosed, hasWordPress] = [false, false, false, false];
  let lastLine = 1;

  const report = (oddity: Oddity): void => faults.note(oddity, lastLine);
  const names = createNames((prefix) => faults.note(`prefix “${prefix}:” without a declaration`, lastLine));
  const lineHere = (): number => {
    lastLine = lines.pass(base + parser.startIndex);
    return lastLine;
  };
  const stop = (message: string): void => {
    if (isOver) return;
    faults.lose(`${message}; the rest of the file was not read`, lastLine);
    isOver = true;
  };

  const flush = (frame: Frame): void => {
    const { waiting, node } = frame;
    frame.waiting = '';
    // Spaces around CDATA are the layout of the file.
    if (waiting === '' || (frame.hasCdata && waiting.trim() === '')) return;
    node.text += decodeEntities(waiting, report);
  };
  const addText = (text: string): void => {
    const top = stack.at(-1);
    if (!top || isOver || isEnding) return;
    if (top.isContainer) {
      if (text.trim() === '') return;
      // What a hand has left behind is no text that anybody misses.
      const isText = /[\p{L}\p{N}]/u.test(text) && stack.length > 2;
      faults.note(
        isText ? 'text between elements, not read' : 'signs between elements',
        lines.pass(base + parser.endIndex),
        isText,
      );
      return;
    }
    size += text.length;
    if (size > longest) stop('item of more than 64 MiB');
    else if (isInCdata) top.node.text += text;
    else top.waiting += text;
  };

  const finish = (frame: Frame, isImplied: boolean): void => {
    const { node } = frame;
    const parent = stack.at(-1);
    if (!frame.isContainer) {
      flush(frame);
      const trimmed = verbatim.has(node.name) ? node.text : node.text.trim();
      if (trimmed !== node.text) Object.assign(node, { text: trimmed, isPadded: true });
    }
    if (node.name === 'item' && frame.isContainer) {
      if (isImplied && !frame.isCut) faults.lose('item without an end', frame.line);
      else if (!frame.isCut) {
        items++;
        emit(toItem(node, { file, line: frame.line }));
      }
      size = 0;
    } else if (parent?.node.name === 'channel') {
      // What the site is called in a group, such as `image`, is not the site's title.
      readChannel(node, site);
    } else if (parent && !parent.isCut && !unread.has(node.name)) parent.node.children.push(node);
    if (node.name === 'rss') isClosed = !isImplied;
  };

  const parser = new Parser(
    {
      onopentag(tag, attributes, isImplied) {
        if (isOver || isImplied) return;
        const top = stack.at(-1);
        const name = names.nameOf(tag);
        if (top && !top.isContainer) {
          // Markup that was not escaped is still the text of its element.
          faults.note('tags outside CDATA, read as text', lineHere());
          if (isMisplaced(name, top.node.name))
            faults.note(`“${name}” within “${top.node.name.slice(0, 40)}”, read as its text`, lastLine, true);
          literal++;
          if (stack.length + literal > deepest) stop('elements nested more than 500 deep');
          flush(top);
          const shown = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
          top.node.text += `<${tag}${shown.join('')}>`;
          return;
        }
        const line = name === 'item' || name === 'rss' ? lineHere() : lastLine;
        if (name === 'rss' || name === 'channel') names.declare(attributes);
        if (name.startsWith('wp:')) hasWordPress = true;
        if (name === 'item' && top?.node.name === 'item') {
          if (!top.isCut) faults.lose('item without an end', top.line);
          top.isCut = true;
        }
        if (stack.length > deepest) stop('elements nested more than 500 deep');
        for (const [key, value] of Object.entries(attributes)) attributes[key] = decodeEntities(value, report);
        const node = { name, attributes, text: '', children: [] };
        const isContainer = containers.has(name);
        stack.push({ node, line, isContainer, waiting: '', hasCdata: false, isCut: false });
      },
      onclosetag(tag, isImplied) {
        if (isOver || isEnding) return;
        if (literal > 0) {
          literal--;
          const top = stack.at(-1);
          if (top) flush(top);
          if (top && !isImplied) top.node.text += `</${tag}>`;
          return;
        }
        const frame = stack.pop();
        if (frame) finish(frame, isImplied);
      },
      ontext: addText,
      oncdatastart() {
        const top = stack.at(-1);
        isInCdata = true;
        if (!top || top.isContainer) return;
        top.hasCdata = true;
        flush(top);
      },
      oncdataend() {
        isInCdata = false;
      },
    },
    // Entities are decoded here, so that what is wrong with them can be reported.
    { xmlMode: true, decodeEntities: false },
  );

  const write = (text: string): void => {
    for (let at = 0; at < text.length && !isOver; at += pieceSize) {
      const piece = text.slice(at, at + pieceSize);
      lines.add(piece);
      written += piece.length;
      parser.write(piece);
      lineHere();
      if (written - parser.startIndex > longest) stop('a part of more than 64 MiB without an end');
    }
  };
  const end = (): BodyResult => {
    if (!isOver) {
      lastLine = lines.pass(base + written);
      isEnding = true;
      parser.end();
      const item = stack.findLast(({ node }) => node.name === 'item');
      const where = item === undefined ? '' : `, in the item that begins at line ${item.line}`;
      if (!isClosed) faults.lose(`file is cut off here${where}; what comes before was read`, lastLine);
    }
    return { site, items, hasWordPress };
  };
  return { write, end };
}

/** Personal data, which is never read, and what WordPress derives from other elements. */
const unread: ReadonlySet<string> = new Set([
  ...['wp:comment_author_email', 'wp:comment_author_IP', 'wp:comment_user_id', 'wp:commentmeta', 'wp:author_email'],
  ...['description', 'wp:ping_status', 'wp:menu_order'],
]);
