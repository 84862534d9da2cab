/** A role is no other name: a merge says where it is written for all posts, and the lines can be copied. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const blog = (name: string, config: string): string =>
  tempFolder({
    'blog.config.yaml': config,
    'posts/a.md': `---\ntitle: A\ndate: 2024-05-01\nauthors: ["${name}"]\n---\nText.\n`,
  });

test.each([
  ['Siân Llŷr', 'sian-llyr', 'Siân Llŷr'],
  ['Ben, Sample', 'ben-sample', 'Ben, Sample'],
  ['王芳', '王芳', '王芳'],
  ['O’Brien: 2', 'o-brien-2', '"O’Brien: 2"'],
])('%s', async (name, key, written) => {
  for (const config of ['title: B\n', 'title: B\nauthors:\n  ada: { name: Ada Example }\n']) {
    const folder = blog(name, config);
    const { status, stderr } = await run(folder, ['authors', 'merge', name, `${name} (student)`]);
    const isFirst = config === 'title: B\n';
    const where = isFirst ? 'the config:\nauthors:' : 'authors: in the config:';
    const hint = `blog: “${name}” is the same author; for a role in all posts, add to ${where}\n  ${key}:\n    name: ${written}\n    role: student\n`;
    expect({ status, stderr }).toEqual({ status: 2, stderr: hint });
    appendFileSync(join(folder, 'blog.config.yaml'), stderr.split('\n').slice(1).join('\n'));
    expect((await run(folder, ['list', '--role', 'student', '--format', 'count'])).stdout).toBe('1\n');
  }
});

test('a person whom the config has', async () => {
  const folder = blog('ada', 'authors: { ada: { name: Ada Example, role: staff, url: "https://a.example" } }\n');
  expect(await run(folder, ['authors', 'merge', 'ada', 'Ada Example (student)'])).toMatchObject({
    status: 2,
    stderr:
      'blog: “Ada Example” is the same author; for a role in all posts, write role: student for “ada” below authors: in the config\n',
  });
  expect((await run(folder, ['authors', 'merge', 'ada', 'Ada Example'])).stderr).toBe(
    'blog: “Ada Example” and “Ada Example” are the same author\n',
  );
});
