/** The question for any number of names: like inquirer's `checkbox`, with a list that typing narrows. */
import { styleText } from 'node:util';
import {
  createPrompt,
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  useKeypress,
  usePagination,
  useState,
} from '@inquirer/core';
import { foldName, slugKey } from '../../post/fields/slug.ts';
import { visible } from '../../report/escape.ts';
import { type Measure, truncate } from '../../report/width.ts';
import { answered, useRedraw, wrapRows } from './line.ts';
import type { PromptScreen } from './screen.ts';

/** A row of a list. */
export interface Choice<T> {
  name: string;
  /** What the answered question shows. */
  short: string;
  value: T;
  checked?: boolean;
}

/** What somebody picked. */
export interface Picked<T> {
  chosen: T[];
  /** Set if they want a name that is not listed: what they typed of it, which may be nothing. */
  typed?: string;
  /** Set if they pressed Enter with nothing ticked: the row that was highlighted. */
  highlighted?: Choice<T>;
}

export interface PickQuestion {
  message: string;
  choices: readonly Choice<unknown>[];
  /** What the row for a name that is not listed is called; undefined where there must be no others. */
  other: string | undefined;
  pageSize: number;
  measure: Measure;
  screen: PromptScreen;
}

type Row = Choice<unknown> | 'other';

/** Inquirer hands out Node's readline, of which it types a part. */
type Line = { line: string; write(text: string): void; clearLine(direction: 0): void };

/** A prompt for inquirer. */
export const pickPrompt = createPrompt<Picked<unknown>, PickQuestion>((question, done) => {
  const { message, choices, other, pageSize, measure, screen } = question;
  const width = screen.columns - 1;
  const [ticked, setTicked] = useState<readonly Row[]>(choices.filter((one) => one.checked));
  const [filter, setFilter] = useState('');
  const [active, setActive] = useState(0);
  const [answer, setAnswer] = useState<string>();
  useRedraw(screen);
  const rows = rowsOf(choices, filter, other, pageSize);
  const row = rows[active];
  const type = (readline: unknown, text: string): void => {
    const line = readline as Line;
    line.clearLine(0);
    line.write(text);
    setFilter(text);
    if (text !== filter) setActive(0);
  };
  const toggle = (one: Row): void =>
    setTicked(ticked.includes(one) ? ticked.filter((each) => each !== one) : [...ticked, one]);
  const finish = (picked: Omit<Picked<unknown>, 'chosen'>): void => {
    const chosen = choices.filter((one) => ticked.includes(one));
    const names = [...chosen.map(({ short }) => short), ...('typed' in picked ? [picked.typed || other || ''] : [])];
    setAnswer(names.length === 0 ? 'nothing ticked' : names.join(', '));
    done({ chosen: chosen.map(({ value }) => value), ...picked });
  };
  useKeypress((key, readline) => {
    if (answer !== undefined) return;
    if (isEnterKey(key)) {
      if (row === 'other' && (filter !== '' || ticked.length === 0)) return finish({ typed: filter.trim() });
      if (filter !== '') {
        if (row && !ticked.includes(row)) toggle(row);
        type(readline, '');
        // In the whole list, the highlighted row shows that it is ticked.
        return row && setActive(rowsOf(choices, '', other, pageSize).indexOf(row));
      }
      if (ticked.includes('other')) return finish({ typed: '' });
      return finish(ticked.length === 0 && row && row !== 'other' ? { highlighted: row } : {});
    }
    if (isUpKey(key) || isDownKey(key)) {
      type(readline, filter);
      return setActive((active + (isUpKey(key) ? -1 : 1) + rows.length) % Math.max(1, rows.length));
    }
    if (key.name === 'escape') return type(readline, '');
    // While a name is typed, a space is a part of it: “Jane Doe” must not tick “Janet”.
    if (isSpaceKey(key) && filter === '') {
      if (row) toggle(row);
      return type(readline, '');
    }
    return type(readline, (readline as unknown as Line).line.replace(/^\s+/, isBackspaceKey(key) ? '$&' : ''));
  });
  const page = usePagination({
    items: rows,
    active: Math.min(active, rows.length - 1),
    pageSize,
    loop: true,
    renderItem: ({ item, isActive }) => {
      const cursor = isActive ? '❯' : ' ';
      const full = item === 'other' ? otherName(other ?? '', filter) : item.name;
      const name = truncate(full, Math.max(8, width - 3), measure);
      const box = ticked.includes(item) ? styleText('green', '◉') : '◯';
      return isActive ? styleText('cyan', `${cursor}${box} ${name}`) : `${cursor}${box} ${name}`;
    },
  });
  if (answer !== undefined) return answered(message, answer, width, measure);
  const typed = filter === '' ? '' : ` ${styleText('cyan', visible(filter))}`;
  const hint = choices.length < pageSize ? ':' : ` (${choices.length}; type to filter):`;
  const head = wrapRows(styleText('bold', message.replace(/:$/, hint)) + typed, width, measure);
  const keys = filter === '' ? ['↑↓ navigate', 'space select', '⏎ submit'] : ['↑↓ navigate', '⏎ select', 'esc clear'];
  const out = choices.filter((one) => ticked.includes(one) && (rows.length > pageSize || !rows.includes(one)));
  const also = truncate(`  ticked: ${out.map(({ short }) => short).join(', ')}`, width, measure);
  const below = styleText('dim', `${out.length > 0 ? also : ' '}\n${keys.join(' • ')}`);
  return `${styleText('blue', '?')} ${head}\n${page || '  no match'}\n${below}\x1b[?25l`;
});

/**
 * The choices that contain what is typed, and the row for another name: last, but first in a list that does not fit on a
 * page and is not narrowed. There the ticked ones follow it.
 */
function rowsOf(
  choices: readonly Choice<unknown>[],
  filter: string,
  other: string | undefined,
  pageSize: number,
): Row[] {
  const keyOf = (text: string): string => slugKey(text) || foldName(text);
  const wanted = keyOf(filter);
  const found = choices.filter(({ short }) => keyOf(short).includes(wanted));
  const isLong = choices.length >= pageSize && filter === '';
  const listed = isLong ? found.toSorted((a, b) => Number(b.checked ?? false) - Number(a.checked ?? false)) : found;
  if (other === undefined) return listed;
  return isLong ? ['other', ...listed] : [...listed, 'other'];
}

function otherName(other: string, filter: string): string {
  return filter === '' ? `${other}…` : `${other}: “${visible(filter.trim())}”`;
}
