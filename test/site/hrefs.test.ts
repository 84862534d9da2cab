import { expect, test } from '@jest/globals';
import { createHrefs } from '../../src/site/plan/urls.ts';

const hrefOf = createHrefs('https://org.example');

test.each([
  ['https://org.example', '/'],
  ['https://org.example/a/', '/a/'],
  ['https://org.example/?q', '/?q'],
  ['https://org.example.evil.example/a', 'https://org.example.evil.example/a'],
  ['https://org.example:8080/a', 'https://org.example:8080/a'],
  // `//evil.example/a` would be on another site.
  ['https://org.example//evil.example/a', 'https://org.example//evil.example/a'],
  ['https://org.example/\\evil.example/a', 'https://org.example/\\evil.example/a'],
])('a link to %s is %s', (url, href) => {
  expect(hrefOf(url)).toBe(href);
});

test('a site whose path begins with two slashes has no link to another host', () => {
  expect(createHrefs('https://org.example//blog')('https://org.example//blog/a/')).toBe('https://org.example//blog/a/');
});
