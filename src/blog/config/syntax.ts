/** Syntax errors in a config, which has no text below a closing `---`, unlike the post for which they are worded. */
import type { Fault } from '../../diagnostic.ts';

/** The fault in words that suit a config: its hints lead to one that can be read. */
export function inConfigWords(fault: Fault, source: string): Fault {
  const { message, hint } = fault;
  if (!/the \.\.\. line|closing ---|a --- line|body begin/.test(`${message} ${hint}`)) return fault;
  const lines = source.split(/\r?\n/);
  const first = lines.findIndex((line) => !/^\s*(?:#.*)?$/.test(line));
  const row = lines.findIndex((line, index) => index > first && /^(?:---|\.\.\.)\s*$/.test(line));
  if (row !== -1) {
    const end = `a config does not need a closing ${lines[row]?.trim()}`;
    return { ...fault, message: end, hint: 'remove the line', place: { line: row + 1, column: 1 } };
  }
  const comment = 'write “name: value”, or begin the line with # to make it a comment';
  return { ...fault, message: 'line is not a setting', hint: comment };
}
