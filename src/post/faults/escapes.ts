/** Backslashes that YAML reads as escapes in double quotes, though their author meant a backslash: `"C:\new"`, `"\LaTeX"`. */
import type { Fault } from '../../diagnostic.ts';
import { fieldOf, fieldsOf } from '../fields/names.ts';
import { readablyQuoted } from '../frontmatter/yamlText.ts';

/** Escapes of characters that nobody wants in a field. YAML 1.2.2, 5.7. */
const rare = /^\\[LNP_abefv0]$/;
/** Those, line breaks and tabs: not within a text on one line. */
const notInLine = /^\\[LNP_abefv0nrt]$/;
/** The beginning of a path on Windows. */
const drive = /\b[A-Z]:\\(?!\\)/i;

const lines: readonly (string | undefined)[] = fieldsOf('line', 'names', 'people');
const texts: readonly (string | undefined)[] = fieldsOf('text', 'image');

/** The faults of fields in double quotes with such an escape; each takes the place of what its text is reported for. */
export function escapeFaults(yaml: string): Fault[] {
  if (!yaml.includes('\\')) return [];
  return yaml.split(/\r?\n/).flatMap((line): Fault[] => {
    const [, key = '', inner = ''] = /^([\w-]+):[ \t]+"((?:[^"\\]|\\.)*)"[ \t]*$/.exec(line) ?? [];
    const field = fieldOf(key);
    if (field === undefined || !inner.includes('\\')) return [];
    if (!lines.includes(field) && !texts.includes(field)) return [];
    const doubtful = lines.includes(field) || drive.test(inner) ? notInLine : rare;
    const found = withoutLastBreaks(inner)
      .match(/\\./g)
      ?.find((pair) => doubtful.test(pair));
    if (found === undefined) return [];
    const message = `${found} in double quotes is an escape, not a backslash`;
    return [
      {
        rule: 'field-type',
        message,
        hint: `write ${key}: ${readablyQuoted(inner.replaceAll('\\"', '"'))}`,
        place: { path: [key] },
      },
    ];
  });
}

/** Exporters leave line breaks at the end, which mean nothing. */
function withoutLastBreaks(inner: string): string {
  let text = inner.trimEnd();
  while (/^\\[nrt]$/.test(text.slice(-2))) text = text.slice(0, -2).trimEnd();
  return text;
}
