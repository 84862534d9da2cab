/** What an editor says of each setting of `blog.config.yaml`. Spec section 3. */

/** A line about each, and an example. */
export const settingNotes: Readonly<Record<string, { description: string; examples: readonly unknown[] }>> = {
  title: { description: 'The blog’s title.', examples: ['Students as Co-Creators'] },
  description: {
    description: 'What the blog is about, in a sentence.',
    examples: ['Students and staff working in partnership.'],
  },
  site_url: {
    description: 'Where readers find the blog; it may have a path. Feeds need it.',
    examples: ['https://blog.example.org', 'https://org.github.io/blog'],
  },
  language: { description: 'The language of the posts, as in en, en-GB, cy.', examples: ['en-GB'] },
  timezone: { description: 'For dates without an offset (default: UTC).', examples: ['Europe/London'] },
  posts: { description: 'The folder of the posts (default: posts).', examples: ['posts', 'content/posts'] },
  ignore: { description: 'Files and folders that are no posts.', examples: [['archive/**']] },
  filename: {
    description: 'How `blog new` names files: {date} {year} {month} {day} {slug}; it may hold folders.',
    examples: ['{date}-{slug}', '{year}/{slug}/index'],
  },
  permalink: {
    description: 'The address of a post that names none: {year} {month} {day} {slug} {category}.',
    examples: ['/{year}/{month}/{slug}/'],
  },
  static: {
    description: 'The folder that is the site’s root, for addresses that begin with “/”.',
    examples: ['public'],
  },
  assets_url: {
    description: 'Where images that lie beside the posts are published (default: site_url).',
    examples: ['https://blog.example.org/assets/'],
  },
  categories: {
    description: 'The categories that posts may have; others are reported.',
    examples: [['Announcements', { name: 'Partnership blog', slug: 'partnership-blog', aliases: ['partnership'] }]],
  },
  authors: {
    description: 'People who write often: a post may then use the key.',
    examples: [{ ada: { name: 'Ada Example', role: 'student' } }],
  },
  rules: {
    description: 'Other levels for rules of `blog validate`: off, warn or error.',
    examples: [{ 'title-too-long': 'off', 'image-alt-missing': 'error' }],
  },
  extra_fields: { description: 'Fields of posts that are not to be reported as unknown.', examples: [['tumblr_url']] },
  feed: {
    description: 'The feed: where it is published, how many posts, whole ones or summaries.',
    examples: [{ path: '/feed.xml', limit: 20, content: 'full' }],
  },
  templates: { description: 'The folder of your own templates for `blog new`.', examples: ['posts/_templates'] },
};
