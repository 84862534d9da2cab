/** What must stay of a file that a command changes. */
import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';

/**
 * Front matter as another reader has it, which may end in `...`, and the text below; undefined where it is none, or one for
 * experts.
 */
export function dataOf(latin1: string): { data: Record<string, unknown>; body: string } | undefined {
  const match = /^(?:\xef\xbb\xbf)?---[^\n]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/m.exec(latin1);
  // That reader takes a return alone for no line break.
  if (match?.index !== 0 || /\r(?!\n)/.test(match[0])) return undefined;
  const document = parseDocument(Buffer.from(match[1] ?? '', 'latin1').toString(), {
    schema: 'core',
    logLevel: 'silent',
  });
  if (document.errors.length > 0 || /[&*!]/.test(match[1] ?? '')) return undefined;
  const data = document.toJS();
  const isMapping = typeof data === 'object' && data !== null && !Array.isArray(data);
  return isMapping ? { data, body: latin1.slice(match[0].length) } : undefined;
}

/**
 * What has changed of a file beside the fields that may: any other, the text below but for `names`, comments.
 * With `isPlain` its structure, and no value, may have lost invisible characters.
 */
export function lost(
  before: string,
  after: string,
  mayChange: (key: string, was: unknown, is: unknown) => boolean,
  { names = [], isPlain = false }: { names?: readonly string[]; isPlain?: boolean } = {},
): string[] {
  const [old, now] = [dataOf(before), dataOf(after)];
  if (!old) return [];
  const meant = isPlain ? dataOf(plain(before, 'latin1'))?.data : undefined;
  const problems: string[] = [];
  if (!now) problems.push('its front matter cannot be read any more');
  else {
    if (without(names, old.body) !== without(names, now.body)) problems.push('the text has changed');
    for (const key of new Set([...Object.keys(old.data), ...Object.keys(now.data)])) {
      const [was, is] = [old.data[key], now.data[key]];
      const isSame = isDeepStrictEqual(was, is) || (meant && plain(json(named(meant, key))) === plain(json(is)));
      const isRead = isPlain && !meant && misread(old.data).some((name) => name.startsWith(key) || name === plain(key));
      if (!isSame && !isRead && !mayChange(key, was, is)) problems.push(`${key} has changed`);
    }
    for (const mark of isPlain ? joined(old.data) : []) {
      if (!json(now.data).includes(mark)) problems.push(`${JSON.stringify(mark)} is gone`);
    }
  }
  const comments = (text: string): string[] => text.slice(0, text.indexOf('\n---', 3)).match(/^[ \t]*#.*$/gm) ?? [];
  for (const comment of comments(before)) if (!after.includes(comment)) problems.push(`${comment} is gone`);
  return problems;
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? '';
}

/** A text with ordinary spaces for all others, and without what nobody sees. */
function plain(text: string, encoding: 'latin1' | 'utf8' = 'utf8'): string {
  const seen = Buffer.from(text, encoding)
    .toString()
    .replace(/\p{Zs}/gu, ' ')
    .replace(/\p{Cf}/gu, '');
  return Buffer.from(seen).toString(encoding);
}

/** The value of a name, in which what looked like a space may be gone. */
function named(data: Readonly<Record<string, unknown>>, key: string): unknown {
  return data[key] ?? Object.entries(data).find(([name]) => name.replaceAll(' ', '') === key)?.[1];
}

/** Names with what nobody sees in them, without it: another reader may take more than the name for one. */
function misread(data: object): string[] {
  return Object.keys(data).flatMap((key) => (plain(key) === key ? [] : [plain(key)]));
}

/** Letters of values with an invisible character between them, which some scripts need. */
function joined(data: unknown): string[] {
  return json(data).match(/\p{L}[\p{Cf}]+\p{L}(?![\w-]*"?\s*:)/gu) ?? [];
}

/** A text in Latin-1 without these names, as they are and as URLs have them. */
function without(names: readonly string[], text: string): string {
  const forms = names.flatMap((name) => [Buffer.from(name).toString('latin1'), encodeURIComponent(name)]);
  return forms.reduce((rest, form) => rest.replaceAll(form, ''), text);
}
