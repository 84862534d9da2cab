/** Prints the problems of posts as they are found, in each format of `blog validate`. */
import { resolve } from 'node:path';
import { compareDiagnostics, type Diagnostic } from '../../diagnostic.ts';
import { OutputClosed } from '../../errors.ts';
import type { InvalidConfig } from '../../files/config.ts';
import { realPath } from '../../files/outside.ts';
import { isInside, type PostFile, printedPath } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import type { PostReading } from '../../post/post.ts';
import { formatCompact } from '../../report/diagnostics/compact.ts';
import { formatAnnotation, formatGithub } from '../../report/diagnostics/github.ts';
import { formatPretty } from '../../report/diagnostics/pretty.ts';
import type { DiagnosticSummary } from '../../report/diagnostics/summary.ts';
import { formatJson } from '../../report/json.ts';
import { loadStyle } from '../../report/style.ts';
import { loadMeasure } from '../../report/width.ts';
import type { Shell } from '../../shell.ts';
import { type Context, colorOf } from '../context.ts';
import { printEach, printPieces } from '../output.ts';
import type { SiteContext } from '../site.ts';

export const reportFormats = ['pretty', 'compact', 'json', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/**
 * Prints the problems of each post as soon as they are worked out, and returns them all, sorted by file and place: the
 * readings are sorted by file. Without a format it prints nothing. A closed pipe, as in `blog validate | head`, ends only the
 * printing, since the exit status tells of all problems.
 */
export async function reportProblems(
  readings: readonly PostReading[],
  diagnose: (reading: PostReading) => Diagnostic[],
  format: ReportFormat | undefined,
  files: ReadonlyMap<string, PostFile>,
  summarise: (diagnostics: readonly Diagnostic[]) => DiagnosticSummary,
  site: SiteContext,
): Promise<Diagnostic[]> {
  const all: Diagnostic[] = [];
  const found = problemsOf(readings, diagnose, all, site);
  try {
    // Hides its end from the loop that prints it: the rest is still to be worked out.
    const open: Iterable<Diagnostic> = { [Symbol.iterator]: () => ({ next: () => found.next() }) };
    if (format !== undefined) await print(open, () => summarise(all), format, files, site);
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
  }
  while (!found.next().done);
  return all;
}

function* problemsOf(
  readings: readonly PostReading[],
  diagnose: (reading: PostReading) => Diagnostic[],
  all: Diagnostic[],
  { progress }: SiteContext,
): Generator<Diagnostic> {
  for (const [index, reading] of readings.entries()) {
    progress?.(index, readings.length);
    for (const one of diagnose(reading).sort(compareDiagnostics)) {
      all.push(one);
      yield one;
    }
  }
  progress?.(1, 1);
}

async function print(
  diagnostics: Iterable<Diagnostic>,
  summarise: () => DiagnosticSummary,
  format: ReportFormat,
  files: ReadonlyMap<string, PostFile>,
  site: SiteContext,
): Promise<void> {
  const { stdout, env } = site.shell;
  const out: Shell['out'] = (text, kind) => {
    site.progress?.(1, 1);
    site.shell.out(text, kind);
  };
  const output = { out, stdout };
  if (format === 'json') return printPieces(formatJson(diagnostics, summarise), output, 'json');
  if (format === 'compact') return printEach(diagnostics, formatCompact, output);
  if (format === 'github') {
    const inRepository = repositoryPath(site, env['GITHUB_WORKSPACE']);
    return printEach(diagnostics, (one) => formatGithub({ ...one, file: inRepository(one.file) }), output, 'exact');
  }
  const options = {
    style: await loadStyle(colorOf('stdout', site)),
    // Any post may have a line that is not ASCII.
    measure: await loadMeasure(['“']),
    width: stdout.width ?? 100,
    isWrapped: stdout.width !== undefined,
    lineOf: lineReader(files),
  };
  printEach(diagnostics, (one) => formatPretty(one, options), output);
}

/** Prints the problems of an invalid config as annotations for GitHub, besides the message of its error. */
export function annotateConfig({ diagnostics }: InvalidConfig, { shell, globals }: Context): void {
  const base = resolve(shell.cwd, globals.dir ?? '');
  const inRepository = repositoryPath({ base }, shell.env['GITHUB_WORKSPACE']);
  const annotations = diagnostics.map((one) =>
    formatAnnotation({ ...one, severity: 'error', file: inRepository(one.file) }),
  );
  shell.out(annotations.join(''), 'exact');
}

/** Makes paths relative to the root of the repository, where GitHub expects them, wherever the blog is in it. */
function repositoryPath({ base }: Pick<SiteContext, 'base'>, workspace: string | undefined): (file: string) => string {
  if (!workspace) return (file) => file;
  // The folder of a runner may be a link, which the current folder never is.
  const [top, folder] = [realPath(workspace), realPath(base)];
  return (file) => (isInside(top, folder) ? printedPath(top, resolve(folder, file)) : file);
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
