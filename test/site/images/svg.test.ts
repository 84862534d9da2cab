import { describe, expect, test } from '@jest/globals';
import { findActivePart } from '../../../src/site/images/svg.ts';

const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inner}</svg>`;

describe('an SVG that could do something is found', () => {
  test.each<[string, string, string]>([
    ['a script', svg('<script>alert(1)</script>'), 'a <script>'],
    ['a script by another prefix', `<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></s:svg>`, 'a <s:script>'],
    ['a script in capitals', svg('<SCRIPT/>'), 'a <SCRIPT>'],
    ['an event attribute', svg('', ' onload="alert(1)"'), 'an event attribute, onload'],
    ['one in capitals', svg('<g ONCLICK="x"/>'), 'an event attribute, ONCLICK'],
    [
      'one with a prefix',
      svg('<g ev:onclick="x"/>', ' xmlns:ev="http://www.w3.org/2001/xml-events"'),
      'an event attribute, ev:onclick',
    ],
    ['foreign content', svg('<foreignObject/>'), 'a <foreignObject>'],
    ['HTML', svg('<h:p xmlns:h="http://www.w3.org/1999/xhtml"/>'), 'HTML in it'],
    ['HTML as its default', svg('<p xmlns="http://www.w3.org/1999/xhtml"/>'), 'HTML in it'],
    ['a frame', svg('<iframe/>'), 'a <iframe>'],
    ['a listener', svg('<listener/>'), 'a <listener>'],
    ['a link that is a script', svg('<a href="javascript:alert(1)">x</a>'), 'a link that could run a script'],
    ['one spelt oddly', svg('<a xlink:href=" java&#10;Script&#58;alert(1)">x</a>'), 'a link that could run a script'],
    ['one to a text of HTML', svg('<a href="data:text/html,x">x</a>'), 'a link that could run a script'],
    ['one to another SVG', svg('<use href="data:image/svg+xml,x"/>'), 'a link that could run a script'],
    ['an animation of an event', svg('<set attributeName="onload" to="x"/>'), 'an animation of onload'],
    [
      'an animation of a link',
      svg('<a><animate attributeName="xlink:href" values="a;javascript:alert(1)"/></a>'),
      'an animation of xlink:href',
    ],
    ['a style sheet', `<?xml-stylesheet type="text/xsl" href="x.xsl"?>${svg('')}`, 'a style sheet of its own'],
    ['an entity', `<!DOCTYPE svg [<!ENTITY x "<script/>">]>${svg('')}`, 'entities of its own'],
    ['another base', svg('', ' xml:base="javascript:"'), 'a link that could run a script'],
    ['no XML', '<svg><p>', 'a mistake in its XML'],
    ['HTML in place of XML', '<!DOCTYPE html><html><script>x</script></html>', 'a <html>'],
    ['another root', '<x xmlns="http://www.w3.org/2000/svg"/>', 'no <svg>'],
    ['another encoding', `<?xml version="1.0" encoding="UTF-7"?>${svg('')}`, 'another encoding than UTF-8'],
    ['nothing', '', 'a mistake in its XML'],
  ])('%s', (_, text, part) => {
    expect(findActivePart(text)).toBe(part);
  });
});

test.each([
  svg('<path d="M0 0h1"/><text>on click: javascript:x</text>'),
  svg('<a href="https://example.org/">x</a><image href="data:image/png;base64,AA=="/><use xlink:href="#a"/>'),
  svg('<animate attributeName="opacity" values="0;1"/><style>a { color: red }</style><title>A &amp; B</title>'),
  `\ufeff<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<!-- <script> -->${svg('')}\n`,
  svg('<i:pgf xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/"/>', ' viewBox="0 0 1 1"'),
])('a plain one is not: %s', (text) => {
  expect(findActivePart(text)).toBeUndefined();
});
