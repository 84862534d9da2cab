/** Titles, people, terms, summaries and other fields. */
import { category, type SampleItem, tag, term } from '../sample.ts';

const text = 'A paragraph, no more.';
const entitled = (title: string, name: string, shown = title): SampleItem => ({
  title,
  name,
  content: text,
  becomes: { fields: { title: shown } },
});

const titles: SampleItem[] = [
  entitled('Tea &amp; cake', 'tea-cake', 'Tea & cake'),
  entitled('2011 &ndash; a year', 'a-year', '2011 – a year'),
  entitled('<em>Why</em> partnership?', 'why-partnership', 'Why partnership?'),
  entitled('Partnership: a beginning', 'a-beginning'),
  entitled('"Quoted" and ‘quoted’', 'quoted'),
  entitled('#1 of [three] @ work', 'number-one'),
  entitled('null', 'null'),
  entitled('yes', 'yes'),
  entitled('2018', 'two-thousand-and-eighteen'),
  entitled('- a dash: first', 'a-dash-first'),
  entitled('A back\\slash and %s', 'a-backslash'),
  entitled('Arrays &lt;T&gt; for beginners', 'arrays', 'Arrays <T> for beginners'),
  {
    title: '',
    name: 'without-a-title',
    content: 'One evening in May we sat down and wrote this together.',
    becomes: {
      fields: { title: 'One evening in May we sat down and…' },
      losses: ['title: no title: the first words, “One evening in May we sat down and…”'],
    },
  },
  {
    title: '',
    name: '898',
    content: '',
    becomes: {
      fields: { title: 'Untitled (898)' },
      losses: ['title: no title, and no text: “Untitled (898)”'],
    },
    id: 898,
  },
];

const people: SampleItem[] = [
  { title: 'By an account', name: 'by-an-account', content: text, login: 'awen' },
  {
    title: 'By an account that shows its e-mail address',
    name: 'by-an-email-address',
    content: text,
    login: 'tutor@mail.example.org',
    becomes: { fields: { authors: ['Jo Tutor'] } },
  },
  {
    title: 'By an account without a name',
    name: 'by-a-login',
    content: text,
    login: 'mystery',
    becomes: {
      fields: { authors: ['mystery'] },
      losses: ['author: no other name than the login: “mystery”'],
    },
  },
  {
    title: 'By an account that was deleted',
    name: 'by-a-deleted-account',
    content: text,
    login: 'gone',
    becomes: {
      fields: { authors: ['gone'] },
      losses: ['author: not among the authors of the export, so that the login is the name: “gone”'],
    },
  },
  {
    title: 'By an account with an apostrophe',
    name: 'by-an-apostrophe',
    content: text,
    login: 'oneil',
    becomes: { fields: { authors: ['Dr Ann O’Neil'] } },
  },
  {
    title: 'By two',
    name: 'by-two',
    content: text,
    terms: [term('author', 'cap-awen', 'awen'), term('author', 'cap-rcalin', 'rcalin')],
    becomes: { fields: { authors: ['Awen Rhys', 'Ruxandra Cālin'] } },
  },
  {
    title: 'By a guest',
    name: 'by-a-guest',
    content: text,
    terms: [term('author', 'cap-sam-guest', 'sam-guest')],
    becomes: { fields: { authors: ['Sam Guest'] } },
  },
  {
    title: 'Photographs by another',
    name: 'photographs-by-another',
    content: 'We walked to the river.\n\nText by Awen Rhys, photos by Ruxandra Cālin',
    login: 'awen',
    becomes: { fields: { photos_by: ['Ruxandra Cālin'] } },
  },
  {
    title: 'By another than the account',
    name: 'by-another',
    content: 'We walked back.\n\n<em>Text and photos by Awen Rhys, May 2016</em>',
    becomes: {
      fields: { authors: ['Awen Rhys'], photos_by: ['Awen Rhys'] },
      text: 'We walked back.\n\n*Text and photos by Awen Rhys, May 2016*',
      losses: ['author: account of SC Admin; the text says “by Awen Rhys”'],
    },
  },
];

const terms: SampleItem[] = [
  {
    title: 'Two categories',
    name: 'two-categories',
    content: text,
    terms: [category('Announcements'), category('Partnership blog'), tag('institute'), tag('partnership')],
  },
  {
    title: 'An ampersand',
    name: 'an-ampersand',
    content: text,
    terms: [category('Teaching &amp; learning', 'teaching-learning'), tag('Q&amp;A', 'qa')],
  },
  {
    title: 'A slug of its own',
    name: 'a-slug-of-its-own',
    content: text,
    terms: [category('Reflections', 'myfyrdodau'), category('学生', '%e5%ad%a6%e7%94%9f')],
  },
  {
    title: 'Uncategorised',
    name: 'uncategorised',
    content: text,
    terms: [category('Uncategorized')],
    becomes: { losses: ['term: category “Uncategorized”'] },
  },
  {
    title: 'Primary last',
    name: 'primary-last',
    content: text,
    terms: [category('Announcements'), category('Interviews')],
    // The number of Interviews among the terms of the site.
    meta: [['_yoast_wpseo_primary_category', '6']],
    becomes: { fields: { categories: ['Interviews', 'Announcements'] } },
  },
  {
    title: 'Yn Gymraeg',
    name: 'yn-gymraeg',
    content: 'Croeso.',
    terms: [term('language', 'cy', 'Cymraeg'), category('Announcements')],
    becomes: { fields: { lang: 'cy' } },
  },
  {
    title: 'A format',
    name: 'a-format',
    content: text,
    terms: [term('post_format', 'post-format-aside', 'Aside')],
    becomes: { losses: ['term: format “aside”'] },
  },
  {
    title: 'A series',
    name: 'a-series',
    content: text,
    terms: [term('series', 'first-year', 'First year')],
    becomes: { losses: ['term: series “First year”'] },
  },
  {
    title: 'A name twice',
    name: 'a-name-twice',
    content: text,
    terms: [category('Interviews'), tag('Interviews'), tag('interviews', 'interviews-2')],
    becomes: { fields: { tags: ['Interviews'] } },
  },
];

const others: SampleItem[] = [
  { title: 'An excerpt', name: 'an-excerpt', content: text, excerpt: 'Two lines about it.' },
  {
    title: 'An excerpt with HTML',
    name: 'an-excerpt-with-html',
    content: text,
    excerpt: '<p>Two lines &amp; <strong>more</strong></p>',
    becomes: { fields: { summary: 'Two lines & more' } },
  },
  {
    title: 'A description of Yoast SEO',
    name: 'a-description-of-yoast',
    content: text,
    meta: [['_yoast_wpseo_metadesc', 'What searchers see.']],
    becomes: { fields: { summary: 'What searchers see.' } },
  },
  {
    title: 'A description of Rank Math',
    name: 'a-description-of-rank-math',
    content: text,
    meta: [['rank_math_description', 'What searchers see.']],
    becomes: { fields: { summary: 'What searchers see.' } },
  },
  {
    title: 'A pattern of Yoast SEO',
    name: 'a-pattern-of-yoast',
    content: text,
    meta: [['_yoast_wpseo_metadesc', '%%excerpt%%']],
    becomes: { losses: ['meta: _yoast_wpseo_metadesc'] },
  },
  {
    title: 'Stays on top',
    name: 'stays-on-top',
    content: text,
    isSticky: true,
    becomes: { losses: ['meta: sticky'] },
  },
  {
    title: 'Custom fields',
    name: 'custom-fields',
    content: text,
    meta: [
      ['mood', 'hopeful'],
      ['mood', 'tired'],
    ],
    becomes: { losses: ['meta: mood'] },
  },
  { title: 'Closed', name: 'closed', content: text, commentStatus: 'closed' },
  {
    title: 'A featured image',
    name: 'a-featured-image',
    content: text,
    meta: [['_thumbnail_id', '501']],
  },
  {
    title: 'A featured image that is gone',
    name: 'a-featured-image-that-is-gone',
    content: text,
    meta: [['_thumbnail_id', '599']],
    becomes: { losses: ['image: featured image that is not in the export'] },
  },
  {
    title: 'Waits for review',
    name: '',
    status: 'pending',
    content: text,
    becomes: { file: '2016-09-09-waits-for-review.md' },
  },
  { title: 'A plan', name: '', status: 'draft', content: text, becomes: { file: '2016-10-10-a-plan.md' } },
  {
    title: 'A letter to 2099',
    name: 'a-letter-to-2099',
    status: 'future',
    date: '2099-01-05 09:00:00',
    content: text,
    id: 897,
  },
  {
    title: 'In the works',
    name: 'in-the-works',
    status: 'in-progress',
    content: text,
    becomes: { losses: ['status: unknown status “in-progress”: imported as a draft'] },
  },
  {
    title: 'Never dated',
    name: 'never-dated',
    status: 'draft',
    date: '0000-00-00 00:00:00',
    content: text,
    becomes: {
      file: '1970-01-02-never-dated.md',
      fields: { date: '1970-01-02T00:00:00+00:00' },
      losses: ['date: no date at all: imported as a draft of 1970-01-02'],
    },
  },
  {
    title: 'Left in the trash and taken out',
    name: 'taken-out',
    status: 'draft',
    content: text,
    meta: [['_wp_desired_post_slug', 'taken-out']],
  },
];

export const fields: SampleItem[] = [...titles, ...people, ...terms, ...others];
