/** Any value as a field of front matter, in block style. */
import { keyText } from '../edit/patchValue.ts';
import { plainOrQuoted } from '../frontmatter/yamlText.ts';

/** The lines of a field with any value, which every YAML reader reads back as the same data. */
export function fieldLines(key: string, value: unknown): string[] {
  const written = write(value);
  if (typeof written === 'string') return [`${keyText(key)}: ${written}`];
  return [`${keyText(key)}:`, ...written.map((line) => `  ${line}`)];
}

/** A value that goes on the line of its key, or the lines below it. */
function write(value: unknown): string | string[] {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : value.flatMap((item) => itemLines(item));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return entries.length === 0 ? '{}' : entries.flatMap(([key, one]) => fieldLines(key, one));
  }
  return scalar(value);
}

function itemLines(item: unknown): string[] {
  const written = write(item);
  if (typeof written === 'string') return [`- ${written}`];
  const [first = '', ...rest] = written;
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
}

function scalar(value: unknown): string {
  if (typeof value === 'string') return plainOrQuoted(value);
  if (typeof value !== 'number' || Number.isFinite(value)) return Object.is(value, -0) ? '-0.0' : JSON.stringify(value);
  return Number.isNaN(value) ? '.nan' : value < 0 ? '-.inf' : '.inf';
}
