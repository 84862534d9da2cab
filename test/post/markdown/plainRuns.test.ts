/** Runs of plain text end where they do for markdown-it's own rule. */
import { expect, test } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs';
import { usePlainRuns } from '../../../src/post/markdown/plainRuns.ts';

const theirs = new MarkdownIt();
const ours = new MarkdownIt();
usePlainRuns(ours);

/** Every character of Latin-1, and some others. */
const characters = [...Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)), 'ā', '李', '🎉', '\u2028'];

test('each character alone, between letters and in a link ends a run or does not', () => {
  for (const character of characters) {
    const text = `a${character}b ${character} [c${character}d](/e "f") *g${character}*\n\n${character}`;
    const runs = (parser: MarkdownIt) =>
      parser.parse(text, {}).map(({ type, content, children }) => [type, content, children]);
    expect(runs(ours)).toEqual(runs(theirs));
    // A rule of another markdown-it that ends elsewhere takes other steps to the same tokens.
    expect(steps(ours, text)).toEqual(steps(theirs, text));
  }
});

/** Where the parser's rules for inline text begin. */
function steps(parser: MarkdownIt, text: string): number[] {
  const places: number[] = [];
  const note: RuleInline = (state) => {
    places.push(state.pos);
    return false;
  };
  parser.inline.ruler.before('text', 'note', note);
  parser.renderInline(text);
  parser.inline.ruler.disable('note');
  return places;
}
