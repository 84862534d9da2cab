/** Checks the markup of a body: headings, raw HTML and template code. */
import type { Fault, Place } from '../../diagnostic.ts';
import { elementsBecomingLinks, elementsDroppedWhole, keptElements } from '../../post/markdown/safeHtml.ts';
import { abridge } from '../../post/text.ts';
import type { BodyHeading, BodyParts, BodyTag, TextBlock } from './partTypes.ts';

/** Faults of headings at level 1, which is the title’s, and of those that skip a level. */
export function checkHeadings(headings: readonly BodyHeading[]): Fault[] {
  const faults: Fault[] = [];
  let above = 1;
  for (const [index, { level, place }] of headings.entries()) {
    if (level === 1) {
      const message = 'level 1 heading in the body; level 1 is the title';
      const hint = 'use ## for headings, or delete this one if it repeats the title';
      faults.push({ rule: 'heading-title', message, hint, place: place() });
    } else if (level > above + 1) {
      const before = index === 0 ? 'the title (level 1)' : `a heading of level ${above}`;
      const message = `heading of level ${level} follows ${before}`;
      const hint = `use ${'#'.repeat(above + 1)}; heading levels mark structure, not size`;
      faults.push({ rule: 'heading-order', message, hint, place: place() });
    }
    above = level;
  }
  return faults;
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

/** Faults of tags and attributes that feeds leave out, at most one a line for each name. */
export function checkTags(tags: readonly BodyTag[]): Fault[] {
  const faults = new Map<string, Fault>();
  for (const tag of tags) {
    const fault = tagFault(tag);
    if (!fault) continue;
    const key = `${'line' in fault.place ? fault.place.line : 0} ${tag.name}`;
    if (!faults.has(key)) faults.set(key, fault);
  }
  return [...faults.values()];
}

function tagFault({ name, attributes, place }: BodyTag): Fault | undefined {
  const dropped = (message: string, hint: string): Fault => ({ rule: 'html-dropped', message, hint, place: place() });
  const tag = `<${abridge(name)}>`;
  if (elementsBecomingLinks.includes(name)) {
    return dropped(`feeds replace ${tag} with a link`, 'add a sentence that says what it shows');
  }
  if (elementsDroppedWhole.includes(name)) {
    return dropped(`feeds leave out ${tag} and everything in it`, 'say in the text what subscribers would miss');
  }
  if (!keptElements.includes(name)) {
    const hint = `write \\${tag} to show it, or use backticks`;
    return otherElements.includes(name)
      ? dropped(`feeds leave out ${tag}, but keep the text in it`, 'use Markdown instead, if the formatting matters')
      : dropped(`${tag} is read as an HTML tag, so readers will not see it`, hint);
  }
  const handler = [...attributes.keys()].find((attribute) => attribute.startsWith('on'));
  if (handler === undefined) return undefined;
  return dropped(`feeds leave out ${handler} and its code`, 'remove it, or link to a page that has it');
}

/** Liquid and Jinja, shortcodes of Hugo and WordPress, and kramdown attributes: other tools replace them. */
const templateCode = new RegExp(
  [
    String.raw`\{\{[^\n]{0,200}?\}\}|\{%[^\n]{0,200}?%\}|\{\{|\{%`,
    String.raw`\[\[<[^\n]{0,200}`,
    String.raw`\{:(?=\s*[.#a-z])[^}\n]{0,200}\}`,
    String.raw`\[(?:caption|embed|gallery|playlist|audio|video)(?: [a-z]+=[^\]\n]{0,200}\]|(?<=embed|gallery)\](?![(:]))`,
    String.raw`\[/(?:caption|embed|gallery|playlist|audio|video)\](?![(:])`,
  ].join('|'),
);

/** Whether a text contains anything that looks like template code. */
export function hasTemplateCode(text: string): boolean {
  return templateCode.test(text);
}

/** Faults of template code outside code spans and comments. */
export function checkTemplateCode({ blocks, links, images }: BodyParts): Fault[] {
  const faults: Fault[] = [];
  const add = (found: string, place: Place): void => {
    const message = `“${abridge(found)}” is template code, which would be shown to readers as it is`;
    const hint = 'replace it with the text it stands for, or use backticks to show it';
    faults.push({ rule: 'template-code', message, hint, place });
  };
  for (const block of blocks) findTemplateCode(block, add);
  for (const urls of [links, images]) {
    const isIn = createSearch(blocks);
    for (const { block, place, url } of urls) {
      const found = templateCode.exec(url);
      // In the block itself it is reported already; a reference, [text][name], has its URL elsewhere.
      if (found && !isIn(block, url)) add(found[0], place());
    }
  }
  return faults;
}

/** Finds texts in blocks with template code, each after the one before it, so that a long block is searched once. */
function createSearch(blocks: readonly TextBlock[]): (block: number, text: string) => boolean {
  const found = new Map<number, number>();
  return (block, text) => {
    const content = blocks[block]?.content ?? '';
    const from = found.get(block) ?? (hasTemplateCode(content) ? 0 : content.length);
    const next = content.indexOf(text, from);
    const at = next === -1 && from < content.length ? content.indexOf(text) : next;
    found.set(block, Math.max(from, at));
    return at !== -1;
  };
}

function findTemplateCode({ content, code, locate }: TextBlock, add: (found: string, place: Place) => void): void {
  if (!templateCode.test(content)) return;
  const everywhere = new RegExp(templateCode, 'g');
  let next = 0;
  for (const match of content.matchAll(everywhere)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((code[next]?.[1] ?? end) <= start) next++;
    if ((code[next]?.[0] ?? end) > start) add(match[0], locate(start, end));
  }
}
