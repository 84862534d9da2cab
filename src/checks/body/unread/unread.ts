/** Finds what was probably meant as Markdown but is not read as such, so that readers see it as it is written. */
import type { Fault } from '../../../diagnostic.ts';
import { abridge } from '../../../post/text.ts';
import type { BodyParts, TextBlock } from '../partTypes.ts';
import { imageKinds } from './images.ts';
import type { Kind } from './kind.ts';
import { anyInText, htmlKinds, textKinds } from './kinds.ts';
import { anyLink, linkKinds } from './links.ts';

/** UTF-16 units. */
const longestProse = 5000;

/** The most that is looked for in one block: each that is read as Markdown after all takes a search. */
const mostTries = 100;

interface Found {
  kind: Kind;
  start: number;
  end: number;
  groups: readonly (string | undefined)[];
}

/** A fault for each of them outside code, one for a list; and for sentences that are code because they are indented. */
export function checkUnread({ blocks, indented }: Pick<BodyParts, 'blocks' | 'indented'>): Fault[] {
  let list: Found | undefined;
  const unread = blocks.flatMap((block): Fault[] => {
    const found = findIn(block);
    const before = list;
    list = found.find(({ kind }) => kind.isList);
    return found.filter((one) => !before || !isSameList(one, before)).map((one) => toFault(one, block));
  });
  const asCode = indented
    .filter(({ text, beginsItem }) => (beginsItem ? plainWords.test(text) : isProse(text)))
    .map(({ text, beginsItem, place }): Fault => {
      const shown = `“${abridge(text.split('\n', 1)[0] ?? '')}”`;
      const [message, hint] = beginsItem
        ? [`${shown} is not read as text of its list: after five spaces it is code`, 'leave one space before it']
        : [
            `${shown} is not read as a paragraph: indented text is code`,
            'remove the indentation; if it is code, write ``` on a line above and below it',
          ];
      return { rule: 'markdown-unread', message, hint, place: place() };
    });
  return [...unread, ...asCode];
}

/** Whether two of them begin lines of a list with the same sign. */
function isSameList(one: Found, other: Found): boolean {
  return one.kind.isList === true && one.kind === other.kind && one.groups[0] === other.groups[0];
}

/** Not lines of a program, which a list of changes may have. */
const plainWords = /^\p{L}[\p{L}\p{M}\p{N}\s,.’'!?:–-]*$/u;
const sentence = /^["“‘(*_]?\p{Lu}\p{Ll}.*[.!?…]["”’)*_]*$/su;
const codeCharacters = /[{}<>=;$\\|]|--|::|\(\)|^\s*(?:#|\/\/)/m;
/** Letters of scripts without capitals. */
const uncased = /\p{Lo}/gu;

/** Whether code is surely sentences: at least six words, or ten letters of a script without capitals, and nearly nothing else. */
function isProse(code: string): boolean {
  if (code.length > longestProse || codeCharacters.test(code)) return false;
  const count = (pattern: RegExp): number => code.match(pattern)?.length ?? 0;
  if (count(uncased) >= 10) return count(/[\p{Lo}\p{M}\p{P}\s]/gu) > 0.9 * code.length;
  return sentence.test(code) && count(/\S+/g) >= 6 && count(/[\p{L}\s,.’']/gu) > 0.9 * code.length;
}

/** Each of them in a block, in order; where two overlap, the first. A block of HTML is all one mistake. */
function findIn(block: TextBlock): Found[] {
  if (block.isHtml) return findEach(htmlKinds, block).slice(0, 1);
  const kinds = [
    ...(anyInText.test(block.content) ? textKinds : []),
    ...(anyLink.test(block.text) ? [...linkKinds, ...imageKinds] : []),
  ];
  return findEach(kinds, block);
}

function findEach(kinds: readonly Kind[], block: TextBlock): Found[] {
  let free = 0;
  return kinds
    .flatMap((kind) => findKind(kind, block))
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < free) return false;
      free = end;
      return true;
    });
}

function findKind(kind: Kind, { content, text, code }: TextBlock): Found[] {
  const found: Found[] = [];
  let from = 0;
  let tries = 0;
  for (const match of content.matchAll(kind.pattern)) {
    if (++tries > mostTries) break;
    const [whole, ...groups] = match;
    const start = match.index;
    const end = start + whole.length;
    if (code.some((range) => range[0] < end && start < range[1])) continue;
    // What was read as Markdown is not in the plain text.
    const shown = asShown(whole);
    const at = text.indexOf(shown, from);
    if (at === -1) continue;
    from = at + shown.length;
    found.push({ kind, start, end, groups });
    if (kind.isList) break;
  }
  return found;
}

/** What readers see of it: no escapes, angle brackets of URLs and line breaks. */
function asShown(whole: string): string {
  return whole
    .trim()
    .replace(/<((?:https?|mailto):[^<>]*)>/gi, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[ \t]*\n[ \t]*/g, ' ');
}

function toFault({ kind, start, end, groups }: Found, { content, isItem, locate }: TextBlock): Fault {
  const { meant, why, hint } = kind;
  const whole = content.slice(start, end);
  const isFirst = content.slice(content.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
  const what = whole.startsWith('!') ? 'an image' : meant;
  const say = (words: Kind['why']): string =>
    typeof words === 'string' ? words : words(groups, { isItem: isItem && start === 0, isFirst });
  const message = `“${abridge(whole.replace(/\s+/g, ' '))}” is not read as ${what}: ${say(why)}`;
  return { rule: 'markdown-unread', message, hint: say(hint), place: locate(start, end) };
}
