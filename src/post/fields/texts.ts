/** Values of front matter → texts and names, or faults. Spec section 2. Readers of other types build on these. */
import type { Correction, Fault, Path, RuleId } from '../../diagnostic.ts';
import { readablyQuoted } from '../frontmatter/yamlText.ts';
import { lineBreak } from '../text.ts';
import type { Person } from './authors.ts';
import { type FieldName, fieldOfName } from './names.ts';

/** What reading needs to know of the site. */
export interface FieldSettings {
  timeZone: string;
  /** The registry of the config: a post may name people by their key. */
  authors: Readonly<Record<string, Person>>;
  /** The fields that are read: all others stay as if the post had none of them. Undefined: all are read. */
  only?: readonly FieldName[] | undefined;
}

/** Where a value stands, and where faults go. */
export interface At {
  path: Path;
  faults: Fault[];
  settings: FieldSettings;
}

/** Leaves a fault, and no value. */
export function fault(at: At, rule: RuleId, message: string, hint?: Fault['hint'], correction?: Correction): undefined {
  at.faults.push({
    rule,
    message,
    place: { path: at.path },
    ...(hint !== undefined && { hint }),
    ...(correction && { correction }),
  });
}

/** `null` and values that nobody would see are absent; so is `false` where it says “none”. */
export function isAbsent(name: FieldName, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (value === false) return name === 'image' || name === 'comments' || name === 'summary';
  if (typeof value === 'string') return !isVisible(value.charCodeAt(0)) && isInvisible(value);
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Nearly every text begins with one of these. */
function isVisible(code: number): boolean {
  return code > 32 && code < 127;
}

function isInvisible(text: string): boolean {
  return !/[!-~]/.test(text) && !/[^\s\p{Cf}\p{Cc}\p{Noncharacter_Code_Point}]/u.test(text);
}

const inQuotes = (source: string): string | undefined =>
  source === '' || /["\n]/.test(source) ? 'put it in quotes' : `put it in quotes: "${source}"`;

/** Text, trimmed. */
export function readText(value: unknown, at: At): string | undefined {
  if (typeof value === 'string') return value.trim();
  const name = nameOf(at.path);
  if (typeof value === 'object') {
    return fault(at, 'field-type', `${name} must be text, not ${kindOf(value)}`, textOf(at.path));
  }
  const message = `${name} must be text, and YAML reads this as ${kindOf(value)}`;
  return fault(at, 'field-type', message, inQuotes, isTextInQuotes(value, at.path) ? { quote: true } : undefined);
}

/** How what is a list or mapping becomes a text: in quotes, or in a list of names without brackets of its own. */
function textOf(path: Path): (source: string) => string | undefined {
  return (source) => {
    const flow = source.trim();
    if (!/^[[{]/.test(flow)) return /\n/.test(flow) ? 'write it as one text' : inQuotes(flow);
    const inner = flow.slice(1, -1).trim();
    const without = typeof path[1] === 'number' && flow.startsWith('[') && /^[^[\]{}]+$/.test(inner);
    if (without) return `take the inner brackets out: ${inner}`;
    return /\n/.test(flow) ? 'put it in quotes' : `put it in quotes: ${readablyQuoted(flow)}`;
  };
}

/** Whether a number or boolean is surely a text without quotes: true may be one as a title or a name, but not an image. */
function isTextInQuotes(value: unknown, [key = '', part]: Path): boolean {
  const field = fieldOfName[key];
  if (field === 'image' && (part === 'alt' || part === 'credit')) return typeof value === 'number';
  if (field === undefined || field === 'image' || field === 'lang' || field === 'status') return false;
  return typeof value === 'number' || ['title', 'categories', 'tags', 'authors', 'photos_by'].includes(field);
}

/** Text on one line. */
export function readLine(value: unknown, at: At): string | undefined {
  const text = readText(value, at);
  if (text === undefined || !lineBreak.test(text)) return text;
  return fault(at, 'field-type', `${nameOf(at.path)} must be on one line`, 'write it in quotes on one line');
}

/** A name in a list, on one line; undefined where nobody would see it. */
export function readItem(item: unknown, index: number, at: At): string | undefined {
  if (item === null || (typeof item === 'string' && isAbsent('categories', item))) return undefined;
  // Its place is worked out only where a fault will have to name it.
  if (typeof item === 'string' && !lineBreak.test(item)) return item.trim();
  return readLine(item, { ...at, path: [...at.path, index] });
}

/** The field of a path, for a message. */
export function nameOf(path: Path): string {
  const [first, second] = path;
  return typeof second === 'number' ? `each of ${first}` : path.join('.');
}

/** A value that is no text, for a message: `a list`, `a number`. */
export function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'boolean' ? 'true/false' : `a ${typeof value}`;
}

/** A text is one name; a list has names. Empty entries, and the same name again, are left out. */
export function readNames(value: unknown, at: At): string[] {
  if (!Array.isArray(value)) {
    const name = readLine(value, at)?.normalize('NFC');
    return name ? [name] : [];
  }
  const names: string[] = [];
  const known = new Set<string>();
  for (let index = 0; index < value.length; index++) {
    const name = readItem(value[index], index, at)?.normalize('NFC');
    if (!name) continue;
    const folded = name.toLowerCase();
    if (known.has(folded)) continue;
    known.add(folded);
    names.push(name);
  }
  // A list that has grown keeps room for sixteen more, which a hundred thousand posts would hold.
  return names.slice();
}
