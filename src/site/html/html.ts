/** HTML by tagged templates that escape every value. */
import { dropInvisible, escapeHtml } from '../../post/markdown/htmlText.ts';

declare const isSafe: unique symbol;

/** HTML that only the functions of this file make: of what templates say, and of escaped values. */
export interface Html {
  readonly html: string;
  readonly [isSafe]: true;
}

/** A value of a template: text is escaped, lists are joined, and what is not there is nothing. */
export type Value = Html | string | number | false | undefined | readonly Value[];

const special = /[&<>"]/g;

/** HTML of a template. A value stands in text, or in an attribute between double quotes; nowhere else. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = parts[0] ?? '';
  for (let index = 0; index < values.length; index++) text += toText(values[index]) + (parts[index + 1] ?? '');
  return made(text);
}

function toText(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(dropInvisible(value), special);
  if (typeof value === 'number') return String(value);
  if ('html' in value) return value.html;
  let text = '';
  for (const one of value) text += toText(one);
  return text;
}

/** What a sanitiser has made, as it is. Only `src/site/body` calls it: test/site/html.test.ts. */
export function sanitised(content: string): Html {
  return made(content);
}

/** Attributes with a space before each: those that are undefined or false are left out, those that are true have no value. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === false) continue;
    text += value === true ? ` ${name}` : ` ${name}="${toText(String(value))}"`;
  }
  return made(text);
}

/** A script of our own. Not a template: bundlers rewrite those that end a script, and then need a package of theirs. */
export function script(src: string, events: string): Html {
  const { html: written } = attributes({ type: 'module', src, 'data-events': events });
  return made(`<script${written}></script>\n`);
}

/** Data in a page for machines. No text in it can end the element (HTML, 4.12.1.3). */
export function jsonLd(data: unknown): Html {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return made(`<script type="application/ld+json">${json}</script>\n`);
}

function made(text: string): Html {
  return { html: text } as Html;
}
