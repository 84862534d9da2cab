/** Diagnostics as annotations for GitHub Actions, made by workflow commands. */
import type { Diagnostic } from '../../diagnostic.ts';
import { visible } from '../escape.ts';
import { formatCompact } from './compact.ts';

/**
 * `::error file=…,line=…,col=…::message`, escaped as in GitHub’s toolkit: `%`, CR and LF everywhere, `:` and `,` in
 * properties, too; then the compact line for the log, in which nothing must be read as a command: a file may be named
 * `::error`, and `##[…]` is a command anywhere in a line.
 */
export function formatGithub(diagnostic: Diagnostic): string {
  const line = formatCompact(diagnostic).replace(/^\s*::/, ': :');
  return formatAnnotation(diagnostic) + withoutCommands(line);
}

function withoutCommands(line: string): string {
  return line.replaceAll('##[', '# #[');
}

/** The command alone, with a line break: `::error file=…,line=…,col=…::message`. */
export function formatAnnotation({ file, line, column, endColumn, severity, rule, message, hint }: Diagnostic): string {
  const properties = [
    `file=${escapeProperty(file)}`,
    `line=${line}`,
    `col=${column}`,
    ...(endColumn === undefined ? [] : [`endColumn=${endColumn}`]),
    `title=${escapeProperty(rule)}`,
  ];
  const text = hint === undefined ? message : `${message}\n${hint}`;
  return withoutCommands(`::${severity} ${properties.join(',')}::${escapeData(text)}\n`);
}

function escapeData(text: string): string {
  const shown = text.replace(/[^\r\n]+/g, visible);
  return shown.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
