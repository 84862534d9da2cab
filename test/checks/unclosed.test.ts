import { expect, test } from '@jest/globals';
import { findIn, placesIn } from '../support/findings.ts';

test.each<[string, string, string[]]>([
  ['an element that would hide the rest', 'about <title> and more', ['html-dropped 1:7 <title>']],
  ['at the beginning of a line', 'a\n\n<select>\nb\n\nc', ['html-dropped 3:1 <select>']],
  ['each in its paragraph', 'a <title>\n\nb </title>', ['html-dropped 1:3 <title>']],
  ['one that is closed', '<svg>\n\n</svg>', ['html-dropped 1:1 <svg>']],
  ['a comment', 'a\n\n<!-- b\n\nc', ['html-dropped 3:1 <!--']],
  ['a comment in a block of HTML', 'a\n\n<div>\n <!-- b\n\nc', ['html-dropped 4:2 <']],
  ['a tag', '<div title="a\n\nb', ['html-dropped 1:1 <']],
  ['a video', '<video src="/a.mp4">\n\nb', ['html-dropped 1:1 <video src="/a.mp4">']],
  ['a frame', 'a <iframe src="https://e.org">', ['html-dropped 1:3 <iframe src="https://e.org">']],
  ['in a quotation, with wide characters', '> 学 <title> a', ['html-dropped 1:5 <title>']],
  ['two of a kind on a line', 'a <title> <title>', ['html-dropped 1:3 <title>']],
  ['in code', '`<!--` and `<title>`\n\n    <!--\n\n```\n<title>\n```', []],
  ['a comment that ends', '<!-- a -->\n\nb <!-- c\nd --> e', []],
])('what is never closed: %s', async (_, body, expected) => {
  expect(await placesIn(body)).toEqual(expected);
});

test.each([
  [
    'a <title> b',
    '<title> is never closed, so feeds show it as text',
    'add </title> where it ends, or write \\<title> to show it',
  ],
  [
    'a <!-- b',
    '“<!--” is never closed, so feeds show it as text',
    'add --> or > where it ends, or write \\< to show it',
  ],
  [
    '<video src="https://e.org/a.mp4">',
    '<video> is never closed, so feeds close it before the text',
    'add </video> where it ends',
  ],
])('how to close it: %j', async (body, message, hint) => {
  expect(await findIn(body)).toMatchObject([{ message, hint }]);
});
