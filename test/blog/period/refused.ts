/** Phrases that may mean several things, nothing, or what no rule of docs/dates.md covers. */
export default [
  // No phrase at all.
  ...['', ' ', '?', '-', 'at', 'on', 'the', 'last', 'next', 'in', 'ago', 'days', 'UTC', 'Europe/London', 'x'.repeat(200)],
  // Two readings, by the order of day and month.
  ...['05/07/2018', '5/7/2018', '05.07.2018', '05-07-2018', '25/07/2018', '31/12', '05/2026', '2026/05', '2024/05/14'],
  // Days and times that do not exist.
  ...['2024-02-30', '2023-02-29', '2024-13', '2024-00', '2024-05-00', '30 Feb', '31 April', '31 April 2024', '0 May', 'May 32'],
  ...['29 February 2023', 'May 99', '0000', 'Q5 2024', 'Q0', '2024-Q5', 'today at 25:00', 'today at 24:00', 'today at 9:60'],
  ...['today at 13pm', 'today at 0am', '9999 years ago', '24st May', '1th May', '22th of May', 'today Europe/Nowhere'],
  ...['today +25:00', '2024-05-14T25:00', '2024-05-14T10:00+99:00', 'Monday 14 May 2024', 'Sunday 15 May 2024'],
  // Parts of days, and times without a part of the day.
  ...['this morning', 'this afternoon', 'this evening', 'tonight', 'last night', 'yesterday morning', 'monday evening'],
  ...['tomorrow night', 'earlier today', 'today at 9', 'at 9', 'today at 930', 'today 14.30', 'midnight', 'today at midnight'],
  ...['9 o’clock', 'half past nine', 'at lunchtime', 'noonish'],
  // A time needs one day.
  ...['last week at 9am', 'May 2024 at 9am', '2024 at 9am', '3 hours ago at 9am', 'now at 9am', 'last 3 weeks at noon'],
  ...['9am 10am', 'today 9am 14:30', '14:30 today 14:30'],
  // Which week, month or year?
  ...['week', 'month', 'the weekend', 'weekend', 'the last week', 'the last month', 'last day', 'next day', 'last hour'],
  ...['last May', 'next May', 'this May', 'last 24 May', 'Monday week', 'a week on Friday', 'Friday fortnight', 'the 24th'],
  ...['24th', 'last Q2', 'week 21', '2024-W21', '2024-136', '24', "May '24", "24 May '26", '24 May 26', '5 July 18'],
  ...['monday last month', 'monday last', 'last week monday', 'this weekday', 'last next week', 'last last week'],
  ...['the last monday', 'next 3 weeks', 'next two days'],
  // Only roughly.
  ...['soon', 'recently', 'a while ago', 'ages ago', 'a few days ago', 'last few weeks', 'a couple of weeks ago'],
  ...['several months ago', 'about 3 weeks ago', 'around May', 'early May', 'mid May', 'late 2023', 'end of May'],
  ...['start of the month', 'end of last month', 'the last day of May', 'first Monday of May', 'spring', 'summer 2023'],
  ...['this term', 'last semester', 'Christmas', 'Easter', 'the beginning', 'always', 'never', 'once', 'then', 'the 2010s'],
  ...['1.5 years ago', 'half a year ago', 'two and a half weeks ago', '3 days', 'three weeks', '-3 days', '+3 days', '3d', '2w'],
  ...['3 days before', '3 working days ago', 'twenty-one days ago', 'thirty days ago', '12345 days ago', '1 year 2 months ago'],
  ...['a days', 'in 3', 'in days', 'three ago', 'last three', 'last 3 mondays', 'last a week', 'last 2 quarters', 'in May'],
  // More than one.
  ...['monday to friday', 'May to June', '2024-05-01 to 2024-05-14', '2024-05-01..2024-05-14', '2024-05/2024-06', 'May-June'],
  ...['monday and tuesday', 'today or tomorrow', 'since 2024', 'from May', 'until friday', 'before 24 May', 'after today'],
  ...['today yesterday', 'today, tomorrow', '2024 2024', 'May May', 'May 24 24', '24 May 2026 2027', 'monday tuesday'],
  // Something is left over, in front or behind.
  ...['today!', 'today.', 'today x', 'x today', 'yesterday (UTC)', 'may 24 2026 x', 'on today', 'on May', 'on last week'],
  ...['the day that was', 'May the 4th be with you', 'monday 2024', '2024 May', 'May of 2024', '2024-5', '2024-05-', '2024-'],
  // Zones that several places share, or that the phrase names twice.
  ...['today at 9am EST', '9am PST', '14:30 CET', 'today at 9am IST', 'today London time', '9am Paris', 'today UTC UTC'],
  ...['2024-05-14T10:00Z Europe/London', '2024-05-14T10:00+02:00 UTC', '9am GMT today BST', 'May +1', 'May -2024', 'today +1'],
  // Typos, other languages, other spellings.
  ...['mondey', 'yesteday', 'tommorow', 'tmrw', 'thut', 'sepr', 'mo', 'ju', 'm', 'lsat week', 'hier', 'gestern', '24 mai 2026'],
  ...['昨天', '２０２４', 'to​day', 'today\0', 'May\u202e24', '20240514', '2024-05-14T', '1715680000', '1e3', 'NaN', 'null'],
  ...['constructor', '__proto__', 'last constructor', 'toString days ago', 'in toString days', 'hasOwnProperty ago'],
];
