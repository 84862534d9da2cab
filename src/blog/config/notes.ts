/** What editors show for each setting of `blog.config.yaml`. */

/** The description and examples of each top-level setting, by its key. */
export const settingNotes: Readonly<Record<string, { description: string; examples: readonly unknown[] }>> = {
  title: { description: 'Title of the blog.', examples: ['Students as Co-Creators'] },
  description: {
    description: 'What the blog is about, in one sentence.',
    examples: ['Students and staff working in partnership.'],
  },
  site_url: {
    description: 'URL of the published blog, with its path if it has one. Required for feeds.',
    examples: ['https://blog.example.org', 'https://org.github.io/blog'],
  },
  language: { description: 'Language of the posts, for example en, en-GB or cy.', examples: ['en-GB'] },
  languages: {
    description: 'Languages of a blog that has several. File names (visit.cy.md) or folders (cy/visit.md) name them.',
    examples: [['en-GB', 'cy']],
  },
  timezone: { description: 'Time zone of dates without an offset (default: UTC).', examples: ['Europe/London'] },
  posts: { description: 'Folder that holds the posts (default: posts).', examples: ['posts', 'content/posts'] },
  ignore: { description: 'Files and folders to ignore.', examples: [['archive/**']] },
  filename: {
    description: 'File names for `blog new`: {date} {year} {month} {day} {slug}; may include folders.',
    examples: ['{date}-{slug}', '{year}/{slug}/index'],
  },
  permalink: {
    description: 'Permalink of posts that do not set their own: {year} {month} {day} {slug} {category} {path} {lang}.',
    examples: ['/{year}/{month}/{day}/{slug}/'],
  },
  static: {
    description: 'Folder of static files: the site root for URLs that begin with “/”.',
    examples: ['public'],
  },
  assets_url: {
    description: 'URL at which images stored beside the posts are published (default: site_url).',
    examples: ['https://blog.example.org/assets/'],
  },
  categories: {
    description: 'Allowed categories; any other is reported.',
    examples: [['Announcements', { name: 'Partnership blog', slug: 'partnership-blog', aliases: ['partnership'] }]],
  },
  authors: {
    description: 'Regular authors, whom posts can name by their key.',
    examples: [{ ada: { name: 'Ada Example', role: 'student' } }],
  },
  rules: {
    description: 'Levels of `blog validate` rules: off, warn or error.',
    examples: [{ 'title-too-long': 'off', 'image-alt-missing': 'error' }],
  },
  extra_fields: { description: 'Additional front matter fields, not reported as unknown.', examples: [['tumblr_url']] },
  feed: {
    description: 'Feed settings: path, maximum number of posts, full posts or summaries, and icon.',
    examples: [{ path: '/feed.xml', limit: 20, content: 'full', icon: '/icon.png' }],
  },
  site: {
    description:
      'The look of the pages of `blog preview` and `blog build`: stylesheet, logo, description, and footer links.',
    examples: [{ logo: 'look/logo.svg', footer: [{ label: 'Accessibility', url: '/accessibility/' }] }],
  },
  templates: { description: 'Folder of your own templates for `blog new`.', examples: ['posts/_templates'] },
};
