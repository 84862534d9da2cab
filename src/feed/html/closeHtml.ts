/** Raw HTML that neither hides the text after it nor can be read in two ways. */
import { escapeHtml, escapeHtmlAttribute } from '../../post/markdown/htmlText.ts';
import type { Token } from '../../post/markdown/markdown.ts';
import {
  isHidden,
  isMedia,
  isUnclosed,
  type Leaf,
  type RawPiece,
  readRawHtml,
  textInside,
} from '../../post/markdown/rawHtml.ts';
import type { RewriteUrl } from '../../post/markdown/rewriteUrls.ts';
import {
  elementsBecomingLinks,
  elementsDroppedWhole,
  keptElements,
  voidElements,
} from '../../post/markdown/safeHtml.ts';

const special = /[&<>"]/g;

/** Stands for an element that is left out: whatever reads HTML, nothing in it is shown. */
const hidden = ['<script>', '</script>'] as const;

/**
 * Changes the raw HTML of a body, in place: a tag that is never closed becomes text if its element would hide what follows,
 * and so does an unfinished tag or comment; what an element hides goes, frames become links, and every other tag is written
 * as a browser would read it.
 */
export function closeHtml(tokens: readonly Token[], rewrite: RewriteUrl): void {
  const leaves = readRawHtml(tokens);
  let until: RawPiece['close'];
  for (const [index, leaf] of leaves.entries()) {
    const { token, pieces } = leaf;
    if (until && until.leaf > index) {
      token.content = '';
      continue;
    }
    if (token.type !== 'html_block' && token.type !== 'html_inline') continue;
    const source = token.content;
    let at = until ? until.end : 0;
    let html = until ? hidden[1] : '';
    until = undefined;
    for (const piece of pieces) {
      if (piece.start < at) continue;
      html += source.slice(at, piece.start);
      at = piece.end;
      if (showsAsText(piece)) {
        const text = source.slice(piece.start, piece.end);
        if (token.type === 'html_inline' && text === source) token.type = 'text';
        html += token.type === 'text' ? text : escapeHtml(text, special);
        continue;
      }
      const { close } = piece;
      if (isMedia(piece) && isUnclosed(piece)) {
        // Its sources follow; anything else in it would be hidden.
        const [sources = ''] = /^(?:\s*<(?:source|track)\b[^<>]*>)*/i.exec(source.slice(at)) ?? [];
        html += `${toTag(piece)}${sources}</${piece.name}>`;
        at += sources.length;
        continue;
      }
      const isSecret = isHidden(piece);
      if (isSecret && voidElements.includes(piece.name)) continue;
      const link = isSecret && close ? '' : toLink(piece, index, leaves, rewrite);
      html += link === undefined ? toTag(piece) : spaced(link, piece, index, leaves);
      const isDropped = isSecret || elementsDroppedWhole.includes(piece.name) || isFallback(piece, leaf, index);
      if (!close || !isDropped) continue;
      html += hidden[0];
      if (close.leaf > index) {
        until = close;
        at = source.length;
        break;
      }
      html += hidden[1];
      at = close.end;
    }
    token.content = html + source.slice(at);
  }
}

/** Whether a tag is shown as it is written: it was not meant as one, or would hide all that follows. */
function showsAsText(piece: RawPiece): boolean {
  return isUnclosed(piece) && (piece.kind === 'unfinished' || elementsDroppedWhole.includes(piece.name));
}

/** Whether the content of a frame is only its text for programs without frames, not paragraphs. */
function isFallback({ name, close }: RawPiece, { token }: Leaf, index: number): boolean {
  return name === 'iframe' && (close?.leaf === index || token.type === 'html_inline');
}

/** A frame as a link, with its fallback text; undefined for other pieces. */
function toLink(piece: RawPiece, index: number, leaves: readonly Leaf[], rewrite: RewriteUrl): string | undefined {
  const { kind, name, attributes } = piece;
  if (kind !== 'start' || !elementsBecomingLinks.includes(name)) return undefined;
  const leaf = leaves[index] as Leaf;
  const toHtml = (one: string): string => escapeHtml(one, special);
  const fallback = isFallback(piece, leaf, index) ? textInside(piece, index, leaves, toHtml) : '';
  const text = fallback.replaceAll('<', '&lt;');
  const src = attributes.get('src')?.trim() ?? '';
  const url = rewrite(src, 'link');
  if (src === '' || url === undefined || !/^https?:/i.test(url)) return text;
  const title = toHtml((attributes.get('title') ?? '').trim());
  const label = title !== '' && !text.includes(title) ? title : text || toHtml(url);
  const link = `<a href="${toHtml(url)}">${label}</a>`;
  return label === text || text === '' ? link : `${link} ${text}`;
}

/** A link apart from the words on either side: a frame stood between them. */
function spaced(link: string, piece: RawPiece, index: number, leaves: readonly Leaf[]): string {
  const contentOf = (at: number): string => leaves[at]?.token.content ?? '';
  const leaf = leaves[index] as Leaf;
  const last = isFallback(piece, leaf, index) ? piece.close : undefined;
  const at = last?.leaf ?? index;
  const next = at + 1 < leaf.scopeEnd ? contentOf(at + 1) : '';
  const after = contentOf(at).slice(last?.end ?? piece.end) || next;
  const before = contentOf(index).slice(0, piece.start) || contentOf(index - 1);
  const start = /[\p{L}\p{N}]$/u.test(before.slice(-2)) ? ' ' : '';
  const end = /^(?:[\p{L}\p{N}]|<(?:iframe|embed|a)\b)/iu.test(after) ? ' ' : '';
  return link === '' ? '' : start + link + end;
}

const plainName = /^[a-z][a-z0-9-]*$/;

/** A tag as a browser reads it; nothing for a comment, and for an element that feeds do not keep. */
function toTag(piece: RawPiece): string {
  const { kind, name, attributes } = piece;
  if (kind === 'comment' || !keptElements.includes(name)) return '';
  if (kind === 'end') return `</${name}>`;
  let tag = `<${name}`;
  for (const [key, value] of attributes) {
    if (plainName.test(key)) tag += ` ${key}="${escapeHtmlAttribute(key, value, special)}"`;
  }
  return `${tag}>`;
}
