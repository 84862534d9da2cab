/** Pages of the project’s own sample posts. */
import { expect, test } from '@jest/globals';
import { pageAt, samplePlan } from '../support/pages.ts';

test('a post and the home page are whole pages', async () => {
  const plan = await samplePlan();
  expect(plan.problems).toEqual([]);
  const home = pageAt('/', plan);
  expect(home.text).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
  const post = pageAt('/2024/05/14/accessible-posts/', plan);
  expect(post.text.match(/<h1/g)).toHaveLength(1);
});
