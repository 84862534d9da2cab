/** The words that the posts of a corpus are made of. */

export const categories = [
  'Announcements',
  'Partnership blog',
  'Student voices',
  'Events',
  'Assessment and feedback',
  'Inclusive curriculum',
  'Research with students',
  'Interviews',
];

export const tags = [
  'co-creation',
  'feedback',
  'first year',
  'libraries',
  'podcast',
  'survey',
  'belonging',
  'accessibility',
  'placements',
  'field trip',
  'seminar',
  'mentoring',
  'open days',
  'sustainability',
  'languages',
  'wellbeing',
];

export const people = [
  'Ruxandra Cālin (student)',
  'Tomasz Wójcik (student)',
  'Amara Okafor (student)',
  'Li Na 李娜 (student)',
  'Priya Raman (student)',
  'Søren Lindqvist (student)',
  'Fatima El-Sayed (student)',
  'Joe Bloggs (student)',
  'Margaret Hall (staff)',
  "Siobhán O'Neill (staff)",
  'Dr Peter Grünwald (staff)',
  'Helena Castro (staff)',
  'Yuki Tanaka (partner)',
  'Wanjiru Kamau (partner)',
  'Beatrice Fontaine (alumni)',
  'Connor MacLeod (alumni)',
];

export const openings = [
  'What we learned from',
  'Rethinking',
  'A year of',
  'Behind the scenes of',
  'Five questions about',
  'Looking back at',
  'How students changed',
  'Why we started',
  'Notes from',
  'Working together on',
  'An invitation to',
  'In defence of',
];

export const subjects = [
  'peer mentoring',
  'the reading list',
  'group work',
  'the summer school',
  'anonymous marking',
  'our lab handbook',
  'the welcome week',
  'live captions',
  'the feedback form',
  'student-led seminars',
  'café conversations',
  'field diaries',
];

export const places = [
  'in the library',
  'across two campuses',
  'in the first year',
  'with our partners',
  'after the exams',
  'on a small budget',
  'in history: a case study',
  'at the open day',
  'between disciplines',
  'for part-time students',
];

export const headings = [
  'Where it began',
  'What we tried',
  'What surprised us',
  'The people behind it',
  'What the numbers say',
  'What comes next',
  'Questions we still have',
  'Advice to others',
  'A typical afternoon',
  'How to join',
];

export const words = (
  'the students and staff of our department worked together on a project that asked how learning can be shared by everyone ' +
  'who takes part in it while nobody knew at first where this conversation would lead us during those weeks because each ' +
  'meeting began with questions rather than answers so that new voices could be heard before any decision was made about ' +
  'teaching assessment feedback timetables reading rooms budgets workshops interviews photographs naïve hopes résumés café ' +
  'tables quiet corners busy corridors evening classes early drafts careful listening honest disagreement slow progress'
).split(' ');
