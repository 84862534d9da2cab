/** The stylesheet: its size, its contrasts, and the page of the documentation about it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { previewStylesheet, stylesheet } from '../../src/site/files/stylesheet.ts';
import { project } from '../support/pages.ts';

const css = stylesheet + previewStylesheet;
const [light = '', dark = ''] = [/^:root\{[^}]*\}/gm, /^@media \(prefers-color-scheme:dark\)\{:root\{[^}]*\}/gm].map(
  (rule) => (css.match(rule) ?? []).join(''),
);

const colours = (rules: string): Map<string, string> =>
  new Map([...rules.matchAll(/--([a-z-]+):(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]));

/** WCAG 2.2, “relative luminance”. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

test('is at most 4 kB', () => {
  expect(Buffer.byteLength(stylesheet)).toBeLessThanOrEqual(4000);
});

test('asks for no other file', () => {
  expect(css).not.toMatch(/url\(|@import|@font-face/);
});

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('in the %s', (_, palette) => {
  const of = (name: string): string => palette.get(name) ?? 'none';

  // WCAG 2.2: 1.4.3 asks for 4.5 in text, 1.4.11 for 3 in what is not.
  test.each([
    ['text', 'background', 7],
    ['text', 'surface', 7],
    ['muted', 'background', 4.5],
    ['muted', 'surface', 4.5],
    ['link', 'background', 4.5],
    ['link', 'surface', 4.5],
    ['notice-text', 'notice', 7],
    ['accent', 'background', 3],
    ['accent', 'surface', 3],
    ['line', 'background', 3],
  ])('%s stands out from %s', (one, other, least) => {
    expect(contrast(of(one), of(other))).toBeGreaterThanOrEqual(least);
  });

  test('every colour has a value', () => {
    const used = new Set([...css.matchAll(/var\(--([a-z-]+)\)/g)].map(([, name]) => name));
    const others = ['width', 'font', 'heading-font', 'code-font'];
    expect([...used].filter((name) => !palette.has(name ?? '') && !others.includes(name ?? ''))).toEqual([]);
  });
});

test('docs/pages.md lists every variable', () => {
  const guide = readFileSync(join(project, 'docs/pages.md'), 'utf8');
  const names = new Set([...stylesheet.matchAll(/--[a-z-]+(?=:)/g)].map(([name]) => name));
  expect([...names].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
