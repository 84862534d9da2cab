import { describe, expect, test } from '@jest/globals';
import { postOf, start } from '../support/newPost.ts';
import { keys, type ScriptedTerminal, scriptedTerminal } from '../support/scriptedTerminal.ts';
import { tempFolder } from '../support/tempFolder.ts';

const { enter, down, space } = keys;
const backspace = '\x7f';

/** Posts with these categories, and authors. */
function blog(categories: readonly string[], authors: readonly string[] = []): string {
  const head = `title: Old\ndate: 2018-07-05\nauthors: ${JSON.stringify(authors)}`;
  return tempFolder({ 'posts/2018-07-05-old.md': `---\n${head}\ncategories: ${JSON.stringify(categories)}\n---\n` });
}

/** Asks for categories only; `steps` are questions and what is typed. */
async function categoriesOf(folder: string, steps: readonly [question: string, typed: string][]) {
  const terminal = scriptedTerminal();
  const running = start(folder, ['T', '-a', 'Ada', '--summary', ''], terminal);
  for (const [question, typed] of steps) await answer(terminal, question, typed);
  await terminal.answer('Write this post?', enter);
  return { categories: postOf(await running)?.categories, screen: terminal.screen() };
}

/** Types what is between two Enters at a time: lines that come at once are a paste. */
async function answer(terminal: ScriptedTerminal, question: string, typed: string): Promise<void> {
  const [first = '', ...rest] = typed.split(/(?<=\r)/);
  await terminal.answer(question, first);
  for (const part of rest) await terminal.answer('', part);
}

const some = ['Events', 'News', 'Open days'];
const many = Array.from({ length: 30 }, (_, index) => `Category ${index + 10}`);

describe('Enter with nothing ticked asks about the highlighted row', () => {
  test.each([
    ['yes', enter, ['News']],
    ['no', `${down}${enter}`, undefined],
  ])('%s', async (_, typed, expected) => {
    const { categories, screen } = await categoriesOf(blog(some), [
      ['Categories:', `${down}${enter}`],
      ['Nothing is ticked. Use “News”?', typed],
    ]);
    expect(categories).toEqual(expected ?? []);
    expect(screen).toContain('✔ Categories: nothing ticked');
  });

  test('back to the list', async () => {
    const { categories } = await categoriesOf(blog(some), [
      ['Categories:', enter],
      ['❯ Yes, Events', `${down}${down}${enter}`],
      ['Categories:', `${down}${down}${space}${enter}`],
    ]);
    expect(categories).toEqual(['Open days']);
  });

  test('on the row for a new name, that name is asked for', async () => {
    const { categories } = await categoriesOf(blog(some), [
      ['Categories:', `${down}${down}${down}${enter}`],
      ['New categories', `Talks${enter}`],
    ]);
    expect(categories).toEqual(['Talks']);
  });
});

describe('typing narrows the list', () => {
  test.each<[string, string, string[]]>([
    ['a part of a name, ticked with Enter', `egory 31${enter}${enter}`, ['Category 31']],
    ['without accents and in any case', `CATÉGORY 12${enter}${enter}`, ['Category 12']],
    ['two names after each other', `31${enter}15${enter}${enter}`, ['Category 15', 'Category 31']],
    ['corrected with Backspace', `319${backspace}${enter}${enter}`, ['Category 31']],
    ['taken back with Backspace', `31${backspace}${backspace}${down}${space}${enter}`, ['Category 10']],
    ['the arrow keys move in what is left', `1${down}${down}${enter}${enter}`, ['Category 12']],
  ])('%s', async (_, typed, expected) => {
    const { categories } = await categoriesOf(blog(many), [['? Categories (30; type to filter):', typed]]);
    expect(categories).toEqual(expected);
  });

  test('a space belongs to what is typed, so that no other name is ticked', async () => {
    const terminal = scriptedTerminal();
    const folder = blog(['News'], ['Janet Smith', 'Ben Example']);
    const running = start(folder, ['T', '-c', 'News', '--summary', ''], terminal);
    await terminal.answer('Authors:', 'Jane Doe');
    await terminal.answer('a new author: “Jane Doe”', enter);
    await terminal.answer('Jane Doe is:', enter);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)?.authors).toEqual([{ name: 'Jane Doe' }]);
  });

  test('a role without a name is asked for again', async () => {
    const terminal = scriptedTerminal();
    const running = start(blog(['News'], ['Ben Example']), ['T', '-c', 'News', '--summary', ''], terminal);
    await terminal.answer('Authors:', '(student)');
    await terminal.answer('a new author: “(student)”', enter);
    await terminal.answer('Names of the authors', enter);
    await terminal.answer('write a name before (student)', '\x15Jo (student)');
    await terminal.answer('Jo (student)', enter);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)?.authors).toEqual([{ name: 'Jo', role: 'student' }]);
  });

  test('a name that is not there is taken as typed, beside what is ticked', async () => {
    const { categories, screen } = await categoriesOf(blog(some), [['Categories:', `${space}Talks, news${enter}`]]);
    expect(categories).toEqual(['Events', 'Talks', 'News']);
    expect(screen).toContain('✔ Categories: Events, Talks, news');
  });

  test('of a closed list nothing else can be typed', async () => {
    const folder = tempFolder({ 'blog.config.yaml': 'categories: [News, Talks]\n' });
    const { categories } = await categoriesOf(folder, [
      ['Categories:', 'Nosuch'],
      ['  no match', `${enter}Talks${enter}${enter}`],
    ]);
    expect(categories).toEqual(['Talks']);
  });
});

describe('several names in one line', () => {
  test.each<[string, [string, string][], string[]]>([
    ['News, Events', [], ['News', 'Events']],
    ['Events; Stories', [], ['Events', 'Stories']],
    ['News, Events; Stories', [['is that 2 names, or one?', enter]], ['News', 'Events', 'Stories']],
    ['News, Events; Stories', [['“News, Events”: is', `${down}${enter}`]], ['News, Events', 'Stories']],
    ['Teaching, learning; News', [], ['Teaching, learning', 'News']],
    ['Teaching, learning', [], ['Teaching, learning']],
    [' ; , ;', [], []],
  ])('categories: %s', async (typed, further, expected) => {
    const folder = blog(['Teaching, learning']);
    const { categories } = await categoriesOf(folder, [
      ['Categories:', `${down}${enter}`],
      ['New categories', `${typed}${enter}`],
      ...further,
    ]);
    expect(categories).toEqual(expected);
  });

  test.each<[string, [string, string][], string[]]>([
    ['Ada Example and Ben Example', [], ['Ada Example', 'Ben Example']],
    ['Ada Example & Ben Example', [], ['Ada Example', 'Ben Example']],
    ['Ada Example/Ben Example', [], ['Ada Example', 'Ben Example']],
    ['Ada Example, Ben Example and Cy Example', [], ['Ada Example', 'Ben Example', 'Cy Example']],
    ['Ada Example; Ben Example', [], ['Ada Example', 'Ben Example']],
    ['Ada Example and Ben Example; Cy', [], ['Ada Example', 'Ben Example', 'Cy']],
    ['Centre for Teaching and Learning', [], ['Centre for Teaching and Learning']],
    ['Example, Ada; Brown, Ben', [], ['Example, Ada', 'Brown, Ben']],
    ['Ada, Ben, Cy', [], ['Ada', 'Ben', 'Cy']],
    ['Ada, Ben', [['“Ada, Ben”: is that 2 names, or one?', enter]], ['Ada', 'Ben']],
    ['Example, Ada', [['“Example, Ada”: is', `${down}${enter}`]], ['Example, Ada']],
  ])('authors: %s', async (typed, further, expected) => {
    const terminal = scriptedTerminal();
    const running = start(tempFolder(), ['T', '-c', 'X', '--summary', ''], terminal, { env: {} });
    await terminal.answer('Names of the authors', `${typed}${enter}`);
    for (const [question, keysTyped] of further) await terminal.answer(question, keysTyped);
    for (const name of expected) await terminal.answer(`${name} is:`, enter);
    await terminal.answer('Write this post?', enter);
    expect(postOf(await running)?.authors.map(({ name }) => name)).toEqual(expected);
  });
});

test('a title whose letters nobody could read asks for a slug', async () => {
  const terminal = scriptedTerminal();
  const running = start(tempFolder(), ['学生会 1', '-c', 'X', '-a', 'Ada', '--summary', ''], terminal);
  await terminal.answer('Slug, ', `student-union${enter}`);
  await terminal.answer('Write this post?', enter);
  expect((await running).out).toBe('posts/2024-05-14-student-union.md\n');
});

test('an image is in what is shown before it is written', async () => {
  const terminal = scriptedTerminal();
  const folder = tempFolder({ 'posts/images/a.jpg': 'x' });
  const flags = ['--image', 'posts/images/a.jpg', '--alt', 'Six people', '--editor', 'Ben Example'];
  const running = start(folder, ['T', '-c', 'X', '-a', 'Ada', ...flags], terminal);
  await terminal.answer('Summary, ', enter);
  await terminal.answer('alt: "Six people"', enter);
  expect(postOf(await running)).toMatchObject({
    image: { src: 'images/a.jpg', alt: 'Six people' },
    editors: [{ name: 'Ben Example' }],
  });
});
