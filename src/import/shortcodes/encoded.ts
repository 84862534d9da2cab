/** HTML that layout builders keep encoded. */

/** The text of base64; undefined if it is none, or no text. */
export function decodeBase64(content: string): string | undefined {
  const code = content.replace(/<[^<>]*>|\s+/g, '');
  if (code === '' || code.length % 4 === 1 || !/^[A-Za-z\d+/]+={0,2}$/.test(code)) return undefined;
  const bytes = Buffer.from(code, 'base64');
  const text = bytes.toString('utf8');
  // Words of four letters are base64, too, but what comes out is no text.
  return text.includes('\ufffd') || /[\u0000-\u0008\u000e-\u001f]/.test(text) ? undefined : text;
}

/** Percent-encoded text; what is not well-formed stays. */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (codes) => {
    const bytes = Buffer.from(codes.replaceAll('%', ''), 'hex');
    const decoded = bytes.toString('utf8');
    return decoded.includes('\ufffd') ? codes : decoded;
  });
}
