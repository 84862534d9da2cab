/** An independent reader of pages. https://html-validate.org */
import { HtmlValidate } from 'html-validate';
import { renderPage } from '../../src/site/render.ts';
import type { SitePlan } from '../../src/site/site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // The stylesheet comes from the same server as the page, and what an author types is not ours to tidy.
    'require-sri': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // A heading may begin with a digit (HTML, 3.2.6).
    'valid-id': ['error', { relaxed: true }],
  },
});

/** What is wrong with the pages of a plan, each kind of problem once. `every`: only each so many-th page. */
export async function findInvalid(plan: SitePlan, every = 1): Promise<string[]> {
  const found = new Map<string, string>();
  let index = 0;
  for (const page of plan.pages.values()) {
    if (index++ % every !== 0) continue;
    const { type, text } = renderPage(page, plan);
    if (!type.startsWith('text/html')) continue;
    const { results } = await validator.validateString(text, page.path);
    for (const { ruleId, message, line, column } of results.flatMap(({ messages }) => messages)) {
      found.set(`${ruleId}: ${message}`, `${page.path}:${line}:${column}: ${message} (${ruleId})`);
    }
  }
  return [...found.values()];
}
