/** The HTML of a result → parse5's tree, without parse5: our renderer and sanitiser close and nest every element. */
import { Parser } from 'htmlparser2';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as names } from 'parse5';
import type { HtmlSource } from '../types.ts';

/** The nodes of HTML that is well nested, as the renderer of feeds writes it; a browser's parser takes three times as long. */
export function readResult(html: string): HtmlSource {
  const { appendChild, createDocumentFragment, createElement, insertText } = defaultTreeAdapter;
  const fragment = createDocumentFragment();
  let open: DefaultTreeAdapterTypes.ParentNode = fragment;
  const outer: DefaultTreeAdapterTypes.ParentNode[] = [];
  let attributes: DefaultTreeAdapterTypes.Element['attrs'] = [];
  const parser = new Parser({
    onopentagname(name) {
      attributes = [];
      const element = createElement(name, names.NS.HTML, attributes);
      appendChild(open, element);
      outer.push(open);
      open = element;
    },
    onattribute(name, value) {
      attributes.push({ name, value });
    },
    ontext(text) {
      insertText(open, text);
    },
    onclosetag() {
      open = outer.pop() ?? fragment;
    },
  });
  parser.end(html);
  return { html, nodes: fragment.childNodes };
}
