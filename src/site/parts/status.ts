/** What only a preview shows: that readers do not see a post yet, or no longer. */
import { publicFrom, type StatusFields, statusOf } from '../../post/post.ts';
import { type Html, html, type Value } from '../html/html.ts';
import type { View } from '../view.ts';

/** A mark beside the title of a post that is not public; nothing in a build, where there is none. */
export function statusMark(view: View, post: StatusFields): Value {
  const status = explainStatus(view, post);
  return status !== undefined && html` <span class="status" lang="en">${status.mark}</span>`;
}

/** The same in a sentence, above the post or page. */
export function statusBanner(view: View, post: StatusFields, noun: 'post' | 'page' = 'post'): Html | false {
  const status = explainStatus(view, post, noun);
  return (
    status !== undefined &&
    html`<p class="notice" lang="en"><strong>${status.name}.</strong> ${status.meaning}</p>
`
  );
}

function explainStatus(
  { plan }: View,
  post: StatusFields,
  noun = 'post',
): { name: string; mark: string; meaning: string } | undefined {
  const { now, mode } = plan.site;
  const status = mode === 'build' ? 'published' : statusOf(post, now);
  if (status === 'published') return undefined;
  if (status === 'draft') return { name: 'Draft', mark: 'draft', meaning: `Readers do not see this ${noun}.` };
  if (status === 'pending') {
    return { name: 'Pending review', mark: 'pending review', meaning: `Readers do not see this ${noun}.` };
  }
  if (status === 'scheduled') {
    const from = plan.formatDate(publicFrom(post), 'en-GB');
    return { name: 'Scheduled', mark: `readers see it from ${from}`, meaning: `Readers see it from ${from}.` };
  }
  const on = post.expires ? plan.formatDate(post.expires, 'en-GB') : '';
  return { name: 'Expired', mark: `expired on ${on}`, meaning: `It expired on ${on}: readers no longer see it.` };
}
