/** Dates as people, spreadsheets, mail programs and programming languages write them. */
import { type Mistake, plus, post } from './mistake.ts';

const of = (date: string): string => post('title: A', `date: ${date}`);
const day = '2017-01-15T00:00:00+00:00';
const morning = '2017-01-15T09:30:00+00:00';
const evening = '2017-01-15T21:30:00+00:00';
const abroad = '2017-01-15T09:30:00+01:00';
const time = (text: string): RegExp => new RegExp(`2017-01-15[T ]${text.replace('+', '\\+')}`);

/** One reading only: what is written, the moment that it is, the text that the hint gives. */
const clear: readonly [written: string, meant: string, hint: string | RegExp][] = [
  ['Sun, 15 Jan 2017 09:30:00 +0100', abroad, time('09:30:00 ?[+]01:?00')],
  ['Sun, 15 Jan 2017 09:30:00 GMT', morning, time('09:30:00 ?(?:Z|[+]00:?00|GMT|UTC)')],
  [
    'Sun Jan 15 2017 09:30:00 GMT+0100 (Central European Standard Time)',
    abroad,
    time('09:30:00 ?(?:GMT|UTC)?[+]01:?00'),
  ],
  ['2017-01-15 09:30:00 +0100 CET', abroad, time('09:30:00 ?[+]01:?00')],
  ['Sun Jan 15 09:30:00 UTC 2017', morning, time('09:30:00')],
  ['Jan 15, 2017 9:30 AM', morning, time('09:30')],
  ['January 15, 2017 at 9:30 PM', evening, time('21:30')],
  ['15 January 2017 09:30', morning, time('09:30')],
  ['15-Jan-2017', day, '2017-01-15'],
  ['15-Jan-2017 21:30:05', '2017-01-15T21:30:05+00:00', time('21:30:05')],
  ['2017-01-15 9:30 PM', evening, time('21:30')],
  ['2017-01-15 9:30:00 a.m.', morning, time('09:30:00')],
  ['2017/01/15 09:30:00', morning, time('09:30:00')],
  ['2017/1/15 9:30', morning, time('09:30')],
  ['25/01/2017', '2017-01-25T00:00:00+00:00', '2017-01-25'],
  ['01/25/2017 09:30', '2017-01-25T09:30:00+00:00', /2017-01-25[T ]09:30/],
  ['15.1.2017 9:30', morning, time('09:30')],
  ['2017.01.15', day, '2017-01-15'],
  ['20170115', day, '2017-01-15'],
  ['2017-1-5', '2017-01-05T00:00:00+00:00', '2017-01-05'],
  ['2017–01–15', day, '2017-01-15'],
  ['15th January 2017', day, '2017-01-15'],
  ['Sunday 15 January 2017', day, '2017-01-15'],
  ['2017-Jan-15', day, '2017-01-15'],
  ['2017-01-15T09.30', morning, time('09:30')],
  ['2017-01-15, 09:30', morning, time('09:30')],
];

/** Two readings, or none: never taken for one of them. */
const unclear: readonly [name: string, written: string, hint?: string | RegExp][] = [
  ['a day of two meanings', '05/07/2017', /2017-07-05.*2017-05-07|2017-05-07.*2017-07-05/],
  ['a day of two meanings with a time', '05/07/2017 9:30', /2017-07-05[T ]09:30/],
  ['a year of two digits', '15/01/17'],
  ['a weekday that is another day’s', 'Monday 15 January 2017'],
  ['a day that its month does not have', '2017-02-30'],
  ['a month that does not exist', '2017-13-01'],
  ['an hour that does not exist', '2017-01-15 25:00'],
  ['the end of a day', '2017-01-15 24:00', '2017-01-16 00:00'],
  ['a time zone of several meanings', '2017-01-15 09:30 CST'],
  ['an offset that does not exist', '2017-01-15T09:30:00+25:00'],
  ['no day', '2017-01'],
  ['only a year', '2017'],
  ['seconds since 1970', '1484472600'],
  ['milliseconds since 1970', '1484472600123'],
  ['a word', 'yesterday'],
  ['a list', '[2017-01-15]'],
];

/** What a reader knows without a word. */
const known: readonly [name: string, written: string, meant: string][] = [
  ['UTC', '2017-01-15 09:30 UTC', morning],
  ['GMT', '2017-01-15T09:30:00 GMT', morning],
  ['UTC with an offset', '2017-01-15 09:30:00 UTC+01:00', abroad],
  ['as Go prints it', '2017-01-15 09:30:00 +0000 UTC', morning],
  ['a short hour', '2017-01-15 9:30', morning],
  ['a short offset', '2017-01-15 09:30 +1', abroad],
  ['an offset without a colon', '2017-01-15T09:30:00+0100', abroad],
  ['milliseconds', '2017-01-15T09:30:00.123+00:00', '2017-01-15T09:30:00.123+00:00'],
  ['in quotes', '"2017-01-15 09:30"', morning],
];

const rule = ['date-invalid', 'quotes-in-value'] as const;

export const dateMistakes: readonly Mistake[] = [
  ...clear.map(
    ([written, date, hint]): Mistake => ({
      name: written,
      answer: 'fix',
      rule,
      text: of(written),
      meant: { title: 'A', date },
      hint,
    }),
  ),
  ...unclear.map(
    ([name, written, hint]): Mistake => ({
      name: `${name}: ${written}`,
      answer: 'told',
      rule,
      text: of(written),
      meant: {},
      ...(hint !== undefined && { hint }),
    }),
  ),
  ...known.map(
    ([name, written, date]): Mistake => ({
      name: `${name}: ${written}`,
      answer: 'read',
      rule,
      text: of(written),
      meant: { date },
    }),
  ),
  { name: 'curly quotes', answer: 'fix', rule, text: of('“2017-01-15 09:30”'), meant: { date: morning } },
  {
    name: 'a letter left out of date',
    answer: 'fix',
    rule: ['date-missing', 'field-unknown'],
    text: post('title: A', 'dat: 2017-01-15 09:30'),
    meant: { date: morning },
  },
  {
    name: 'a time in `updated`',
    answer: 'fix',
    rule,
    text: plus('updated: 16 Jan 2017 9:30 PM'),
    meant: { updated: '2017-01-16T21:30:00+00:00' },
    hint: /2017-01-16[T ]21:30/,
  },
  { name: 'an end of another form', answer: 'told', rule, text: plus('expires: 25/07/2018'), meant: {} },
  {
    name: 'updated before it was dated',
    answer: 'told',
    rule: 'updated-before-date',
    text: plus('updated: 2017-01-10'),
    meant: {},
  },
  {
    name: 'updated earlier on that day',
    answer: 'read',
    rule: 'updated-before-date',
    text: post('title: A', 'date: 2017-01-15 09:30', 'updated: 2017-01-15'),
    meant: { date: morning, updated: day },
  },
  ...['2017-01-14', '2017-01-15'].map(
    (day): Mistake => ({
      name: `gone on ${day}, before it is there`,
      answer: 'told',
      rule: 'expires-before-date',
      text: plus(`expires: ${day}`),
      meant: {},
      names: day,
    }),
  ),
  {
    name: 'there for a day',
    answer: 'read',
    rule: 'expires-before-date',
    text: plus('expires: 2017-01-16'),
    meant: { status: 'expired' },
  },
  {
    name: 'gone before it is published',
    answer: 'told',
    rule: 'expires-before-date',
    text: plus('publishDate: 2017-02-01', 'expires: 2017-01-20'),
    meant: {},
    names: '2017-02-01',
  },
  {
    name: 'updated before it was dated, but on the same day in another zone',
    answer: 'read',
    rule: 'updated-before-date',
    text: post('title: A', 'date: 2017-01-15T00:30:00+01:00', 'updated: 2017-01-14T23:45:00Z'),
    meant: { date: '2017-01-15T00:30:00+01:00', updated: '2017-01-14T23:45:00+00:00' },
  },
  {
    name: 'as AstroPaper writes them',
    answer: 'read',
    rule: ['field-unknown', 'date-missing'],
    text: post('title: A', 'pubDatetime: 2017-01-15T09:30:00.123Z', 'modDatetime: 2017-01-16T09:30:00Z'),
    meant: { date: '2017-01-15T09:30:00.123+00:00', updated: '2017-01-16T09:30:00+00:00' },
  },
  {
    name: 'a file name of another day',
    answer: 'told',
    rule: 'date-filename-mismatch',
    text: of('2017-01-15'),
    file: '2017-01-16-a.md',
    meant: { date: day },
  },
  {
    name: 'a short date in the file name',
    answer: 'read',
    rule: 'date-missing',
    text: post('title: A'),
    file: '2017-1-5-tea.md',
    meant: { date: '2017-01-05T00:00:00+00:00', slug: 'tea' },
  },
];
