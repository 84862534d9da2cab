/** The attributes of a shortcode, as WordPress reads them, and with the quotes that editors make of `"`. */
import { decodeEntities } from '../../post/entities.ts';
import type { Attributes } from './shapes.ts';

const entity = '&(?:quot|#0?34|#x22|ldquo|rdquo|Prime|#8220|#8221|#8243);';
const singleEntity = '&(?:#0?39|#x27|apos|lsquo|rsquo|prime|#8216|#8217|#8242);';

/** Each closing quote may be any of its kind: editors turn the first and the last as they like. */
const value = [
  '"([^"]*)"',
  "'([^']*)'",
  '[“”″„]([^“”″„"]*)[“”″„"]',
  "[‘’′]([^‘’′']*)[‘’′']",
  `${entity}((?:(?!${entity})[^"])*)${entity}`,
  `${singleEntity}((?:(?!${singleEntity})[^'])*)${singleEntity}`,
].join('|');

const attribute = new RegExp(`([\\w-]+)\\s*=\\s*(?:${value}|([^\\s'"]+))|${value}|(\\S+)`, 'g');

/** The attributes in the text between a shortcode’s name and its `]`. */
export function parseAttributes(text: string): Attributes {
  const named = new Map<string, string>();
  const values: string[] = [];
  const clean = text.replace(/[\u00a0\u200b]/g, ' ');
  // `[youtube=https://…]` is how Jetpack once wrote it, `[audio:https://…]` how Audio Player does.
  const isAssigned = /^[=:]/.test(clean);
  for (const match of (isAssigned ? clean.slice(1) : clean).matchAll(isAssigned ? /(\S+)/g : attribute)) {
    const [, ...groups] = match;
    const found = groups.slice(isAssigned ? 0 : 1).find((group) => group !== undefined) ?? '';
    const key = isAssigned ? undefined : groups[0]?.toLowerCase();
    if (key === undefined) values.push(trimQuotes(found, isAssigned));
    else if (!named.has(key)) named.set(key, found);
  }
  return { named, values };
}

function trimQuotes(text: string, isAssigned: boolean): string {
  return isAssigned ? text.replace(/^["']|["']$/g, '') : text;
}

/** Whether the text after a shortcode’s name has an attribute; without one, brackets are mostly plain text. */
export function hasAttributes(text: string): boolean {
  return /(?:^|\s)(?:[\w-]+\s?=\s?[^\s=]|https?:\/\/)/.test(text);
}

/** An attribute as plain text: entities decoded, tags off. */
export function toText(value: string): string {
  return decodeEntities(value.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
