/** Files of other programs that were only given the extension of a post. */
import { expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const hint = 'open it in the program that made it, and paste its text into a new post: blog new';

test.each([
  [
    'a .docx',
    Buffer.from('PK\x03\x04\x14\x00\xff\xfe', 'latin1'),
    'file is a Word document or a ZIP archive, not text',
  ],
  ['a .docx whose bytes are UTF-8', 'PK\x03\x04\x14\x00', 'file is a Word document or a ZIP archive, not text'],
  ['a .rtf', '{\\rtf1\\ansi Hello}\n', 'file is RTF, not Markdown'],
])('%s is named', (_, content, message) => {
  expect(diagnose(content)).toEqual([expect.objectContaining({ message, hint })]);
});
