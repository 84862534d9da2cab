/** XML 1.0 as text. Whatever goes in, the result is well formed. https://www.w3.org/TR/xml/ */

import { dropForbidden, dropInvisible } from '../post/markdown/htmlText.ts';

/**
 * Text as the content of an element. `&`, `<` and `>` as numbers, as the RSS Profile advises: the parser's result is the
 * same as with `&amp;`, but it tells validators and readers that guess that this is plain text, not HTML.
 * https://www.rssboard.org/rss-profile#data-types-characterdata
 */
export function escapeText(text: string): string {
  return dropForbidden(text).replace(/[&<>\r]/g, toNumber);
}

/** Text as the value of an attribute in double quotes: line breaks and tabs kept. XML 3.3.3. */
export function escapeAttribute(text: string): string {
  return dropForbidden(text).replace(/[&<>"\t\n\r]/g, toNumber);
}

function toNumber(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** `<name a="…">text</name>` on a line of its own; `<name a="…"/>` without text. Undefined attributes are left out. */
export function element(name: string, attributes: Attributes, text?: string): string {
  const start = `<${name}${formatAttributes(attributes)}`;
  return text === undefined ? `${start}/>\n` : `${start}>${escapeText(text)}</${name}>\n`;
}

/** An element that holds others, which are XML already. */
export function parent(name: string, attributes: Attributes, children: string): string {
  return `<${name}${formatAttributes(attributes)}>\n${children}</${name}>\n`;
}

/**
 * HTML as a CDATA section, just as it is. `]]>` would end it: what writes our HTML escapes every `>`, so that there is
 * only ever one section, which readers with a parser of their own need.
 */
export function htmlElement(name: string, attributes: Attributes, html: string): string {
  return `<${name}${formatAttributes(attributes)}><![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>\n`;
}

const lineBreak = /[\r\n]/;

/**
 * A title, a name, a summary as feeds carry it: without what nobody would see, and on one line, for of a text on several
 * the W3C's validator looks only at the first to tell whether it is plain.
 */
export function plainLine(text: string): string {
  const visible = dropInvisible(dropForbidden(text));
  if (!lineBreak.test(visible)) return visible;
  const lines = visible.split(lineBreak).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/**
 * Plain text as HTML. An ampersand before a blank is itself in HTML: left so, “students & staff” is right too for a
 * reader that takes it as plain text. HTML 13.2.5.72; older parsers want it of all but these.
 */
export function textAsHtml(text: string): string {
  return text.replace(/&(?![\t\n\f\r <&]|$)/g, '&amp;').replaceAll('<', '&lt;');
}

/** Whether a text has a closing tag, which readers, and the W3C's validator, would take for HTML. */
export function looksLikeHtml(text: string): boolean {
  return text.includes('</');
}

/**
 * Plain text in an element that can say of itself which of the two it holds. It says HTML only where the text looks so:
 * otherwise that would be HTML that nobody declared.
 */
export function textElement(name: string, plainType: 'plain' | 'text', text: string): string {
  if (!looksLikeHtml(text)) return element(name, { type: plainType === 'text' ? undefined : plainType }, text);
  return element(name, { type: 'html' }, textAsHtml(text));
}

function formatAttributes(attributes: Attributes): string {
  let text = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) text += ` ${name}="${escapeAttribute(String(value))}"`;
  }
  return text;
}
