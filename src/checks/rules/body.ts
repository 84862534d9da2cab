/** Rules about the body of a post. */
import type { Rule } from './rule.ts';

const described = { body: '![Two people at a table covered with notes](https://images.example.org/table.jpg)' };

export const bodyRules = {
  'body-empty': {
    summary: 'The post has no text (an error when it is published or submitted for review).',
    why: 'Readers who follow the link from a feed or a list would find an empty page. An image is enough; a comment is not.',
    bad: { body: '<!-- to be written -->' },
    good: { body: 'On Tuesday twelve students and three librarians met in the old reading room.' },
  },
  'image-alt-missing': {
    summary: 'An image has no alt text.',
    why: 'People who cannot see the image, or whose connection is slow, get nothing in its place.',
    bad: { body: '![](https://images.example.org/table.jpg)' },
    good: described,
  },
  'image-alt-poor': {
    summary: 'Alt text is a file name, begins with “picture of” or is longer than 150 characters.',
    why: 'Screen readers read it out: “image, picture of, IMG underscore 1234” helps nobody.',
    bad: { body: '![IMG_1234.jpg](https://images.example.org/table.jpg)' },
    good: described,
  },
  'image-file-missing': {
    level: 'error',
    summary: 'An image file does not exist, is a web page, or is in a format that few browsers show.',
    why: 'Readers see a broken image. Usually the file was not copied, or its name on disk differs in upper and lower case. Photographs of iPhones (HEIC) must be exported as JPEG. A page that shows an image, as of Google Drive, is only a warning.',
    bad: { body: '![Two people at a table](images/tabel.png)' },
    good: { body: '![Two people at a table](images/table.png)\n\n*Photo: Ada Example*' },
  },
  'link-broken': {
    level: 'error',
    summary: 'A link points to a file or post that does not exist (only a warning for a page of the site).',
    why: 'Relative paths start at the post’s own file. A link to a heading that the post does not have (#part), or to your own computer (http://localhost), is only a warning. Other sites are not asked.',
    bad: { body: 'See [our report](report-2024.pdf).' },
    good: { body: 'See [our report](https://example.org/report-2024.pdf).' },
  },
  'link-unpublished': {
    summary: 'A link leads to a post that readers do not see: a draft, a scheduled or an expired one.',
    why: 'They would find nothing there. A page and a feed show only the text of such a link, so that it does not give away the post. A draft may link to a draft.',
    bad: {
      body: 'See [our plans](plans.md).',
      posts: { 'plans.md': 'title: "Our plans"\ndate: 2024-05-14\ndraft: true' },
    },
    good: { body: 'See [our report](https://example.org/report).' },
  },
  'link-text-poor': {
    summary: 'The text of a link is “click here”, “read more” or its URL.',
    why: 'Screen readers can list all links on a page, and a list that says “here” ten times tells people nothing.',
    bad: { body: 'For our report [click here](https://example.org/report).' },
    good: { body: 'Read [our 2024 report](https://example.org/report).' },
  },
  'link-bare': {
    level: 'off',
    summary: 'The body contains a bare URL instead of a link with text.',
    why: 'Screen readers read it out letter by letter. In a list of sources that may be what readers want.',
    bad: { body: 'Our report: <https://example.org/report>' },
    good: { body: 'Read [our 2024 report](https://example.org/report).' },
  },
  'markdown-unread': {
    summary: 'Text that was meant as a link, heading, list, table, code or bold is not read as such, or not shown.',
    why: 'Markdown is strict about spaces and brackets, does not know the bullets of a word processor, and is not read inside HTML. Readers see the signs, or do not see the text.',
    bad: { body: 'Read [our report] (https://example.org/report).' },
    good: { body: 'Read [our report](https://example.org/report).' },
  },
  'heading-order': {
    summary: 'A heading skips a level (the title is level 1).',
    why: 'People who use a screen reader move from heading to heading, and look for the one that was skipped.',
    bad: { body: '## What we did\n\nText.\n\n#### A detail' },
    good: { body: '## What we did\n\nText.\n\n### A detail' },
  },
  'heading-title': {
    summary: 'The body has a level 1 heading, but level 1 is the title.',
    why: 'A page has one title, which the front matter gives. A second one confuses screen readers and search engines.',
    bad: { body: '# What we did' },
    good: { body: '## What we did' },
  },
  'html-dropped': {
    summary: 'The body contains HTML that feeds leave out: scripts, frames, forms or unknown tags.',
    why: 'Subscribers get the post without it, and often without its content. Anything that looks like a tag, such as <your name>, disappears everywhere. A tag that is never closed may hide what follows, so feeds show it as text.',
    bad: { body: '<iframe src="https://video.example.org/1"></iframe>' },
    good: { body: '[Our film of the day, four minutes](https://video.example.org/1)' },
  },
  'template-code': {
    summary: 'The post contains code or markup for another tool: {{ … }}, a shortcode, [[x]], {#id}, :::, :tada:.',
    why: 'Jekyll, Hugo, WordPress, Obsidian and others replace it with something else. Feeds do not, so subscribers would see it as it is. Tags that mark code, such as {% highlight %}, are read as code.',
    bad: { body: '![Two people at a table]({{ site.baseurl }}/table.png)' },
    good: { body: 'Jekyll writes `{{ site.baseurl }}` for the URL of the site.' },
  },
  'placeholder-text': {
    level: 'error',
    summary: 'The body still contains placeholder text from a template (only a warning in a draft).',
    why: 'It tells the author what to write, but tells readers nothing.',
    bad: { body: '*Begin with what happened, in two or three sentences: who, where and when.*' },
    good: { body: 'On Tuesday twelve students and three librarians met in the old reading room.' },
  },
} as const satisfies Record<string, Rule>;
