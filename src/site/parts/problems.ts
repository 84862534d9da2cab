/** What is wrong with posts, in a preview. */
import type { Diagnostic } from '../../diagnostic.ts';
import { type Html, html, type Value } from '../html/html.ts';
import type { Extras } from '../site.ts';

const notes = {
  fields: 'Until the front matter is fixed, this page shows the title, the date and the other fields as they were.',
  post: 'Until this is fixed, this page shows the post as it was.',
} as const;

/** The problems of one file, each leading to its place in the text, if there is one. */
export function problemList(problems: readonly Diagnostic[], content?: Html, old?: Extras['old']): Value {
  const [first] = problems;
  if (first === undefined) return false;
  const lines = [...(content?.html ?? '').matchAll(/ id="line-(\d+)"/g)].map(([, line]) => Number(line));
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return html`<aside class="problems" lang="en" dir="ltr" aria-label="Problems">
<h2>${count}</h2>
<p>${first.file}</p>
${
  old &&
  html`<p>${notes[old]}</p>
`
}<ul>
${problems.map(({ line, severity, message, hint, rule }) => {
  const block = Math.max(...lines.filter((one) => one <= line));
  return html`<li class="${severity}"><a href="#${Number.isFinite(block) ? `line-${block}` : 'main'}">Line ${line}</a>
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

const shownAtMost = 20;

/** Links to the problems of posts that lists cannot show. */
export function brokenPosts(broken: NonNullable<Extras['broken']>): Value {
  if (broken.length === 0) return false;
  const more = broken.length - shownAtMost;
  const what = broken.length === 1 ? '1 post is invalid and cannot' : `${broken.length} posts are invalid and cannot`;
  const links = broken
    .slice(0, shownAtMost)
    .map(({ file, href }, index) => html`${index > 0 && ', '}<a href="${href}">${file}</a>`);
  return html`<p class="notice" lang="en" dir="ltr">${what} be shown: ${links}${more > 0 && `, and ${more} more`}</p>
`;
}
