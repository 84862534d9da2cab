/** The last look before a new post is written: its path and front matter, and what may still be changed. */
import { spellingInUse, usedNames } from '../../blog/usedNames.ts';
import { Interrupted } from '../../errors.ts';
import type { Answers } from '../../post/draft/draft.ts';
import { parseDate } from '../../post/fields/date.ts';
import { dateHint } from '../../post/fields/dateHint.ts';
import { visible } from '../../report/escape.ts';
import type { Asker } from '../prompt/prompt.ts';
import {
  type Complete,
  completeAuthors,
  completeCategories,
  fileNamer,
  type PromptContext,
  peopleOf,
  slugOf,
} from './ask.ts';
import { askPhotographers } from './authors.ts';
import { distinct } from './categories.ts';
import { holderOf, writeDraft } from './file.ts';
import { askNames, askSlug, askSummary, askTitle } from './questions.ts';

/** Shows the post, as `answersFor` makes it, and lets it be changed until it may be written. Throws Interrupted. */
export async function reviewDraft(
  first: Complete,
  answersFor: (known: Complete['known']) => (slug: string) => Answers,
  promptContext: PromptContext & { asker: Asker },
): Promise<Complete> {
  const { asker, destinations } = promptContext;
  for (let complete = first; ; complete = await change(complete, promptContext)) {
    const { file, text } = writeDraft(
      answersFor(complete.known),
      { slug: complete.slug, fixed: false },
      destinations,
      undefined,
    );
    const lines = text.slice(0, text.indexOf('\n---\n') + 4).split('\n');
    await asker.show(['', file, ...lines, ''].map(visible));
    const next = await asker.one('Write this post?', [
      { name: 'yes, write it', short: 'yes', value: 'write' },
      { name: 'change something', short: 'change something', value: 'change' },
      { name: 'cancel, and write nothing', short: 'cancel', value: 'cancel' },
    ]);
    if (next === 'write') return complete;
    if (next === 'cancel') throw new Interrupted();
  }
}

const changes = {
  title: 'the title',
  slug: 'the short name in its address',
  date: 'the date',
  categories: 'the categories',
  authors: 'the authors',
  photos_by: 'who took the photographs',
  tags: 'the tags',
  summary: 'the summary',
  nothing: 'nothing after all',
} as const;

async function change(complete: Complete, promptContext: PromptContext & { asker: Asker }): Promise<Complete> {
  const { asker, destinations, postIndex } = promptContext;
  const { known, slug } = complete;
  const withKnown = (more: Partial<Complete['known']>): Complete => ({ ...complete, known: { ...known, ...more } });
  const names = Object.entries(changes) as [keyof typeof changes, string][];
  const what = await asker.one(
    'What is to be changed?',
    names.map(([value, name]) => ({ name, short: name, value })),
  );
  switch (what) {
    case 'title': {
      const namer = fileNamer(
        { ...known, categories: [...known.categories], ...(complete.chosen && { slug }) },
        destinations,
      );
      const title = await askTitle(asker, namer, known.title);
      const made = complete.chosen ? slug : slugOf(title, known, destinations);
      return { ...withKnown({ title }), slug: made ?? slug };
    }
    case 'slug':
      return {
        ...complete,
        slug: await askSlug(asker, { text: slug }, (one) => holderOf(one, known, destinations)),
        chosen: true,
      };
    case 'date':
      return withKnown({ date: await askDate(known.date, promptContext) });
    case 'categories':
      return withKnown({ categories: await completeCategories(known.categories, promptContext) });
    case 'authors':
      return withKnown({ authors: await completeAuthors(known.authors, promptContext, true) });
    case 'photos_by':
      return withKnown({ photos_by: await askPhotographers(asker, peopleOf(promptContext), known.photos_by) });
    case 'tags': {
      const tags = await askNames(asker, 'Tags, with commas between them:', known.tags);
      const used = usedNames(postIndex.entries, 'tag');
      const settled = tags.map((tag) => spellingInUse(tag, used) ?? tag);
      return withKnown({ tags: distinct(settled, (tag) => tag) });
    }
    case 'summary':
      return withKnown({ summary: await askSummary(asker, known.summary ?? '') });
    case 'nothing':
      return complete;
  }
}

async function askDate(
  present: Answers['date'],
  { asker, destinations }: PromptContext & { asker: Asker },
): Promise<Answers['date']> {
  const read = (answer: string): Answers['date'] | undefined => parseDate(answer, destinations.site.config.timeZone);
  const answer = await asker.line('Date:', {
    default: present.text,
    note: () => 'Like 2024-05-14, or with a time: 2024-05-14 09:30. Enter leaves it as it is.',
    check: (text) => (read(text) ? undefined : `Please: ${dateHint(text)}.`),
  });
  return read(answer) ?? present;
}
