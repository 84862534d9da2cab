/** Text in the HTML that an import writes for itself. */

/** Text as HTML, safe in a quoted attribute, too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');
}
