/** The faults of posts without a title or a date. */
import type { Fault } from '../../diagnostic.ts';
import { isKnownField, keyNamed } from '../fields/names.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { readablyQuoted } from '../frontmatter/yamlText.ts';
import { abridge } from '../text.ts';
import { inferFieldNames, keyMeantAs } from './misspelt.ts';

/** The fault of a missing field: at the field if it is empty, at a misspelt one if there is one, else at the first line. */
export function missing(field: 'title' | 'date', data: Mapping, yaml: string): Fault {
  const rule = `${field}-missing` as const;
  const key = keyNamed(data, field);
  if (key !== undefined) return empty(field, key, yaml);
  const unknown = Object.keys(data).filter((key) => !isKnownField(key, []));
  const misspelt = keyMeantAs(field, unknown);
  if (misspelt === undefined) {
    const hint = `add a line such as ${field}: ${examples[field]}`;
    return { rule, message: `post has no ${field}`, hint, place: { line: 1, column: 1 } };
  }
  return {
    rule,
    message: `post has no ${field}; did you mean “${field}” instead of “${abridge(misspelt)}”?`,
    hint: `write ${field}: instead of ${abridge(misspelt)}:`,
    place: { path: [misspelt], on: 'key' },
    ...(inferFieldNames(data, [])(misspelt) === field && { correction: { key: field } }),
  };
}

/** The fault of an empty field. To YAML, its text may be a comment or an anchor: `title: #1 in the league`. */
function empty(field: 'title' | 'date', key: string, yaml: string): Fault {
  const rule = `${field}-missing` as const;
  const place = { path: [key] };
  const rest = new RegExp(`^${key}:[ \\t]+([#&][^\\r\\n]*)`, 'm').exec(yaml)?.[1]?.trimEnd();
  if (rest === undefined) {
    const hint = (source: string): string =>
      /^(?:null|~)$/i.test(source)
        ? `put it in quotes: "${source}"`
        : `write a value, like ${field}: ${examples[field]}`;
    return { rule, message: `${field} is empty`, hint, place };
  }
  const [mark] = rest;
  const message = `${field} is empty: ${mark === '#' ? '# begins a comment' : '& begins an anchor'}`;
  // With a space after the # it is probably meant as a comment.
  if (/^.(?:\s|$)/.test(rest)) {
    const words = rest.slice(1).trim();
    const value = /[:#"']/.test(words) ? readablyQuoted(words) : abridge(words);
    const before = `the ${field} before the ${mark}`;
    const hint = mark === '#' && words !== '' ? `write ${field}: ${value}, or ${before}` : `write ${before}`;
    return { rule, message, hint, place };
  }
  const hint = `put the ${field} in quotes: ${field}: ${readablyQuoted(abridge(rest))}`;
  return { rule, message, hint, place, correction: { quoteRest: true } };
}

const examples = { title: '"Our first meeting"', date: '2024-05-14' } as const;
