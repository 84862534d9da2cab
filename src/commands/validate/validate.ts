/** `blog validate`: reports every problem of every post, with its position. */
import { resolve } from 'node:path';
import { Option } from 'commander';
import { isRule } from '../../checks/rules/rules.ts';
import { compareDiagnostics, type Diagnostic, type Levels } from '../../diagnostic.ts';
import { ExitCode, OutputClosed, UserError } from '../../errors.ts';
import { isInside, type PostFile, printedPath } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import { toDiagnostics } from '../../post/frontmatter/locate.ts';
import type { PostReading } from '../../post/post.ts';
import { formatCompact } from '../../report/diagnostics/compact.ts';
import { formatGithub } from '../../report/diagnostics/github.ts';
import { formatPretty } from '../../report/diagnostics/pretty.ts';
import {
  type DiagnosticSummary,
  formatCount,
  formatSummary,
  plural,
  summarize,
} from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import { formatJson } from '../../report/json.ts';
import { loadStyle } from '../../report/style.ts';
import { loadMeasure } from '../../report/width.ts';
import { type Context, colorOf, type DefineCommand, printHint } from '../context.ts';
import { wholeNumber } from '../options.ts';
import { printEach, printPieces } from '../output.ts';
import { findSitePosts, openSite, printLanguagesNote, type SiteContext } from '../site.ts';
import { checkFolder } from './check.ts';
import { printCounts } from './counts.ts';
import { fixFinder, fixPosts } from './fix.ts';
import { chooseFiles } from './paths.ts';
import { listRules, printExplanation, unknownRule } from './rules.ts';

const formats = ['pretty', 'compact', 'json', 'github'] as const;
type Format = (typeof formats)[number];

interface ValidateOptions {
  format?: Format;
  strict?: boolean;
  maxWarnings?: number;
  rule?: Levels;
  fix?: boolean;
  dryRun?: boolean;
  listRules?: boolean;
  explain?: string;
}

/** What rules alone cannot be combined with. */
const onlyChecks = ['fix', 'dryRun', 'strict', 'maxWarnings', 'format'];

const examples = `
Examples:
  blog validate --strict --rule summary-missing=off
  blog validate --explain image-alt-poor`;

/** Defines `blog validate`. */
export const defineValidate: DefineCommand = (command, context, done) => {
  command
    .argument('[paths...]', 'posts or folders to check, compared with all other posts (default: all)')
    .optionsGroup('Severity:')
    .option('--rule <id=level>', 'set a rule to off, warn or error (repeatable)', readLevel)
    .option('--strict', 'treat warnings as errors')
    .option('--max-warnings <number>', 'fail if there are more than this many warnings', wholeNumber)
    .optionsGroup('Fixes:')
    .option('--fix', 'fix problems that have only one possible fix')
    .option('--dry-run', 'with --fix: print the changes as a diff, write nothing; exit 1 if any')
    .optionsGroup('Output:')
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(formats)
        .default(undefined, 'pretty on a terminal, else compact'),
    )
    .addOption(new Option('--list-rules', 'list all rules with their levels').conflicts([...onlyChecks, 'explain']))
    .addOption(new Option('--explain <rule>', 'explain a rule, with examples').conflicts(onlyChecks))
    .addHelpText('after', examples)
    .action(async (paths: string[], options: ValidateOptions) => done(await runValidate(paths, options, context())));
};

function readLevel(value: string, before: Levels | undefined): Levels {
  const [rule = '', level = ''] = value.split(/=(.*)/s);
  if (!isRule(rule)) throw new UserError(unknownRule(rule));
  if (level !== 'off' && level !== 'warn' && level !== 'error') {
    throw new UserError(`invalid level for --rule: “${visible(value)}”; use ${rule}=off, =warn or =error`);
  }
  return { ...before, [rule]: level };
}

async function runValidate(paths: readonly string[], options: ValidateOptions, context: Context): Promise<number> {
  if ((options.listRules || options.explain !== undefined) && paths.length > 0) {
    throw new UserError(`--${options.listRules ? 'list-rules' : 'explain'} takes no paths`);
  }
  if (options.listRules) return listRules(options.rule ?? {}, context);
  if (options.explain !== undefined) return printExplanation(options.explain, options.rule ?? {}, context);
  if (options.dryRun && !options.fix) throw new UserError('--dry-run requires --fix');
  const opened = await openSite(context);
  const levels = { ...opened.config.rules, ...options.rule };
  const site = { ...opened, config: { ...opened.config, rules: levels } };
  const files = findSitePosts(site);
  const wanted = chooseFiles(paths, files, site, context);
  const check = (readText?: typeof readWhole): PostReading[] => checkFolder(site, files, readText);
  const { readings, status } = options.fix
    ? await fixPosts({ files: wanted, check, levels, dryRun: options.dryRun === true, site }, context)
    : { readings: check(), status: ExitCode.done };
  const format = options.format ?? (context.shell.stdout.width === undefined ? 'compact' : 'pretty');
  // Finding fixes takes time, and only these formats show them.
  const showsFixes = format === 'json' || format === 'pretty';
  const diagnose = ({ file: name, source, faults }: PostReading): Diagnostic[] => {
    const file = wanted.get(name);
    return file ? toDiagnostics(name, source, faults, levels, showsFixes ? fixFinder(file) : undefined) : [];
  };
  const diagnostics = readings.flatMap(diagnose).sort(compareDiagnostics);
  const summary = summarize(wanted.size, diagnostics);
  try {
    // The output of a dry run is the diff, which `git apply` reads.
    if (!options.dryRun) await print(diagnostics, summary, format, wanted, site, context);
  } catch (error) {
    // As in `blog validate | head`; the exit code still tells of errors.
    if (!(error instanceof OutputClosed)) throw error;
  }
  printLanguagesNote(files, site);
  if (format === 'pretty' && !options.dryRun) await printCounts(diagnostics, context);
  printHint(formatSummary(summary), context);
  const fixable = diagnostics.filter(({ fix }) => fix).length;
  if (format === 'pretty' && fixable > 0)
    printHint(`${plural(fixable, 'problem')} can be fixed automatically: blog validate --fix`, context);
  return Math.max(status, statusOf(summary, options, context));
}

function statusOf({ errors, warnings }: DiagnosticSummary, options: ValidateOptions, context: Context): number {
  if (errors > 0) return ExitCode.found;
  const allowed = options.strict ? 0 : options.maxWarnings;
  if (allowed === undefined || warnings <= allowed) return ExitCode.done;
  printHint(`too many warnings: ${formatCount(warnings)} (maximum: ${formatCount(allowed)})`, context);
  return ExitCode.found;
}

async function print(
  diagnostics: readonly Diagnostic[],
  summary: DiagnosticSummary,
  format: Format,
  files: ReadonlyMap<string, PostFile>,
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

/** Makes paths relative to the root of the repository, where GitHub expects them, wherever the blog is in it. */
function repositoryPath({ base }: SiteContext, workspace: string | undefined): (file: string) => string {
  if (!workspace || !isInside(workspace, base)) return (file) => file;
  return (file) => printedPath(workspace, resolve(base, file));
}

/** The lines that are shown, each once: one may have fifty thousand problems. */
function* linesOf(diagnostics: readonly Diagnostic[], lineOf: ReturnType<typeof lineReader>): Generator<string> {
  let before: Diagnostic | undefined;
  for (const one of diagnostics) {
    if (one.file !== before?.file || one.line !== before.line) yield lineOf(one.file, one.line) ?? '';
    before = one;
  }
}

/** Reads lines of files again, so that no text has to be kept: only of those with problems, one file at a time. */
function lineReader(files: ReadonlyMap<string, PostFile>): (file: string, line: number) => string | undefined {
  let current = '';
  let lines: string[] = [];
  return (name, line) => {
    const file = files.get(name);
    if (file && name !== current) {
      const read = readWhole(file);
      current = name;
      lines = 'text' in read ? read.text.split(/\r?\n/) : [];
    }
    return lines[line - 1];
  };
}
