/** A text that is a page of its own and no post: it needs no front matter, and its first heading may be its title. */
import { type FieldSettings, readFields } from './fields/fields.ts';
import { splitPost } from './frontmatter/frontMatter.ts';
import type { Body, PostReading } from './post.ts';

/** Its text without the heading that is the title. */
export interface PageReading extends PostReading {
  title: string;
  body: Body;
}

/** Reads such a text; `name` is its title if it has no other. Without a title if its front matter cannot be read. */
export function readPageText(
  file: string,
  text: string,
  settings: FieldSettings,
  name: string,
): PostReading | PageReading {
  if (!/^\ufeff?---/.test(text))
    return { file, faults: [], fields: readFields({}, settings).fields, ...cutTitle(text, 1, undefined, name) };
  const parts = splitPost(text);
  if ('fault' in parts) return { file, faults: [parts.fault], ...(parts.source && { source: parts.source }) };
  const { data, body, bodyLine, yaml, line } = parts;
  const { fields, keys, faults } = readFields(data, { ...settings, only: ['title', 'lang', 'draft'] });
  return { file, faults, fields, keys, data, source: { yaml, line }, ...cutTitle(body, bodyLine, fields.title, name) };
}

/** The title: that of the front matter, or else the first heading, which is then not repeated in the body. */
function cutTitle(
  body: string,
  line: number,
  written: string | undefined,
  name: string,
): { title: string; body: Body } {
  const [start = '', heading = ''] = /^\s*#[ \t]+([^\n]*\S)[ \t]*(?:\n|$)/.exec(body) ?? [];
  const first = plainHeading(heading);
  if (start === '' || (written !== undefined && written !== first)) {
    const [, other] = /^#{1,6}[ \t]+(\S.*)$/m.exec(body) ?? [];
    return {
      title: written ?? (other === undefined ? capitalised(name) : plainHeading(other)),
      body: { text: body, line },
    };
  }
  return { title: first, body: { text: body.slice(start.length), line: line + start.split('\n').length - 1 } };
}

/** A heading without its signs at the end and the most common markup. */
function plainHeading(heading: string): string {
  return heading.replace(/[ \t]+#+$/, '').replace(/(\*\*|[*_`])(?=\S)([^*_`]+)\1/g, '$2');
}

function capitalised(name: string): string {
  const words = name.replace(/^.*\//s, '').replace(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
