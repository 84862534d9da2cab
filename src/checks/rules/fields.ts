/** Rules about the fields of a post. */
import type { Rule } from './rule.ts';

export const fieldRules = {
  'title-missing': {
    level: 'error',
    summary: 'The post has no title.',
    why: 'The title is the first thing that readers see, in lists, feeds and search results.',
    bad: { file: '---\ntitel: "Our first meeting"\ndate: 2024-05-14\n---\n\nWe met on a Tuesday.\n' },
    good: { fields: 'title: "Our first meeting"' },
    fixable: true,
  },
  'date-missing': {
    level: 'error',
    summary: 'The post has no date, in its front matter or at the beginning of its file name.',
    why: 'Posts are sorted by date, and feeds require one.',
    bad: { posts: { 'our-first-meeting.md': 'title: "Our first meeting"\ndaet: 2024-05-14' } },
    good: { posts: { 'our-first-meeting.md': 'title: "Our first meeting"\ndate: 2024-05-14' } },
    fixable: true,
  },
  'field-type': {
    level: 'error',
    summary: 'A field has a value of the wrong type.',
    why: 'YAML reads 2024 as a number and yes as text. Where text, or true or false, is expected, the meaning could only be guessed.',
    bad: { fields: 'title: 2024' },
    good: { fields: 'title: "2024"' },
    fixable: true,
  },
  'draft-unclear': {
    level: 'error',
    summary: 'A field that is not read may be meant to keep the post from readers.',
    why: 'A draft must never be published because of a typo. With a field like “drafft”, or “draft: true” inside another, a post is invalid: only its author can tell. One with an unknown status, or a field like “hidden: true”, counts as a draft (a warning).',
    bad: { fields: 'drafft: true' },
    good: { fields: 'draft: true' },
  },
  'field-unknown': {
    summary: 'The front matter has an unknown field, usually a typo.',
    why: 'Unknown fields are ignored: “tgas” does not set the tags, nor “sumary” the summary.',
    bad: { fields: 'tgas: [meetings]' },
    good: { fields: 'tags: [meetings]' },
    fixable: true,
  },
  'date-invalid': {
    level: 'error',
    summary: 'A date does not exist, or is not written as YYYY-MM-DD.',
    why: '05/07/2018 is 7 May in some countries and 5 July in others, so dates must be written year first.',
    bad: { fields: 'date: 2018/07/05' },
    good: { fields: 'date: 2018-07-05' },
    fixable: true,
  },
  'id-invalid': {
    level: 'error',
    summary: 'The id is not a UUID, an absolute URL or a WordPress post ID (only a warning if it is a line of text).',
    why: 'Feed readers identify a post by its id for ever. One that is unique only on this blog may exist elsewhere, too.',
    bad: { fields: 'id: my-post' },
    good: { fields: 'id: 3f6f2b1e-8a55-4c1e-9d0c-5b7e2f1a9c34' },
  },
  'slug-invalid': {
    level: 'error',
    summary: 'The slug or permalink is not valid in a URL, or contains a token that cannot be filled in.',
    why: 'Spaces and question marks would break the URL, and nobody would find a post at “/{{ title }}/”.',
    bad: { fields: 'slug: our first meeting?' },
    good: { fields: 'slug: our-first-meeting' },
  },
  'lang-invalid': {
    level: 'error',
    summary: 'The language is not a valid BCP 47 tag.',
    why: 'Screen readers use it to choose a voice, and browsers to hyphenate.',
    bad: { fields: 'lang: iw' },
    good: { fields: 'lang: he' },
    fixable: true,
  },
  'date-filename-mismatch': {
    summary: 'The date differs from the one in the file name.',
    why: 'One of the two is wrong, and anyone who browses the folder sees only the file name.',
    bad: { posts: { '2024-05-14-our-first-meeting.md': 'title: "Our first meeting"\ndate: 2024-04-15' } },
    good: { posts: { '2024-05-14-our-first-meeting.md': 'title: "Our first meeting"\ndate: 2024-05-14' } },
  },
  'date-future': {
    summary: 'The date is more than a year in the future.',
    why: 'A post stays hidden until its date. A date so far ahead is usually a typo in the year.',
    bad: { fields: 'date: 2099-01-05' },
    good: { fields: 'date: 2019-01-05' },
  },
  'updated-before-date': {
    summary: 'The post was last updated on a day before its date.',
    why: 'Feed readers would show an update to a post that does not exist yet.',
    bad: { fields: 'date: 2024-05-14\nupdated: 2024-05-01' },
    good: { fields: 'date: 2024-05-14\nupdated: 2024-06-01' },
  },
  'expires-before-date': {
    summary: 'The post expires before it is published.',
    why: 'Nobody would ever see it. It has expired from 00:00 of that day on, unless `expires` has a time.',
    bad: { fields: 'date: 2024-05-14\nexpires: 2024-05-01' },
    good: { fields: 'date: 2024-05-14\nexpires: 2024-06-01' },
  },
  'category-comma': {
    summary: 'A single category or tag contains a comma, or is made up of names that other posts have.',
    why: 'Text is read as a single name, so “Events, Interviews” becomes a category that no other post has. With --fix it becomes a list if other posts have each of the names.',
    bad: { posts: { '2024-05-14-a.md': 'tags: walks, tea', '2024-05-15-b.md': 'tags: [tea, walks]' } },
    good: { posts: { '2024-05-14-a.md': 'tags: [walks, tea]', '2024-05-15-b.md': 'tags: [tea, walks]' } },
    fixable: true,
  },
  'authors-joined': {
    summary: 'Several people are written as a single name.',
    why: 'They are read as one person, so none of them can be found by name. With --fix they become a list if each of them is named in another post or in the config.',
    bad: {
      posts: {
        '2024-05-14-a.md': 'authors: Ada Example and Ben Sample',
        '2024-05-15-b.md': 'authors: Ada Example',
        '2024-05-16-c.md': 'authors: Ben Sample',
      },
    },
    good: {
      posts: {
        '2024-05-14-a.md': 'authors: [Ada Example, Ben Sample]',
        '2024-05-15-b.md': 'authors: Ada Example',
        '2024-05-16-c.md': 'authors: Ben Sample',
      },
    },
    fixable: true,
  },
  'quotes-in-value': {
    summary: 'A value is in curly quotation marks, which YAML reads as part of it.',
    why: 'Readers see them, and “News” in quotation marks is not the category News. A title may be a quotation, so its quotation marks are only reported. Quotation marks within straight quotes are left alone in a title or summary.',
    bad: { fields: 'categories: [“News”]' },
    good: { fields: 'categories: ["News"]' },
    fixable: true,
  },
  'entity-in-text': {
    summary: 'A title, summary or name contains an HTML entity, as exports from WordPress often do.',
    why: 'These are plain text, so readers would see “&#8217;” instead of an apostrophe.',
    bad: { fields: 'title: "What&#8217;s next"' },
    good: { fields: 'title: "What’s next"' },
    fixable: true,
  },
  'comment-in-text': {
    summary: 'Text after a # is read as a comment.',
    why: 'In YAML a # after a space begins a comment: the rest of the line is not part of the value, and nobody sees it.',
    bad: { fields: 'summary: We are #1 in the league of libraries' },
    good: { fields: 'summary: "We are #1 in the league of libraries"' },
  },
  'spaces-around': {
    summary: 'A title or name begins or ends with a space, or a name contains an invisible character.',
    why: 'Both are ignored here, but other tools show the spaces or see a different name, and a search for the exact text fails.',
    bad: { fields: 'title: "Our first meeting "' },
    good: { fields: 'title: "Our first meeting"' },
    fixable: true,
  },
  'title-too-long': {
    summary: 'The title is longer than 120 characters.',
    why: 'Lists, search results and feed readers cut it off.',
    bad: { fields: `title: "${'Our first meeting and all that we said and did and ate there '.repeat(2)}"` },
    good: { fields: 'title: "Our first meeting, and lunch"' },
  },
  'summary-too-long': {
    summary: 'The summary is longer than 500 characters.',
    why: 'It is shown below the title to help people decide whether to read on. A whole page does not help.',
    bad: { fields: `summary: "${'We met, and we talked about reading lists, and then we met again. '.repeat(8)}"` },
    good: { fields: 'summary: "Students and librarians shortened forty reading lists. What stayed, and why."' },
  },
  'authors-missing': {
    summary:
      'The post does not name its authors, although the config asks for them or at least half of the posts name theirs.',
    why: 'A partnership blog should credit the people who write for it.',
    bad: { file: '---\ntitle: "Our first meeting"\ndate: 2024-05-14\n---\n\nWe met on a Tuesday.\n' },
    good: { fields: 'authors: [Ada Example (student), Ben Sample (staff)]' },
  },
  'summary-missing': {
    summary: 'The post has no summary, although the config asks for one or at least half of the posts have one.',
    why: 'Lists and feeds show the beginning of the text instead, which is rarely the best reason to read on.',
    bad: {
      file: '---\ntitle: "Our first meeting"\ndate: 2024-05-14\nauthors: Ada Example\n---\n\nWe met on a Tuesday.\n',
    },
    good: { fields: 'summary: "Who came, what we agreed on, and when we meet again."' },
  },
  'categories-missing': {
    summary:
      'The post has no categories, although the config lists some or at least half of the posts have categories.',
    why: 'Readers who follow a category will never see the post.',
    bad: { posts: { '2024-05-14-a.md': 'title: "A"', '2024-05-15-b.md': 'title: "B"\ncategories: [Events]' } },
    good: {
      posts: {
        '2024-05-14-a.md': 'title: "A"\ncategories: [Events]',
        '2024-05-15-b.md': 'title: "B"\ncategories: [Events]',
      },
    },
  },
  'id-missing': {
    level: 'off',
    summary: 'The post has no id, so feeds identify it by its URL.',
    why: 'If its URL changes, feed readers show it as a new post. Posts created with “blog new” have an id.',
    bad: { fields: 'title: "Our first meeting"' },
    good: { fields: 'id: 3f6f2b1e-8a55-4c1e-9d0c-5b7e2f1a9c34' },
  },
} as const satisfies Record<string, Rule>;
