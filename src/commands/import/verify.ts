/** The HTML that feeds have for imported posts, to check them by. */
import { closeHtml } from '../../feed/html/closeHtml.ts';
import { makeSafe } from '../../feed/html/sanitise.ts';
import { dropInvisible } from '../../post/markdown/htmlText.ts';
import { createMarkdown } from '../../post/markdown/markdown.ts';
import { rewriteUrls } from '../../post/markdown/rewriteUrls.ts';

/** Returns a function that renders the body of a post as feeds do, with its URLs as they are written. */
export function createRenderer(): (body: string) => string {
  const markdown = createMarkdown();
  const keep = (url: string): string => url;
  return (body) => {
    const source = dropInvisible(body);
    const text = markdown.parse(source);
    if (/<[a-z/!?]/i.test(source)) closeHtml(text.tokens, keep);
    const { rawHtml } = rewriteUrls(text.tokens, keep);
    const html = markdown.render(text);
    return rawHtml ? makeSafe(html, keep, /^fn(?:ref)?-/) : html;
  };
}
