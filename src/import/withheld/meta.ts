/** Post meta by which plugins let only some read a whole post. */
import { metaRules } from './table.ts';
import { isInUse } from './words.ts';

/** Keys that nobody knows, but that say so. */
const saysSo =
  /(?:^|[_-])(?:restrict(?:ed|ions?)?|paywall(?:ed)?|members?[_-]?only|membership[_-]?levels?|private|protect(?:ed|ion)?|(?:roles?|users?|members?)[_-]access|access[_-](?:roles?|levels?))(?:$|[_-])/i;

/** Serialised by PHP without anything in it. */
const empty = /^(?:a:0:\{\}|a:1:\{i:0;s:0:"";\}|b:0;|N;)$/;

/** Why an item is withheld by its meta; undefined if nothing there says so. */
export function withheldByMeta(meta: readonly { key: string; value: string }[]): string | undefined {
  if (meta.some(({ key, value }) => metaRules.get(key)?.test(value))) return 'for members only';
  const doubtful = meta.find(
    ({ key, value }) => !metaRules.has(key) && saysSo.test(key) && !empty.test(value.trim()) && isInUse(value),
  );
  return doubtful === undefined ? undefined : `perhaps for members only, by the custom field “${doubtful.key}”`;
}
