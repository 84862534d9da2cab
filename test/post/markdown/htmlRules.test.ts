import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import type MarkdownIt from 'markdown-it';
import { createMarkdown } from '../../../src/post/markdown/markdown.ts';
import { runs } from '../../support/effort.ts';
import fc from '../../support/fastCheck.ts';

const load = createRequire(import.meta.url);

test('but for what is escaped otherwise, HTML is what the parser would write by itself', () => {
  const Parser: typeof MarkdownIt = load('markdown-it');
  const plain = new Parser({ html: true });
  Object.assign(plain, { validateLink: () => true, normalizeLink: (url: string) => url });
  const markdown = createMarkdown();
  const words = [
    'a',
    ' ',
    '\n',
    '\n\n',
    '```',
    '~~~ ',
    '    ',
    '`',
    '*',
    '[',
    '](b "',
    '")',
    '![',
    '<b>',
    '&amp;',
    '&quot;',
    '"',
    '7. ',
    '- ',
    '|',
    '|-:|',
    '\\',
    'c\u00a0d',
    'é',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 20 }), (parts) => {
      const body = parts.join('');
      expect(markdown.render(markdown.parse(body))).toBe(plain.render(body));
    }),
    runs(200),
  );
});
