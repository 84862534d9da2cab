/** Elements of a page that readers do not see, or see twice. */
import { whyHidden } from '../../../post/markdown/safeHtml.ts';
import { attributeOf, hasClass } from './attributes.ts';
import type { HtmlElement } from './parse.ts';

/** What is lost with an element that is not shown; undefined for all others. */
export function findUnshown(element: HtmlElement): readonly [kind: string, what: string] | undefined {
  if (element.attrs.length === 0) return undefined;
  if (repeatsLink(element)) {
    return [
      'layout',
      element.tagName === 'a' ? 'button beside the link to a file' : 'view of a file beside the link to it',
    ];
  }
  const why = whyHidden(element.tagName, attributeMap(element.attrs));
  return why === undefined ? undefined : ['hidden', `<${element.tagName}> left out (${why})`];
}

/** Whether an element of the block for files leads where the name of the file beside it leads. */
function repeatsLink(element: HtmlElement): boolean {
  if (!hasClass(element, own)) return false;
  const url = attributeOf(element, element.tagName === 'a' ? 'href' : 'data');
  const siblings = element.parentNode?.childNodes ?? [];
  return siblings.some(
    (one) => 'tagName' in one && one.tagName === 'a' && !hasClass(one, own) && attributeOf(one, 'href') === url,
  );
}

const own = /^wp-block-file__(?:button|embed)$/;

function attributeMap(attributes: readonly { name: string; value: string }[]): Map<string, string> {
  return new Map(attributes.map(({ name, value }) => [name, value]));
}
