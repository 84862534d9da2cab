/** The attributes of an HTML element that the tree keeps. */
import { keptAttributes } from '../../../post/markdown/safeHtml.ts';
import type { HtmlElement } from './parse.ts';

/** The value of an attribute, without spaces around it; empty without one. */
export function attributeOf({ attrs }: HtmlElement, name: string): string {
  return attrs.find((attribute) => attribute.name === name)?.value.trim() ?? '';
}

/** Whether an element has a class. */
export function hasClass(element: HtmlElement, name: RegExp): boolean {
  const value = attributeOf(element, 'class');
  return value !== '' && value.split(/\s+/).some((one) => name.test(one));
}

/** What belongs to the page rather than to the text, or stands in the tree in another way. */
const handled = new Set(['id', 'lang', 'dir']);

/** The attributes of an element that feeds keep. */
export function keepAttributes({ tagName, attrs }: HtmlElement): Record<string, string> {
  if (attrs.length === 0) return {};
  const kept = [...(keptAttributes['*'] ?? []), ...(keptAttributes[tagName] ?? [])];
  return Object.fromEntries(
    attrs.filter(({ name }) => kept.includes(name) && !handled.has(name)).map(({ name, value }) => [name, value]),
  );
}
