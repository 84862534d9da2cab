/** Whether the signs of emphasis act where they stand. CommonMark 0.31.2, 6.2. */
import type { Token } from './tokens.ts';

const signs: Readonly<Record<string, string>> = { strong: '**', em: '*', del: '~~' };

/** The sign that opens and closes an element in Markdown; undefined if it is written in another way. */
export function signOf(token: Token | undefined): string | undefined {
  if (token?.type !== 'open' && token?.type !== 'close') return undefined;
  return token.pair.isHtml ? undefined : signs[token.pair.tag];
}

const mostRounds = 4;

/** Marks the elements whose signs would not act, so that they are written with tags. `lineBreak` is how a break is written. */
export function settleSigns(tokens: readonly Token[], lineBreak: string): void {
  if (!tokens.some((token) => signOf(token) !== undefined)) return;
  // A tag is another neighbour for the signs beside it.
  for (let round = 0; round < mostRounds; round++) if (!findSilent(tokens, lineBreak)) return;
  for (const token of tokens) if (signOf(token) !== undefined && 'pair' in token) token.pair.isHtml = true;
}

/** Whether there were elements whose signs would not act: they are marked. */
function findSilent(tokens: readonly Token[], lineBreak: string): boolean {
  let found = false;
  let depth = 0;
  for (let start = 0; start < tokens.length; ) {
    const sign = signOf(tokens[start])?.[0];
    let end = start + 1;
    if (sign !== undefined) {
      while (signOf(tokens[end])?.[0] === sign) end++;
      const run = tokens.slice(start, end);
      const isOpening = tokens[start]?.type === 'open';
      const [before, after] = [edgeOf(tokens[start - 1], false, lineBreak), edgeOf(tokens[end], true, lineBreak)];
      if (!canAct(run, before, after, sign === '*' && depth > 0)) {
        for (const token of run) if ('pair' in token) token.pair.isHtml = true;
        found = true;
      }
      if (sign === '*') depth += isOpening ? run.length : -run.length;
    }
    start = end;
  }
  return found;
}

/** Whether a run of signs opens, or closes, what it should; within others it must not be able to close these. */
function canAct(run: readonly Token[], before: string, after: string, isInside: boolean): boolean {
  const [first] = run;
  if (!run.every(({ type }) => type === first?.type) || (signOf(first) === '~~' && run.length > 1)) return false;
  if (first?.type === 'close') return flanks(after, before);
  return flanks(before, after) && !(isInside && flanks(after, before));
}

/** Whether a sign belongs to the character on its inner side. */
function flanks(outer: string, inner: string): boolean {
  if (isSpace(inner)) return false;
  return !isPunctuation(inner) || isSpace(outer) || isPunctuation(outer);
}

function isSpace(character: string): boolean {
  return character === '' || /\s/.test(character);
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}

/** The first or the last character of a token as it is written. */
function edgeOf(token: Token | undefined, isFirst: boolean, lineBreak: string): string {
  if (token === undefined) return '';
  if (token.type === 'break') return (isFirst ? lineBreak[0] : lineBreak.at(-1)) ?? '';
  if (token.type === 'code') return '`';
  if ('value' in token) {
    const [first = ''] = token.value;
    return isFirst ? first : (/.$/su.exec(token.value.slice(-2))?.[0] ?? '');
  }
  const sign = signOf(token);
  if (sign !== undefined) return sign[0] ?? '';
  if (token.pair.isHtml) return isFirst ? '<' : '>';
  if (token.type === 'open') return '[';
  return isFirst ? ']' : ')';
}
