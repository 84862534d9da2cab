/** Values as a patch writes them: in the style of what stood there. */
import type { ValueSpan } from '../frontmatter/valueSpan.ts';
import { plainOrQuoted, quoted } from '../frontmatter/yamlText.ts';

export type Scalar = string | number | boolean;

/**
 * The ways to write a value in place of another, the likest first. Which of them reads back as it should is found out by
 * trying: the last, double quotes, always does. `old` is the text that is replaced, `eol` the line break of the file.
 */
export function spellings(value: Scalar, { style, inFlow }: ValueSpan, old: string, eol: string): string[] {
  const before = style === 'empty' ? ' ' : '';
  // The span of a text below `|` or `>` takes in the comment on that line, and the line break at its end.
  const behind =
    style === 'literal' || style === 'folded'
      ? `${/ +#[^\r\n]*/.exec(old.split('\n', 1)[0] ?? '')?.[0] ?? ''}${eol}`
      : '';
  if (typeof value !== 'string') return [`${before}${value}${behind}`];
  const last = `${before}${quoted(value)}${behind}`;
  switch (style) {
    case 'double':
      return [last];
    case 'single':
      return [...singleQuoted(value), last];
    case 'literal':
    case 'folded':
      return [...blockText(value, style, old, eol), last];
    default:
      return [...plainText(value, inFlow).map((plain) => before + plain), last];
  }
}

/** A name of a field as a new one is written. */
export function keyText(key: string): string {
  return /^[A-Za-z][\w-]*$/.test(key) && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(key) ? key : quoted(key);
}

/** What no reader of YAML, old or new, takes for anything else: words, dates, addresses, UUIDs. */
function plainText(value: string, inFlow: boolean): string[] {
  const date = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[+-]\d\d:?\d\d)?)?$/;
  const address = /^(?:https?:\/\/|urn:|\/)[\w./%~+:@-]*\w\/?$/;
  const isPlain = date.test(value) || address.test(value) || plainOrQuoted(value) === value;
  return isPlain && !(inFlow && /[,[\]{}]/.test(value)) ? [value] : [];
}

function singleQuoted(value: string): string[] {
  return /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/.test(value) ? [] : [`'${value.replaceAll("'", "''")}'`];
}

/** A text below `|` or `>` keeps their line and the indentation; a folded one gets its lines as one. */
function blockText(value: string, style: 'literal' | 'folded', old: string, eol: string): string[] {
  const [header = '', ...lines] = old.split(/\r?\n/);
  const indent = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
  const text = value.replace(/\n$/, '');
  const isOdd = /^\s|[\r\t\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/.test(text);
  if (indent === '' || text === '' || isOdd || (style === 'folded' && text.includes('\n'))) return [];
  const written = text.split('\n').map((line) => (line === '' ? '' : indent + line));
  return [[header, ...written, ''].join(eol)];
}
