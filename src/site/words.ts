/** The words of the pages, in the languages that we have them in. */

const english = {
  skip: 'Skip to content',
  here: 'You are here:',
  breadcrumb: 'Breadcrumb',
  home: 'Home',
  categories: 'Categories',
  tags: 'Tags',
  by: 'By',
  editedBy: 'Edited by',
  photo: 'Photo:',
  updated: 'Updated',
  comments: 'Comments',
  commentsClosed: 'Comments are closed',
  older: 'Older posts',
  newer: 'Newer posts',
  olderPost: 'Previous post',
  newerPost: 'Next post',
  inCategory: 'More in',
  page: 'Page',
  pageOf: 'of',
  pages: 'Pages',
  years: 'Years',
  posts: 'Posts',
  noPosts: 'No posts yet.',
  feed: 'Feed',
  languages: 'Languages',
  about: 'About this site',
  notFound: 'Page not found',
  notFoundText: 'There is no page at this address. It may have moved, or the link may have a typo.',
  notFoundLink: 'Go to the newest posts',
  moved: 'This page has moved',
  movedText: 'It is now here:',
  footnotes: 'Footnotes',
  backToText: 'Back to the text',
  table: 'Table',
  code: 'Code',
  student: 'student',
  staff: 'staff',
  partner: 'partner',
  alumni: 'alumni',
} as const;

export type Word = keyof typeof english;
type Words = Readonly<Record<Word, string>>;

const welsh: Words = {
  skip: 'Neidio i’r cynnwys',
  here: 'Rydych chi yma:',
  breadcrumb: 'Briwsion bara',
  home: 'Hafan',
  categories: 'Categorïau',
  tags: 'Tagiau',
  by: 'Gan',
  editedBy: 'Golygwyd gan',
  photo: 'Llun:',
  updated: 'Diweddarwyd',
  comments: 'Sylwadau',
  commentsClosed: 'Mae’r sylwadau wedi cau',
  older: 'Postiadau hŷn',
  newer: 'Postiadau mwy diweddar',
  olderPost: 'Postiad blaenorol',
  newerPost: 'Postiad nesaf',
  inCategory: 'Mwy yn',
  page: 'Tudalen',
  pageOf: 'o',
  pages: 'Tudalennau',
  years: 'Blynyddoedd',
  posts: 'Postiadau',
  noPosts: 'Dim postiadau eto.',
  feed: 'Ffrwd',
  languages: 'Ieithoedd',
  about: 'Am y wefan hon',
  notFound: 'Heb ddod o hyd i’r dudalen',
  notFoundText: 'Nid oes tudalen yn y cyfeiriad hwn. Efallai ei bod wedi symud, neu fod gwall yn y ddolen.',
  notFoundLink: 'Ewch i’r postiadau diweddaraf',
  moved: 'Mae’r dudalen hon wedi symud',
  movedText: 'Mae hi yma bellach:',
  footnotes: 'Troednodiadau',
  backToText: 'Yn ôl i’r testun',
  table: 'Tabl',
  code: 'Cod',
  student: 'myfyriwr',
  staff: 'staff',
  partner: 'partner',
  alumni: 'cyn-fyfyriwr',
};

const tables: Readonly<Record<string, Words>> = { en: english, cy: welsh };

/** The words for pages in a language, and the language that they are in: English where we have no others. */
export function wordsIn(lang: string): { lang: string; words: Words } {
  const [code = ''] = lang.toLowerCase().split('-');
  const words = Object.hasOwn(tables, code) ? tables[code] : undefined;
  return words ? { lang: code, words } : { lang: 'en', words: english };
}
