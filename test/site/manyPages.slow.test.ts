/** Thousands of posts, each with pages of names. */
import { expect, test } from '@jest/globals';
import { planPages } from '../../src/site/plan/plan.ts';
import { samplePost } from '../support/feedPosts.ts';
import { sampleSite } from '../support/pages.ts';

test('planning takes linear time', async () => {
  const timeOf = async (count: number): Promise<number> => {
    const posts = Array.from({ length: count }, (_, index) =>
      samplePost({
        file: `p${index}.md`,
        path: `p${index}.md`,
        slug: `p${index}`,
        title: `p${index}`,
        tags: [`t${index % 50}`],
        categories: [`c${index % 9}`],
        aliases: [`/old/${index}/`],
      }),
    );
    const site = await sampleSite(posts);
    const times = [1, 2, 3].map(() => {
      const before = process.cpuUsage().user;
      expect(planPages(site).pages.size).toBeGreaterThan(count);
      return process.cpuUsage().user - before;
    });
    return Math.min(...times);
  };
  await timeOf(1000);
  expect((await timeOf(8000)) / (await timeOf(2000))).toBeLessThan(12);
});
