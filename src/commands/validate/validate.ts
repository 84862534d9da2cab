/** `blog validate`: reports every problem of every post, with its position. */
import { Option } from 'commander';
import { isRule } from '../../checks/rules/rules.ts';
import type { Diagnostic, Levels } from '../../diagnostic.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { InvalidConfig } from '../../files/config.ts';
import type { readWhole } from '../../files/read.ts';
import { findTexts } from '../../files/site/texts.ts';
import { toDiagnostics } from '../../post/frontmatter/locate.ts';
import type { PostReading } from '../../post/post.ts';
import {
  type DiagnosticSummary,
  formatCount,
  formatSummary,
  plural,
  summarize,
} from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import { type Context, type DefineCommand, printHint } from '../context.ts';
import { formatOption, jsonOption, readFormat, wholeNumber } from '../options.ts';
import { findSitePosts, openSite, printLanguagesNote, type SiteContext } from '../site.ts';
import { checkFolder, withPages } from './check.ts';
import { printCounts, unknownKeys } from './counts.ts';
import { fixFinder, fixPosts } from './fix.ts';
import { chooseFiles } from './paths.ts';
import { annotateConfig, type ReportFormat, reportFormats, reportProblems } from './report.ts';
import { listRules, printExplanation, unknownRule } from './rules.ts';

interface ValidateOptions {
  format?: ReportFormat;
  json?: boolean;
  strict?: boolean;
  maxWarnings?: number;
  rule?: Levels;
  fix?: boolean;
  dryRun?: boolean;
  listRules?: boolean;
  explain?: string;
}

/** What rules alone cannot be combined with. */
const onlyChecks = ['fix', 'dryRun', 'strict', 'maxWarnings', 'format', 'json'];

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
    .addOption(formatOption(reportFormats, 'pretty on a terminal, else compact'))
    .addOption(jsonOption())
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
  const format = readFormat(options) ?? (context.shell.stdout.width === undefined ? 'compact' : 'pretty');
  const opened = await openToCheck(format, context);
  const levels = { ...opened.config.rules, ...options.rule };
  const site = { ...opened, config: { ...opened.config, rules: levels } };
  const files = findSitePosts(site);
  const pages = findTexts(site.folder);
  const wanted = chooseFiles(paths, pages.length > 0 ? [...files, ...pages] : files, site, context);
  const posts = new Map(wanted);
  for (const { file } of pages) posts.delete(file);
  const check = (readText?: typeof readWhole): PostReading[] => checkFolder(site, files, readText);
  const { readings: found, status } = options.fix
    ? await fixPosts({ files: posts, check, levels, dryRun: options.dryRun === true, site }, context)
    : { readings: check(), status: ExitCode.done };
  const readings = withPages(found, pages, site, files);
  // Finding fixes takes time, and only these formats show them.
  const showsFixes = format === 'json' || format === 'pretty';
  const diagnose = ({ file: name, source, faults }: PostReading): Diagnostic[] => {
    const file = wanted.get(name);
    if (!file || faults.length === 0) return [];
    return toDiagnostics(name, source, faults, levels, showsFixes && posts.has(name) ? fixFinder(file) : undefined);
  };
  // The output of a dry run is the diff, which `git apply` reads.
  const printed = options.dryRun ? undefined : format;
  const summarise = (all: readonly Diagnostic[]): DiagnosticSummary =>
    summarize(posts.size, wanted.size - posts.size, all);
  const diagnostics = await reportProblems(readings, diagnose, printed, wanted, summarise, site);
  printLanguagesNote(files, site);
  if (printed === 'pretty') await printCounts(diagnostics, unknownKeys(readings, wanted), site);
  const summary = summarise(diagnostics);
  printHint(formatSummary(summary), context);
  const fixable = diagnostics.filter(({ fix }) => fix).length;
  if (format === 'pretty' && fixable > 0)
    printHint(`${plural(fixable, 'problem')} can be fixed automatically: blog validate --fix`, context);
  return Math.max(status, statusOf(summary, options, context));
}

/** Opens the site. On GitHub, the problems of an invalid config are annotations, besides the message of the error. */
async function openToCheck(format: ReportFormat, context: Context): Promise<SiteContext> {
  try {
    return await openSite(context);
  } catch (error) {
    if (format === 'github' && error instanceof InvalidConfig) annotateConfig(error, context);
    throw error;
  }
}

function statusOf({ errors, warnings }: DiagnosticSummary, options: ValidateOptions, context: Context): number {
  if (errors > 0) return ExitCode.found;
  const allowed = options.strict ? 0 : options.maxWarnings;
  if (allowed === undefined || warnings <= allowed) return ExitCode.done;
  printHint(`too many warnings: ${formatCount(warnings)} (maximum: ${formatCount(allowed)})`, context);
  return ExitCode.found;
}
