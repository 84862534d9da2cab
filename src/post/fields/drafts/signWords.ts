/** A quick look for signs of a draft in a text: nearly every post has none but its own fields. */

const signWords = ['draft', 'publi', 'status', 'visib', 'private'];

/** Whether a text has such a word in any case. Searching for each is several times as fast as a regular expression. */
export function mentionsSign(text: string): boolean {
  return includesSign(text.toLowerCase());
}

function includesSign(lower: string): boolean {
  for (const word of signWords) if (lower.includes(word)) return true;
  return false;
}

/** Whether YAML has such a word where it may be a key: a quarter of all posts speak of drafts or of what is public in texts. */
export function mayHaveSign(yaml: string): boolean {
  const lower = yaml.toLowerCase();
  if (!includesSign(lower)) return false;
  // An escape may be any sign; these keys make a draft, too.
  if (/\\|unlisted|eleventyexclude|(?:^|\n)[ \t]*\?[ \t\r\n]/.test(lower)) return true;
  // The rest of a key, and what closes its quotation. What it passes over is not searched again.
  const rest = /[\p{L}\p{M}\d_-]*["'“”‘’\s]*/uy;
  for (const word of signWords) {
    for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, rest.lastIndex)) {
      rest.lastIndex = at + word.length;
      rest.test(lower);
      if (':：='.includes(lower[rest.lastIndex] ?? ' ')) return true;
    }
  }
  return false;
}
