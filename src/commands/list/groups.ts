/** `blog list --group-by`: counts as bars, or as data. */
import { type Group, type GroupKind, groupPosts } from '../../blog/groups.ts';
import type { Entry } from '../../blog/postIndex.ts';
import { UserError } from '../../errors.ts';
import { nearest } from '../../post/nearest.ts';
import { formatChart } from '../../report/chart.ts';
import { csvLine } from '../../report/csv.ts';
import { visible, visibleJson } from '../../report/escape.ts';
import { loadStyle } from '../../report/style.ts';
import { loadMeasure } from '../../report/width.ts';
import { type Context, colorOf } from '../context.ts';
import type { SiteContext } from '../site.ts';
import type { ListOptions } from './options.ts';

/** Prints the groups of posts. Throws UserError for options that do not apply to groups. */
export async function printGroups(
  entries: readonly Entry[],
  kind: GroupKind,
  options: Pick<ListOptions, 'format' | 'limit' | 'reverse' | 'fields' | 'why'>,
  site: SiteContext,
  context: Context,
): Promise<void> {
  const { shell } = context;
  if (options.fields !== undefined || options.why)
    throw new UserError('--group-by cannot be used with --fields or --why');
  const all = groupPosts(entries, kind, site.now, site.config.categories);
  const ordered = options.reverse ? all.toReversed() : all;
  const groups = options.limit > 0 ? ordered.slice(0, options.limit) : ordered;
  // Control characters never reach a terminal.
  const exact = (text: string): string => (shell.stdout.width === undefined ? text : visible(text));
  switch (options.format) {
    case 'json':
      return shell.out(`${visibleJson(JSON.stringify(groups, null, 2))}\n`, 'json');
    case 'jsonl':
      return shell.out(groups.map((group) => `${visibleJson(JSON.stringify(group))}\n`).join(''), 'json');
    case 'csv':
      return shell.out(
        [[kind, 'count'], ...groups.map(({ name, count }) => [exact(name ?? ''), String(count)])].map(csvLine).join(''),
      );
    case 'count':
      return shell.out(`${groups.length}\n`);
    case 'paths':
      throw new UserError('--group-by cannot be used with --format paths');
    default:
      return shell.out(await formatGroups(groups, kind, context));
  }
}

async function formatGroups(groups: readonly Group[], kind: GroupKind, context: Context): Promise<string> {
  const { shell } = context;
  const label = ({ name }: Group): string => (name === null ? `(no ${kind})` : visible(name));
  if (shell.stdout.width === undefined) {
    return groups.map((group) => `${label(group)}\t${group.count}\n`).join('');
  }
  const similar = findSimilar(groups, kind);
  const bars = groups.map((group) => {
    const note = similar(group.name);
    return { label: label(group), count: group.count, ...(note !== undefined && { note }) };
  });
  const style = await loadStyle(colorOf('stdout', context));
  return formatChart(bars, {
    width: shell.stdout.width,
    measure: await loadMeasure(bars.map((bar) => bar.label)),
    unicode: isUtf8(shell.env),
    paint: style.cyan,
  });
}

/** Whether the locale's encoding is UTF-8, which is assumed if it is unset. */
function isUtf8(env: Context['shell']['env']): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return locale === undefined || locale === '' || /utf-?8/i.test(locale);
}

/** Each name is compared with all others, in quadratic time. */
const mostCompared = 1000;

/** Returns a function from a name to a note, if another name is nearly the same. */
function findSimilar(groups: readonly Group[], kind: GroupKind): (name: string | null) => string | undefined {
  const named = kind === 'category' || kind === 'tag' || kind === 'author';
  if (!named || groups.length > mostCompared) return () => undefined;
  const names = groups.flatMap(({ name }) => (name === null || name.length < 5 ? [] : [name]));
  return (name) => {
    if (name === null || name.length < 5) return undefined;
    const others = names.filter((other) => other !== name);
    const near = nearest(name, others);
    return near === undefined ? undefined : `similar to “${visible(near)}”`;
  };
}
