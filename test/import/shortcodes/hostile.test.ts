/** Hostile texts: nothing hangs, nothing overflows, nothing is lost. */
import { expect, test } from '@jest/globals';
import { protectCode } from '../../../src/import/shortcodes/expand.ts';
import { addParagraphs } from '../../../src/import/text/paragraphs.ts';
import { runs, sample, workOf } from '../../support/effort.ts';
import fc from '../../support/fastCheck.ts';
import { expand } from './context.ts';

const many = 100_000;

const texts: [string, string][] = [
  ['brackets', '['.repeat(many)],
  ['brackets and an end', `${'['.repeat(many)}]`],
  ['names without an end', '[gallery '.repeat(many)],
  ['pairs of brackets', '[]'.repeat(many)],
  ['double brackets', '[[caption]'.repeat(many)],
  ['unknown ones', '[a b=1]'.repeat(many)],
  ['unclosed layouts', '[vc_row]'.repeat(many)],
  ['stray ends', '[/vc_row]'.repeat(many)],
  ['tags without an end', '<a '.repeat(many)],
  ['quotes', `<a "'`.repeat(many)],
  ['comments without an end', '<!-- '.repeat(many)],
  ['pre without an end', '<pre>'.repeat(many)],
  ['quoted attributes', `[gallery ${'a="'.repeat(many)}]`],
  ['curly quotes', `[gallery ${'a=“'.repeat(many)}]`],
  ['entities for quotes', `[gallery ${'a=&quot;'.repeat(many)}]`],
  ['spaces', `[gallery ${' '.repeat(many)}x]`],
  ['equals signs', `[x ${'a='.repeat(many)}]`],
  ['words', `[gallery ${'a'.repeat(many)}]`],
  ['spaces in an unknown one', `[x ${' '.repeat(many)}]`],
  ['words in an unknown one', `[x ${'a'.repeat(many)}]`],
  ['URLs', '<p>https://a.test'.repeat(many)],
  ['breaks', `[fusion_checklist]${'<br />'.repeat(many)}x[/fusion_checklist]`],
  ['paragraphs in a caption', `[caption]${'<br />'.repeat(many)}x[/caption]`],
  ['spaces in a caption', `[caption]${'<a '.repeat(many)}x[/caption]`],
  ['galleries', '[gallery]'.repeat(many)],
  ['videos', '[video /]'.repeat(many)],
  ['an image many times', `[gallery ids="${'1,'.repeat(many)}"]`],
  ['spaces before a slash', `<p>${' '.repeat(many)}x</p>[b]`],
];

test.each(sample(texts, 4))('%s', (_name, source) => {
  const work = workOf(() => {
    expect(expand(source).html).toBeDefined();
    expect(protectCode(source).text).toBeDefined();
  });
  expect(work).toBeLessThan(5000);
});

const names = ['vc_row', 'fusion_toggle', 'a', 'fusion_code', 'caption', 'su_quote'];

test.each(sample(names, 3))('[%s] nested 10,000 deep', (name) => {
  const work = workOf(() => {
    const source = `${`[${name} title="t"]`.repeat(10_000)}core${`[/${name}]`.repeat(10_000)}`;
    expect(expand(source).html).toContain('core');
  });
  expect(work).toBeLessThan(5000);
});

test('code that is opened again and again', () => {
  const work = workOf(() => {
    expect(protectCode(`${'[code]'.repeat(many)}[/php]`).text).toContain('[code]');
    expect(protectCode(`${'[[code]'.repeat(many)}[/code]`).text).toContain('data-code-0');
  });
  expect(work).toBeLessThan(5000);
});

test('HTML encoded in itself stops', () => {
  let text = '<b>core</b>';
  for (let level = 0; level < 30; level += 1)
    text = `[fusion_code]${Buffer.from(text).toString('base64')}[/fusion_code]`;
  expect(expand(text).html.length).toBeGreaterThan(0);
});

test('words outside of shortcodes survive in their order', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '[',
      ']',
      '[[',
      '[/',
      '[vc_row]',
      '[/vc_row]',
      '[fusion_toggle title="t"]',
      '[/fusion_toggle]',
      '[x a=1]',
      '[/x]',
      '<p>',
      '</p>',
      '<br />',
      '"',
      '[fusion_title size="2"]',
      '[/fusion_title]',
      '[su_quote]',
      '[/su_quote]',
      '[one_half]',
      '[/one_half]',
    ),
    fc.nat({ max: 999 }).map((number) => ` word${number}w `),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const words = (text: string): string[] => text.match(/word\d+w/g) ?? [];
      expect(words(expand(parts.join('')).html)).toEqual(words(parts.join('')));
    }),
    runs(500),
  );
});

test.each(['[gallery ', '[x '])('a line that begins with %s and has equals signs without an end', (start) => {
  const begun = performance.now();
  expect(addParagraphs(start + 'a="'.repeat(many)).length).toBeGreaterThan(many);
  expect(performance.now() - begun).toBeLessThan(2000);
});
