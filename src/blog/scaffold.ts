/** The texts of the files that `blog init` writes, for readers who see YAML for the first time. */
import * as v from 'valibot';
import { areRelated } from '../post/fields/language.ts';
import { plainOrQuoted, quoted } from '../post/frontmatter/yamlText.ts';
import { defaultConfig } from './config/config.ts';
import { configSchema } from './config/schema.ts';

/** The answers that make a new blog. */
export interface NewBlog {
  title: string;
  siteUrl?: string;
  language: string;
  timeZone: string;
  categories: readonly string[];
  /** The posts folder, from the root, with `/`. */
  posts: string;
  /** Whether every post must be reviewed. */
  review?: boolean;
}

/** What is wrong with the value of a setting, `must be …`; undefined for a valid one. */
export function settingProblem(setting: keyof typeof configSchema.entries, value: string): string | undefined {
  const result = v.safeParse(configSchema.entries[setting], value);
  return result.success ? undefined : result.issues[0].message;
}

/** The text of `blog.config.yaml`. */
export function configText({ title, siteUrl, language, timeZone, categories, posts, review }: NewBlog): string {
  return `# Settings for this blog. Lines starting with "#" are comments, which the tool ignores.
# After changing anything here, run: blog validate

title: ${plainOrQuoted(title)}

# The web address of the blog. Feeds need it.
${siteUrl === undefined ? '# site_url: https://blog.example.org' : `site_url: ${plainUrl(siteUrl)}`}

language: ${plainOrQuoted(language)}

${languageLines(language)}
# Time zone of dates without an offset.
timezone: ${plainWord(timeZone)}

# Folder that holds the posts.
posts: ${plainWord(posts)}

# URLs of posts. Change this only before the first post is published: readers know posts by their URLs.
permalink: "${defaultConfig().permalink}"

${categoryLines(categories)}${review ? reviewLines : ''}
# Regular authors: a post can then say "ada" instead of the full name. To use this, remove the "# " at the start of the
# lines below.
# authors:
#   ada:
#     name: Ada Example
#     role: student # student, staff, partner or alumni
`;
}

const reviewLines =
  '\n# Every published post must say who reviewed it: blog publish POST --reviewed-by "Name (role)"\nrules:\n  reviewer-missing: error\n';

/** An example in two languages, of which the site’s is the first. */
function languageLines(site: string): string {
  const [code, name] = areRelated(site, 'cy') ? ['en', 'English'] : ['cy', 'Welsh'];
  return `# To write in several languages, list them. A post in ${name} then has .${code} in its file name: visit.${code}.md
# languages: [${plainOrQuoted(site)}, ${code}]
`;
}

function categoryLines(categories: readonly string[]): string {
  const note = '# Posts may only use the categories listed here, so that a typo cannot create a new one.\n';
  if (categories.length === 0) return `${note}# categories:\n#   - Announcements\n#   - Interviews\n`;
  return `${note}categories:\n${categories.map((name) => `  - ${plainOrQuoted(name)}\n`).join('')}`;
}

function plainUrl(url: string): string {
  return /^https?:\/\/[\w.~:/%@+-]*[\w/]$/.test(url) ? url : quoted(url);
}

/** Words joined by slashes, as in time zones and paths, need no quotes either. */
function plainWord(text: string): string {
  return /^[A-Za-z_]\w*(?:[/.+-]\w+)+$/.test(text) ? text : plainOrQuoted(text);
}

/** The first post: short, true of every blog, and valid without warnings. */
export const firstPost = {
  title: 'Welcome to our blog',
  slug: 'welcome-to-our-blog',
  summary: 'Students and staff write here together. This is what it is about, and how to take part.',
  body: `Students and staff write here, side by side, about what they do together.

## Why we write

Working in partnership is easier to understand from a story than from a definition. This is where we tell those stories: what we
tried, what worked, and what did not.

## How to take part

Anyone who works in partnership can write a post. It need not be long, and it need not be a success.
`,
} as const;

/** Matches the feed that `blog feed -o feed.xml` writes. */
export const feedLine = '/feed.xml';
/** Matches the site that `blog build -o public` writes. */
export const siteLine = '/public/';

/** The text of a `.gitignore` with a line at its end, in the same style of line break; undefined where it has it. */
export function withIgnored(text: string, ignored: string): string | undefined {
  const known = text.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, ''));
  if (known.includes(ignored.replace(/^\/|\/$/g, ''))) return undefined;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text}${text === '' || text.endsWith('\n') ? '' : end}${ignored}${end}`;
}

/** The title made from the name of a folder: `our-blog` → `Our blog`. */
export function titleOfFolder(name: string): string {
  const words = name.replace(/[-_.\s\p{Cc}]+/gu, ' ').trim();
  return words === '' ? 'Our blog' : words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
