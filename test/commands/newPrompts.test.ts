import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { main } from '../../src/main.ts';
import { sample } from '../support/effort.ts';
import { postOf, start } from '../support/newPost.ts';
import { keys, type ScriptedTerminal, scriptedTerminal } from '../support/scriptedTerminal.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { testShell } from '../support/testShell.ts';

const config = `timezone: Europe/London
categories:
  - Announcements
  - { name: Partnership blog, slug: partnership-blog, aliases: [partnership] }
authors:
  ruxandra: { name: Ruxandra Cālin, role: student }
`;

const old = `---
title: Old post
date: 2018-07-05
authors: [Zoë Example (staff)]
categories: [Announcements]
tags: [Institute]
---
`;

const { enter, down, space } = keys;
const up = '\x1b[A';
const clear = '\x15';

describe('at a terminal', () => {
  test('everything that is missing is asked for, in the order of the file, and shown before it is written', async () => {
    const folder = tempFolder({ 'blog.config.yaml': config, 'posts/2018-07-05-old.md': old });
    const terminal = scriptedTerminal();
    const running = start(folder, [], terminal);
    await terminal.answer('Title of the post:', enter);
    await terminal.answer('title is required', 'A “talk”');
    await terminal.answer('posts/2024-05-14-a-talk.md', enter);
    await terminal.answer('Categories:', `${down}${space}${enter}`);
    await terminal.answer('Authors:', `${space}${down}${down}${down}${space}${enter}`);
    await terminal.answer('Names of the authors', `Ada (staff), Ben${enter}`);
    await terminal.answer('Satya is:', `${up}${up}${enter}`);
    await terminal.answer('Ben is:', enter);
    await terminal.answer('Summary, ', 'One: two.');
    await terminal.answer('9 of 500 characters', enter);
    await terminal.answer('Write this post?', '');
    expect(filesIn(folder)).toEqual(['blog.config.yaml', 'posts/2018-07-05-old.md']);
    await terminal.answer('', enter);
    const result = await running;
    expect(result).toMatchObject({ status: 0, out: 'posts/2024-05-14-a-talk.md\n' });
    expect(postOf(result)).toMatchObject({
      title: 'A “talk”',
      categories: ['Partnership blog'],
      authors: [{ name: 'Satya', role: 'partner' }, { name: 'Ada', role: 'staff' }, { name: 'Ben' }],
      summary: 'One: two.',
    });
    const screen = terminal.screen();
    expect(screen).toContain('Announcements · 1 post');
    expect(screen).not.toContain('a new category');
    expect(screen).toMatch(
      /❯◯ Satya · no posts yet\n ◯ Zoë Example \(staff\) · 1 post\n ◯ Ruxandra Cālin \(student\) · no posts yet/,
    );
    const shown = result.text.slice(0, result.text.indexOf('\n---\n') + 4).split('\n');
    expect(screen).toContain([`  ${result.out.trim()}`, ...shown.map((line) => `  ${line}`)].join('\n'));
  });

  test('Enter at every question but the title is a valid draft', async () => {
    const folder = tempFolder();
    const terminal = scriptedTerminal();
    const running = start(folder, [], terminal);
    await terminal.answer('Title of', `A title${enter}`);
    await terminal.answer('New categories', enter);
    await terminal.answer('Authors:', enter);
    await terminal.answer('❯ Yes, Satya', enter);
    await terminal.answer('Satya is:', enter);
    await terminal.answer('Summary, ', enter);
    await terminal.answer('Write this post?', enter);
    const result = await running;
    expect(result.status).toBe(0);
    expect(result.text).toContain('authors:\n  - Satya\nsummary: ""\ndraft: true\n');
    const { shell, stdout } = testShell({ cwd: folder });
    expect([await main(['validate'], shell), stdout().replaceAll(/^.*warning.*\n/gm, '')]).toEqual([0, '']);
  });

  test('the first categories of a blog, where one is typed twice, are in the post once', async () => {
    const terminal = scriptedTerminal();
    const running = start(tempFolder(), ['T', '-a', 'Ada', '--summary', ''], terminal);
    await terminal.answer('New categories', `News, Talks, news${enter}`);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)?.categories).toEqual(['News', 'Talks']);
  });

  test('what was given is not asked for; when nothing is asked, there is no last look', async () => {
    const terminal = scriptedTerminal();
    const result = await start(tempFolder(), [' T ', '-a', 'Ada', '-c', 'X', '--summary', ''], terminal);
    expect(result).toMatchObject({ status: 0, out: 'posts/2024-05-14-t.md\n' });
    expect(terminal.screen()).toBe('');
  });

  test('new names: several at once, in the spelling that is there, and “did you mean” for near ones', async () => {
    const terminal = scriptedTerminal();
    const running = start(tempFolder({ 'posts/2018-07-05-old.md': old }), ['T', '--summary', ''], terminal);
    await terminal.answer('Categories:', `${down}${space}${enter}`);
    await terminal.answer('New categories', `Anouncements, Talks,, talks , announcements${enter}`);
    await terminal.answer('“Anouncements” is new; did you mean “Announcements” (1 post)?', enter);
    await terminal.answer('Authors:', `${down}${down}${space}${enter}`);
    await terminal.answer('Names of the authors', `Zoe Example; Ada, Countess (student)${enter}`);
    await terminal.answer('“Zoe Example” is new; did you mean “Zoë Example” (1 post)?', `${down}${enter}`);
    await terminal.answer('Zoe Example is:', enter);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)).toMatchObject({
      categories: ['Announcements', 'Talks'],
      authors: [{ name: 'Zoe Example' }, { name: 'Ada, Countess', role: 'student' }],
    });
  });

  test('git’s user is known by another spelling, and has a role already', async () => {
    const satya = '---\ntitle: S\ndate: 2018-07-05\nauthors: Sātya (student)\ncategories: X\n---\n';
    const terminal = scriptedTerminal();
    const running = start(tempFolder({ 'posts/s.md': satya }), ['T', '-c', 'X', '--summary', ''], terminal);
    await terminal.answer('Authors:', `${space}${enter}`);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)?.authors).toEqual([{ name: 'Sātya', role: 'student' }]);
  });

  test('a closed list without categories asks for none', async () => {
    const terminal = scriptedTerminal();
    const closed = { 'blog.config.yaml': 'categories: []\n' };
    const running = start(tempFolder(closed), ['T', '-a', 'Ada', '--summary', ''], terminal);
    await terminal.answer('Write this post?', enter);
    expect((await running).status).toBe(0);
  });

  test('everything can be changed before it is written', async () => {
    const folder = tempFolder({ 'posts/2018-07-05-old.md': old });
    const terminal = scriptedTerminal();
    const running = start(folder, ['First', '-c', 'X', '-a', 'Ada'], terminal);
    const change = async (steps: number): Promise<void> => {
      await terminal.answer('Write this post?', `${down}${enter}`);
      await terminal.answer('What would you like to change?', `${down.repeat(steps)}${enter}`);
    };
    await terminal.answer('Summary, ', `One.${enter}`);
    await change(0);
    await terminal.answer('posts/2024-05-14-first.md', `${clear}Second`);
    await terminal.answer('posts/2024-05-14-second.md', enter);
    await change(2);
    await terminal.answer('Date:', `${clear}2018-02-30${enter}`);
    await terminal.answer('invalid date; ', `${clear}2018-07-05${enter}`);
    await change(1);
    await terminal.answer('Slug, ', `${clear}old${enter}`);
    await terminal.answer('already used by posts/2018-07-05-old.md', `${clear}other${enter}`);
    await change(0);
    await terminal.answer('posts/2018-07-05-other.md', `${clear}Third${enter}`);
    await change(3);
    await terminal.answer('Categories:', `${space}${enter}`);
    await change(4);
    await terminal.answer('Authors:', `${enter}`);
    await change(5);
    await terminal.answer('Photographers,', `Ben (staff)${enter}`);
    await change(6);
    await terminal.answer('Tags, ', `institute, New${enter}`);
    await change(7);
    await terminal.answer('4 of 500', `${clear}${enter}`);
    await change(8);
    await terminal.answer('Write this post?', enter);
    const result = await running;
    expect(result).toMatchObject({ status: 0, out: 'posts/2018-07-05-other.md\n' });
    expect(postOf(result)).toMatchObject({
      title: 'Third',
      categories: ['Announcements', 'X'],
      authors: [{ name: 'Ada' }],
      photos_by: [{ name: 'Ben', role: 'staff' }],
      tags: ['Institute', 'New'],
      summary: undefined,
    });
  });

  test('the date stays with Enter alone; Tab takes it to be changed', async () => {
    const terminal = scriptedTerminal();
    const running = start(tempFolder(), ['T', '-c', 'X', '-a', 'Ada', '--date', '2024-05-14T08:00'], terminal);
    const change = async (): Promise<void> => {
      await terminal.answer('Write this post?', `${down}${enter}`);
      await terminal.answer('What would you like to change?', `${down}${down}${enter}`);
    };
    await terminal.answer('Summary, ', enter);
    await change();
    await terminal.answer('Date: (2024-05-14T08:00)', enter);
    await terminal.answer('✔ Date: 2024-05-14T08:00', '');
    await change();
    await terminal.answer('For example 2024-05-14, 14 May 2024 or tomorrow at 9am.', `\t\x7f5${enter}`);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)?.date.text).toBe('2024-05-14T08:05:00+00:00');
  });

  test('a bracket that is nearly a role is asked about', async () => {
    const terminal = scriptedTerminal();
    const running = start(tempFolder(), ['T', '-c', 'X', '--summary', ''], terminal);
    await terminal.answer('Authors:', `${down}${space}${enter}`);
    await terminal.answer('Names of the authors', `Zoë Müller (stdent), Ada (Staf), Ben (he/him)${enter}`);
    await terminal.answer('“Zoë Müller (stdent)”: did you mean “Zoë Müller (student)”?', enter);
    await terminal.answer('“Ada (Staf)”: did you mean “Ada (staff)”?', `${down}${enter}`);
    await terminal.answer('Ada (Staf) is:', enter);
    await terminal.answer('Ben (he/him) is:', enter);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)?.authors).toEqual([
      { name: 'Zoë Müller', role: 'student' },
      { name: 'Ada (Staf)' },
      { name: 'Ben (he/him)' },
    ]);
  });

  test('photographers and tags are settled as authors are', async () => {
    const terminal = scriptedTerminal();
    const folder = tempFolder({ 'blog.config.yaml': config, 'posts/2018-07-05-old.md': old });
    const flags = ['T', '-c', 'announcements', '-a', 'Ada', '--photos-by', 'Lee, Countess (staff)'];
    const running = start(folder, flags, terminal);
    const change = async (steps: number): Promise<void> => {
      await terminal.answer('Write this post?', `${down}${enter}`);
      await terminal.answer('What would you like to change?', `${down.repeat(steps)}${enter}`);
    };
    await terminal.answer('Summary, ', enter);
    await change(5);
    await terminal.answer(
      '› Lee, Countess (staff);',
      ` Ana Foto; ana foto; zoë example; Ruxandra Calin; Ana (partnr)${enter}`,
    );
    await terminal.answer('“Ruxandra Calin” is new; did you mean “Ruxandra Cālin” (no posts yet)?', enter);
    await terminal.answer('“Ana (partnr)”: did you mean “Ana (partner)”?', enter);
    await change(6);
    await terminal.answer('Tags, ', `Institute, institute, New, new${enter}`);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)).toMatchObject({
      photos_by: [
        { name: 'Lee, Countess', role: 'staff' },
        { name: 'Ana Foto' },
        { name: 'Zoë Example', role: 'staff' },
        { name: 'Ruxandra Cālin', role: 'student' },
        { name: 'Ana', role: 'partner' },
      ],
      tags: ['Institute', 'New'],
    });
  });

  test('of more names than are seen at once the new one comes first, then what is ticked', async () => {
    const many = Array.from({ length: 40 }, (_, index) => `Category ${index + 10}`);
    const post = `---\ntitle: M\ndate: 2018-07-05\nauthors: [${many.join(', ')}]\ncategories: [${many.join(', ')}]\n---\n`;
    const terminal = scriptedTerminal();
    const running = start(tempFolder({ 'posts/m.md': post }), ['T', '--summary', ''], terminal);
    await terminal.answer('? Categories (40; type to filter):', `${space}${enter}`);
    await terminal.answer('New categories', `category 49${enter}`);
    await terminal.answer('❯◯ a new author…\n ◯ Satya · no posts yet\n', `${down}${space}${enter}`);
    await terminal.answer('Satya is:', enter);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)).toMatchObject({ categories: ['Category 49'], authors: [{ name: 'Satya' }] });
    expect(terminal.screen()).toContain('✔ Categories: a new category\n');
  });

  test('a slug that was chosen stays when the title changes', async () => {
    const change = async (terminal: ScriptedTerminal): Promise<void> => {
      await terminal.answer('Write this post?', `${down}${enter}`);
      await terminal.answer('What would you like to change?', enter);
      await terminal.answer('Title of', `${clear}Other${enter}`);
      await terminal.answer('Write this post?', enter);
    };
    const terminal = scriptedTerminal();
    const given = start(tempFolder(), ['T', '--slug', 'mine', '-c', 'X', '-a', 'Ada'], terminal);
    await terminal.answer('Summary, ', enter);
    await change(terminal);
    expect((await given).out).toBe('posts/2024-05-14-mine.md\n');
    const second = scriptedTerminal();
    const asked = start(tempFolder(), ['你好', '-c', 'X', '-a', 'Ada', '--summary', ''], second);
    await second.answer('Slug, ', `ni-hao${enter}`);
    await change(second);
    expect((await asked).out).toBe('posts/2024-05-14-ni-hao.md\n');
  });

  test('a slug that is taken is refused before anything is asked', async () => {
    const terminal = scriptedTerminal();
    const result = await start(
      tempFolder({ 'posts/2018-07-05-old.md': old }),
      ['--slug', 'old', '--date', '2018-07-05'],
      terminal,
    );
    expect(result).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringContaining('slug “old” is already used by posts/'),
    });
    expect(terminal.screen()).toBe('');
  });

  test('cancelled at the last look, nothing is written', async () => {
    const folder = tempFolder();
    const terminal = scriptedTerminal();
    const running = start(folder, ['T', '-c', 'X', '-a', 'Ada'], terminal);
    await terminal.answer('Summary, ', enter);
    await terminal.answer('Write this post?', `${up}${enter}`);
    expect(await running).toMatchObject({ status: 130, out: '', err: 'Cancelled; nothing was written\n' });
    expect(filesIn(folder)).toEqual([]);
  });

  test('a slug is asked for where the title gives none', async () => {
    const terminal = scriptedTerminal();
    const running = start(tempFolder(), ['-c', 'X', '-a', 'Ada', '--summary', ''], terminal);
    await terminal.answer('Title of', '你好');
    await terminal.answer('you will be asked for a slug next', enter);
    await terminal.answer('Slug, ', `../x${enter}`);
    await terminal.answer('use lower-case letters', `${clear}ni-hao${enter}`);
    await terminal.answer('Write this post?', enter);
    expect(await running).toMatchObject({ status: 0, out: 'posts/2024-05-14-ni-hao.md\n' });
  });

  test.each([
    ['Ctrl-C', (terminal: ScriptedTerminal) => terminal.answer('', keys.ctrlC), 1],
    ['Ctrl-D', (terminal: ScriptedTerminal) => terminal.answer('', keys.ctrlD), 5],
    ['a closed terminal', async (terminal: ScriptedTerminal) => terminal.close(), 5],
  ])('%s ends it with 130 at any question: nothing written, the cursor back', async (_, end, every) => {
    const asked: [string, string][] = [
      ['Title of', `x${enter}`],
      ['Categories:', `${down}${space}${enter}`],
      ['New categories', `Anouncements${enter}`],
      ['did you mean', enter],
      ['Authors:', enter],
      ['Nothing is ticked. Use “Satya”?', enter],
      ['Satya is:', enter],
      ['Summary, ', enter],
      ['Write this post?', `${down}${enter}`],
      ['What would you like to change?', enter],
      ['Title of', ''],
    ];
    for (const [questions, [question]] of sample([...asked.entries()], every)) {
      const folder = tempFolder({ 'posts/2018-07-05-old.md': old });
      const terminal = scriptedTerminal();
      const running = start(folder, [], terminal);
      for (const [before, answer] of asked.slice(0, questions)) await terminal.answer(before, answer);
      await terminal.answer(question, '');
      await end(terminal);
      expect(await running).toMatchObject({ status: 130, out: '', err: 'Cancelled; nothing was written\n' });
      expect(filesIn(folder)).toEqual(['posts/2018-07-05-old.md']);
      expect(terminal.raw().lastIndexOf('\x1b[?25h')).toBeGreaterThan(terminal.raw().lastIndexOf('\x1b[?25l'));
    }
  });

  test('a text that is pasted with line breaks is one answer, which Enter must send', async () => {
    const terminal = scriptedTerminal();
    const running = start(tempFolder(), ['-c', 'X', '-a', 'Ada', '--summary', 's'], terminal);
    await terminal.answer('Title of', 'A title\r\nin two lines\n\nor three\n');
    await terminal.answer('posts/2024-05-14-a-title-in-two-lines-or-three.md', enter);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)?.title).toMatch(/^A title +in two lines +or three$/);
  });

  test.each([
    ['', ''],
    ['\x1b[200~', '\x1b[201~'],
  ])('a long text that is pasted is there at once, letter for letter (between %j and %j)', async (begin, end) => {
    const terminal = scriptedTerminal();
    const running = start(tempFolder(), ['T', '-c', 'X', '-a', 'Ada'], terminal);
    const summary = 'Zoë said: 日本語 is fun, and much more of that. '.repeat(420).trim();
    const bytes = Buffer.from(`${begin}${summary}${end}`);
    await terminal.answer('Summary, ', '');
    const before = process.cpuUsage();
    for (let at = 0; at < bytes.length; at += 1021) await terminal.answer('', bytes.subarray(at, at + 1021));
    await terminal.answer(`${[...summary].length} of 500 characters; shorten it for readers and feeds`, enter);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)?.summary).toBe(summary);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(4);
  });

  test('what a terminal marks as pasted is one answer, in whatever pieces and with whatever breaks it comes', async () => {
    const terminal = scriptedTerminal();
    const running = start(tempFolder(), ['-c', 'X', '-a', 'Ada', '--summary', 's'], terminal);
    await terminal.answer('Title of', 'My \x1b[200~\r\nfirst line\r');
    for (const piece of ['\r', 'second\u2028line\n', '\x1b[20', '1~ of text']) await terminal.answer('', piece);
    await terminal.answer('posts/2024-05-14-my-first-line-second-line-of-text.md', enter);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)?.title).toMatch(/^My +first line +second line +of text$/);
    const [on, off] = ['\x1b[?2004h', '\x1b[?2004l'].map((mode) => terminal.raw().lastIndexOf(mode));
    expect(on).not.toBe(-1);
    expect(off).toBeGreaterThan(on as number);
  });

  test('the cursor moves among the rows of an answer, and keys change what is there', async () => {
    const terminal = scriptedTerminal();
    const folder = tempFolder();
    const running = start(folder, ['T', '-c', 'X', '-a', 'Ada'], terminal, { stderr: { width: 30, color: 0 } });
    const [home, left, backspace] = ['\x1b[H', '\x1b[D', '\x7f'];
    await terminal.answer('Summary, ', `${'日本語 and more '.repeat(4)}!${home}`);
    await terminal.answer('', 'A');
    await terminal.answer('54 of 500', `\x1b[C${left}${left}${backspace}\x1b[F${backspace}?`);
    await terminal.answer('54 of 500', `${clear}x👩‍👩‍👧é${left}${left}`);
    await terminal.answer('› x', `y\x1b[C`);
    await terminal.answer('› xy', `z`);
    await terminal.answer('› xy', enter);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)?.summary).toBe('xy👩‍👩‍👧zé');
    expect(terminal.screen()).toContain(`more ?`);
  });

  test('Home and the arrow keys move the cursor between the rows of an answer', async () => {
    const terminal = scriptedTerminal();
    const running = start(tempFolder(), ['T', '-c', 'X', '-a', 'Ada'], terminal, { stderr: { width: 30, color: 0 } });
    await terminal.answer('Summary, ', `${'four '.repeat(10)}end`);
    await terminal.answer('53 of 500', '\x1b[H');
    await terminal.answer('end\x1b[1A\x1b[3G', '\x1b[F');
    await terminal.answer('end\x1b[26G', keys.ctrlC);
    expect((await running).status).toBe(130);
  });

  test('the date may be in words, as for --date', async () => {
    const terminal = scriptedTerminal();
    const running = start(tempFolder(), ['T', '-c', 'X', '-a', 'Ada'], terminal);
    await terminal.answer('Summary, ', enter);
    await terminal.answer('Write this post?', `${down}${enter}`);
    await terminal.answer('What would you like to change?', `${down}${down}${enter}`);
    await terminal.answer('Date:', `${clear}5 July${enter}`);
    await terminal.answer('ambiguous date; use 2023-07-05 or 2024-07-05', `${clear}tomorrow at 9am${enter}`);
    await terminal.answer('posts/2024-05-15-t.md', enter);
    expect(postOf(await running)?.date.text).toMatch(/^2024-05-15T09:00:00/);
  });

  test('in a window that becomes wider, questions do too; help and problems break between words', async () => {
    const terminal = scriptedTerminal();
    const stderr = { width: 40, color: 0 as const };
    const running = start(tempFolder(), ['T', '-c', 'X', '-a', 'Ada'], terminal, { stderr });
    await terminal.answer('sentences (press\n  Enter to add it later):', enter);
    await terminal.answer('Write this post?', `${down}${enter}`);
    await terminal.answer('What would you like to change?', `${down}${down}${enter}`);
    await terminal.answer('Date:', `${clear}soon${enter}`);
    await terminal.answer('  > invalid date; write 2024-05-14, 14\n  May 2024 or tomorrow at 9am\n› soon', '');
    stderr.width = 80;
    terminal.overrides.prompts.emit('resize');
    await terminal.answer('  > invalid date; write 2024-05-14, 14 May 2024 or tomorrow at 9am', keys.ctrlC);
    expect((await running).status).toBe(130);
  });

  test('control characters that are typed or pasted are refused until they are gone', async () => {
    const terminal = scriptedTerminal();
    const running = start(tempFolder(), ['-c', 'X', '-a', 'Ada', '--summary', 's'], terminal);
    await terminal.answer('Title of', `a\tb${enter}`);
    await terminal.answer('t contains a tab', `${clear}ab${enter}`);
    await terminal.answer('Write this post?', enter);
    expect(await running).toMatchObject({ out: 'posts/2024-05-14-ab.md\n' });
  });

  test('names from posts cannot move the cursor, and no colour comes where none is wanted', async () => {
    const hostile = '---\ntitle: H\ndate: 2018-07-05\ncategories: ["a\\u009b2Jb\\u202ec"]\n---\n';
    const terminal = scriptedTerminal();
    const running = start(tempFolder({ 'posts/h.md': hostile }), ['T', '-a', 'Ada', '--summary', ''], terminal);
    await terminal.answer('a\\u{9b}2Jb\\u{202e}c', `${space}${enter}`);
    await terminal.answer('Write this post?', keys.ctrlC);
    expect((await running).status).toBe(130);
    expect(terminal.raw()).not.toMatch(/\x9b|\u202e|\x1b\[[\d;]*m/);
  });

  test('in a narrow window nothing but the answer is longer than a line', async () => {
    const terminal = scriptedTerminal();
    const folder = tempFolder();
    const running = start(folder, ['-c', 'X', '-a', 'Ada'], terminal, { stderr: { width: 30, color: 0 } });
    await terminal.answer('Title of', `${'日本語 meeting '.repeat(3)}${enter}`);
    await terminal.answer('Summary, ', enter);
    await terminal.answer('Write this post?', enter);
    expect((await running).status).toBe(0);
    expect(terminal.screen()).toMatch(/^ {2}title: "日本語 meeting.*…$/m);
    expect(terminal.screen()).toContain('  posts/2024-05-14-meeting-m…\n');
    const rows = terminal.screen().split(/[\r\n]/);
    expect(rows.filter((row) => stringWidth(row) > 30 && !row.includes('✔'))).toEqual([]);
  });

  test('git may be missing', async () => {
    const terminal = scriptedTerminal();
    const folder = tempFolder();
    const running = start(folder, ['T', '-c', 'X', '--summary', 's'], terminal, { env: { PATH: folder } });
    await terminal.answer('Names of the authors', enter);
    await terminal.answer('Write this post?', enter);
    expect((await running).status).toBe(0);
  });
});
