/** Texts of the block editor: HTML between comments that name the blocks. */
import { withheldBlock, withholdsRest } from '../withheld/blocks.ts';
import { type BlockContext, renderEmptyBlock } from './emptyBlocks.ts';
import { addParagraphs } from './paragraphs.ts';

/** Whether a text was written in the block editor. */
export function hasBlocks(content: string): boolean {
  return content.includes('<!-- wp:');
}

const notPublic = 'that is not public';

/** Why a reusable block cannot stand where it is; undefined if it can. */
function findProblem(
  ref: number,
  reused: string | undefined,
  refs: readonly number[],
  { blocks, length }: { blocks: BlockContext['blocks']; length: number },
): string | undefined {
  if (reused === undefined) return blocks.has(ref) ? notPublic : 'that is not in the export';
  if (refs.includes(ref)) return 'that contains itself';
  return refs.length >= deepest || length + reused.length > longestText ? 'that makes the text too long' : undefined;
}

/** More blocks in one another than anyone makes. */
const deepest = 50;

/** More text than anyone puts together from reusable blocks. */
const longestText = 1_000_000;

/** The HTML of a text without its block comments, reusable blocks in their places. */
export function renderBlocks(content: string, context: BlockContext): string {
  let length = 0;
  const state = { isWalled: false };
  const render = (text: string, refs: readonly number[]): string => {
    length += text.length;
    return renderText(text, context, state, (ref) => {
      const reused = context.blocks.get(ref);
      const problem = findProblem(ref, reused, refs, { blocks: context.blocks, length });
      if (problem === undefined) return render(reused ?? '', [...refs, ref]);
      context.losses.add(problem === notPublic ? 'hidden' : 'block', `reusable block ${ref} ${problem}`);
      return '';
    });
  };
  return render(content, []);
}

const pattern = /^\s*(\/?)wp:([a-z][a-z\d_/-]*)\s*(\{[\s\S]*\})?\s*(\/?)$/;

/** `state` says whether a block has withheld all that is below it. */
function renderText(
  text: string,
  context: BlockContext,
  state: { isWalled: boolean },
  inline: (ref: number) => string,
): string {
  const parts: string[] = [];
  let depth = 0;
  let done = 0;
  /** The depth of a block that WordPress does not show; 0 outside of one. */
  let hidden = 0;
  const addText = (end: number): void => {
    if (end <= done || hidden > 0) return;
    const between = text.slice(done, end);
    // Text outside of all blocks is as in the classic editor, which is a block as well.
    parts.push(depth === 0 && between.trim() !== '' ? addParagraphs(between) : between);
  };
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', start + 4)) {
    const end = text.indexOf('-->', start);
    if (end === -1) break;
    if (!/^\s*\/?wp:/.test(text.slice(start + 4, start + 40))) continue;
    const found = pattern.exec(text.slice(start + 4, end).trimEnd());
    if (!found) continue;
    const [, slash, name = '', json, isEmpty] = found;
    addText(start);
    done = end + 3;
    const isClassic = /^(?:core\/)?freeform$/.test(name);
    if (isEmpty !== '/' && !isClassic && slash === '/') {
      if (depth === hidden) hidden = 0;
      depth = Math.max(0, depth - 1);
      continue;
    }
    const attributes = hidden === 0 ? parseAttributes(json) : {};
    if (hidden === 0 && withholdsRest(name, isEmpty === '/')) {
      context.losses.add('hidden', `text below the block “${name.slice(0, 60)}” left out (not shown to everyone)`);
      state.isWalled = true;
      break;
    }
    const why = hidden === 0 ? withheldBlock(name, attributes) : undefined;
    if (why !== undefined) {
      context.losses.add('hidden', `block “${name.slice(0, 60)}” left out (${why})`);
      if (isEmpty === '/') continue;
      hidden = depth + 1;
    }
    if (isEmpty === '/' && hidden === 0) parts.push(renderEmptyBlock(name, attributes, context, inline));
    if (state.isWalled) break;
    if (isEmpty !== '/' && !isClassic) depth++;
  }
  if (!state.isWalled) addText(text.length);
  return parts.join('');
}

/** The attributes of a block; none where they are broken, as WordPress reads them. */
function parseAttributes(json: string | undefined): Record<string, unknown> {
  if (json === undefined) return {};
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}
