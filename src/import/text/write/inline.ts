/** Inline elements as Markdown. */
import type { Node } from '../tidy/tree.ts';
import { escapeText } from './escape.ts';
import { settleSigns, signOf } from './flanking.ts';
import { openingTag } from './html.ts';
import { type Sign, type Token, tokenise } from './tokens.ts';
import { escapeTitle, escapeUrl } from './urls.ts';

/** What writing needs. */
export interface Writing {
  addLoss: (kind: string, what: string) => void;
  /** The labels of footnotes that the text writes as Markdown does. */
  notes: ReadonlySet<string>;
}

export type InlinePlace = 'paragraph' | 'heading' | 'cell';

/** Inline elements as Markdown, on one line for each line of the text; empty if they show nothing. */
export function writeInline(nodes: readonly Node[], place: InlinePlace, { addLoss, notes }: Writing): string {
  const tokens = tokenise(nodes, addLoss);
  const lineBreak = place === 'paragraph' ? '\\\n' : '<br>';
  settleSigns(tokens, lineBreak);
  const isInCell = place === 'cell';
  // In parts, since reading the end of a growing text would copy it each time.
  const parts: string[] = [];
  let last = '';
  let links = 0;
  const write = (markdown: string): void => {
    if (markdown === '') return;
    parts.push(markdown);
    last = markdown.slice(-1);
  };
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'text') {
      write(
        escapeText(token.value, {
          before: last,
          after: firstCharacter(tokens[index + 1]),
          isLineStart: last === '' || last === '\n',
          isBlockStart: last === '',
          isInLink: links > 0,
          isInCell,
          isInHeading: place === 'heading',
          notes,
        }),
      );
    } else if (token.type === 'break') write(lineBreak);
    else if (token.type === 'code') write(formatCode(isInCell ? token.value.replace(/\|/g, '\\|') : token.value));
    else if ('value' in token) write(isInCell ? token.value.replace(/(?<!\\)\|/g, '\\|') : token.value);
    else {
      if (token.pair.tag === 'a') links += token.type === 'open' ? 1 : -1;
      write(formatSign(token));
    }
  }
  return parts.join('');
}

function formatSign(token: Sign): string {
  const { tag, attributes, isHtml } = token.pair;
  const isOpen = token.type === 'open';
  if (isHtml) return isOpen ? openingTag(tag, attributes) : `</${tag}>`;
  const sign = signOf(token);
  if (sign !== undefined) return sign;
  if (isOpen) return '[';
  const { href = '', title } = attributes;
  return `](${escapeUrl(href)}${title === undefined ? '' : ` ${escapeTitle(title)}`})`;
}

/** What a token begins with; only what matters to the text before it has to be right. */
function firstCharacter(token: Token | undefined): string {
  if (token === undefined) return '';
  if (token.type === 'break') return '\\';
  if (token.type === 'code') return '`';
  if ('value' in token) return token.value[0] ?? '';
  return formatSign(token)[0] ?? '';
}

/** Code between backticks, more of them than it contains in a row. */
function formatCode(code: string): string {
  let longest = 0;
  for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  const isPadded = code.startsWith('`') || code.endsWith('`');
  return isPadded ? `${fence} ${code} ${fence}` : `${fence}${code}${fence}`;
}
