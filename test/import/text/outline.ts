/** HTML as a list of what readers see: words, images, rules and line breaks, each with what it stands in. */
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

type HtmlNode = DefaultTreeAdapterMap['childNode'];

const names: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 'del', strike: 'del', tt: 'code' };
const shown =
  /^(?:strong|em|del|code|sub|sup|kbd|u|ins|mark|small|h[1-6]|li|ul|ol|blockquote|pre|td|th|dt|dd|summary|figcaption|a)$/;
const separate = /^(?:p|div|h[1-6]|li|ul|ol|blockquote|pre|td|th|tr|dt|dd|hr|table|section|figure|figcaption|summary)$/;

/** Each word with the elements that it is in, such as `li/strong word`; the text of `pre` line by line. */
export function outline(html: string): string[] {
  const seen: string[] = [];
  let word = '';
  let wordPath = '';
  const end = (): void => {
    if (word !== '') seen.push(`${wordPath} ${word}`);
    word = '';
  };
  const visit = (node: HtmlNode, path: string[], isPre: boolean): void => {
    if ('value' in node) {
      for (const piece of node.value.replace(/\u00a0/g, ' ').split(isPre ? /([ \t]*\n)/ : /([ \t\n\r\f]+)/)) {
        if (piece.trim() === '') {
          if (piece !== '') end();
          continue;
        }
        const own = [...new Set(path)].sort().join('/');
        if (word !== '' && own !== wordPath) {
          end();
          seen.push('+');
        }
        word += isPre ? piece.trimEnd() : piece;
        wordPath = own;
      }
    } else if ('tagName' in node) {
      const tag = names[node.tagName] ?? node.tagName;
      if (separate.test(tag) || tag === 'br' || tag === 'img') end();
      const attribute = (name: string): string => node.attrs.find((one) => one.name === name)?.value.trim() ?? '';
      if (tag === 'img')
        seen.push(
          `${[...new Set(path)].sort().join('/')} IMG ${attribute('src')} ${attribute('alt').replace(/\s+/g, ' ')}`,
        );
      if (tag === 'hr') seen.push('HR');
      if (tag === 'br') seen.push('BR');
      const name =
        tag === 'a' ? (isPlain(node, attribute('href')) ? '' : `a(${attribute('href')})`) : shown.test(tag) ? tag : '';
      const inner = name === '' || (tag === 'code' && path.includes('pre')) ? path : [...path, name];
      for (const child of node.childNodes) visit(child, inner, isPre || tag === 'pre');
      if (separate.test(tag)) end();
    }
  };
  for (const node of parseFragment(html, { scriptingEnabled: false }).childNodes) visit(node, [], false);
  end();
  return seen;
}

/** Whether a link leads nowhere, or only shows its own URL, as bare URLs do. */
function isPlain({ childNodes: [child] }: DefaultTreeAdapterMap['element'], href: string): boolean {
  return href === '' || (child !== undefined && 'value' in child && child.value === href);
}

/** Only the words, in order. */
export function words(html: string): string[] {
  return outline(html)
    .filter((one) => /^\S* \S/.test(one) && !one.includes(' IMG '))
    .map((one) => one.replace(/^\S* /, ''));
}
