/** Checks links to a part of a text: whether there is such a heading or anchor. */
import type { Fault } from '../../diagnostic.ts';
import { createHeadingIds, plainId } from '../../post/headingIds.ts';
import { didYouMean } from '../../post/nearest.ts';
import { decodePath } from '../../post/relativePath.ts';
import { abridge } from '../../post/text.ts';
import { isTemplate } from '../../post/url.ts';
import type { BodyParts } from './partTypes.ts';

/** The id that other tools read at the end of a heading: `{#part}`. */
const attributeId = /\{#([^\s{}]+)[^{}]*\}\s*$/;

/** The ids of the headings and anchors of a text. */
export function idsOf({ headings, tags }: Pick<BodyParts, 'headings' | 'tags'>): ReadonlySet<string> {
  const nextId = createHeadingIds();
  const ids = new Set(headings.flatMap(({ text }) => [nextId(text), attributeId.exec(text)?.[1] ?? '']));
  for (const { attributes } of tags) {
    for (const id of [attributes.get('id') ?? '', attributes.get('name') ?? '']) if (plainId.test(id)) ids.add(id);
  }
  return ids;
}

/** A warning for each link such as `#part` whose part is not found. */
export function checkFragments(parts: BodyParts): Fault[] {
  const inText = parts.links.filter(({ url }) => /^#./.test(url) && !isTemplate(url));
  if (inText.length === 0) return [];
  const ids = idsOf(parts);
  const faults: Fault[] = [];
  for (const { url, urlPlace } of inText) {
    const problem = fragmentProblem(url, 'the text', ids, faults.length < mostSuggested);
    if (problem) faults.push({ ...problem, place: urlPlace() });
  }
  return faults;
}

/** What is wrong with the `#part` of a URL that leads to a text with these ids; undefined if it has none, or the text has it. */
export function fragmentProblem(
  url: string,
  where: string,
  ids: ReadonlySet<string>,
  suggests: boolean,
): Pick<Fault, 'rule' | 'level' | 'message' | 'hint'> | undefined {
  const part = decodePath(/#(.+)$/s.exec(url)?.[1] ?? '');
  if (part === '' || ids.has(part) || ofPage.test(part)) return undefined;
  const message = `link “${abridge(url)}” not found: ${where} has no such heading`;
  const meant = suggests
    ? didYouMean(
        part,
        [...ids].slice(0, mostCompared).filter((id) => id !== ''),
      )
    : undefined;
  const hint = meant ?? 'write the text of the heading in lower case, with hyphens: #the-second-part';
  return { rule: 'link-broken', level: 'warn', message, hint };
}

/** Parts of pages: browsers scroll up for the first (HTML, 7.4.6.4); footnotes and comments have ids of their own. */
const ofPage = /^(?:top$|fn|comments?(?:-\d+)?$|respond$)/i;

/** Comparing each link of a text of links with each heading would take quadratic time. */
const mostCompared = 500;
const mostSuggested = 50;
