/** Checks texts of front matter for what readers would see as it stands: quotation marks around them, and entities. */
import type { Fault, Path } from '../diagnostic.ts';
import { decodeEntities, decodePlainly } from '../post/entities.ts';
import { entryOf, type FieldName, fieldOf, keyNamed } from '../post/fields/names.ts';
import { partNames } from '../post/fields/people/people.ts';
import type { FieldType } from '../post/fields/table.ts';
import { isMapping, type Mapping } from '../post/frontmatter/mapping.ts';
import { htmlAsText } from '../post/htmlAsText.ts';
import { abridge, lineBreak } from '../post/text.ts';

const textTypes: readonly FieldType[] = ['line', 'text', 'names', 'people', 'image'];

/** The parts of an image or a person that are text for readers. */
const textParts: readonly string[] = ['src', 'alt', 'credit', ...partNames.name];

/** Faults of quotation marks around a whole text, and of entities within it. `yaml` is the source of `data`. */
export function checkValueText(data: Mapping, yaml = ''): Fault[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const field = fieldOf(key);
    if (field === undefined || !textTypes.includes(entryOf(field).type)) return [];
    return textsOf(value, [key], entryOf(field).type).flatMap(([path, text]) => [
      ...(path.length === 1 && isQuotation(text, key, field, yaml) ? [] : checkQuotes(text, path, field)),
      ...(isSource(path, field) || isHtml(text, field) ? [] : checkEntities(text, path)),
    ]);
  });
}

/** Whether a path is that of the source of an image: a URL, which may have entities of its own. */
function isSource(path: Path, field: FieldName): boolean {
  return entryOf(field).type === 'image' && (path.length === 1 || path.at(-1) === 'src');
}

/** Whether a text is read as HTML, so that readers do not see its entities. */
function isHtml(text: string, field: FieldName): boolean {
  return field === 'summary' && htmlAsText(text) !== text;
}

/** Whether a title or summary is in YAML’s quotes already, so that those within are the author’s: a quotation. */
function isQuotation(text: string, key: string, field: FieldName, yaml: string): boolean {
  if (!['line', 'text'].includes(entryOf(field).type) || unquoted(text) === undefined) return false;
  const at = `\n${yaml}`.indexOf(`\n${key}:`);
  return at !== -1 && /^[ \t]+["']/.test(yaml.slice(at + key.length + 1, at + key.length + 100));
}

/** The texts of a value, with their paths. */
function textsOf(value: unknown, path: Path, type: FieldType): [Path, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value) && path.length < 3) {
    return value.flatMap((one, index) => textsOf(one, [...path, index], type));
  }
  if (!isMapping(value)) return [];
  return textParts.flatMap((part): [Path, string][] => {
    const key = keyNamed(value, part);
    const text = key === undefined ? undefined : value[key];
    return key !== undefined && typeof text === 'string' ? [[[...path, key], text]] : [];
  });
}

/** Opening marks, and what closes each. Hungarian and Swedish open with what others close with. */
const closing: Readonly<Record<string, string>> = {
  '“': '”"',
  '”': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‚': '‘',
  '‹': '›',
};

/** The text between quotation marks that stand around all of it; undefined if there are none, or others between them. */
export function unquoted(text: string): string | undefined {
  const plain = text.trim();
  const [open = '', close = ''] = [plain.charAt(0), plain.charAt(plain.length - 1)];
  if (plain.length < 3 || !closing[open]?.includes(close)) return undefined;
  const inner = plain.slice(1, -1);
  // An apostrophe stands between letters.
  const marks = inner.replace(/(?<=[\p{L}\p{N}])’(?=\p{L})/gu, '');
  if (marks.includes(open) || marks.includes(close)) return undefined;
  return inner.trim() || undefined;
}

/** A name as it was meant, without the entities and quotation marks that are reported as such. */
export function meantName(name: string): string {
  const decoded = decodeEntities(name);
  return unquoted(decoded) ?? decoded;
}

function checkQuotes(text: string, path: Path, field: FieldName): Fault[] {
  const isPerson = entryOf(field).type === 'people';
  const [, name = text, role = ''] = (isPerson && /^(.*\S)(\s*\([^()]*\))\s*$/.exec(text)) || [];
  const inner = unquoted(name);
  if (inner === undefined) return [];
  const isTitle = field === 'title';
  const value = inner + role;
  const shown = abridge(value.replace(/\s+/g, ' '));
  const message = `quotation marks around “${abridge(inner.replace(/\s+/g, ' '))}” are part of the text`;
  const hint = isTitle ? 'remove them, unless the title is a quotation' : `write ${shown} without them`;
  const correction = isTitle || lineBreak.test(value) ? undefined : { value };
  return [{ rule: 'quotes-in-value', message, hint, place: { path }, ...(correction && { correction }) }];
}

function checkEntities(text: string, path: Path): Fault[] {
  const decoded = decodeEntities(text);
  if (decoded === text) return [];
  const entity = text.match(/&#?\w+;/g)?.find((one) => decodeEntities(one) !== one) ?? '';
  const value = decodePlainly(text);
  const message = `HTML entity “${entity}” in plain text; readers would see it as it is`;
  // In HTML an entity shows what would otherwise be markup.
  const isMarkup = /<[a-z/!?]/i.test(value) || decodeEntities(value) !== value;
  const correction = value.trim() === '' || isMarkup ? undefined : { value };
  return [
    {
      rule: 'entity-in-text',
      message,
      hint: `write ${abridge(value.trim().replace(/\s+/g, ' '))}`,
      place: { path },
      ...(correction && { correction }),
    },
  ];
}
