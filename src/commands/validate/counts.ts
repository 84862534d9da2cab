/** The table of counts by rule that closes a long report. */
import { basename } from 'node:path';
import type { Diagnostic } from '../../diagnostic.ts';
import { readablyQuoted } from '../../post/frontmatter/yamlText.ts';
import type { PostReading } from '../../post/post.ts';
import { countByRule } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import { formatTable } from '../../report/table.ts';
import { loadMeasure } from '../../report/width.ts';
import { printHint } from '../context.ts';
import type { SiteContext } from '../site.ts';

/** A longer list of problems is hard to survey. */
const fewProblems = 50;
/** A field in fewer posts is more likely a mistake than one that a theme reads. */
const fewPosts = 5;
const mostKeys = 5;

/**
 * Prints a table of the problems by rule if there are many, how to read about a rule or switch it off, and how to keep the
 * unknown fields that a theme brings.
 */
export async function printCounts(
  diagnostics: readonly Diagnostic[],
  unknown: readonly string[],
  site: SiteContext,
): Promise<void> {
  const { width } = site.shell.stdout;
  if (width === undefined || diagnostics.length <= fewProblems) return;
  const rows = countByRule(diagnostics);
  const [rule = ''] = rows[0] ?? [];
  const columns = [{ heading: 'Rule' }, { heading: 'Severity' }, { heading: 'Problems' }, { heading: 'Posts' }];
  const config = site.configFile === undefined ? 'blog.config.yaml' : visible(basename(site.configFile));
  const fields = [...site.config.extraFields, ...unknown].map(asItem).join(', ');
  const hints = [
    ['To read about a rule:', `blog validate --explain ${rule}`],
    ['To switch it off:', `blog validate --rule ${rule}=off`],
    ['For good:', `in ${config}, rules: { ${rule}: off }`],
    ...(unknown.length > 0 ? [['To keep these fields:', `in ${config}, extra_fields: [${visible(fields)}]`]] : []),
  ];
  printHint(formatTable(columns, rows, width, await loadMeasure(rows.flat())), site);
  for (const [purpose = '', way] of hints) printHint(`${purpose.padEnd(23)} ${way}`, site);
  printHint('', site);
}

/** A name in a YAML list, in quotes only if it needs them. */
function asItem(key: string): string {
  return /^(?!(?:true|false|null)$)[a-z_][\w-]*$/i.test(key) ? key : readablyQuoted(key);
}

/** The unknown fields that several of these posts have, and that are no typos, the most frequent first. */
export function unknownKeys(readings: readonly PostReading[], files: ReadonlyMap<string, unknown>): string[] {
  const counts = new Map<string, number>();
  for (const { file, faults } of readings) {
    if (!files.has(file)) continue;
    for (const { rule, place, correction } of faults) {
      if (rule !== 'field-unknown' || correction || !('path' in place) || place.path.length !== 1) continue;
      const key = String(place.path[0]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const shared = [...counts].filter(([, count]) => count >= fewPosts);
  return shared
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostKeys)
    .map(([key]) => key);
}
