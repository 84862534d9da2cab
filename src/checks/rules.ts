/** All rules, with what `--list-rules`, `--explain` and docs/rules.md say of each. */
import type { RuleId } from '../diagnostic.ts';
import { bodyRules } from './rules/body.ts';
import type { RuleDoc } from './rules/doc.ts';
import { fieldRules } from './rules/fields.ts';
import { fileRules } from './rules/file.ts';
import { partnershipRules } from './rules/partnership.ts';
import { acrossPostsRules } from './rules/together.ts';

/** By id, in the order in which they are listed. Their levels are in diagnostic.ts. */
export const rules: Readonly<Record<RuleId, RuleDoc>> = {
  ...fileRules,
  ...fieldRules,
  ...acrossPostsRules,
  ...bodyRules,
  ...partnershipRules,
};
