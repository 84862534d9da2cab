/** The first screen: what is here, and what one can do. It fits 80 columns and 24 lines. */
import type { Status } from '../post/post.ts';
import { plural } from './diagnostics/summary.ts';
import type { TerminalStyle } from './style.ts';
import { type Measure, truncate } from './width.ts';

/** What a folder is, in short. */
export interface Overview {
  title: string;
  /** Whether there is a config. */
  configured: boolean;
  /** How many posts of each status; undefined where there is no posts folder. */
  counts: (Record<Status, number> & { broken: number }) | undefined;
  /** For the examples: the commonest category, the slugs of the newest post and of the newest draft. */
  category?: string;
  newest?: string;
  draft?: string;
}

interface Screen {
  style: TerminalStyle;
  measure: Measure;
  width: number;
}

type Example = readonly [command: string, does: string];

/** The screen as text. Without an overview (settings that cannot be read) only what one can do. */
export function formatWelcome(overview: Overview | undefined, screen: Screen): string {
  const { style, measure, width } = screen;
  const total = overview?.counts ? Object.values(overview.counts).reduce((sum, count) => sum + count) : 0;
  const head =
    overview && (total > 0 || overview.configured)
      ? [style.bold(truncate(overview.title, width, measure)), ...countLines(overview.counts, total)]
      : [style.bold('blog'), 'Posts that students and staff write together: draft, check, browse, syndicate.'];
  const missing = overview !== undefined && !overview.configured;
  const steps = total > 0 || overview === undefined ? examplesOf(overview) : firstSteps;
  const begin: readonly Example[] = missing && total > 0 ? [['blog init', 'write this blog’s settings down']] : [];
  const all = [...steps, ...begin];
  const widest = Math.max(...all.map(([command]) => command.length));
  // A command is never cut: one could not type it. On a narrow screen what it does stands on a line of its own.
  const lines = all.flatMap(([command, does]) =>
    widest + 4 + Math.max(...all.map(([, one]) => one.length)) <= width
      ? [`  ${style.cyan(command)}${' '.repeat(widest - command.length)}  ${does}`]
      : [`  ${style.cyan(command)}`, `    ${does}`],
  );
  const intro =
    total > 0 || overview === undefined ? [] : [missing ? 'There is no blog here yet. Begin with:' : 'Begin with:', ''];
  return `${[...head, '', ...intro, ...lines, '', style.dim('All commands: blog --help. One of them: blog list --help.')].join('\n')}\n`;
}

const firstSteps: readonly Example[] = [
  ['blog init', 'ask six questions, set the blog up with a first post'],
  ['blog new', 'or write a post at once: it asks for what it needs'],
];

function countLines(counts: Overview['counts'], total: number): string[] {
  if (!counts || total === 0) return ['No posts yet.'];
  const parts = (['published', 'scheduled', 'draft', 'expired'] as const).flatMap((status) => {
    const count = counts[status];
    if (count === 0) return [];
    return status === 'draft' ? plural(count, 'draft') : `${count} ${status}`;
  });
  const sound = parts.length === 0 ? plural(total, 'post') : `${plural(total, 'post')}: ${parts.join(', ')}`;
  if (counts.broken === 0) return [sound];
  const broken = counts.broken === 1 ? '1 post is broken' : `${counts.broken} posts are broken`;
  return [sound, `${broken}: “blog validate” says what to mend`];
}

/** The commands of every day, with names from this folder where they can be typed as they are. */
function examplesOf(overview: Overview | undefined): Example[] {
  const category = typed(overview?.category, 24);
  const newest = typed(overview?.newest, 24) ?? 'a-post';
  const draft = typed(overview?.draft, 24);
  return [
    ['blog new', 'draft a post: it asks for what it needs'],
    ['blog validate', 'check every post, and say what to mend'],
    category === undefined
      ? ['blog list --status draft', 'browse the posts; here: the drafts']
      : [`blog list -c ${/ /.test(category) ? `"${category}"` : category}`, 'browse the posts; here: one category'],
    [`blog show ${newest}`, 'one post, with its address and status'],
    [`blog publish ${draft ?? newest}`, draft === undefined ? 'make a draft public' : 'make this draft public'],
    ['blog feed -o feed.xml', 'write the feed that readers subscribe to'],
  ];
}

/** A name that means the same in every shell, at most in double quotes, and is short enough for the screen. */
function typed(name: string | undefined, longest: number): string | undefined {
  return name !== undefined && name.length <= longest && /^[A-Za-z0-9](?:[A-Za-z0-9 ._-]*[A-Za-z0-9])?$/.test(name)
    ? name
    : undefined;
}
