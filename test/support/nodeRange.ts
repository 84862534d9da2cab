/** The Node that packages ask for. */

/** The oldest that runs `blog`. */
export const oldestNode = '20.19';

/** Whether a version is in a range as packages write it in `engines`: `^20.17.0 || >=22.9.0`. */
export function satisfies(version: string, range: string): boolean {
  return range.split('||').some((part) =>
    part
      .replace(/(>=|\^)\s+/g, '$1')
      .split(/\s+/)
      .every((one) => isWithin(version, one)),
  );
}

/** Whether a version is in one comparison: `>=12`, `^20.17.0`, `14`, `6.*` or `*`. */
function isWithin(version: string, comparison: string): boolean {
  const [, sign = '', asked = ''] = /^(>=|\^|)v?([\d.*]*)$/.exec(comparison) ?? [undefined, 'unknown'];
  if (sign === 'unknown') throw new Error(`cannot read the range ${comparison}`);
  const [have, want] = [version, asked].map((one) =>
    one
      .split('.')
      .filter((part) => /^\d+$/.test(part))
      .map(Number),
  ) as [number[], number[]];
  const isSame = want.every((part, index) => part === have[index]);
  if (sign === '' || isSame) return isSame;
  if (sign === '^' && want[0] !== have[0]) return false;
  const differing = want.findIndex((part, index) => part !== have[index]);
  return (have[differing] ?? 0) > (want[differing] ?? 0);
}
