/** Checks the structure of a body: headings and raw HTML. */
import type { Fault } from '../../diagnostic.ts';
import { foldName } from '../../post/fields/slug.ts';
import {
  elementsBecomingLinks,
  elementsDroppedWhole,
  keptElements,
  voidElements,
  whyHidden,
} from '../../post/markdown/safeHtml.ts';
import { abridge } from '../../post/text.ts';
import type { BodyHeading, BodyParts, BodyTag } from './partTypes.ts';

/**
 * Faults of headings at level 1, which is the title’s, and of those that skip a level. The hints go together: what one makes
 * of a heading is what the next one counts from.
 */
export function checkHeadings(headings: readonly BodyHeading[], title = ''): Fault[] {
  const faults: Fault[] = [];
  let [above, before, isDeeper] = [1, 'the title (level 1)', false];
  for (const [index, { level, text, place }] of headings.entries()) {
    if (level === 1) {
      const isTitle = foldName(text) === foldName(title);
      isDeeper = !isTitle && isIn(headings, index, 2);
      const toMove = isDeeper ? 'add a # to this heading and to those below it' : 'use ##';
      const message = 'level 1 heading in the body; level 1 is the title';
      const hint = isTitle ? 'delete it: it repeats the title' : toMove;
      faults.push({ rule: 'heading-title', message, hint, place: place() });
      above = isTitle ? 1 : 2;
    } else {
      const meant = isDeeper ? level + 1 : level;
      if (meant > above + 1) {
        const others = isIn(headings, index, level) ? ' for all headings of this level' : '';
        const use = `use ${'#'.repeat(above + 1)}${others}; heading levels mark structure, not size`;
        const hint = level === above + 1 ? 'add no # to this heading: it will be right' : use;
        const message = `level ${level} heading follows ${before}`;
        faults.push({ rule: 'heading-order', message, hint, place: place() });
      }
      above = meant;
    }
    before = `a level ${level} heading`;
  }
  return faults;
}

/** Whether another heading of a level follows the one at `index` before one above that level. */
function isIn(headings: readonly BodyHeading[], index: number, level: number): boolean {
  for (let at = index + 1; at < headings.length; at++) {
    const other = headings[at]?.level ?? 1;
    if (other <= level) return other === level;
  }
  return false;
}

/** A fault where text is nested more deeply than the parser reads. */
export function checkDepth({ tooDeep }: BodyParts): Fault[] {
  if (!tooDeep) return [];
  const message = 'quotations or lists nested too deeply; their text is lost';
  return [{ rule: 'html-dropped', message, hint: 'remove some of the “>” marks or the indentation', place: tooDeep }];
}

/** Other elements of HTML that feeds leave out. Anything else in angle brackets was not meant as a tag. */
const otherElements =
  `applet area base basefont bgsound blink body button canvas dialog fieldset font form frame frameset
  head html input label legend link map marquee meta meter nobr noframes noscript object optgroup output param portal
  progress rb rtc selectmenu slot search tfoot`.split(/\s+/);

/** Faults of tags and attributes that feeds leave out, at most one a line for each name; of dropped elements, not of their content. */
export function checkTags(tags: readonly BodyTag[]): Fault[] {
  const faults = new Map<string, Fault>();
  const lastEnds = new Map(tags.map(({ name, kind }, index) => [kind === 'end' ? name : '', index]));
  for (let at = 0; at < tags.length; at++) {
    const tag = tags[at];
    if (!tag || tag.kind === 'end') continue;
    const hidden = voidElements.includes(tag.name) ? undefined : whyHidden(tag.name, tag.attributes);
    const isWhole = hidden !== undefined || (tag.kind === 'start' && elementsDroppedWhole.includes(tag.name));
    // One that is never closed does not hide the problems after it.
    const last = isWhole ? (lastEnds.get(tag.name) ?? at) : at;
    const end = last > at ? endOf(tags, at, last) : at;
    const fault = tagFault(tag, tags.slice(at + 1, end));
    at = end;
    if (!fault) continue;
    const key = `${'line' in fault.place ? fault.place.line : 0} ${tag.name}`;
    if (!faults.has(key)) faults.set(key, fault);
  }
  return [...faults.values()];
}

/** The index of the tag that closes an element; `last` if none before it does. */
function endOf(tags: readonly BodyTag[], start: number, last: number): number {
  let depth = 0;
  for (let at = start; at < last; at++) {
    const tag = tags[at];
    if (tag?.name !== tags[start]?.name || tag?.kind === 'self-closing') continue;
    depth += tag?.kind === 'end' ? -1 : 1;
    if (depth === 0) return at;
  }
  return last;
}

function tagFault({ name, attributes, place }: BodyTag, content: readonly BodyTag[]): Fault | undefined {
  const dropped = (message: string, hint: string): Fault => ({ rule: 'html-dropped', message, hint, place: place() });
  const tag = `<${abridge(name)}>`;
  const hidden = whyHidden(name, attributes);
  if (hidden !== undefined) {
    const what = voidElements.includes(name) ? tag : `${tag} and everything in it`;
    return dropped(`feeds and pages leave out ${what} (${hidden})`, 'delete it, or remove what hides it to show it');
  }
  if (elementsBecomingLinks.includes(name)) {
    return dropped(`feeds replace ${tag} with a link`, 'add a sentence that says what it shows');
  }
  if (elementsDroppedWhole.includes(name)) {
    const hint = 'say in the text what subscribers would miss';
    return dropped(`feeds leave out ${tag} and everything in it${listed(content)}`, hint);
  }
  if (!keptElements.includes(name)) {
    const hint = 'to show it, write \\< instead of <, or use backticks';
    return otherElements.includes(name)
      ? dropped(`feeds leave out ${tag}, but keep the text in it`, 'use Markdown instead, if the formatting matters')
      : dropped(`${tag} is read as an HTML tag, so readers will not see it`, hint);
  }
  const handler = [...attributes.keys()].find((attribute) => attribute.startsWith('on'));
  if (handler === undefined) return undefined;
  return dropped(`feeds leave out ${handler} and its code`, 'remove it, or link to a page that has it');
}

const mostListed = 3;

/** The elements in a dropped one, for its message: `: <g>, <path>, <text> …`. */
function listed(content: readonly BodyTag[]): string {
  const names = [...new Set(content.flatMap(({ name, kind }) => (kind === 'end' ? [] : [`<${abridge(name)}>`])))];
  if (names.length === 0) return '';
  return `: ${names.slice(0, mostListed).join(', ')}${names.length > mostListed ? ' …' : ''}`;
}
