/** URLs, titles and alt texts as Markdown. */

/** The URL of a link or an image. */
export function escapeUrl(url: string): string {
  const encoded = url
    .trim()
    .replace(/[\s<>\\|"`\0-\x1f]/g, (character) => encodeURIComponent(character))
    .replace(/&(?=#?\w{1,40};)/g, '\\&');
  return hasBalancedParentheses(encoded) ? encoded : encoded.replace(/[()]/g, '\\$&');
}

function hasBalancedParentheses(url: string): boolean {
  let depth = 0;
  for (const [sign] of url.matchAll(/[()]/g)) {
    depth += sign === '(' ? 1 : -1;
    // Parsers count 32 levels at most.
    if (depth < 0 || depth > 20) return false;
  }
  return depth === 0;
}

/** The title of a link or an image, in quotes. */
export function escapeTitle(title: string): string {
  return `"${escapeSigns(title.replace(/\s+/g, ' ').trim(), /["\\|]/g)}"`;
}

/** An alt text, which is read as Markdown. */
export function escapeAlt(alt: string): string {
  // An underscore within a word, as in a file name, is no emphasis.
  const signs = /[[\]\\`*~<|{^]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
  return escapeSigns(alt.replace(/\s+/g, ' ').trim(), signs);
}

function escapeSigns(text: string, signs: RegExp): string {
  return text.replace(signs, '\\$&').replace(/&(?=#?\w{1,40};)/g, '\\&');
}
