/** Who a text names: one person, several, or those of a byline. */
import { describe, expect, test } from '@jest/globals';
import { parseByline } from '../../../src/post/fields/people/byline.ts';
import { joinedPeople, peopleInOne } from '../../../src/post/fields/people/joinedNames.ts';
import { readPost } from '../../../src/post/post.ts';
import { post, read } from '../../support/diagnose.ts';

const dana = { name: 'Dana Gray' };
const bo = { name: 'Bo Lin' };

/** The authors and photographers that a line of front matter names. */
function peopleOf(line: string): { authors: unknown; photos: unknown } {
  const { fields, faults } = read(post('title: A', 'date: 2024-05-01', ...line.split('\n')));
  expect(faults).toEqual([]);
  return { authors: fields?.authors, photos: fields?.photos_by };
}

test.each([
  ['editor: visual', []],
  ['editor: source', []],
  ['editor:\n  markdown:\n    wrap: sentence', []],
  ['editor: { mode: source, render-on-save: true }', []],
  ['editor: { render-on-save: true, chunk_output_type: console }', []],
  ['editor: visual\nreviewed_by: Bo Lin', [bo]],
  ['editor: Visual Studio', [{ name: 'Visual Studio' }]],
  ['editor: { name: Bo Lin, mode: source }', [bo]],
  ['editors: visual', [{ name: 'visual' }]],
  ['editors: [visual]', [{ name: 'visual' }]],
])('how a program shows the file is no person: %s', (line, editors) => {
  const { fields, faults } = read(post('title: A', 'date: 2024-05-01', ...line.split('\n')));
  expect(faults).toEqual([]);
  expect(fields?.editors).toEqual(editors);
});

test.each<[string, object[], object[]]>([
  ['author: By Dana Gray', [dana], []],
  ['author: BY DANA GRAY', [{ name: 'DANA GRAY' }], []],
  ['author: Byron Gray', [{ name: 'Byron Gray' }], []],
  ['author: Wordsworth Gray', [{ name: 'Wordsworth Gray' }], []],
  ['author: Text & photos by Dana Gray.', [dana], [dana]],
  ['author: Photos and text by Dana Gray', [dana], [dana]],
  ['author: "Words: Dana Gray, photos: Bo Lin"', [dana], [bo]],
  ['author: Written by Dana Gray and photographed by Bo Lin', [dana], [bo]],
  ['author: Written and photographed by Dana Gray', [dana], [dana]],
  ['author: Story by Dana Gray · Photography by Bo Lin', [dana], [bo]],
  ['author: By Dana Gray, Senior Lecturer', [{ name: 'Dana Gray, Senior Lecturer' }], []],
  ['author: By the Centre for Teaching and Learning', [{ name: 'the Centre for Teaching and Learning' }], []],
  ['authors: [Dana Gray, Photos by Bo Lin]', [dana], [bo]],
  ['authors: Text and photos by Dana Gray\nphotos_by: Bo Lin', [dana], [bo]],
  ['photos_by: Photos by Bo Lin', [], [bo]],
  ['photographer: By Bo Lin and Dana Gray', [], [bo, dana]],
  ['authors: [Dana Gray, dana gray, Dana  Gray (student)]', [{ ...dana, role: 'student' }], []],
  ['author: { display_name: Dana Gray, login: dana, email: d@e.org }', [{ ...dana, email: 'd@e.org' }], []],
  ['author: { login: dana }', [{ name: 'dana' }], []],
  ['author: { name: "", display_name: Dana Gray }', [dana], []],
  ['authors: [{ name: Dana Gray, uri: "https://d.org/" }]', [{ ...dana, url: 'https://d.org/' }], []],
  ['authors: [{ name: Dana Gray, link: "https://d.org/" }]', [{ ...dana, url: 'https://d.org/' }], []],
])('%s', (line, authors, photos) => {
  expect(peopleOf(line)).toEqual({ authors, photos });
});

test('a key of the config and the name that it stands for are one person', () => {
  const settings = { timeZone: 'UTC', authors: { dana: { name: 'Dana Gray', role: 'staff' as const } } };
  const { fields } = readPost('a.md', post('title: A', 'date: 2024-05-01', 'authors: [dana, Dana Gray]'), settings);
  expect(fields?.authors).toEqual([{ name: 'Dana Gray', role: 'staff' }]);
});

describe('several people in one text', () => {
  const known = (name: string): boolean => ['Cai', 'dana', 'bo'].includes(name);

  test.each<[string, string[]]>([
    ['Dana Gray and Bo Lin', ['Dana Gray', 'Bo Lin']],
    ['Dana Gray, Bo Lin and Cy Roe', ['Dana Gray', 'Bo Lin', 'Cy Roe']],
    ['Dana Gray, Bo Lin, and Cy Roe', ['Dana Gray', 'Bo Lin', 'Cy Roe']],
    ['Dana Gray/Bo Lin', ['Dana Gray', 'Bo Lin']],
    ['Dana Gray ; Bo Lin', ['Dana Gray', 'Bo Lin']],
    ['Dana Gray ac Bo Lin', ['Dana Gray', 'Bo Lin']],
    ['Dana Gray + Bo Lin', ['Dana Gray', 'Bo Lin']],
    ['D. Gray and Ludwig van Beethoven', ['D. Gray', 'Ludwig van Beethoven']],
    ['Dana (student), Bo (staff)', ['Dana (student)', 'Bo (staff)']],
    ['Dana (student) and Bo', ['Dana (student)', 'Bo']],
    ['Dana Gray (she/her) and Bo Lin', ['Dana Gray (she/her)', 'Bo Lin']],
    ['Dana Gray <d@e.org>, Bo Lin <b@e.org>', ['Dana Gray <d@e.org>', 'Bo Lin <b@e.org>']],
    ['Cai and Dana', ['Cai', 'Dana']],
    ['dana, bo', ['dana', 'bo']],
  ])('%s', (text, names) => {
    expect(joinedPeople(text, known)).toEqual(names);
  });

  test.each([
    'Dana Gray',
    'Gray, Dana',
    'Gray, Cai',
    'Dana and Bo',
    'Dana Gray, PhD',
    'Dana Gray, Ph.D., and others',
    'Dana Gray, Senior Lecturer',
    'Dana Gray, Lecturer in Law',
    'Dana Gray, Professor of Art and Design',
    'Dana Gray, Head of Teaching and Learning',
    'Dana Gray, University of Westminster',
    'Dana Gray, student and photographer',
    'Dana Gray, NCSU Analytics',
    'Dana Gray, Physics UCL',
    'Dana Gray (Art and Design)',
    'Centre for Teaching and Learning',
    'Centre for Teaching and Learning Innovation',
    'Department of Art and Design',
    'Student Services and Library',
    'Teaching and Learning',
    'Marks & Spencer',
    'R&D Team',
    'AC/DC',
    'https://example.org/Dana Gray/Bo Lin',
    'content/authors/dana.md',
    'José Ortega y Gasset',
    'the staff and the students',
    'and',
    ', ,',
  ])('not %s', (text) => {
    expect(joinedPeople(text, known)).toBeUndefined();
  });

  test.each([
    ['Dana and Bo', ['Dana', 'Bo']],
    ['Dana & Éva', ['Dana', 'Éva']],
    ['Dana and Bo Lin', ['Dana', 'Bo Lin']],
    ['Cai and Dana', ['Cai', 'Dana']],
    ...['Gray, Dana', 'AC/DC', 'R&D Team', 'Centre for Teaching and Learning', 'Student Services and Library'].map(
      (text): [string, undefined] => [text, undefined],
    ),
    ['the staff and the students', undefined],
    ['Dana', undefined],
  ])('that should name one: %s', (text, names) => {
    expect(peopleInOne(text, known)).toEqual(names);
  });

  test.each([' ', ',', '(', '<', ' and', '@a ', 'a@', '/'])('a long run of “%s” takes no time', (part) => {
    const text = `Dana Gray ${part.repeat(30_000)}x`;
    const start = performance.now();
    joinedPeople(text, known);
    parseByline(text);
    read(post('title: A', 'date: 2024-05-01', `author: "By ${text}"`));
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
