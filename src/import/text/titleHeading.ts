/** Headings that repeat the title above a text, which every page shows anyway. */
import { foldName } from '../../post/fields/slug.ts';
import { firstWords } from '../fields/texts.ts';
import type { HtmlSource } from '../types.ts';
import type { Losses } from './losses.ts';
import { withEmoji } from './smilies.ts';
import { attributeOf } from './tidy/attributes.ts';
import { divisions, dropped, embeds, unseen } from './tidy/names.ts';
import type { HtmlElement, HtmlNode } from './tidy/parse.ts';
import { findUnshown } from './tidy/unshown.ts';

/**
 * Takes headings of level 1 that repeat the title off the beginning of a text; without a title, it is the first words.
 * A heading with an image, with a link or with a place to which others link (`findTargets`, asked where there is one) stays.
 */
export function dropTitleHeadings(
  { html, nodes }: HtmlSource,
  title: string,
  findTargets: () => ReadonlySet<string>,
  losses: Losses,
): void {
  const wanted = foldName(withEmoji(title || (firstWords(html) ?? '')));
  for (let heading = firstHeading(nodes); heading; heading = firstHeading(nodes)) {
    const text = plainText(heading, findTargets());
    if (text === undefined || foldName(text) !== wanted) return;
    const siblings = heading.parentNode?.childNodes ?? [];
    siblings.splice(siblings.indexOf(heading), 1);
    losses.add('structure', 'heading that repeats the title');
  }
}

/** The heading of level 1 before which nothing is shown. */
function firstHeading(nodes: readonly HtmlNode[]): HtmlElement | undefined {
  const waiting = nodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node && node.value.trim() !== '') return undefined;
    if (!('tagName' in node)) continue;
    const { tagName } = node;
    if (tagName === 'h1') return findUnshown(node) ? undefined : node;
    if (tagName === 'br' || unseen.has(tagName) || dropped.has(tagName) || findUnshown(node)) continue;
    if (!divisions.has(tagName) && !/^(?:p|span)$/.test(tagName)) return undefined;
    for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return undefined;
}

/** The text of a heading; undefined if it is more than that. */
function plainText(heading: HtmlElement, targets: ReadonlySet<string>): string | undefined {
  let text = '';
  const waiting: HtmlNode[] = [heading];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) text += node.value;
    if (!('tagName' in node)) continue;
    const { tagName } = node;
    const isLink = tagName === 'a' && attributeOf(node, 'href') !== '';
    const isPlace = [attributeOf(node, 'id'), attributeOf(node, 'name')].some((name) => targets.has(name));
    if (isLink || isPlace || tagName === 'img' || embeds.has(tagName)) return undefined;
    if (tagName === 'br') text += ' ';
    for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return text;
}
