/** Rules about the markup of a text: headings, raw HTML, and code of other tools. Spec section 5, group “body”. */
import type { Fault, Place } from '../../diagnostic.ts';
import { elementsBecomingLinks, elementsDroppedWhole, keptElements } from '../../post/markdown/safeHtml.ts';
import { abridge } from '../../post/text.ts';
import type { BodyHeading, BodyParts, BodyTag, PlaceFinder, TextBlock } from './partTypes.ts';

/** Headings of the title's own level, and levels that are left out. The title is the first level. */
export function checkHeadings(headings: readonly BodyHeading[]): Fault[] {
  const faults: Fault[] = [];
  let above = 1;
  for (const [index, { level, place }] of headings.entries()) {
    if (level === 1) {
      faults.push({
        rule: 'heading-title',
        message: 'this heading is of the level of the post’s title',
        hint: 'write ## for the headings of a post, or take it out where it repeats the title',
        place: place(),
      });
    } else if (level > above + 1) {
      const before = index === 0 ? 'the title (level 1)' : `a heading of level ${above}`;
      faults.push({
        rule: 'heading-order',
        message: `a heading of level ${level} follows ${before}`,
        hint: `write ${'#'.repeat(above + 1)}: levels are signposts, not sizes of letters`,
        place: place(),
      });
    }
    above = level;
  }
  return faults;
}

/** Text that is nested more deeply than the parser reads: it is lost. */
export function checkDepth({ tooDeep }: BodyParts): Fault[] {
  if (!tooDeep) return [];
  const message = 'quotations or lists are nested so deeply here that the text in them is lost';
  return [{ rule: 'html-dropped', message, hint: 'take out some of the > or of the indentation', place: tooDeep }];
}

/** Elements of HTML that feeds do not keep; what is not one of HTML at all is a slip. */
const otherElements =
  `applet area base basefont bgsound blink body button canvas dialog fieldset font form frame frameset
  head html input label legend link map marquee meta meter nobr noframes noscript object optgroup output param portal
  progress rb rtc selectmenu slot search tfoot`.split(/\s+/);

/** Tags that feeds do not carry, each once a line. */
export function checkTags(tags: readonly BodyTag[]): Fault[] {
  const faults: Fault[] = [];
  const said = new Set<string>();
  for (const tag of tags) {
    const fault = tagFault(tag);
    if (!fault) continue;
    const key = `${'line' in fault.place ? fault.place.line : 0} ${tag.name}`;
    if (!said.has(key)) faults.push(fault);
    said.add(key);
  }
  return faults;
}

function tagFault({ name, attributes, place }: BodyTag): Fault | undefined {
  const dropped = (message: string, hint: string): Fault => ({
    rule: 'html-dropped',
    message,
    hint,
    place: place(),
  });
  const tag = `<${abridge(name)}>`;
  if (elementsBecomingLinks.includes(name)) {
    return dropped(
      `feeds carry no ${tag}: their readers get a link instead`,
      'add a sentence that says what is to be seen',
    );
  }
  if (elementsDroppedWhole.includes(name)) {
    return dropped(`feeds leave out ${tag} and all that is in it`, 'say in the text what readers of feeds would miss');
  }
  if (!keptElements.includes(name)) {
    return otherElements.includes(name)
      ? dropped(`feeds leave out ${tag}, and keep the text in it`, 'write Markdown instead, if it matters')
      : dropped(`${tag} is read as HTML, and nobody will see it`, `to show it, write \\${tag} or put it in backticks`);
  }
  const running = [...attributes.keys()].find((attribute) => attribute.startsWith('on'));
  if (running !== undefined) {
    return dropped(
      `feeds leave out ${running}, and what it would do`,
      'make it work without, or link to a page that has it',
    );
  }
  return undefined;
}

/** Liquid and Jinja, Hugo’s and WordPress’s shortcodes, kramdown’s attributes: what other tools replace. */
const templateCode = new RegExp(
  [
    String.raw`\{\{[^\n]{0,200}?\}\}|\{%[^\n]{0,200}?%\}|\{\{|\{%`,
    String.raw`\[\[<[^\n]{0,200}`,
    String.raw`\{:(?=\s*[.#a-z])[^}\n]{0,200}\}`,
    String.raw`\[(?:caption|embed|gallery|playlist|audio|video)(?: [a-z]+=[^\]\n]{0,200}\]|(?<=embed|gallery)\](?![(:]))`,
    String.raw`\[/(?:caption|embed|gallery|playlist|audio|video)\](?![(:])`,
  ].join('|'),
);

/** Whether a text has anything that may be template code. */
export function hasTemplateCode(text: string): boolean {
  return templateCode.test(text);
}

/** Template code outside code. */
export function checkTemplateCode({ blocks, links, images }: BodyParts): Fault[] {
  const faults: Fault[] = [];
  const add = (found: string, place: Place): void => {
    faults.push({
      rule: 'template-code',
      message: `“${abridge(found)}” is for another tool: here readers would see it as it stands`,
      hint: 'write what it stands for, or put it in backticks to show it',
      place,
    });
  };
  for (const block of blocks) findTemplateCode(block, add);
  const linked = links.map(({ block, place, href }) => ({ block, place, address: href }));
  const shown = images.map(({ block, place, src }) => ({ block, place, address: src }));
  for (const parts of [linked, shown]) reportAddresses(parts, createSearch(blocks), add);
  return faults;
}

function reportAddresses(
  parts: readonly { block: number; place: PlaceFinder; address: string }[],
  standsIn: (block: number, text: string) => boolean,
  add: (found: string, place: Place) => void,
): void {
  for (const { block, place, address } of parts) {
    const found = templateCode.exec(address);
    // What stands in the block is said already; an address may be given elsewhere: [words][name].
    if (found && !standsIn(block, address)) add(found[0], place());
  }
}

/** Looks for texts in blocks, each behind the one before it; only in those that have template code at all. */
function createSearch(blocks: readonly TextBlock[]): (block: number, text: string) => boolean {
  const found = new Map<number, number>();
  return (block, text) => {
    const content = blocks[block]?.content ?? '';
    const from = found.get(block) ?? (hasTemplateCode(content) ? 0 : content.length);
    const next = content.indexOf(text, from);
    // What stands before it was another's.
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
