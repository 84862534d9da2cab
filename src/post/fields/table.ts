/** The fields of front matter: all that is known about each, once. Readers, schemas, columns and options derive from it. */

/** The types of values: each has a reader in `readers.ts`, and a schema for editors in `schema.ts`. */
export type FieldType =
  | ('line' | 'text' | 'names' | 'people' | 'image' | 'date' | 'sign' | 'published' | 'status' | 'visibility')
  | ('boolean' | 'id' | 'slug' | 'permalink' | 'urls' | 'comments' | 'language');

/** What is known about a field. */
export interface Field {
  type: FieldType;
  /** Other names, the preferred first. */
  aliases?: readonly string[];
  /** For editors, as are the examples. */
  description: string;
  examples: readonly unknown[];
  /**
   * `column`: lists can show it; `missing`: `--missing` can ask for it; `essential`: a problem with its value makes the
   * post invalid; `sign`: any of its keys can make the post a draft; `part`: it only completes other fields; `no`: the value
   * `false` means that there is none.
   */
  flags: readonly Flag[];
}

export type Flag = 'column' | 'missing' | 'essential' | 'sign' | 'part' | 'no';

/** Every field by its canonical name, in the order of columns and schemas. */
export const fieldTable = {
  title: {
    type: 'line',
    aliases: ['post_title'],
    description: 'The title, on one line. Quote it if it contains a colon.',
    examples: ['Our first meeting'],
    flags: ['column', 'essential'],
  },
  date: {
    type: 'date',
    aliases: ['pubDate', 'publishDate', 'published_at', 'post_date', 'pubDatetime'],
    description:
      'The date of publication, with or without a time. Without an offset it is in the blog’s time zone. Optional if the file name begins with it. A later date in another of these fields schedules the post for that date.',
    examples: ['2024-05-14', '2024-05-14T09:30:00+01:00'],
    flags: ['column', 'essential'],
  },
  updated: {
    type: 'date',
    aliases: ['lastmod', 'modified', 'last_modified_at', 'updatedDate', 'dateModified', 'post_modified', 'modDatetime'],
    description: 'When the post last changed in a way that matters to readers.',
    examples: ['2024-06-01'],
    flags: ['column', 'missing'],
  },
  expires: {
    type: 'date',
    aliases: ['expiryDate', 'unpublishdate'],
    description: 'When the post leaves the feeds and the lists of published posts.',
    examples: ['2024-12-31'],
    flags: ['column', 'missing', 'essential'],
  },
  id: {
    type: 'id',
    aliases: ['guid', 'wordpress_id'],
    description:
      'The permanent identifier of the post in feeds: a UUID, an absolute URL, or a WordPress post ID. Never change one that readers have seen.',
    examples: ['6b1f0c1e-5b0e-4b7c-9f0a-2d6a5c1f7a10'],
    flags: ['column', 'missing', 'essential'],
  },
  slug: {
    type: 'slug',
    aliases: ['post_name', 'basename'],
    description: 'The post’s part of its URL. Default: from the file name.',
    examples: ['our-first-meeting'],
    flags: ['column', 'essential'],
  },
  permalink: {
    type: 'permalink',
    aliases: ['url', 'path'],
    description:
      'The post’s URL: a path from the site’s root, or absolute. Tokens such as :year and :title are filled in.',
    examples: ['/2024/05/our-first-meeting/'],
    flags: ['column', 'missing', 'essential'],
  },
  authors: {
    type: 'people',
    aliases: ['author'],
    description: 'Who wrote it: names, with the role in brackets (student, staff, partner, alumni).',
    examples: ['Ada Example (student)', [{ name: 'Ada Example', role: 'student' }]],
    flags: ['column', 'missing'],
  },
  photos_by: {
    type: 'people',
    aliases: ['photographer'],
    description: 'Who took the photos, in the same form as authors.',
    examples: ['Ada Example (student)'],
    flags: ['column', 'missing'],
  },
  editors: {
    type: 'people',
    aliases: ['editor', 'reviewed_by'],
    description: 'Who reviewed or edited it, in the same form as authors.',
    examples: ['Ben Sample (staff)'],
    flags: ['column', 'missing'],
  },
  byline: {
    type: 'text',
    description: 'Who wrote it and who took the photos, in a sentence.',
    examples: ['Text and photos by Ada Example'],
    flags: ['column', 'part'],
  },
  categories: {
    type: 'names',
    aliases: ['category'],
    description: 'A list of categories. Text is a single category, even if it contains commas.',
    examples: [['Announcements', 'Interviews']],
    flags: ['column', 'missing'],
  },
  tags: {
    type: 'names',
    aliases: ['tag', 'keywords'],
    description: 'A list of keywords.',
    examples: [['assessment', 'feedback']],
    flags: ['column', 'missing'],
  },
  summary: {
    type: 'text',
    aliases: ['excerpt', 'description', 'standfirst', 'deck', 'subtitle'],
    description: 'One or two sentences to show below the title.',
    examples: ['Ten of us met, and this is what we want to try.'],
    flags: ['column', 'missing', 'no'],
  },
  draft: {
    type: 'sign',
    aliases: ['isDraft', 'unpublished', 'private', 'unlisted', 'eleventyExcludeFromCollections'],
    description: 'true keeps the post out of feeds and lists of published posts.',
    examples: [true, false],
    flags: ['column', 'essential', 'sign', 'part'],
  },
  published: {
    type: 'published',
    aliases: ['publish', 'dg-publish'],
    description: 'false makes the post a draft; a date is the date of publication.',
    examples: [false, '2024-05-14'],
    flags: ['essential', 'sign', 'part'],
  },
  status: {
    type: 'status',
    aliases: ['post_status'],
    description:
      'As in WordPress: draft, private, password, trash, auto-draft and pending (waiting for review) make the post a draft.',
    examples: ['draft', 'pending', 'publish'],
    flags: ['essential', 'sign', 'part'],
  },
  visibility: {
    type: 'visibility',
    description: 'As in WordPress: private makes the post a draft.',
    examples: ['public', 'private'],
    flags: ['essential', 'sign', 'part'],
  },
  feed: {
    type: 'boolean',
    description: 'false keeps a published post out of feeds.',
    examples: [false],
    flags: ['column'],
  },
  image: {
    type: 'image',
    aliases: ['hero', 'heroImage', 'cover', 'cover_image', 'coverImage', 'featured_image', 'photo'],
    description: 'The main image of the post: its URL or path, or src with alt, credit and consent.',
    examples: ['images/round-table.png', { src: 'images/round-table.png', alt: 'Six people at a round table' }],
    flags: ['column', 'missing', 'no'],
  },
  image_alt: {
    type: 'text',
    aliases: ['hero_alt'],
    description: 'What the image shows, for people who cannot see it.',
    examples: ['Six people at a round table'],
    flags: ['missing', 'part'],
  },
  aliases: {
    type: 'urls',
    aliases: ['redirect_from'],
    description: 'Former URLs of the post.',
    examples: [['/2024/05/our-meeting/']],
    flags: ['column', 'missing'],
  },
  comments: {
    type: 'comments',
    description: 'The URL of the comments page, the number of comments, or whether there are any.',
    examples: [true, 'https://forum.example.org/t/1'],
    flags: ['column', 'missing', 'no'],
  },
  lang: {
    type: 'language',
    aliases: ['language'],
    description: 'The language of the post, such as en, en-GB or cy.',
    examples: ['en-GB'],
    flags: ['column', 'missing'],
  },
} as const satisfies Record<string, Field>;
