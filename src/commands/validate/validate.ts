/** `blog validate`: every fault of every post, and where it is. Spec sections 4 and 5. */
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  compareDiagnostics,
  type Diagnostic,
  defaultLevels,
  isRule,
  type Level,
  type Levels,
} from '../../diagnostic.ts';
import { ExitCode, OutputClosed, UserError } from '../../errors.ts';
import { findPosts, isInside, type PostFile, printedPath } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import { toDiagnostics } from '../../post/frontmatter/locate.ts';
import { nearest } from '../../post/nearest.ts';
import { formatCompact } from '../../report/diagnostics/compact.ts';
import { formatGithub } from '../../report/diagnostics/github.ts';
import { formatJson } from '../../report/diagnostics/json.ts';
import { formatPretty } from '../../report/diagnostics/pretty.ts';
import { type DiagnosticSummary, formatSummary, plural, summarize } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import { loadStyle } from '../../report/style.ts';
import { loadMeasure } from '../../report/width.ts';
import { colorOf } from '../color.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../options.ts';
import { printEach, printPieces } from '../output.ts';
import { openSite, type SiteContext } from '../site.ts';
import { checkFolder } from './check.ts';
import { fixableNote, fixFinderOf, fixPosts } from './fix.ts';
import { chooseFiles } from './paths.ts';
import { listRules, printExplanation } from './rules.ts';

interface ValidateOptions {
  format?: 'pretty' | 'compact' | 'json' | 'github';
  strict?: boolean;
  maxWarnings?: number;
  rule?: Levels;
  fix?: boolean;
  dryRun?: boolean;
  listRules?: boolean;
  explain?: string;
}

const examples = `
Examples:
  blog validate
  blog validate --strict --rule summary-missing=off
  blog validate --explain image-alt-poor
`;

/** Adds what `blog validate` takes and does. */
export function defineValidate(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    .argument('[paths...]', 'only these posts or folders (they are still compared with all the others)')
    .addOption(
      new Option('--format <format>', 'how findings are printed (default: pretty on a terminal, else compact)').choices(
        ['pretty', 'compact', 'json', 'github'],
      ),
    )
    .option('--strict', 'warnings fail, too')
    .option('--max-warnings <number>', 'more warnings than this fail', wholeNumber)
    .option('--rule <id=level>', 'set a rule to off, warn or error (repeatable)', readLevel)
    .option('--fix', 'mend what has one right answer, and leave every other byte as it is')
    .option('--dry-run', 'with --fix: print what would change as a diff, write nothing; exit 1 if there is anything')
    .option('--list-rules', 'print all rules with their levels')
    .option('--explain <rule>', 'print what a rule is about, with examples')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: ValidateOptions) => done(await runValidate(paths, options, context())));
}

function readLevel(value: string, before: Levels | undefined): Levels {
  const [rule = '', level = ''] = value.split(/=(.*)/s);
  if (!isRule(rule)) {
    const meant = nearest(rule, Object.keys(defaultLevels));
    throw new InvalidArgumentError(`There is no rule “${visible(rule)}”${meant ? `; did you mean ${meant}?` : '.'}`);
  }
  if (level !== 'off' && level !== 'warn' && level !== 'error') {
    throw new InvalidArgumentError(`Write ${rule}=off, ${rule}=warn or ${rule}=error.`);
  }
  return { ...before, [rule]: level satisfies Level };
}

async function runValidate(paths: readonly string[], options: ValidateOptions, context: Context): Promise<number> {
  const { shell, globals } = context;
  if (options.listRules) return listRules(options.rule ?? {}, context);
  if (options.explain !== undefined) return printExplanation(options.explain, options.rule ?? {}, context);
  if (options.dryRun && !options.fix) throw new UserError('--dry-run shows what --fix would do: give both');
  const site = await openSite(context);
  const files = findPosts(site.folder);
  const wanted = chooseFiles(paths, files, site, (text) => {
    if (!globals.quiet) shell.err(text);
  });
  const levels = { ...site.config.rules, ...options.rule };
  const fixed = options.fix
    ? await fixPosts(
        {
          files: files.filter(({ file }) => wanted.has(file)),
          check: (readText) => checkFolder(site, files, readText),
          levels,
          dryRun: options.dryRun === true,
          site,
        },
        context,
      )
    : undefined;
  const readings = fixed?.readings ?? checkFolder(site, files);
  const format = options.format ?? (shell.stdout.width === undefined ? 'compact' : 'pretty');
  // The other formats have no place for fixes, and finding them takes time.
  const fixFinder = format === 'json' || format === 'pretty' ? fixFinderOf(files) : undefined;
  const diagnostics = readings
    .filter(({ file }) => wanted.has(file))
    .flatMap(({ file, source, faults }) => toDiagnostics(file, source, faults, levels, fixFinder?.(file)))
    .sort(compareDiagnostics);
  const summary = summarize(wanted.size, diagnostics);
  try {
    // Of a dry run, stdout is for the diff alone.
    if (!options.dryRun) await print(diagnostics, summary, format, files, site, context);
  } catch (error) {
    // Somebody has read enough: what was found still fails.
    if (!(error instanceof OutputClosed)) throw error;
  }
  if (!globals.quiet) {
    shell.err(`${formatSummary(summary)}\n`);
    if (format === 'pretty') shell.err(fixableNote(diagnostics));
  }
  return Math.max(fixed?.status ?? ExitCode.done, statusOf(summary, options, context));
}

function statusOf(
  { errors, warnings }: DiagnosticSummary,
  options: ValidateOptions,
  { shell, globals }: Context,
): number {
  if (errors > 0) return ExitCode.found;
  const { strict, maxWarnings } = options;
  const allowed = strict ? 0 : maxWarnings;
  if (allowed === undefined || warnings <= allowed) return ExitCode.done;
  if (!globals.quiet) shell.err(`${plural(warnings, 'warning')}: more than the ${allowed} allowed\n`);
  return ExitCode.found;
}

async function print(
  diagnostics: readonly Diagnostic[],
  summary: DiagnosticSummary,
  format: NonNullable<ValidateOptions['format']>,
  files: readonly PostFile[],
  site: SiteContext,
  context: Context,
): Promise<void> {
  const { shell } = context;
  if (format === 'json') return printPieces(formatJson(diagnostics, summary), shell, 'json');
  if (format === 'compact') return printEach(diagnostics, formatCompact, shell);
  if (format === 'github') {
    const inRepository = repositoryPath(site, shell.env['GITHUB_WORKSPACE']);
    return printEach(diagnostics, (one) => formatGithub({ ...one, file: inRepository(one.file) }), shell, 'exact');
  }
  const lineOf = lineReader(files);
  const options = {
    style: await loadStyle(colorOf('stdout', context)),
    measure: await loadMeasure(linesOf(diagnostics, lineOf)),
    width: shell.stdout.width ?? 100,
    lineOf,
  };
  printEach(diagnostics, (one) => formatPretty(one, options), shell);
}

/** GitHub looks for an annotated file from the root of the repository, wherever the blog lies in it. */
function repositoryPath({ base }: SiteContext, workspace: string | undefined): (file: string) => string {
  if (!workspace || !isInside(workspace, base)) return (file) => file;
  return (file) => printedPath(workspace, resolve(base, file));
}

/** The lines that are shown, each once: one may have fifty thousand findings. */
function* linesOf(diagnostics: readonly Diagnostic[], lineOf: ReturnType<typeof lineReader>): Generator<string> {
  let before: Diagnostic | undefined;
  for (const one of diagnostics) {
    if (one.file !== before?.file || one.line !== before.line) yield lineOf(one.file, one.line) ?? '';
    before = one;
  }
}

/** Lines of files, which are read again for it: only those with findings, one at a time. */
function lineReader(files: readonly PostFile[]): (file: string, line: number) => string | undefined {
  const byName = new Map(files.map((file) => [file.file, file]));
  let current = '';
  let lines: string[] = [];
  return (name, line) => {
    const file = byName.get(name);
    if (file && name !== current) {
      const read = readWhole(file);
      current = name;
      lines = 'text' in read ? read.text.split(/\r?\n/) : [];
    }
    return lines[line - 1];
  };
}
