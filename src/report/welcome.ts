/** The screen of bare `blog`: an overview, and the commands used most. It fits 80 columns and 24 lines. */

import type { Status } from '../post/post.ts';
import { shellWord } from '../shellWord.ts';
import { plural } from './diagnostics/summary.ts';
import type { Screen } from './style.ts';
import { truncate, wrap } from './width.ts';

/** A folder in short. */
export interface Overview {
  title: string;
  hasConfig: boolean;
  /** How many posts of each status; undefined without a posts folder. */
  counts: (Record<Status, number> & { invalid: number }) | undefined;
  /** For the examples: the most used category, and the slugs of the newest post and draft that can be typed as they are. */
  category?: string;
  newest?: string;
  draft?: string;
}

type Example = readonly [command: string, summary: string];

/** The screen as text; without an overview, because the config is invalid, only the commands. */
export function formatWelcome(overview: Overview | undefined, { style, measure, width }: Screen): string {
  const rowsOf = (text: string, indent = ''): string[] =>
    wrap(text, Math.max(1, width - indent.length), measure).map((row) => indent + row);
  const total = overview?.counts ? Object.values(overview.counts).reduce((sum, count) => sum + count) : 0;
  const head =
    overview && (total > 0 || overview.hasConfig)
      ? [
          style.bold(truncate(overview.title, width, measure)),
          ...countLines(overview.counts, total).flatMap((line) => rowsOf(line)),
        ]
      : [
          style.bold('blog'),
          ...rowsOf('Draft, check, browse and publish the posts of a student–staff partnership blog.'),
        ];
  const missing = overview !== undefined && !overview.hasConfig;
  const steps = total > 0 || overview === undefined ? examplesOf(overview) : firstSteps;
  const begin: readonly Example[] = missing && total > 0 ? [['blog init', 'write a config for this blog']] : [];
  const all = [...steps, ...begin];
  const widest = Math.max(...all.map(([command]) => command.length));
  // A command is never truncated: it could not be typed. On a narrow screen its summary has a line of its own.
  const lines = all.flatMap(([command, summary]) =>
    widest + 4 + Math.max(...all.map(([, one]) => one.length)) <= width
      ? [`  ${style.cyan(command)}${' '.repeat(widest - command.length)}  ${summary}`]
      : [`  ${style.cyan(command)}`, ...rowsOf(summary, '    ')],
  );
  const intro =
    total > 0 || overview === undefined
      ? []
      : [...rowsOf(missing ? 'No blog here yet. To start one:' : 'To start:'), ''];
  const end = rowsOf('All commands: blog --help. Details of one: blog help list.').map((row) => style.dim(row));
  return `${[...head, '', ...intro, ...lines, '', ...end].join('\n')}\n`;
}

const firstSteps: readonly Example[] = [
  ['blog init', 'set up a blog by answering six questions'],
  ['blog new', 'or draft a post straight away'],
];

function countLines(counts: Overview['counts'], total: number): string[] {
  if (!counts || total === 0) return ['No posts yet.'];
  const used = (['published', 'scheduled', 'pending', 'draft', 'expired'] as const).filter(
    (status) => counts[status] > 0,
  );
  const parts = used.map((status) =>
    status === 'draft' ? plural(counts.draft, status) : `${counts[status]} ${status}`,
  );
  const line = parts.length === 0 ? plural(total, 'post') : `${plural(total, 'post')}: ${parts.join(', ')}`;
  if (counts.invalid === 0) return [line];
  const invalid = counts.invalid === 1 ? '1 post is invalid' : `${counts.invalid} posts are invalid`;
  return [line, `${invalid}; for details, run: blog validate`];
}

/** The commands used most, with names from this folder. Without one, `show` and `publish` offer a list to choose from. */
function examplesOf({ category, newest, draft }: Partial<Overview> = {}): Example[] {
  return [
    ['blog new', 'draft a post, answering a few questions'],
    ['blog preview', 'see the blog in your browser'],
    ['blog validate', 'check posts and report problems'],
    category === undefined || !isTypeable(category)
      ? ['blog list --status draft', 'list drafts']
      : [`blog list -c ${shellWord(category)}`, 'list the posts in one category'],
    [newest === undefined ? 'blog show' : `blog show ${newest}`, 'show a post with its URL and status'],
    draft === undefined ? ['blog publish', 'publish a draft'] : [`blog publish ${draft}`, 'publish this draft'],
    ['blog feed -o feed.xml', 'write the feed'],
  ];
}

/** Whether a name has at most 24 characters, and needs no more than double quotes in every shell. */
export function isTypeable(name: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,22}[A-Za-z0-9])?$/.test(name);
}
