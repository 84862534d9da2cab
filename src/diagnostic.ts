/** Faults, diagnostics and their severities. Spec section 5. */

export type Severity = 'error' | 'warning';

/** What a config or `--rule` can set a rule to. */
export type Level = 'off' | 'warn' | 'error';

/** Every rule with the level it has when nothing else is said. */
export const defaultLevels = {
  // file
  encoding: 'error',
  'control-character': 'error',
  'front-matter-missing': 'error',
  'front-matter-unclosed': 'error',
  'front-matter-syntax': 'error',
  'front-matter-language': 'error',
  'front-matter-too-large': 'error',
  'not-a-file': 'error',
  'too-large': 'error',
  // fields
  'title-missing': 'error',
  'date-missing': 'error',
  'field-type': 'error',
  'field-unknown': 'warn',
  'date-invalid': 'error',
  'id-invalid': 'error',
  'slug-invalid': 'error',
  'lang-invalid': 'error',
  'date-filename-mismatch': 'warn',
  'date-future': 'warn',
  'updated-before-date': 'warn',
  'category-comma': 'warn',
  'comment-in-text': 'warn',
  'blanks-around': 'warn',
  'title-too-long': 'warn',
  'summary-too-long': 'warn',
  'authors-missing': 'warn',
  'summary-missing': 'warn',
  'categories-missing': 'warn',
  'id-missing': 'off',
  // across posts
  'id-duplicate': 'error',
  'url-duplicate': 'error',
  'category-unknown': 'error',
  'category-near-duplicate': 'warn',
  'author-near-duplicate': 'warn',
  // body
  'image-alt-missing': 'warn',
  'image-alt-poor': 'warn',
  'image-file-missing': 'error',
  'link-broken': 'error',
  'link-text-poor': 'warn',
  'heading-order': 'warn',
  'heading-title': 'warn',
  'html-dropped': 'warn',
  'template-code': 'warn',
  'placeholder-text': 'error',
  // partnership
  'byline-mismatch': 'warn',
  'photo-credit-missing': 'warn',
  'photo-consent-pending': 'warn',
  'student-author-missing': 'off',
  'staff-author-missing': 'off',
  'role-missing': 'off',
  'photo-consent-missing': 'off',
} as const satisfies Record<string, Level>;

export type RuleId = keyof typeof defaultLevels;

/** Where a fault is: a spot in the file, or a field whose spot is looked up only when somebody asks. */
export type Place = { line: number; column: number; endColumn?: number } | { path: Path; on?: 'key' | 'value' };

/** The way to a value in front matter: keys of mappings, indexes of lists. */
export type Path = readonly (string | number)[];

/** Something wrong with a post, before its place is worked out. */
export interface Fault {
  rule: RuleId;
  message: string;
  /** What to do. A function is given the text at the place, as written. */
  hint?: string | ((source: string) => string | undefined);
  place: Place;
  /** When it differs from the rule's default: a control character is an error above the body and a warning in it. */
  level?: Level;
  /** What was surely meant, where there is one right answer: `--fix` writes it. */
  correction?: Correction;
}

/**
 * What stands at a fault's place becomes this: the name of the field, its value, its value as text in quotes or
 * without the blanks around it, or as text what stands behind its colon and is no value to YAML.
 */
export type Correction =
  | { key: string }
  | { value: string | boolean }
  | { quote: true }
  | { trim: true }
  | { quoteRest: true };

/** A change of a text: what stands from `start` to `end` (UTF-16 units, the end exclusive) becomes `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Edits in the order of the text; none touches another. */
export type Patch = readonly Edit[];

/** An edit as tools outside are told it: places are 1-based and count code points, the end is exclusive. */
export interface PlacedEdit {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  text: string;
}

/** How `--fix` mends a finding. */
export interface Fix {
  /** `put the title in quotes`: said before it is done, and after. */
  description: string;
  edits: readonly PlacedEdit[];
}

/** A finding as data: `line`, `column` and `endColumn` (exclusive) are 1-based and count code points. */
export interface Diagnostic {
  /** With `/`, relative to where the command runs. */
  file: string;
  line: number;
  column: number;
  endColumn?: number;
  rule: RuleId;
  severity: Severity;
  message: string;
  hint?: string;
  /** Only where it was asked for. */
  fix?: Fix;
}

/** Levels that differ from the defaults. */
export type Levels = Partial<Record<RuleId, Level>>;

/** The severity of a fault, or undefined where its rule is off. */
export function severityOf(fault: Pick<Fault, 'rule' | 'level'>, levels: Levels): Severity | undefined {
  const level = levels[fault.rule] ?? fault.level ?? defaultLevels[fault.rule];
  if (level === 'off') return undefined;
  return level === 'warn' ? 'warning' : 'error';
}

/** Whether a text names a rule. */
export function isRule(text: string): text is RuleId {
  return Object.hasOwn(defaultLevels, text);
}

/** The order in which diagnostics are shown: file, line, column, rule. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}

/** Orders texts by their UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
