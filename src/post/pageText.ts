/** A text that is a page of its own and no post: it needs no front matter, and its first heading may be its title. */
import { conflictFaults } from './faults/conflicts.ts';
import { unrecognisedFrontMatter } from './faults/unrecognised.ts';
import { type PostDate, parseDate } from './fields/date.ts';
import { hiddenFaults } from './fields/drafts/hidden.ts';
import { addNearDates } from './fields/drafts/nearDates.ts';
import { draftFields } from './fields/draftWords.ts';
import { type FieldSettings, type Fields, readFields } from './fields/fields.ts';
import type { FieldName } from './fields/names.ts';
import { splitPost } from './frontmatter/frontMatter.ts';
import type { Body, PostReading } from './post.ts';

/** The folder of such texts in the posts folder. */
export const pageFolder = '_site';

/** Its text without the heading that is the title. */
export interface PageReading extends PostReading {
  title: string;
  body: Body;
  /** A page that does not say from when it is public has been so for ever: its date is in 1970. */
  fields: Fields & { date: PostDate };
}

/** What a page may say of itself. What hides a post hides a page. */
const pageFields: readonly FieldName[] = ['title', 'lang', 'permalink', 'date', 'expires', ...draftFields];

/** Reads such a text; `name` is its title if it has no other. Without a title if its front matter cannot be read. */
export function readPageText(
  file: string,
  text: string,
  settings: FieldSettings,
  name: string,
): PostReading | PageReading {
  const ever = parseDate('1970-01-01', settings.timeZone) as PostDate;
  const fileName = file.replace(/^.*\//s, '');
  if (!/^\ufeff?---/.test(text)) {
    const conflicts = conflictFaults(text, 1);
    if (conflicts.length > 0) return { file, faults: conflicts };
    const unrecognised = unrecognisedFrontMatter(text);
    if (unrecognised) return { file, faults: [unrecognised] };
    const { fields } = readFields({}, settings);
    const faults = hiddenFaults(fields, { data: {}, unknown: [] }, fileName);
    return { file, faults, fields: { ...fields, date: ever }, ...cutTitle(text, 1, undefined, name) };
  }
  const parts = splitPost(text);
  if ('fault' in parts) return { file, faults: [parts.fault], ...(parts.source && { source: parts.source }) };
  const { data, body, bodyLine, yaml, line } = parts;
  const conflicts = conflictFaults(body, bodyLine);
  if (conflicts.length > 0) return { file, faults: conflicts };
  const { fields, keys, unknown, faults } = readFields(data, { ...settings, only: pageFields });
  const date = fields.date ?? ever;
  const { timeZone, extraFields = [] } = settings;
  faults.push(...addNearDates(fields, { data, unknown }, date, timeZone, extraFields));
  faults.push(...hiddenFaults(fields, { data, unknown, parts, extraFields }, fileName));
  const source = { yaml, line };
  return {
    file,
    faults,
    fields: { ...fields, date },
    keys,
    data,
    source,
    ...cutTitle(body, bodyLine, fields.title, name),
  };
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
