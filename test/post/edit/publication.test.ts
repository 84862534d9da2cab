/** Whatever makes a post a draft, publishing reverses all of it, and unpublishing needs but one sign. */
import { expect, test } from '@jest/globals';
import { dateText, publishText, unpublishText } from '../../../src/post/edit/publication.ts';
import { parseDate } from '../../../src/post/fields/date.ts';
import { type Status, statusOf } from '../../../src/post/post.ts';
import { post, read } from '../../support/diagnose.ts';

const now = Date.UTC(2024, 4, 14);
const head = ['title: A', 'date: 2024-01-01'];

function statusIn(text: string | undefined): Status | undefined {
  const reading = read(text ?? '');
  return reading.post && statusOf(reading.post, now);
}

const drafts: [string[], string[]][] = [
  [['Draft: Yes # mine'], ['Draft: false # mine']],
  [['is_draft: "true"'], ['is_draft: false']],
  [['unpublished: 1'], ['unpublished: false']],
  [["PUBLISHED: 'no'"], ['PUBLISHED: true']],
  [['publish: off'], ['publish: true']],
  [['post_status: pending'], ['post_status: publish']],
  [['Status: WIP'], ['Status: publish']],
  [['visibility: private'], ['visibility: public']],
  [
    ['draft: true', 'status: draft', 'published: false', 'private: on', 'draft_date: x'],
    ['draft: false', 'status: publish', 'published: true', 'private: false', 'draft_date: x'],
  ],
];

test.each(drafts)('%j is published as %j', (before, after) => {
  const text = post(...head, ...before);
  const published = publishText(text, read(text).data ?? {});
  expect(published).toBe(post(...head, ...after));
  expect(statusIn(published)).toBe('published');
});

test.each<[string[], string[]]>([
  [['Draft: no'], ['Draft: true']],
  [['unpublished: 0'], ['unpublished: true']],
  [['Publish: yes'], ['Publish: false']],
  [['status: publish'], ['status: draft']],
  [['visibility: public'], ['visibility: private']],
  [['Draft:'], ['Draft: true']],
  [['draft: [] # mine'], ['draft: true # mine']],
  [['published: 2024-01-01'], ['published: 2024-01-01', 'draft: true']],
  [[], ['draft: true']],
])('%j is a draft again as %j', (before, after) => {
  const text = post(...head, ...before);
  const draft = unpublishText(text, read(text).data ?? {});
  expect(draft).toBe(post(...head, ...after));
  expect(statusIn(draft)).toBe('draft');
});

test('a new date moves the later ones that would hold the post back, and no others', () => {
  const text = post(...head, 'pubDate: 2023-12-31', 'publishDate: 2030-01-01', 'published: 2031-01-01');
  const { keys = {}, data = {} } = read(text);
  const date = parseDate('2024-05-14', 'UTC');
  const dated = date && dateText(text, keys, data, date, 'UTC');
  expect(dated).toBe(
    post('title: A', 'date: 2024-05-14', 'pubDate: 2023-12-31', 'publishDate: 2024-05-14', 'published: 2024-05-14'),
  );
  expect(statusIn(dated)).toBe('published');
});
