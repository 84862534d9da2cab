/** Days of the week: `monday`, `last monday`, `monday last week`. Everything is in lower case. */
import { indexIn, weekdays } from '../../post/fields/dates/dateWords.ts';
import { certain, type Days, daysFrom, type Local, mondayOf, type Reading, weekdayOf } from './days.ts';

/** How many weeks, months or years a word is from the present one. */
export const steps = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['next', 1],
]);

const pattern = /^(?:on )?(?:(last|previous|this|next) )?([a-z]+)(?: (?:of )?([a-z]+) week)?$/;

/** The day that a phrase names; undefined if it is none of these phrases. */
export function readWeekday(text: string, today: Local): Reading | undefined {
  const [, which, name = '', week] = pattern.exec(text) ?? [];
  const weekday = indexIn(weekdays, name);
  const step = steps.get(which ?? week ?? 'this');
  // “Last Monday next week” names no day.
  if (weekday === -1 || step === undefined || (which !== undefined && week !== undefined)) return undefined;
  const inWeek = daysFrom(mondayOf(today), 7 * step + ((weekday + 6) % 7));
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const latest = daysFrom(today, ahead - 7);
  if (week !== undefined) return certain(inWeek);
  // Most posts are in the past.
  if (which === undefined) return ahead === 0 ? either(daysFrom(today, 0)) : either(latest);
  if (step === -1) return certain(latest);
  if (step === 0) return inWeek.start >= today ? certain(inWeek) : either(inWeek);
  // “Next Friday” on a Monday: this week’s to some people, next week’s to others.
  const first = daysFrom(today, ahead === 0 ? 7 : ahead);
  return first.start === inWeek.start ? certain(first) : { choices: [first, inWeek] };
}

/** The day, or the same one a week later where the past is not more likely. */
function either(day: Days): Reading {
  return { choices: [day, daysFrom(day.start, 7)], past: day };
}
