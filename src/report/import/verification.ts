/** What `blog import` says of the check of its own result. */
import type { Verification } from '../../import/verify/check.ts';
import { formatCount, plural } from '../diagnostics/summary.ts';

/** The figures of the check, and a line for each post that is not as it was; nothing without a check. */
export function formatVerification(verification: Verification | null): { figures: string[]; lines: string[] } {
  if (verification === null || verification.posts === 0) return { figures: [], lines: [] };
  const { posts, identical, sameText, different, differences, faults } = verification;
  const figures = [
    `${formatCount(identical)} identical in text and structure`,
    ...(sameText > 0 ? [`${formatCount(sameText)} in text only`] : []),
    ...(different > 0 ? [`${formatCount(different)} with other words`] : []),
  ].join(', ');
  const lines = [
    ...faults.map(({ file, message }) => `  ${file}: error: ${message}`),
    ...differences.map(({ file, differences: [first, ...others] }) => {
      const more = others.length > 0 ? ` (and ${formatCount(others.length)} more)` : '';
      return `  ${file}: ${first?.kind}: ${first?.what}${more}`;
    }),
  ];
  return { figures: [`Read back ${plural(posts, 'post')}: ${figures}${lines.length > 0 ? ':' : ''}`], lines };
}
