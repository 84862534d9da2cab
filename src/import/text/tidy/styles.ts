/** Formatting that a style says, as word processors write it. */

const styles: readonly [name: string, pattern: RegExp][] = [
  ['strong', /(?:^|[;\s])font-weight:\s*(?:bold|[6-9]00)\b/i],
  ['em', /(?:^|[;\s])font-style:\s*italic\b/i],
  ['del', /(?:^|[;\s])text-decoration(?:-line)?:\s*line-through\b/i],
  ['u', /(?:^|[;\s])text-decoration(?:-line)?:\s*underline\b/i],
];

/** The formatting that a style stands for, by the names that the tree gives it. */
export function formatsOfStyle(style: string): string[] {
  return styles.filter(([, pattern]) => pattern.test(style)).map(([name]) => name);
}

/** Whether a style takes back what an element stands for. */
export function isUndone(format: string, style: string): boolean {
  if (style === '') return false;
  if (format === 'strong') return /(?:^|[;\s])font-weight:\s*(?:normal|[1-4]00)\b/i.test(style);
  return format === 'em' && /(?:^|[;\s])font-style:\s*normal\b/i.test(style);
}
