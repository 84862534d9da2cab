/** What happens to exports on their way: each damage leaves every item readable. */

interface Damage {
  name: string;
  apply: (xml: string) => string | Buffer;
  /** What the report says of it. */
  said: RegExp;
}

const title = '<title><![CDATA[Our first meeting]]></title>';

/** Damages of a WXR 1.2 of the students’ blog, after which the posts are the same. */
export const damages: readonly Damage[] = [
  {
    name: 'warnings of PHP before the XML',
    apply: (xml) =>
      `\n<br />\n<b>Warning</b>:  Undefined variable $x in /home/www/wp-content/plugins/a.php on line 7<br />\n${xml}`,
    said: /before/,
  },
  { name: 'a byte order mark', apply: (xml) => `\ufeff${xml}`, said: /^$/ },
  { name: 'line ends of Windows', apply: (xml) => xml.replaceAll('\n', '\r\n'), said: /^$/ },
  {
    name: 'spaces around CDATA',
    apply: (xml) =>
      xml
        .replaceAll('<content:encoded><![CDATA[', '<content:encoded>\n\t\t<![CDATA[')
        .replaceAll(']]></content:encoded>', ']]>\n\t\t</content:encoded>'),
    said: /^$/,
  },
  {
    name: 'a title without CDATA and with a raw &',
    apply: (xml) => xml.replace('<title><![CDATA[Tea &amp; cake]]></title>', '<title>Tea & cake</title>'),
    said: /^raw ampersand$/,
  },
  {
    name: 'control characters',
    apply: (xml) => xml.replace(title, title.replace('Our', 'Our\u0001')),
    said: /control character/,
  },
  { name: 'a prefix whose declaration is gone', apply: (xml) => xml.replace(/\s*xmlns:wp="[^"]*"/, ''), said: /wp/ },
  {
    name: 'a section that is split',
    apply: (xml) => xml.replace(title, '<title><![CDATA[Our fir]]><![CDATA[st meeting]]></title>'),
    said: /^$/,
  },
  {
    name: 'a wrong encoding',
    apply: (xml) => xml.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
    said: /ISO-8859-1|UTF-8/i,
  },
  {
    name: 'UTF-16',
    apply: (xml) => Buffer.from(`\ufeff${xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, 'utf16le'),
    said: /^encoded as UTF-16$/,
  },
  { name: 'nothing after the last item', apply: (xml) => `${xml.trimEnd()}\n\n\n`, said: /^$/ },
];
