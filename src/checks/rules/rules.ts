/**
 * All rules, in the order in which they are listed: the one place for a rule’s id, default level and page. It imports
 * nothing, because what reads a post reports problems by rule as well.
 */
import { acrossPostsRules } from './acrossPosts.ts';
import { bodyRules } from './body.ts';
import { fieldRules } from './fields.ts';
import { fileRules } from './file.ts';
import { partnershipRules } from './partnership.ts';
import type { Level, Rule } from './rule.ts';

/** The rules by the heading of their group in docs/rules.md. */
export const ruleGroups: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  'The file': fileRules,
  Fields: fieldRules,
  'Across posts': acrossPostsRules,
  'The body': bodyRules,
  Partnership: partnershipRules,
};

const table = { ...fileRules, ...fieldRules, ...acrossPostsRules, ...bodyRules, ...partnershipRules };

export type RuleId = keyof typeof table;

/** The ids of all rules. */
export const ruleIds = Object.keys(table) as readonly RuleId[];

/** The rules by id, each with its default level. */
export const rules = Object.fromEntries(ruleIds.map((id) => [id, { level: 'warn', ...table[id] }])) as Readonly<
  Record<RuleId, Rule & { level: Level }>
>;

/** Whether a text is the id of a rule. */
export function isRule(text: string): text is RuleId {
  return Object.hasOwn(rules, text);
}
