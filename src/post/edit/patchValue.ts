/** Values as a patch writes them: in the style of the value that they replace. */
import type { ValueSpan } from '../frontmatter/valueSpan.ts';
import { plainOrQuoted, quoted } from '../frontmatter/yamlText.ts';
import type { OpenPost } from './patchText.ts';

export type Scalar = string | number | boolean;

/**
 * The ways to write a value in place of another, the most similar first. Callers take the first that reads back as the value;
 * the last, double quotes, always does.
 */
export function renderings(value: Scalar, { style, inFlow, span }: ValueSpan, { yaml, eol }: OpenPost): string[] {
  const old = yaml.slice(span.start, span.end);
  const before = style === 'empty' ? ' ' : '';
  // The span of a block scalar includes the comment after its indicator, and its last line break.
  const isBlock = style === 'literal' || style === 'folded';
  const after = isBlock ? `${/ +#[^\r\n]*/.exec(old.split('\n', 1)[0] ?? '')?.[0] ?? ''}${eol}` : '';
  if (typeof value !== 'string') return [`${before}${value}${after}`];
  const last = `${before}${quoted(value)}${after}`;
  if (isBlock) return [...blockText(value, style, old, eol), last];
  if (style === 'double') return [last];
  if (style === 'single') return [...singleQuoted(value), last];
  return [...plainText(value, inFlow).map((plain) => before + plain), last];
}

/** The name of a new field as YAML. */
export function keyText(key: string): string {
  return /^[A-Za-z][\w-]*$/.test(key) && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(key) ? key : quoted(key);
}

/** What any YAML reader, old or new, reads as text: words, dates, URLs, UUIDs. */
function plainText(value: string, inFlow: boolean): string[] {
  const date = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[+-]\d\d:?\d\d)?)?$/;
  const url = /^(?:https?:\/\/|urn:|\/)[\w./%~+:@-]*\w\/?$/;
  const isPlain = date.test(value) || url.test(value) || plainOrQuoted(value) === value;
  return isPlain && !(inFlow && /[,[\]{}]/.test(value)) ? [value] : [];
}

function singleQuoted(value: string): string[] {
  return /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/.test(value) ? [] : [`'${value.replaceAll("'", "''")}'`];
}

/** A block scalar keeps its header and indentation; a folded one must be a single line. */
function blockText(value: string, style: 'literal' | 'folded', old: string, eol: string): string[] {
  const [header = '', ...lines] = old.split(/\r?\n/);
  const indent = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
  const text = value.replace(/\n$/, '');
  const mustBeQuoted = /^\s|[\r\t\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/.test(text);
  if (indent === '' || text === '' || mustBeQuoted || (style === 'folded' && text.includes('\n'))) return [];
  const written = text.split('\n').map((line) => (line === '' ? '' : indent + line));
  return [[header, ...written, ''].join(eol)];
}
