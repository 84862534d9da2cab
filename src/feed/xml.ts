/** XML 1.0 as text. Whatever goes in, the result is well formed. https://www.w3.org/TR/xml/ */

const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
// With the flag `u` the surrogates are only those that stand alone.
const allForbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/gu;

/** The text without the characters that XML 1.0 cannot hold, in any form. XML 2.2. */
export function dropForbidden(text: string): string {
  return forbidden.test(text) || !text.isWellFormed() ? text.replace(allForbidden, '') : text;
}

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
 * HTML as a CDATA section. `]]>` would end it, and is the same to HTML as `]]&gt;`: so there is only ever one section,
 * which readers with a parser of their own need.
 */
export function htmlElement(name: string, attributes: Attributes, html: string): string {
  let text = visibleHtml(html).replaceAll(']]>', ']]&gt;');
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  return `<${name}${formatAttributes(attributes)}><![CDATA[${text}]]></${name}>\n`;
}

// C1 and DEL, and the code points that Unicode keeps out of texts.
const invisible = /[\x7f-\x9f\ufdd0-\ufdef]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f-\udbff][\udffe\udfff]/;
const allInvisible = /[\x7f-\x9f\p{Noncharacter_Code_Point}]/gu;

/** Text without the characters that HTML forbids, none of which anybody would see. HTML 13.2.3.5. */
export function dropInvisible(text: string): string {
  return invisible.test(text) ? text.replace(allInvisible, '') : text;
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

/** What the next function may have to change; surrogates may stand alone. Nearly no text has any. */
const doubtful = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xc2\xc3\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]/;

/**
 * HTML as it is shown, without what HTML forbids. What looks like a text that was read in the wrong encoding (`Ã©`, and
 * the sign for it) is written as a number: validators, and readers that mend such texts, take it for a mistake. So is
 * the sign that makes a description (`alt="use src='x'"`) look like an address to them.
 */
function visibleHtml(html: string): string {
  const text = doubtful.test(html)
    ? dropInvisible(dropForbidden(html)).replace(/\ufffd|(?<=[\xc2\xc3])[\xa0-\xbf]/g, toNumber)
    : html;
  if (!text.includes(' alt="') && !text.includes(' title="')) return text;
  return text.replace(/ (?:alt|title)="[^"]*"/g, (attribute) => attribute.replace(/(?<=src)=/gi, '&#61;'));
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
