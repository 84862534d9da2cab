import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { templateBody } from '../../src/post/draft/templates.ts';
import { readPost } from '../../src/post/post.ts';
import { utc } from '../support/diagnose.ts';
import { keys, scriptedTerminal } from '../support/scriptedTerminal.ts';
import { type Run, run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const config = 'templates: posts/_templates\n';

const minutes = `---
# What every meeting has.
title: "Minutes of {{date}}"
date: 2018-07-05
layout: minutes # for the site
authors: [Zoë Example (staff)]
categories: [Minutes]
tags: ["{{year}}"]
summary: "What we said on {{day}}.{{month}}. about {{categories}}."
extra:
  room: "{{slug}}"
  seats: [1, 2.50, yes]
---

# {{title}}

{{authors}} met.
`;

const files = { 'blog.config.yaml': config, 'posts/_templates/minutes.md': minutes };

const text = (folder: string, { stdout }: Run): string => readFileSync(join(folder, stdout.trim()), 'utf8');
const withoutId = (post: string): string => post.replace(/^id: .*\n/m, '');

describe('a template of the folder’s own', () => {
  test('gives what was not given, merged into the front matter', async () => {
    const folder = tempFolder(files);
    const result = await run(folder, ['new', '--template', 'minutes']);
    expect(result).toMatchObject({
      status: 0,
      stdout: 'posts/2024-05-14-minutes-of-2024-05-14.md\n',
      stderr:
        'posts/_templates/minutes.md: ignored date; each post has its own\n' +
        'Draft written. Open it, write, then run: blog validate\n',
    });
    expect(withoutId(text(folder, result))).toBe(`---
title: "Minutes of 2024-05-14"
date: 2024-05-14T09:30:15+00:00
authors:
  - Zoë Example (staff)
categories:
  - Minutes
tags:
  - "2024"
summary: "What we said on 14.05. about Minutes."
layout: minutes # for the site
extra:
  room: minutes-of-2024-05-14
  seats:
    - 1
    - 2.5
    - "yes"
draft: true
---

# Minutes of 2024-05-14

Zoë Example met.
`);
  });

  test('what is given wins, and the slug is the one that the file got', async () => {
    const folder = tempFolder({ ...files, 'posts/2024-05-14-a-talk.md': 'x' });
    const flags = ['-c', 'Talks', '-a', 'Ada', '-t', 'x', '--summary', 'S.'];
    const result = await run(folder, ['new', 'A talk', '--template', 'minutes.md', ...flags]);
    expect(result.stdout).toBe('posts/2024-05-14-a-talk-2.md\n');
    const { post, data } = readPost('x.md', text(folder, result), utc);
    expect(post).toMatchObject({
      title: 'A talk',
      authors: [{ name: 'Ada' }],
      categories: ['Talks'],
      tags: ['x'],
      summary: 'S.',
    });
    expect(data).toMatchObject({ extra: { room: 'a-talk-2' }, layout: 'minutes' });
  });

  test('no title breaks out of it', async () => {
    const folder = tempFolder(files);
    const title = 'x"\\n---\\n{{slug}}: [ #';
    const result = await run(folder, ['new', title, '--template', 'minutes']);
    const { post, data, body } = readPost('x.md', text(folder, result), utc);
    expect(post).toMatchObject({ title, authors: [{ name: 'Zoë Example', role: 'staff' }] });
    expect(Object.keys(data ?? {})).toHaveLength(10);
    expect(body?.text).toContain(`\n# ${title}\n`);
  });

  test('comes before the built-in one, and “post” is the one of every new post', async () => {
    const own = { 'blog.config.yaml': config, 'posts/_templates/post.md': '---\nlayout: blog\n---\nOurs.\n' };
    const folder = tempFolder(own);
    expect(withoutId(text(folder, await run(folder, ['new', 'A'])))).toMatch(
      /layout: blog\ndraft: true\n---\n\nOurs\.\n$/,
    );
    const published = await run(folder, ['new', 'B', '--publish']);
    expect(text(folder, published)).toMatch(/layout: blog\ndraft: false\n---\n$/);
    const piped = await run(folder, ['new', 'C', '--stdin'], { stdin: Readable.from([Buffer.from('Piped.')]) });
    expect(text(folder, piped)).toMatch(/layout: blog\ndraft: true\n---\n\nPiped\.\n$/);
    const other = await run(folder, ['new', 'D', '--template', 'event']);
    expect(text(folder, other)).toMatch(/summary: ""\ndraft: true\n---\n/);
    expect(text(folder, other)).toContain(templateBody('event'));
    const from = await run(folder, ['new', 'E', '--from', 'd']);
    expect(text(folder, from)).not.toContain('layout');
  });

  test('is not a post, and one that only looks like it is in the list', async () => {
    const folder = tempFolder({
      ...files,
      'posts/_templates/.x.md': '',
      'posts/_templates/y.md~': '',
      'posts/_templates/note.txt': '',
    });
    mkdirSync(join(folder, 'posts/_templates/folder.md'));
    execFileSync('mkfifo', [join(folder, 'posts/_templates/pipe.md')]);
    symlinkSync('/etc/passwd', join(folder, 'posts/_templates/passwd.md'));
    symlinkSync('minutes.md', join(folder, 'posts/_templates/linked.md'));
    const result = await run(folder, ['new', 'T', '--template', 'mintes']);
    expect(result).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'blog: --template: template “mintes” not found; did you mean “minutes”?\n' +
        'Choose from: linked, minutes, post, event, interview, reflection\n',
    });
    for (const name of ['passwd', 'pipe', '../../../etc/passwd', '_templates/minutes', '']) {
      expect((await run(folder, ['new', 'T', '--template', name])).status).toBe(2);
    }
    expect((await run(folder, ['list'])).stdout).toBe('');
  });

  test('a folder that the config does not name is not used, but said', async () => {
    const folder = tempFolder({ 'posts/_templates/minutes.md': minutes });
    const result = await run(folder, ['new', 'T', '--template', 'minutes']);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('To use posts/_templates, add to blog.config.yaml: templates: posts/_templates\n');
    const missing = tempFolder({ 'blog.config.yaml': config });
    expect((await run(missing, ['new', 'T', '--template', 'event'])).status).toBe(0);
  });

  test('a category that a closed list does not have is left out', async () => {
    const folder = tempFolder({ ...files, 'blog.config.yaml': `${config}categories: [Talks]\n` });
    const result = await run(folder, ['new', 'T', '--template', 'minutes']);
    expect(result.stderr).toContain('category “Minutes” left out: it is not in the config\n');
    expect(text(folder, result)).not.toContain('categories:');
  });

  test.each([
    ['{{titel}}\n', '  posts/_templates/t.md:1:1: unknown variable “titel” (did you mean {{title}}?)\n'],
    [
      '---\nlayout: {{title}}\n---\n',
      '  posts/_templates/t.md:2:10: template placeholder {{…}} is not quoted (put it in quotes: "{{title}}")\n',
    ],
    ['---\ntags: [a\n---\n', '  posts/_templates/t.md:2:7: missing closing ] (write tags: [a])\n'],
    ['---\nimage: { src: "{{slug}}" }\nlang: "{{title}} "\n---\n', '  posts/_templates/t.md:3:7: invalid language “T”'],
    ['---\nlang: en\n', '  posts/_templates/t.md:1:1: missing closing ---'],
    [
      '---\ncategories: [2018]\nlang: x y\nimage: { alt: a }\n---\n',
      '  posts/_templates/t.md:2:14: each of categories must be text, not a number (put it in quotes: "2018")\n' +
        '  posts/_templates/t.md:3:7: invalid language “x y” (use a language code such as en, en-GB or cy)\n' +
        '  posts/_templates/t.md:4:8: image has no src (its URL or path) (add a line src: photo.jpg below image:)\n',
    ],
  ])('that is broken is refused with all its mistakes, and nothing is written: %j', async (template, mistakes) => {
    const folder = tempFolder({ 'blog.config.yaml': config, 'posts/_templates/t.md': template });
    const result = await run(folder, ['new', 'T', '--template', 't']);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toContain(`blog: template “t” has errors\n${mistakes}`);
    expect(filesIn(folder)).toHaveLength(2);
  });

  test('at a terminal its fields are ticked and suggested: Enter takes them, an answer wins', async () => {
    const folder = tempFolder(files);
    const terminal = scriptedTerminal();
    const running = run(folder, ['new', '--template', 'minutes'], terminal.overrides);
    await terminal.answer('› Minutes of 2024-05-14', keys.enter);
    await terminal.answer('◉ Minutes', keys.enter);
    await terminal.answer('◉ Zoë Example (staff)', keys.enter);
    await terminal.answer('› What we said on 14.05. about Minutes.', `\x15Mine.${keys.enter}`);
    await terminal.answer('Write this post?', keys.enter);
    const result = await running;
    expect(readPost('x.md', text(folder, result), utc).post).toMatchObject({
      title: 'Minutes of 2024-05-14',
      categories: ['Minutes'],
      authors: [{ name: 'Zoë Example', role: 'staff' }],
      summary: 'Mine.',
    });
    expect(terminal.screen()).toContain('  layout: minutes # for the site\n');
  });
});
