/** Lists that were not written as YAML has them: other bullets, other brackets, none at all. */
import { writtenList } from '../../fields/listText.ts';
import { fieldOf, fieldsOf } from '../../fields/names.ts';
import type { ValueMistake } from './mistake.ts';

/** An item of a list that begins with another sign than a hyphen. */
interface BulletItem {
  mark: string;
  text: string;
}

/** The item in a line that begins with a bullet, a dash or a number; undefined for any other line. */
export function bulletItem(line: string): BulletItem | undefined {
  const [, mark, text] = /^\s*([*+•·‣▪●◦–—]|\d{1,2}[.)])\s+(\S.*)$/.exec(line) ?? [];
  return mark === undefined || text === undefined ? undefined : { mark, text: text.trimEnd() };
}

/** What is wrong with an item that begins with another sign, and with those below it. */
export function bulletMistake({ mark, text }: BulletItem, next: string | undefined): ValueMistake {
  const more = bulletItem(next ?? '') ? ', and the lines below likewise' : '';
  const shown = text.length > 60 ? '…' : text;
  return { message: `list items begin with a hyphen, not ${mark}`, hint: `write - ${shown}${more}` };
}

/** Whether a field has a list of names. */
export function isListField(key: string): boolean {
  return fieldsOf('names', 'people', 'urls').some((field) => field === fieldOf(key));
}

/** The hint that writes a value as a list; undefined if it is of no list, or its items are in doubt. */
export function listHint(key: string, value: string): string | undefined {
  const list = isListField(key) && value.length <= 200 ? writtenList(value) : undefined;
  return list === undefined ? undefined : `write ${key}: ${list}`;
}
