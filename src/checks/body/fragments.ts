/** Checks links to a part of the same text: whether there is such a heading or anchor. */
import type { Fault } from '../../diagnostic.ts';
import { createHeadingIds } from '../../post/headingIds.ts';
import { didYouMean } from '../../post/nearest.ts';
import { decodePath } from '../../post/relativePath.ts';
import { abridge } from '../../post/text.ts';
import { isTemplate } from '../../post/url.ts';
import type { BodyParts } from './partTypes.ts';

/** The id that other tools read at the end of a heading: `{#part}`. */
const attributeId = /\{#([^\s{}]+)[^{}]*\}\s*$/;

/** A warning for each link such as `#part` whose part is not found. */
export function checkFragments({ links, headings, tags }: BodyParts): Fault[] {
  const inText = links.filter(({ url }) => /^#./.test(url) && !isTemplate(url));
  if (inText.length === 0) return [];
  const nextId = createHeadingIds();
  const ids = new Set(headings.flatMap(({ text }) => [nextId(text), attributeId.exec(text)?.[1] ?? '']));
  for (const { attributes } of tags) ids.add(attributes.get('id') ?? '').add(attributes.get('name') ?? '');
  const faults: Fault[] = [];
  for (const { url, urlPlace } of inText) {
    const part = decodePath(url.slice(1));
    // Browsers scroll up for it (HTML, 7.4.6.4); footnotes have ids of their own.
    if (ids.has(part) || part.toLowerCase() === 'top' || /^fn/.test(part)) continue;
    const message = `link “${abridge(url)}” not found: the text has no such heading`;
    const candidates = [...ids].slice(0, mostCompared).filter((id) => id !== '');
    const meant = faults.length < mostSuggested ? didYouMean(part, candidates) : undefined;
    const hint = meant ?? 'write the text of the heading in lower case, with hyphens: #the-second-part';
    faults.push({ rule: 'link-broken', level: 'warn', message, hint, place: urlPlace() });
  }
  return faults;
}

/** Comparing each link of a text of links with each heading would take quadratic time. */
const mostCompared = 500;
const mostSuggested = 50;
