/** The texts of the files that `blog init` writes. They are read by people who see YAML for the first time. */
import * as v from 'valibot';
import { plainOrQuoted, quoted } from '../post/frontmatter/yamlText.ts';
import { configSchema } from './config/schema.ts';

/** What a new blog is asked. */
export interface NewBlog {
  title: string;
  siteUrl?: string;
  language: string;
  timeZone: string;
  categories: readonly string[];
  /** From the root, with `/`. */
  posts: string;
}

/** What is wrong with the value of a setting, for the end of a sentence; undefined where nothing is. */
export function settingProblem(setting: keyof typeof configSchema.entries, value: string): string | undefined {
  const result = v.safeParse(configSchema.entries[setting], value);
  return result.success ? undefined : result.issues[0].message;
}

/** `blog.config.yaml`. */
export function configText({ title, siteUrl, language, timeZone, categories, posts }: NewBlog): string {
  return `# The settings of this blog. A line that begins with "#" is a note for people: the tool skips it.
# After a change, run: blog validate

title: ${plainOrQuoted(title)}

# Where readers find the blog. Feeds need it.
${siteUrl === undefined ? '# site_url: https://blog.example.org' : `site_url: ${plainAddress(siteUrl)}`}

language: ${plainOrQuoted(language)}

# For dates that are written without an offset.
timezone: ${plainWord(timeZone)}

# The folder of the posts.
posts: ${plainWord(posts)}

${categoryLines(categories)}
# People who write often: a post may then say "ada" instead of the whole name. Take the "# " away to begin.
# authors:
#   ada:
#     name: Ada Example
#     role: student # student, staff, partner or alumni
`;
}

function categoryLines(categories: readonly string[]): string {
  const note =
    '# With a list of categories only these may be used, so that a slip of the pen cannot start a new one.\n';
  if (categories.length === 0) return `${note}# categories:\n#   - Announcements\n#   - Interviews\n`;
  return `${note}categories:\n${categories.map((name) => `  - ${plainOrQuoted(name)}\n`).join('')}`;
}

function plainAddress(address: string): string {
  return /^https?:\/\/[\w.~:/%@+-]*[\w/]$/.test(address) ? address : quoted(address);
}

/** Words with slashes, as zones and folders have them, need no quotes either. */
function plainWord(text: string): string {
  return /^[A-Za-z_]\w*(?:[/.+-]\w+)+$/.test(text) ? text : plainOrQuoted(text);
}

/** The text of the first post: short, true of every blog, and without anything that `blog validate` would mention. */
export const firstPost = {
  title: 'Welcome to our blog',
  slug: 'welcome-to-our-blog',
  summary: 'Students and staff write here together. This is what it is about, and how to take part.',
  body: `Students and staff write here, side by side, about what they do together.

## Why we write

Working in partnership is easier to understand from a story than from a definition. Here we tell such stories: what we
tried, what worked, and what did not.

## How to take part

Everybody who works in partnership can write a post. It need not be long, and it need not be a success.
`,
} as const;

/**
 * `.github/workflows/blog.yml`. The tool comes in the version that wrote this, so that a check that passed today passes
 * tomorrow. By npx, because that works from a git repository as well, which `npm install --global` does not: there npm
 * 11 leaves out what the tool is built with.
 */
export function workflowText(version: string): string {
  return `# Checks every post whenever somebody pushes or opens a pull request; GitHub shows each mistake at its line.
name: blog
on:
  push:
  pull_request:

permissions:
  contents: read

env:
  # Where the tool comes from. This is its name and version on npm; if npm does not have it, write where your own copy
  # is: github:OWNER/REPOSITORY, the repository of the tool (not of this blog).
  BLOG_TOOL: partnership-blog@${version}

jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx --yes "$BLOG_TOOL" validate --format github
`;
}

/** The line of `.gitignore` for the feed that `blog feed -o feed.xml` writes. */
const feedLine = '/feed.xml';

/** A `.gitignore` with a line for the feed at its end; undefined where it has one. Its line ends stay as they are. */
export function withFeedLine(text: string): string | undefined {
  if (text.split(/\r?\n/).some((line) => line.trim() === feedLine || line.trim() === feedLine.slice(1)))
    return undefined;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text}${text === '' || text.endsWith('\n') ? '' : end}${feedLine}${end}`;
}

/** A folder's name as the title of its blog: `our-blog` → `Our blog`. */
export function titleOfFolder(name: string): string {
  const words = name.replace(/[-_.\s\p{Cc}]+/gu, ' ').trim();
  return words === '' ? 'Our blog' : words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
