/**
 * Front matter as a schema, for editors: what they may offer and underline while somebody types. `blog validate` decides;
 * this says the same as far as a schema can (it cannot see the file's name, the calendar, or the other posts).
 */
import * as v from 'valibot';
import { type FieldName, fieldOfName } from './names.ts';
import { date, image, line, names, people, statusPattern, text } from './schemaTypes.ts';

interface FieldNote {
  schema: v.GenericSchema;
  title: string;
  description: string;
  examples: readonly unknown[];
}

/** Every field with what an editor says of it. */
const notes: Readonly<Record<FieldName, FieldNote>> = {
  title: {
    schema: line,
    title: 'Title',
    description: 'The title, on one line. Put it in quotes: it may have a colon.',
    examples: ['Our first meeting'],
  },
  date: {
    schema: date,
    title: 'Date',
    description:
      'The day, or day and time, of publication. Without an offset it is meant in the blog’s own time zone. Not needed where the file’s name begins with it.',
    examples: ['2024-05-14', '2024-05-14T09:30:00+01:00'],
  },
  updated: {
    schema: date,
    title: 'Updated',
    description: 'When the post was last changed in a way that readers should know of.',
    examples: ['2024-06-01'],
  },
  id: {
    schema: v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), line]),
    title: 'Identity',
    description:
      'The post’s identity in feeds, for ever: a UUID, an absolute address, or WordPress’s number. Never change one that readers have seen.',
    examples: ['6b1f0c1e-5b0e-4b7c-9f0a-2d6a5c1f7a10'],
  },
  slug: {
    schema: v.pipe(v.string(), v.regex(/^(?:[\p{L}\p{M}\p{N}._-]{1,200})?$/u)),
    title: 'Slug',
    description: 'The post’s part of its address. Without it the file’s name is taken.',
    examples: ['our-first-meeting'],
  },
  permalink: {
    schema: line,
    title: 'Address',
    description: 'The post’s address, from the site’s root or whole.',
    examples: ['/2024/05/our-first-meeting/'],
  },
  authors: {
    schema: people,
    title: 'Authors',
    description: 'Who wrote it: names, with the role in brackets (student, staff, partner, alumni).',
    examples: ['Ada Example (student)', [{ name: 'Ada Example', role: 'student' }]],
  },
  photos_by: {
    schema: people,
    title: 'Photographs by',
    description: 'Who took the photographs, in the same form as authors.',
    examples: ['Ada Example (student)'],
  },
  byline: {
    schema: text,
    title: 'Byline',
    description: 'Who wrote it and who took the photographs, in a sentence.',
    examples: ['Text and photos by Ada Example'],
  },
  categories: {
    schema: names,
    title: 'Categories',
    description: 'A list. A text is one category, commas and all.',
    examples: [['Announcements', 'Interviews']],
  },
  tags: { schema: names, title: 'Tags', description: 'A list of keywords.', examples: [['assessment', 'feedback']] },
  summary: {
    schema: v.union([text, v.literal(false)]),
    title: 'Summary',
    description: 'One or two sentences under the title.',
    examples: ['Ten of us met, and this is what we want to try.'],
  },
  draft: {
    schema: v.boolean(),
    title: 'Draft',
    description: 'true keeps the post out of lists of published posts and out of feeds.',
    examples: [true, false],
  },
  published: {
    schema: v.union([v.boolean(), date]),
    title: 'Published',
    description: 'false makes it a draft; a date is the date of publication.',
    examples: [false, '2024-05-14'],
  },
  status: {
    schema: v.pipe(v.string(), v.regex(statusPattern())),
    title: 'Status',
    description: 'As WordPress has it: draft, private and pending make the post a draft.',
    examples: ['draft', 'publish'],
  },
  private: {
    schema: v.boolean(),
    title: 'Private',
    description: 'true makes the post a draft.',
    examples: [true],
  },
  expires: {
    schema: date,
    title: 'Expires',
    description: 'After this moment the post is out of lists of published posts and out of feeds.',
    examples: ['2024-12-31'],
  },
  image: {
    schema: image,
    title: 'Image',
    description: 'The image of the whole post: its address, or src with alt, credit and consent.',
    examples: ['images/round-table.png', { src: 'images/round-table.png', alt: 'Six people at a round table' }],
  },
  image_alt: {
    schema: text,
    title: 'Alternative text',
    description: 'What the image shows, for people who do not see it.',
    examples: ['Six people at a round table'],
  },
  aliases: {
    schema: names,
    title: 'Former addresses',
    description: 'Addresses under which the post was published before.',
    examples: [['/2024/05/our-meeting/']],
  },
  comments: {
    schema: v.union([v.boolean(), v.pipe(v.number(), v.integer(), v.minValue(0)), line]),
    title: 'Comments',
    description: 'The address of the comments page, how many there are, or whether there are any.',
    examples: [true, 'https://forum.example.org/t/1'],
  },
  lang: {
    schema: v.pipe(v.string(), v.regex(/^(?:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)?$/)),
    title: 'Language',
    description: 'The language of the post, as in en, en-GB, cy.',
    examples: ['en-GB'],
  },
};

/** The whole front matter, every alias included. Other keys are allowed: other tools have theirs. */
export function frontMatterSchema(): v.GenericSchema {
  const entries = Object.entries(fieldOfName).map(([name, field]) => {
    const { schema, title, description, examples } = notes[field];
    const alias = name === field ? '' : ` The same as ${field}.`;
    const described = v.pipe(
      v.union([v.null(), schema]),
      v.metadata({ title, description: `${description}${alias}`, examples: [...examples] }),
    );
    // Only the title must be there for certain: the date may stand in the file's name, or under another name.
    return [
      name,
      name === 'title'
        ? v.pipe(schema, v.metadata({ title, description, examples: [...examples] }))
        : v.optional(described),
    ];
  });
  return v.looseObject(Object.fromEntries(entries));
}
