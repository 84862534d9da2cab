/** The tags of safe HTML, which the sanitiser or the Markdown parser has written: `<` and `>` begin and end nothing else. */

export interface Tag {
  name: string;
  isEnd: boolean;
  /** As written, with references such as `&amp;`. */
  attributes: Map<string, string>;
}

const tag = /<(\/?)([a-z][a-z0-9]*)((?: [^<>]*)?)>/g;
const attribute = / ([a-z-]+)(?:="([^"]*)")?/g;

/** The HTML with each tag replaced by what `change` makes of it. `rest` gives the HTML after the tag. */
export function changeTags(html: string, change: (tag: Tag, rest: () => string) => string): string {
  return html.replace(tag, (whole: string, slash: string, name: string, written: string, at: number) => {
    const attributes = new Map<string, string>();
    if (written !== '') for (const [, key = '', value = ''] of written.matchAll(attribute)) attributes.set(key, value);
    return change({ name, isEnd: slash !== '', attributes }, () => html.slice(at + whole.length));
  });
}

/** A tag as HTML. */
export function writeTag({ name, isEnd, attributes }: Tag): string {
  if (isEnd) return `</${name}>`;
  let text = `<${name}`;
  for (const [key, value] of attributes) text += value === '' && !isText(key) ? ` ${key}` : ` ${key}="${value}"`;
  return `${text}>`;
}

/** Whether an attribute may be an empty text, in place of one that is true by being there. */
function isText(name: string): boolean {
  return name === 'alt' || name === 'title' || name === 'href' || name === 'value' || name === 'label';
}
