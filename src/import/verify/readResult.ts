/** The HTML of a result → parse5's tree, without parse5: our renderer and sanitiser close and nest every element. */
import { Parser } from 'htmlparser2';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as names } from 'parse5';
import type { HtmlSource } from '../types.ts';

/** The nodes of HTML that is well nested, as the renderer of feeds writes it; a browser's parser takes three times as long. */
export function readResult(html: string): HtmlSource {
  const { appendChild, createDocumentFragment, createElement, insertText } = defaultTreeAdapter;
  const fragment = createDocumentFragment();
  const open: DefaultTreeAdapterTypes.ParentNode[] = [fragment];
  const parser = new Parser({
    onopentag(name, attributes) {
      const attrs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
      const element = createElement(name, names.NS.HTML, attrs);
      appendChild(open.at(-1) ?? fragment, element);
      open.push(element);
    },
    ontext(text) {
      insertText(open.at(-1) ?? fragment, text);
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return { html, nodes: fragment.childNodes };
}
