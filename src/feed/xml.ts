/** XML 1.0, well formed for any text without invisible characters. https://www.w3.org/TR/xml/ */
import { dropInvisible, numberWrongEncoding } from '../post/markdown/htmlText.ts';

/**
 * Escapes the text of an element. `&`, `<` and `>` become numeric references, which mark plain text, not HTML, for feed
 * readers that guess: https://www.rssboard.org/rss-profile#data-types-characterdata
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, toNumber);
}

/** Escapes an attribute in double quotes; line breaks and tabs are kept (XML 1.0, 3.3.3). */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, toNumber);
}

function toNumber(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** `<name a="…">text</name>` on its own line, or `<name a="…"/>` without text. Undefined attributes are omitted. */
export function element(name: string, attributes: Attributes, text?: string): string {
  const start = `<${name}${formatAttributes(attributes)}`;
  return text === undefined ? `${start}/>\n` : `${start}>${escapeText(text)}</${name}>\n`;
}

/** An element around `children`, which are XML. */
export function parent(name: string, attributes: Attributes, children: string): string {
  return `<${name}${formatAttributes(attributes)}>\n${children}</${name}>\n`;
}

/** HTML as one CDATA section, as some feed readers expect. Our HTML never contains `]]>`, which would split it. */
export function htmlElement(name: string, attributes: Attributes, html: string): string {
  return `<${name}${formatAttributes(attributes)}><![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>\n`;
}

/** Text without invisible characters, on one line: of several, the W3C validator looks for HTML only in the first. */
export function plainLine(text: string): string {
  const visible = dropInvisible(text);
  if (!/[\r\n]/.test(visible)) return visible;
  const lines = visible.split(/[\r\n]/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/** Plain text as HTML. An `&` before a space may stay (HTML, 13.2.5.72): “art & design” is right as plain text, too. */
export function textAsHtml(text: string): string {
  return numberWrongEncoding(text.replace(/&(?![\t\n\f\r <&]|$)/g, '&amp;').replaceAll('<', '&lt;'));
}

/** Whether a text has a closing tag, by which feed readers and the W3C validator recognise HTML. */
export function looksLikeHtml(text: string): boolean {
  return text.includes('</');
}

/** Whether a text arrives as it is written only as HTML: readers would take it for that, or for a wrong encoding. */
export function needsHtml(text: string): boolean {
  return looksLikeHtml(text) || numberWrongEncoding(text) !== text;
}

/** Plain text in an element with a `type`, or as HTML if it needs that, since feed readers would not believe the type. */
export function textElement(name: string, plainType: 'plain' | 'text', text: string): string {
  if (!needsHtml(text)) return element(name, { type: plainType === 'text' ? undefined : plainType }, text);
  return element(name, { type: 'html' }, textAsHtml(text));
}

function formatAttributes(attributes: Attributes): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${escapeAttribute(String(value))}"`;
  }
  return text;
}
