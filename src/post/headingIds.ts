/** The ids of headings, as GitHub makes them: links to a part of a text work in both places. */

/** Returns a function that makes the id of the next heading with this text; empty for a text without letters. `taken` are other ids. */
export function createHeadingIds(taken: Iterable<string> = []): (text: string) => string {
  const used = new Map([...taken].map((id) => [id, 0]));
  return (text) => {
    const slug = headingSlug(text);
    if (slug === '') return '';
    let id = slug;
    let count = used.get(slug) ?? 0;
    while (used.has(id)) id = `${slug}-${++count}`;
    used.set(slug, count);
    used.set(id, used.get(id) ?? 0);
    return id;
  };
}

/** The text in lower case, without punctuation, and with a hyphen for each space. */
function headingSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Ids of other parts of a page, which an author’s own anchor must not have. */
export const pageIds: readonly string[] = ['main', 'left-out'];

/** An id that an author may give an anchor: no space, and of no part of a page of ours, such as a footnote. */
export const plainId = new RegExp(
  `^(?!(?:fn|fnref|line)-)(?!(?:${pageIds.join('|')})$)[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.:+~,-]{0,99}$`,
  'u',
);
