/** The review of a new post before it is written: its path and front matter, which can still be changed. */
import { nameInUse, usedNames } from '../../blog/usedNames.ts';
import { Interrupted } from '../../errors.ts';
import type { DraftFields } from '../../post/draft/draft.ts';
import { visible } from '../../report/escape.ts';
import { readDateOption, typedDateProblem } from '../dates.ts';
import type { Asker } from '../prompt/prompt.ts';
import { type DraftPlan, fileOfTitle, type PromptContext, slugOf } from './ask.ts';
import { askAuthors, askPhotographers } from './authors.ts';
import { askCategories, distinct } from './categories.ts';
import { newPosts, placeOf } from './file.ts';
import { askNames, splitCategories } from './names.ts';
import { askSlug, askSummary, askTitle } from './questions.ts';

type ReviewContext = PromptContext & { asker: Asker };

/** Shows the post that `fieldsFor` makes, which the user may change. Throws Interrupted when the user cancels. */
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

async function change(plan: DraftPlan, context: ReviewContext): Promise<DraftPlan> {
  const { asker, destinations } = context;
  const { fields, slug, isSlugChosen } = plan;
  const withFields = (changed: Partial<DraftFields>): DraftPlan => ({ ...plan, fields: { ...fields, ...changed } });
  const changeTitle = async (): Promise<DraftPlan> => {
    const chosen = isSlugChosen ? slug : undefined;
    const title = await askTitle(asker, (one) => fileOfTitle(one, chosen, fields, destinations), fields.title);
    return { ...withFields({ title }), slug: chosen ?? slugOf(title, fields, destinations) ?? slug };
  };
  const changeSlug = async (): Promise<DraftPlan> => {
    const chosen = await askSlug(asker, { text: slug }, (one) => placeOf(one, fields, destinations).holder);
    return { ...plan, slug: chosen, isSlugChosen: true };
  };
  const askTags = async (): Promise<string[]> => {
    const used = usedNames(destinations.postIndex.entries, 'tag');
    const question = { present: fields.tags, split: splitCategories(used) };
    const tags = await askNames(asker, 'Tags, separated by commas:', question);
    return distinct(tags.map((tag) => nameInUse(tag, used) ?? tag));
  };
  const changes: [string, () => Promise<DraftPlan>][] = [
    ['Title', changeTitle],
    ['Slug', changeSlug],
    ['Date', async () => withFields({ date: await askDate(fields.date, context) })],
    ['Categories', async () => withFields({ categories: await askCategories(asker, destinations, fields.categories) })],
    ['Authors', async () => withFields({ authors: await askAuthors(asker, context, fields.authors) })],
    [
      'Photographers',
      async () => withFields({ photos_by: await askPhotographers(asker, destinations, fields.photos_by) }),
    ],
    ['Tags', async () => withFields({ tags: await askTags() })],
    ['Summary', async () => withFields({ summary: await askSummary(asker, fields.summary ?? '') })],
    ['Nothing, go back', async () => plan],
  ];
  const choices = changes.map(([name, value]) => ({ name, short: name, value }));
  return (await asker.one('What would you like to change?', choices))();
}

async function askDate(
  present: DraftFields['date'],
  { asker, destinations }: ReviewContext,
): Promise<DraftFields['date']> {
  const { config, now } = destinations.site;
  const answer = await asker.line('Date:', {
    default: present.text,
    note: () => 'For example 2024-05-14, 14 May 2024 or tomorrow at 9am. Press Enter to keep the date',
    check: (text) => typedDateProblem(text, now, config.timeZone),
  });
  return answer === present.text ? present : readDateOption(answer, now, config.timeZone);
}
