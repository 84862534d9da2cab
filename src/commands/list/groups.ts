/** `blog list --group-by`: counts as bars, or as data. */
import type { Config } from '../../blog/config/config.ts';
import { type Group, type GroupKind, groupPosts } from '../../blog/groups.ts';
import type { Entry } from '../../blog/postIndex.ts';
import { findTypos, shortestCategory, shortestPerson, type Typo } from '../../checks/names/similarNames.ts';
import { formatChart } from '../../report/chart.ts';
import { byteOrderMark, csvLine } from '../../report/csv.ts';
import { visible, visibleJson } from '../../report/escape.ts';
import { loadStyle } from '../../report/style.ts';
import { loadMeasure } from '../../report/width.ts';
import { type Context, colorOf } from '../context.ts';
import type { SiteContext } from '../site.ts';
import type { ListFormat } from './formats.ts';
import type { ListOptions } from './options.ts';

/** Prints the groups of posts; if they are all posts, also the configured names that none of them has. */
export async function printGroups(
  entries: readonly Entry[],
  kind: GroupKind,
  options: Pick<ListOptions, 'reverse' | 'limit' | 'bom'> & { format: ListFormat; isFiltered: boolean },
  site: SiteContext,
  context: Context,
): Promise<void> {
  const { shell } = context;
  const all = groupPosts(
    entries,
    kind,
    site.now,
    site.config,
    options.isFiltered ? [] : namesInConfig(kind, site.config),
  );
  const groups = (options.reverse ? all.toReversed() : all).slice(0, options.limit || undefined);
  // Control characters never reach a terminal.
  const exact = (text: string): string => (shell.stdout.width === undefined ? text : visible(text));
  switch (options.format) {
    case 'json':
      return shell.out(`${visibleJson(JSON.stringify(groups, null, 2))}\n`, 'json');
    case 'jsonl':
      return shell.out(groups.map((group) => `${visibleJson(JSON.stringify(group))}\n`).join(''), 'json');
    case 'csv':
      return shell.out(
        (options.bom ? byteOrderMark : '') +
          [[kind, 'count'], ...groups.map(({ name, count }) => [exact(name ?? ''), String(count)])]
            .map(csvLine)
            .join(''),
      );
    case 'count':
      return shell.out(`${groups.length}\n`);
    default:
      return shell.out(await formatGroups(groups, kind, site.config, context));
  }
}

async function formatGroups(
  groups: readonly Group[],
  kind: GroupKind,
  config: Config,
  context: Context,
): Promise<string> {
  const { shell } = context;
  const label = ({ name }: Group): string =>
    name === null ? `(no ${kind === 'lang' ? 'language' : kind})` : visible(name);
  const { width } = shell.stdout;
  if (width === undefined) return groups.map((group) => `${label(group)}\t${group.count}\n`).join('');
  const similar = similarNames(groups, kind, config);
  const bars = groups.map((group) => {
    const near = similar.get(group.name ?? '')?.meant;
    return {
      label: label(group),
      count: group.count,
      ...(near !== undefined && { note: `similar to “${visible(near)}”` }),
    };
  });
  const style = await loadStyle(colorOf('stdout', context));
  const measure = await loadMeasure(bars.map((bar) => bar.label));
  return formatChart(bars, { width, measure, unicode: isUtf8(shell.env), paint: style.cyan });
}

/** The names of this kind that the config lists: nobody may have used them yet. */
function namesInConfig(kind: GroupKind, { categories, authors }: Config): string[] {
  const configured = kind === 'category' ? (categories ?? []) : kind === 'author' ? Object.values(authors) : [];
  return configured.map(({ name }) => name);
}

/** Whether the locale's encoding is UTF-8, which is assumed if it is unset. */
function isUtf8(env: Context['shell']['env']): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return !locale || /utf-?8/i.test(locale);
}

/** The more common name that each rarer one is probably a typo of, as `blog validate` has it; none where the groups are periods. */
function similarNames(groups: readonly Group[], kind: GroupKind, config: Config): Map<string, Typo> {
  if (kind !== 'category' && kind !== 'tag' && kind !== 'author') return new Map();
  const known = new Set(namesInConfig(kind, config));
  const counts = new Map([...known].map((name) => [name, 0]));
  for (const { name, count } of groups) if (name !== null) counts.set(name, count);
  return findTypos(counts, (name) => known.has(name), kind === 'author' ? shortestPerson : shortestCategory);
}
