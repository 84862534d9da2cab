/** What an author hid is in no feed. */
import { describe, expect, test } from '@jest/globals';
import { samplePost, writeFeed } from '../support/feedPosts.ts';

const feedOf = (body: string): string => writeFeed([samplePost({ body: `Before.\n\n${body}\n\nAfter.` })]);

describe('what an author hid is left out, and nothing else', () => {
  test.each([
    '<div hidden>SECRET</div>',
    '<div hidden="until-found">SECRET</div>',
    '<div hidden>\n\nSECRET **SECRET** [SECRET](https://secret.example.org)\n\n</div>',
    '<div hidden><div>SECRET</div>SECRET</div>',
    '<div hidden>\n<div>\n\nSECRET\n\n</div>\n\nSECRET\n\n</div>',
    '<p style="display:none">SECRET</p>',
    '<p style="display:none">SECRET<p>Shown.</p>',
    '<p STYLE="color: red; Display : None !important">SECRET</p>',
    '<p style="visibility:hidden">SECRET</p>',
    '<dialog>SECRET</dialog>',
    '<dialog>\n\n# SECRET\n\n</dialog>',
    'A <span hidden>SECRET *SECRET*</span> word',
    'A <b hidden><b>SECRET</b>SECRET</b> word',
    '- A\n- <div hidden>\n\n  SECRET\n\n  </div>\n- B',
    '<table><tr><td hidden>SECRET</td><td>Shown</td></tr></table>',
    '<iframe hidden src="https://secret.example.org">SECRET</iframe>',
    '<img hidden src="https://secret.example.org" alt="SECRET">',
    'A <img style="display: none" src="https://secret.example.org" alt="SECRET"> word',
    '<video hidden src="https://secret.example.org">SECRET</video>',
    '<details hidden><summary>SECRET</summary>SECRET</details>',
    'A {::comment}SECRET{:/comment} word',
    'A {::comment}SECRET{:/} word',
    '{::comment}\nSECRET\n\nSECRET\n{:/comment}',
    '- {::comment}\n  SECRET\n  {:/comment}\n- B',
    'A %%SECRET%% word',
    '%% SECRET %%',
    '%%\nSECRET\n\nSECRET\n%%',
    '> %%\n> SECRET\n> %%',
  ])('%j', (body) => {
    const feed = feedOf(body);
    expect(feed).not.toMatch(/secret/i);
    expect(feed).toContain('Before.');
    expect(feed).toContain('After.');
    if (body.includes('word')) expect(feed).toContain(' word');
    if (body.includes('Shown')) expect(feed).toContain('Shown');
    if (body.includes('- B')) expect(feed).toMatch(/B<\/(?:p|li)>/);
  });

  test.each([
    '<details><summary>More</summary>SHOWN</details>',
    '<dialog open>SHOWN</dialog>',
    '<p style="text-display:nonesuch">SHOWN</p>',
    '<div hidden>SHOWN',
    '<p class="hidden">SHOWN</p>',
    '`<div hidden>` SHOWN `</div>`',
    '`{::comment}` SHOWN `{:/comment}`',
    '`%%SHOWN%%`',
    '{::comment}\nSHOWN',
    '{::comment}SHOWN',
    '20%% SHOWN 30%%',
    '%% SHOWN',
    '%%\nSHOWN',
    '%% one\n%% SHOWN',
    '    %%SHOWN%%',
    '```\n%%\nSHOWN\n%%\n```',
    '\\%%SHOWN%%',
  ])('%j stays', (body) => {
    expect(feedOf(body)).toContain('SHOWN');
    expect(feedOf(body)).toContain('After.');
  });
});

test('comments and hidden elements that never end are read in time', () => {
  for (const part of [
    '%%',
    '%% a\n',
    '%%a ',
    '- %% a\n',
    '{::comment}',
    '{::comment}\n',
    '- {::comment}\n',
    '<p hidden>',
    '<div hidden>\n\n',
  ]) {
    const start = performance.now();
    feedOf(part.repeat(60_000 / part.length));
    expect(performance.now() - start).toBeLessThan(2000);
  }
});
