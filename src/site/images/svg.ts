/** Whether an SVG is only a picture: opened by itself it is a page of the site, and what is in it may run. */
import { createRequire } from 'node:module';
import type { SaxesAttributeNS } from 'saxes';

const load = createRequire(import.meta.url);

const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/** Elements that run something or contain another document, in any namespace. */
const activeElements = new Set(
  'audio embed foreignobject frame handler html iframe link listener meta object script video'.split(' '),
);

/** What a reader of the SVG could be made to run, in words that follow “has”; undefined if there is nothing. */
export function findActivePart(text: string): string | undefined {
  const { SaxesParser }: typeof import('saxes') = load('saxes');
  const parser = new SaxesParser({ xmlns: true });
  let found: string | undefined;
  let root: string | undefined;
  const note = (part: string | undefined): void => {
    found ??= part;
  };
  parser.on('error', () => note('a mistake in its XML'));
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    // Others may spell ASCII in other bytes, which were not looked at.
    if (!/^(?:utf-8|us-ascii)$/i.test(encoding)) note('another encoding than UTF-8');
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) note('entities of its own');
  });
  parser.on('processinginstruction', ({ target }) => {
    if (/^xml-stylesheet$/i.test(target)) note('a style sheet of its own');
  });
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    root ??= local;
    if (activeElements.has(local.toLowerCase())) note(`a <${name}>`);
    else if (uri === htmlNamespace) note('HTML in it');
    for (const attribute of Object.values(attributes)) note(activeAttribute(attribute));
  });
  parser.write(text.replace(/^\ufeff/, '')).close();
  return found ?? (root === 'svg' ? undefined : 'no <svg>');
}

function activeAttribute({ name, local, value }: SaxesAttributeNS): string | undefined {
  if (/^on/i.test(local)) return `an event attribute, ${name}`;
  if (/^attributeName$/i.test(local) && /^\s*on|href\s*$/i.test(value)) return `an animation of ${value.trim()}`;
  if (/^(?:href|src|base|action|formaction|from|to|by|values)$/i.test(local) && isActiveUrl(value))
    return 'a link that could run a script';
  return undefined;
}

/** Browsers drop spaces and control characters in and before the scheme (URL Standard, 4.4). */
function isActiveUrl(value: string): boolean {
  const url = value.replace(/[\0-\x20]+/g, '').toLowerCase();
  return /^(?:java|vb)script:|^data:(?!image\/(?:png|jpeg|gif|webp|avif)[;,])/.test(url);
}
