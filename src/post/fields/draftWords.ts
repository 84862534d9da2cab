/** The keys and words by which front matter makes a post a draft: the only list of them. */
import type { Mapping } from '../frontmatter/mapping.ts';
import { asLatin } from '../lookalikes.ts';
import { foldSeparators, typosBetween } from '../nearest.ts';
import { sayingWords, wordsOfKey } from './drafts/keyWords.ts';
import {
  type FieldName,
  type FlaggedField,
  fieldOf,
  fieldsWith,
  hasFlag,
  isKnownField,
  keyNamed,
  namesOf,
} from './names.ts';

/** What a sign says of its post. */
export type Sign = 'draft' | 'pending' | 'public';
export type DraftField = FlaggedField<'sign'>;

/** The fields any of whose keys can make a post a draft. */
export const draftFields = fieldsWith('sign');

/** Whether a field can make a post a draft. */
export function isDraftField(field: FieldName | undefined): field is DraftField {
  return field !== undefined && hasFlag(field, 'sign');
}

/** The keys of the data that can make the post a draft, in their order. */
export function draftKeysOf(data: Mapping): string[] {
  return Object.keys(data).filter((key) => isDraftField(fieldOf(key)));
}

/** The words of `status` and `visibility`. Whatever else is written there makes a draft, to be safe. */
const words = {
  status: {
    draft: 'draft',
    private: 'draft',
    'auto-draft': 'draft',
    // What an import from WordPress found withheld, for one reason or another.
    password: 'draft',
    trash: 'draft',
    pending: 'pending',
    publish: 'public',
    published: 'public',
    future: 'public',
  },
  visibility: { private: 'draft', public: 'public' },
} as const satisfies Record<string, Record<string, Sign>>;

/** The words of `status` for what was finished, and kept from readers on purpose. */
const withheldWords: readonly string[] = ['private', 'password', 'trash'];

/** The `status` by which a post was withheld, with its key, rather than not finished; undefined for all others. */
export function withheldStatus(data: Mapping): { key: string; word: string } | undefined {
  return draftKeysOf(data)
    .filter((key) => fieldOf(key) === 'status')
    .map((key) => ({ key, word: String(data[key]).trim().toLowerCase() }))
    .find(({ word }) => withheldWords.includes(word));
}

/** The value that says that a post is public, and nothing more. */
const publicValues: Readonly<Record<DraftField, string | boolean>> = {
  draft: false,
  published: true,
  status: 'publish',
  visibility: 'public',
};

/** The value that makes a post a draft. */
const draftValues: Readonly<Record<DraftField, string | boolean>> = {
  draft: true,
  published: false,
  status: 'draft',
  visibility: 'private',
};

/** The value of a field that makes a post a draft, or public; only `status` has a word for one that waits for review. */
export function valueOfSign(field: DraftField, sign: Sign): string | boolean {
  if (sign === 'public') return publicValues[field];
  return sign === 'pending' && field === 'status' ? 'pending' : draftValues[field];
}

const yes: readonly string[] = ['true', 'yes', 'on', 'y', '1'];
const no: readonly string[] = ['false', 'no', 'off', 'n', '0'];
/** The words, in lower case, that are read as booleans in these fields. */
export const booleanWords = [...yes, ...no];

/** The boolean as which a value is read in these fields: `yes`, `off`, 1, "true"; undefined for any other. */
export function readsAsBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'object') return undefined;
  const word = String(value).trim().toLowerCase();
  return yes.includes(word) || (no.includes(word) ? false : undefined);
}

/** What a value of a field says; undefined for one that only its author understands, or that is a date. */
export function signOf(field: DraftField, value: unknown): Sign | undefined {
  const boolean = readsAsBoolean(value);
  if (field === 'draft' || field === 'published') {
    return boolean === undefined ? undefined : boolean === (field === 'draft') ? 'draft' : 'public';
  }
  if (field === 'status' && boolean === true) return 'public';
  const known: Readonly<Record<string, Sign>> = words[field];
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return Object.hasOwn(known, word) ? known[word] : undefined;
}

const quotes = `["'“”„‘’«»]*`;
const signWord = `true|false|yes|no|on|off|[yn01]|future|public|[\\p{L}-]*(?:draft|private|pending|publish)[\\p{L}-]*`;
const signValue = new RegExp(`^\\s*${quotes}(?:${signWord})${quotes}\\s*$`, 'iu');
/** A key anywhere in a text whose value could be a draft sign: a status, a boolean, or nothing. */
const possibleSign = new RegExp(
  `([\\p{L}\\d_-]+)["']?[ \\t]*:[ \\t]*${quotes}(?:${signWord}|~|null)?${quotes}[ \\t\\r]*(?=$|[#,}\\]])`,
  'gimu',
);

/** The names of the fields, aliases included, without the characters that do not distinguish them. */
const draftNames = draftFields.flatMap((field) => namesOf(field).map((name) => ({ field, name })));

/** The names of draft fields that a key is a letter or two away from, the nearest first. */
function namesNear(key: string, names: readonly { field: DraftField; name: string }[] = draftNames) {
  // `wp:status`, `page.draft` and `**draft**` are no other words; a wide letter of a Chinese keyboard is the same letter.
  const own =
    asLatin(key)
      .split(/[.:]/)
      .findLast((part) => /\p{L}/u.test(part)) ?? key;
  const word = foldSeparators(own.replace(/[^\p{L}\d\s_-]+/gu, ''));
  return names
    .map((one) => ({ ...one, typos: typosBetween(word, foldSeparators(one.name), 2) }))
    .filter(({ typos }) => typos <= 2)
    .sort((a, b) => a.typos - b.typos);
}

/** Other tools hide a post by this field. It is no sign of a draft, but a reason for a fix not to publish the post. */
const hidden = { field: 'draft', name: 'hidden' } as const;

/** Whether a text has a key, other than those already read, that may be meant as a draft sign, even if it is misspelt. */
export function mayHaveDraftSign(text: string, read: readonly (string | undefined)[]): boolean {
  const names = [...draftNames, hidden];
  return [...text.matchAll(possibleSign)].some(
    ([, key = '']) => !read.includes(key) && namesNear(key, names).length > 0,
  );
}

const onlyHint = 'write draft: true, or remove it if readers may see the post';

const statusWords = ['status', 'state', 'visibility'];
const hidingWords = ['draft', 'drafts', 'unpublished', 'private', 'unlisted', 'invisible'];
const showingWords = ['publish', 'published', 'publishing', 'public', 'visible', 'listed'];

/** Whether a key made of such words says with its value that the post is hidden: `isPublic: no`, `draft_status: draft`. */
function saysHidden(key: string, value: unknown): boolean {
  const words = wordsOfKey(key);
  const text = String(value).replace(/^[\s"'“”„‘’«»]+|[\s"'“”„‘’«»]+$/g, '');
  if (statusWords.includes(words.at(-1) ?? '') && /^(?:(?:auto-?)?drafts?|unpublished)$/i.test(text)) return true;
  const { saying, isNegated } = sayingWords(words);
  const [word = '', ...others] = saying.filter((one) => !statusWords.includes(one));
  if (others.length > 0) return false;
  if (hidingWords.includes(word)) return readsAsBoolean(text) === !isNegated;
  return showingWords.includes(word) && readsAsBoolean(text) === isNegated;
}

/**
 * What to write in place of an unknown field whose key and value are nearly those of a draft; undefined for any other field.
 */
export function nearDraftSign(key: string, data: Mapping, extraFields: readonly string[]): string | undefined {
  const value = data[key];
  if (typeof value === 'object' || !signValue.test(String(value)) || isKnownField(key, extraFields)) return undefined;
  const near = namesNear(key);
  const [nearest] = near;
  if (!nearest) {
    if (!saysHidden(key, value)) return undefined;
    const other = keyNamed(data, 'draft');
    return other === undefined ? onlyHint : `remove it, and let ${other} say whether readers may see the post`;
  }
  const written = String(value).replace(/^[\s"'“”„‘’«»]+|[\s"'“”„‘’«»]+$/g, '');
  const boolean = readsAsBoolean(written);
  // Of names as near as one another, that which makes a draft is the safe one.
  const fitting = near.filter(({ field }) => signOf(field, written) !== undefined);
  const best = fitting.filter(({ typos }) => typos === fitting[0]?.typos);
  const { name, field } = best.find((one) => signOf(one.field, written) === 'draft') ??
    best[0] ?? { name: 'status', field: 'status' };
  if (signOf(field, written) === undefined) return onlyHint;
  const line = `${name}: ${boolean ?? written.toLowerCase()}`;
  const other = keyNamed(data, name);
  return other === undefined ? `write ${line}` : `remove it, and let ${other} say whether readers may see the post`;
}
