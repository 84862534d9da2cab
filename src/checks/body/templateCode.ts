/** Checks texts for what other tools replace and Markdown does not, so that readers would see it as it is. */
import type { Fault, Place } from '../../diagnostic.ts';
import { abridge } from '../../post/text.ts';
import { createRangeFinder } from './codeRanges.ts';
import { checkbox, createMarkupFinder, type ForeignMarkup } from './foreign/foreignMarkup.ts';
import type { LinkSource } from './foreign/wikiLinks.ts';
import type { BodyParts, TextBlock } from './partTypes.ts';

/** Liquid and Jinja, ERB, shortcodes of Hugo and WordPress, and kramdown attributes. */
const templateCode = new RegExp(
  [
    String.raw`\{\{[^\n]{0,200}?\}\}|\{%[^\n]{0,200}?%\}|\{\{|\{%`,
    String.raw`<%[^\n]{0,200}?%>|\{#[^\n]{0,200}?#\}`,
    String.raw`\[\[<[^\n]{0,200}`,
    String.raw`\{:(?=\s*[.#a-z:/])[^}\n]{0,200}\}`,
    String.raw`\[(?:caption|embed|gallery|playlist|audio|video)(?: [a-z]+=[^\]\n]{0,200}\]|(?<=embed|gallery)\](?![(:]))`,
    String.raw`\[/(?:caption|embed|gallery|playlist|audio|video)\](?![(:])`,
  ].join('|'),
);

/** What a message calls template code, by how it begins. */
const names: readonly [RegExp, string][] = [
  [/^(?:\{\{[<%]|\[\[<)/, 'a Hugo shortcode'],
  [/^\[/, 'a WordPress shortcode'],
  [/^\{:/, 'an attribute list'],
  [/^/, 'template code'],
];

/** The template code in a text, and the fault that it is. */
export function findTemplateCode(text: string): Pick<Fault, 'rule' | 'message' | 'hint'> | undefined {
  const [found] = templateCode.exec(text) ?? [];
  return found === undefined ? undefined : templateFault(found);
}

function templateFault(found: string): Pick<Fault, 'rule' | 'message' | 'hint'> {
  const name = names.find(([pattern]) => pattern.test(found))?.[1] ?? '';
  const isAttribute = /^\{:[^:]/.test(found);
  const hint = isAttribute ? 'delete it' : 'replace it with the text it stands for';
  return shownFault(found, name, `${hint}, or use backticks to show it`);
}

function shownFault(found: string, name: string, hint: string): Pick<Fault, 'rule' | 'message' | 'hint'> {
  const message = `“${abridge(found.replace(/\s+/g, ' '))}” is ${name}, which readers would see as it is`;
  return { rule: 'template-code', message, hint };
}

/** Whether a text contains anything that looks like template code. */
export function hasTemplateCode(text: string): boolean {
  return templateCode.test(text);
}

/** Faults of template code and of other tools’ markup outside code spans and comments. `body` is the text of these parts. */
export function checkTemplateCode({ blocks, links, images }: BodyParts, body: string, source: LinkSource): Fault[] {
  const faults: Fault[] = [];
  const add = (found: string, place: Place): void => {
    faults.push({ ...templateFault(found), place });
  };
  const findMarkup = createMarkupFinder(createNoteTest(body), source);
  let wasTask = false;
  for (const block of blocks) {
    addTemplateCode(block, add);
    const found = block.isHtml ? [] : outsideCode(findMarkup(block), block.code);
    const isTask = block.isItem && found.some(({ name }) => name === checkbox);
    for (const { name, hint, start, end } of found) {
      // One for a list.
      if (name === checkbox && wasTask) continue;
      faults.push({ ...shownFault(block.content.slice(start, end), name, hint), place: block.locate(start, end) });
    }
    wasTask = isTask;
  }
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

/** Returns whether a footnote has a text. Those of a body are looked for when the first one is asked for. */
function createNoteTest(body: string): (label: string) => boolean {
  let known: Set<string | undefined> | undefined;
  return (label) => {
    known ??= new Set([...body.matchAll(/^[ \t>]*\[\^([^\]\s]{1,100})\]:/gm)].map((match) => match[1]));
    return known.has(label);
  };
}

/** What begins outside code and outside the one before it, in order. */
function outsideCode(found: readonly ForeignMarkup[], code: TextBlock['code']): ForeignMarkup[] {
  const rangeAt = createRangeFinder(code);
  let free = 0;
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < free) return false;
      free = end;
      return true;
    })
    .filter(({ start, end }) => (rangeAt(start)?.[0] ?? end) >= end);
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

function addTemplateCode({ content, code, locate }: TextBlock, add: (found: string, place: Place) => void): void {
  if (!templateCode.test(content)) return;
  const everywhere = new RegExp(templateCode, 'g');
  const rangeAt = createRangeFinder(code);
  for (const match of content.matchAll(everywhere)) {
    const start = match.index;
    const end = start + match[0].length;
    if ((rangeAt(start)?.[0] ?? end) <= start) continue;
    // The end of long code, or of code of several lines, is not looked for, but its beginning says which it is.
    const isOpen = match[0].length === 2;
    add(isOpen ? (/^[^\n]{0,100}/.exec(content.slice(start, start + 100))?.[0] ?? '') : match[0], locate(start, end));
  }
}
