/** Lists of names that people write in one text, in brackets and quotes of their own. */
import { plainOrQuoted } from '../frontmatter/yamlText.ts';

/** A longer text is not meant as names, and would take time. */
const longest = 500;

/**
 * The names in a text, written as a YAML list: `(a, b)`, `"a"; "b"`, `[a] [b]`, `[#a, #b]`. A single one stands without
 * brackets. Undefined if there is more in it than names.
 */
export function writtenList(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const names = text
    .trim()
    .replace(/^[[({]|[\])}]$/g, '')
    .split(/[\])}]\s*[,;]?\s*[[({]|[,;]/)
    .map((part) => bare(part.trim()))
    .filter((name) => name !== '');
  if (names.length === 0 || names.some((name) => /[:"{}[\]]|(?:^|\s)#/.test(name))) return undefined;
  const list = names.map(plainOrQuoted).join(', ');
  return names.length === 1 && !/[[({]/.test(text) ? list : `[${list}]`;
}

/** A name without quotation marks around it, or a hash sign before its only word. */
function bare(name: string): string {
  const plain = name.replace(/^["“”„«]+|["“”»]+$/g, '').replace(/^(['‘])(.*)['’]$/, '$2');
  return plain.replace(/^#(?=\p{L}\S*$)/u, '').trim();
}
