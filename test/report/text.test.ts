/** Escaping, widths, CSV and charts. */
import { describe, expect, test } from '@jest/globals';
import { formatChart } from '../../src/report/chart.ts';
import { csvLine } from '../../src/report/csv.ts';
import { quotedTitle, visible, visibleJson } from '../../src/report/escape.ts';
import { loadMeasure, pad, truncate, wrapMessage } from '../../src/report/width.ts';
import { character } from '../support/anyText.ts';
import fc from '../support/fastCheck.ts';

const anyText = fc.string({ unit: character, maxLength: 40 });

describe('escape', () => {
  test('what a terminal would obey is written out; all else stays', () => {
    expect(visible('a\u001b[31m\u0007\u009b\u202e\u2028\u200d👩‍🔬é')).toBe(
      'a\\u{1b}[31m\\u{7}\\u{9b}\\u{202e}\\u{2028}\u200d👩‍🔬é',
    );
    fc.assert(fc.property(anyText, (text) => !/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(visible(text))));
  });

  test('a title that quotes has single quotation marks in its own', () => {
    expect(quotedTitle('“Beth ddysgon ni”, and "more"')).toBe('“‘Beth ddysgon ni’, and "more"”');
  });

  test('JSON reads back the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = visibleJson(JSON.stringify({ text }, null, 2));
        expect(JSON.parse(json)).toEqual({ text });
        expect(json.replaceAll('\n', '')).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe('csv', () => {
  test.each<[string, string]>([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    [' blank', '" blank"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['=a,b', '"\'=a,b"'],
  ])('%j', (value, expected) => {
    expect(csvLine([value, 'x'])).toBe(`${expected},x\r\n`);
  });

  test('any values are read back by the rules of RFC 4180', () => {
    const safe = anyText.filter((text) => !/^[=+\-@\t\r]/.test(text));
    fc.assert(
      fc.property(fc.array(safe, { minLength: 1, maxLength: 5 }), (values) => {
        expect(parseCsvLine(csvLine(values))).toEqual(values);
      }),
    );
  });
});

/** A plain reading of RFC 4180. */
function parseCsvLine(line: string): string[] {
  const values: string[] = [];
  let rest = line.slice(0, -2);
  for (;;) {
    const match = /^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/s.exec(rest);
    if (!match) throw new Error(`not CSV: ${JSON.stringify(rest)}`);
    values.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    rest = rest.slice(match[0].length);
    if (match[3] === '') return values;
  }
}

describe('width', () => {
  test('a cut text fits, and a padded one is as wide as it should be', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 0, max: 12 }), async (all, width) => {
        const measure = await loadMeasure(all);
        for (const text of all.map(visible)) {
          const cut = truncate(text, width, measure);
          expect(measure(cut)).toBeLessThanOrEqual(Math.max(width, 0));
          if (measure(text) <= width) expect(cut).toBe(text);
          expect(measure(pad(cut, width, measure))).toBe(width);
        }
      }),
    );
  });
});

describe('chart', () => {
  const bars = [
    { label: 'Announcements', count: 40 },
    { label: '学生', count: 3, note: 'similar to “学”' },
    { label: 'none', count: 0 },
  ];

  test.each([true, false])('bars by their share; Unicode: %s', async (unicode) => {
    const measure = await loadMeasure(bars.map(({ label }) => label));
    const lines = formatChart(bars, { width: 60, measure, unicode, paint: (bar) => bar }).split('\n');
    const block = unicode ? '█' : '#';
    expect(lines[0]).toBe(`Announcements  40  ${block.repeat(40)}`);
    expect(lines[1]).toBe(`学生            3  ${unicode ? '███' : '###'}  similar to “学”`);
    expect(lines[2]).toBe('none            0');
  });

  test('a narrow terminal', async () => {
    const measure = await loadMeasure([]);
    const chart = formatChart([{ label: 'a long label of a category', count: 7 }], {
      width: 30,
      measure,
      unicode: true,
      paint: (bar) => bar,
    });
    expect(measure(chart.trimEnd())).toBeLessThanOrEqual(30);
  });
});

describe('messages', () => {
  test.each([
    ['category is not in the config', 20, ['category is not in', 'the config']],
    ['use one of "News and events", "Life"', 20, ['use one of', '"News and events",', '"Life"']],
    ['run blog tags merge tea Tea; if not, add both', 20, ['run blog tags merge tea Tea;', 'if not, add both']],
    ['in quotes, write tags: [a, b, c, d, e] instead', 20, ['in quotes, write', 'tags: [a, b, c, d, e] instead']],
    ['add a line such as a: B (student)', 20, ['add a line such as', 'a: B (student)']],
    ['“my posts/a file.md” not found', 12, ['“my posts/a file.md”', 'not found']],
    ['an “unclosed one is not found', 20, ['an “unclosed one is', 'not found']],
    ['学生与职员 学生与职员', 12, ['学生与职员', '学生与职员']],
  ])('%j in %s columns', async (text, width, rows) => {
    expect(wrapMessage(text, width, await loadMeasure([text]))).toEqual(rows);
  });
});
