/** Whether a post has a text. */

/** Elements that show something without any text. */
const media = /<(?:img|picture|svg|iframe|video|audio|object|embed|canvas)\b/i;

/** Whether readers would see nothing of a body: it has no characters but spaces, comments and tags around nothing. */
export function isEmptyBody(body: string): boolean {
  // Nearly every body begins with text.
  if (/^[\s\p{Cf}\p{Cc}]*[^\s\p{Cf}\p{Cc}<&]/u.test(body) || media.test(body)) return false;
  const text = withoutComments(body)
    .replace(/<\/?[a-z][a-z\d-]*(?=[\s/>])[^<>]*>/gi, '')
    .replace(/&(?:nbsp|#160|#xa0);/gi, '');
  return !/[^\s\p{Cf}\p{Cc}]/u.test(text);
}

/** Without a regular expression, which would be quadratic in comments that never end. */
function withoutComments(body: string): string {
  let text = '';
  let at = 0;
  for (let start = body.indexOf('<!--'); start !== -1; start = body.indexOf('<!--', at)) {
    text += body.slice(at, start);
    const end = body.indexOf('-->', start + 4);
    if (end === -1) return text;
    at = end + 3;
  }
  return text + body.slice(at);
}
