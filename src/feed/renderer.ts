/** What renders the texts of posts, loaded as late as possible. */
import { createMarkdown, type Markdown } from '../post/markdown/markdown.ts';
import type { Renderer } from './content.ts';

/** A Markdown parser that is loaded for the first text: a feed of summaries may need none. */
function lazyMarkdown(): Markdown {
  let made: Markdown | undefined;
  const markdown = (): Markdown => {
    made ??= createMarkdown();
    return made;
  };
  return { parse: (body, place) => markdown().parse(body, place), render: (text) => markdown().render(text) };
}

/**
 * The HTML sanitiser takes longer to load than the newest posts take to render, so it is loaded only for posts with markup.
 * `unexpected` makes the error for a post that has some after all.
 */
export async function createRenderer(hasMarkup: boolean, unexpected?: () => Error): Promise<Renderer> {
  const markdown = lazyMarkdown();
  const refuse = (): never => {
    throw unexpected?.() ?? new Error('text with markup');
  };
  if (!hasMarkup) return { markdown, closeHtml: refuse, makeSafe: refuse, findDanger: refuse };
  const { closeHtml } = await import('./html/closeHtml.ts');
  const { makeSafe } = await import('./html/sanitise.ts');
  const { findDanger } = await import('./html/danger.ts');
  return { markdown, closeHtml, makeSafe, findDanger };
}
