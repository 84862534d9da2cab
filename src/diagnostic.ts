/** Problems as data: faults, which post readers and checks report, and the diagnostics that are printed. */
import type { Level } from './checks/rules/rule.ts';
import { type RuleId, rules } from './checks/rules/rules.ts';

export type { Level, RuleId };

export type Severity = 'error' | 'warning';

/** Where a fault is: a position in the file, or a field whose position is looked up only when needed. */
export type Place = { line: number; column: number; endColumn?: number } | { path: Path; on?: 'key' | 'value' };

/** The path to a value in front matter: keys of mappings and indexes of lists. */
export type Path = readonly (string | number)[];

/** A problem of a post whose position has not been looked up yet. */
export interface Fault {
  rule: RuleId;
  message: string;
  /** What to do. A function is given the source text at the place. */
  hint?: string | ((source: string) => string | undefined);
  place: Place;
  /** Where it differs from the rule’s default: a control character is only a warning in the body. */
  level?: Level;
  /** What `--fix` writes, where only one answer is right. */
  correction?: Correction;
}

/**
 * What to write at a fault’s place: another key, another value, several names instead of one, the value in quotes or without
 * the spaces around it, in quotes all that follows the colon, where YAML does not read it as a value; or nothing, in place of a
 * field.
 */
export type Correction =
  | { key: string }
  | { value: string | boolean }
  | { names: readonly string[] }
  | { quote: true }
  | { trim: true }
  | { quoteRest: true }
  | { remove: true };

/** Replaces a range of a text by `text`. `start` and `end` (exclusive) are in UTF-16 units. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Edits in text order that do not overlap or touch. */
export type Patch = readonly Edit[];

/** How `--fix` fixes a problem. */
export interface Fix {
  /** `put the title in quotes`: true before and after it is done. */
  description: string;
  /** Positions are 1-based and count code points; the end is exclusive. */
  edits: readonly { line: number; column: number; endLine: number; endColumn: number; text: string }[];
}

/** An error or warning with its position: `line`, `column` and `endColumn` (exclusive) are 1-based and count code points. */
export interface Diagnostic {
  /** Relative to the current folder, with `/`. */
  file: string;
  line: number;
  column: number;
  endColumn?: number;
  rule: RuleId;
  severity: Severity;
  message: string;
  hint?: string;
  /** Only where it was requested. */
  fix?: Fix;
}

/** Levels that differ from the defaults. */
export type Levels = Partial<Record<RuleId, Level>>;

/** The severity of a fault, or undefined if its rule is off. */
export function severityOf(fault: Pick<Fault, 'rule' | 'level'>, levels: Levels): Severity | undefined {
  const level = levels[fault.rule] ?? fault.level ?? rules[fault.rule].level;
  if (level === 'off') return undefined;
  return level === 'warn' ? 'warning' : 'error';
}

/** Compares diagnostics by file, line, column and rule, for sorting. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}

/** Compares texts by UTF-16 code units, for sorting: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
