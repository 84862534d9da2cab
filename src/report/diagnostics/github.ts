/** Diagnostics as annotations of GitHub Actions: workflow commands. */
import type { Diagnostic } from '../../diagnostic.ts';
import { visible } from '../escape.ts';

/**
 * `::error file=…,line=…,col=…::message`, escaped as the toolkit does: `%`, CR and LF everywhere, `:` and `,` in
 * properties too.
 */
export function formatGithub({ file, line, column, endColumn, severity, rule, message, hint }: Diagnostic): string {
  const properties = [
    `file=${escapeProperty(file)}`,
    `line=${line}`,
    `col=${column}`,
    ...(endColumn === undefined ? [] : [`endColumn=${endColumn}`]),
    `title=${escapeProperty(rule)}`,
  ];
  const text = hint === undefined ? message : `${message}\n${hint}`;
  return `::${severity} ${properties.join(',')}::${escapeData(text)}\n`;
}

function escapeData(text: string): string {
  const lines = text.split('\n').map(visible);
  return lines.join('\n').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
