/** The review of a new post before it is written: its path and front matter, which can still be changed. */
import { nameInUse, usedNames } from '../../blog/usedNames.ts';
import { Interrupted } from '../../errors.ts';
import type { DraftFields } from '../../post/draft/draft.ts';
import { parseDate } from '../../post/fields/date.ts';
import { dateHint } from '../../post/fields/dates/dateHint.ts';
import { visible } from '../../report/escape.ts';
import type { Asker } from '../prompt/prompt.ts';
import {
  completeAuthors,
  completeCategories,
  type DraftPlan,
  fileNamer,
  type PromptContext,
  peopleOf,
  slugOf,
} from './ask.ts';
import { askPhotographers } from './authors.ts';
import { distinct } from './categories.ts';
import { holderOf, newPosts } from './file.ts';
import { askNames, askSlug, askSummary, askTitle } from './questions.ts';

type ReviewContext = PromptContext & { asker: Asker };

/**
 * Shows the post with the fields that `fieldsFor` gives it, and lets the user change it until it may be written. Throws
 * Interrupted when the user cancels.
 */
export async function reviewDraft(
  first: DraftPlan,
  fieldsFor: (plan: DraftPlan) => (slug: string) => DraftFields,
  context: ReviewContext,
): Promise<DraftPlan> {
  const { asker, destinations } = context;
  for (let plan = first; ; plan = await change(plan, context)) {
    const { file, text } = newPosts(fieldsFor(plan), { slug: plan.slug, isFixed: false }, destinations).next().value;
    const lines = text.slice(0, text.indexOf('\n---\n') + 4).split('\n');
    await asker.show(['', file, ...lines, ''].map(visible));
    const next = await asker.one('Write this post?', [
      { name: 'Yes, write it', short: 'yes', value: 'write' },
      { name: 'Change something', short: 'change something', value: 'change' },
      { name: 'Cancel without writing it', short: 'cancel', value: 'cancel' },
    ]);
    if (next === 'write') return plan;
    if (next === 'cancel') throw new Interrupted();
  }
}

const changes = {
  title: 'Title',
  slug: 'Slug',
  date: 'Date',
  categories: 'Categories',
  authors: 'Authors',
  photos_by: 'Photographers',
  tags: 'Tags',
  summary: 'Summary',
  nothing: 'Nothing, go back',
} as const;

async function change(plan: DraftPlan, context: ReviewContext): Promise<DraftPlan> {
  const { asker, destinations } = context;
  const { fields, slug, isSlugChosen } = plan;
  const withFields = (changed: Partial<DraftFields>): DraftPlan => ({ ...plan, fields: { ...fields, ...changed } });
  const names = Object.entries(changes) as [keyof typeof changes, string][];
  const choices = names.map(([value, name]) => ({ name, short: name, value }));
  switch (await asker.one('What would you like to change?', choices)) {
    case 'title': {
      const chosen = isSlugChosen ? slug : undefined;
      const title = await askTitle(asker, fileNamer(fields, chosen, destinations), fields.title);
      return { ...withFields({ title }), slug: chosen ?? slugOf(title, fields, destinations) ?? slug };
    }
    case 'slug': {
      const chosen = await askSlug(asker, { text: slug }, (one) => holderOf(one, fields, destinations));
      return { ...plan, slug: chosen, isSlugChosen: true };
    }
    case 'date':
      return withFields({ date: await askDate(fields.date, context) });
    case 'categories':
      return withFields({ categories: await completeCategories(fields.categories, context) });
    case 'authors':
      return withFields({ authors: await completeAuthors(fields.authors, context, true) });
    case 'photos_by':
      return withFields({ photos_by: await askPhotographers(asker, peopleOf(destinations), fields.photos_by) });
    case 'tags': {
      const tags = await askNames(asker, 'Tags, separated by commas:', fields.tags);
      const used = usedNames(destinations.postIndex.entries, 'tag');
      const settled = tags.map((tag) => nameInUse(tag, used) ?? tag);
      return withFields({ tags: distinct(settled, (tag) => tag) });
    }
    case 'summary':
      return withFields({ summary: await askSummary(asker, fields.summary ?? '') });
    case 'nothing':
      return plan;
  }
}

async function askDate(
  present: DraftFields['date'],
  { asker, destinations }: ReviewContext,
): Promise<DraftFields['date']> {
  const read = (answer: string): DraftFields['date'] | undefined =>
    parseDate(answer, destinations.site.config.timeZone);
  const answer = await asker.line('Date:', {
    default: present.text,
    note: () => 'For example 2024-05-14, or with a time: 2024-05-14 09:30. Press Enter to keep the date',
    check: (text) => (read(text) ? undefined : `invalid date; ${dateHint(text)}`),
  });
  return read(answer) ?? present;
}
