/** What changes by itself next, for the readers of a site and for those who see everything. */
import { describe, expect, test } from '@jest/globals';
import { type PostDate, parseDate } from '../../src/post/fields/date.ts';
import { type StatusFields, statusOf } from '../../src/post/post.ts';
import { nextChange } from '../../src/site/nextChange.ts';

const dateOf = (text: string): PostDate => parseDate(text, 'UTC') as PostDate;
const now = dateOf('2024-06-01').instant;

const entry = (date: string, expires?: string, more: Partial<StatusFields> = {}) => ({
  post: { title: 'A', draft: false, date: dateOf(date), ...(expires && { expires: dateOf(expires) }), ...more },
});

const ofAll = (posts: ReturnType<typeof entry>[], mode: 'build' | 'preview'): string | undefined => {
  const next = nextChange(posts, now, mode);
  return next && `${next.date.text} ${next.what}`;
};

describe('of one post', () => {
  test.each([
    ['published', entry('2024-05-01'), undefined, undefined],
    ['scheduled', entry('2024-07-01'), '2024-07-01 is published', '2024-07-01 is published'],
    [
      'held back',
      entry('2024-05-01', undefined, { heldUntil: dateOf('2024-08-01') }),
      '2024-08-01 is published',
      '2024-08-01 is published',
    ],
    ['published, expires', entry('2024-05-01', '2024-07-01'), '2024-07-01 expires', '2024-07-01 expires'],
    [
      'scheduled, expires later',
      entry('2024-07-01', '2024-08-01'),
      '2024-07-01 is published',
      '2024-07-01 is published',
    ],
    ['scheduled, expires before its date', entry('2024-08-01', '2024-07-01'), undefined, '2024-07-01 expires'],
    ['scheduled, expires on its date', entry('2024-07-01', '2024-07-01'), undefined, '2024-07-01 expires'],
    ['expired before its date', entry('2024-08-01', '2024-05-01'), undefined, undefined],
    ['draft', entry('2024-07-01', '2024-08-01', { draft: true }), undefined, undefined],
  ])('%s', (_, post, build, preview) => {
    expect([ofAll([post], 'build'), ofAll([post], 'preview')]).toEqual([build, preview]);
    // Not a millisecond earlier or later.
    const next = nextChange([post], now, 'preview');
    if (next) {
      expect(statusOf(post.post, next.date.instant - 1)).toBe(statusOf(post.post, now));
      expect(statusOf(post.post, next.date.instant)).not.toBe(statusOf(post.post, now));
    }
  });
});

test('of several the first, and of those at one moment the first in order', () => {
  const named = (title: string, date: string) => ({ post: { ...entry(date).post, title } });
  const next = nextChange(
    [named('Late', '2024-09-01'), named('One', '2024-07-01'), named('Two', '2024-07-01')],
    now,
    'build',
  );
  expect(next?.title).toBe('One');
});
