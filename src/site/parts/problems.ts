/** What is wrong with a post, beside it in a preview. */
import type { Diagnostic } from '../../diagnostic.ts';
import { type Html, html, type Value } from '../html/html.ts';

/** The problems of a post, each leading to its place in the text, if there is one. */
export function problemList(problems: readonly Diagnostic[], content?: Html): Value {
  if (problems.length === 0) return false;
  const lines = [...(content?.html ?? '').matchAll(/ id="line-(\d+)"/g)].map(([, line]) => Number(line));
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return html`<aside class="problems" lang="en" dir="ltr" aria-label="Problems">
<h2>${count}</h2>
<ul>
${problems.map(({ file, line, column, severity, message, hint, rule }) => {
  const place = `${file}:${line}:${column}`;
  const block = lines.findLast((one) => one <= line);
  return html`<li class="${severity}"><a href="#${block === undefined ? 'main' : `line-${block}`}">${place}</a>
<strong>${severity}:</strong> ${message} <code>${rule}</code>${
    hint !== undefined &&
    html`
<br>${hint}`
  }</li>
`;
})}</ul>
</aside>
`;
}
