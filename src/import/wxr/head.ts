/** What a file is, from how it begins: an export, or something else that was named by mistake. */

/** Longer beginnings without an export are not searched. UTF-16 units. */
export const longestHead = 1024 * 1024;

const root = /<(?:[\w-]+:)?rss(?=[\s>])/i;

export interface ExportHead {
  /** The offset of the root element. */
  start: number;
  /** Whether something stands before the XML, such as warnings of PHP. */
  hasOther: boolean;
  hasDoctype: boolean;
}

/** Where the export begins in the first text of a file; undefined if it does not, or not yet. */
export function findHead(text: string): ExportHead | undefined {
  const start = text.search(root);
  if (start === -1) return undefined;
  const before = text.slice(0, start);
  const declaration = before.search(/<\?xml\s/);
  const lead = declaration === -1 ? before.replace(/<!--[\s\S]*?(?:-->|$)/g, '') : before.slice(0, declaration);
  const hasDoctype = /<!DOCTYPE\b/i.test(before);
  return { start, hasOther: lead.trim() !== '' && !hasDoctype, hasDoctype };
}

/** What a file is without any text. */
export const emptyFile = 'an empty file';

/** What a text is that holds no export, with its article. */
export function nameContent(text: string): string {
  const start = text.trimStart();
  if (start === '') return emptyFile;
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK')) return 'a ZIP archive; extract it first';
  if (/^(?:\{|\[\s*[[{"])/.test(start)) return 'a JSON file';
  if (/<(?:[\w-]+:)?feed[\s>]/i.test(start)) return 'an Atom feed';
  if (/<rdf:RDF[\s>]/i.test(start)) return 'an RSS 1.0 feed';
  if (/^<!DOCTYPE html|<html[\s>]|<body[\s>]/i.test(start)) return 'an HTML page';
  if (start.startsWith('<?xml')) return 'an XML file of another kind';
  return 'not XML';
}
