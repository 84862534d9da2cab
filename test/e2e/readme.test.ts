/** Every `console` block of the README is what a user would see who types it, in a copy of this repository. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { run, siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const project = resolve(import.meta.dirname, '../..');
const readme = readFileSync(join(project, 'README.md'), 'utf8');

interface Step {
  command: string;
  output: string;
}

/** The commands of all `console` blocks with what stands below each. */
function readSteps(text: string): Step[] {
  return [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command = '', ...lines] = part.split('\n');
        return { command, output: lines.join('\n') };
      }),
  );
}

/** `…` stands for anything, be it lines. */
function toPattern(output: string): RegExp {
  const escaped = output.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[\\s\\S]*?')}$`);
}

describe('the README', () => {
  let folder: string;
  let env: Record<string, string | undefined>;

  beforeAll(() => {
    folder = tempFolder();
    for (const name of ['posts', 'blog.config.yaml'])
      cpSync(join(project, name), join(folder, name), { recursive: true });
    const tools = join(tempFolder(), 'bin');
    mkdirSync(tools);
    writeFileSync(
      join(tools, 'blog'),
      `#!/bin/sh\nexec "${process.execPath}" "${join(project, 'bin/blog.js')}" "$@"\n`,
    );
    chmodSync(join(tools, 'blog'), 0o755);
    env = { PATH: `${tools}${delimiter}${process.env['PATH']}`, HOME: folder };
  });

  test.each(readSteps(readme))('$command', ({ command, output }) => {
    const { stdout, stderr } = spawnSync('/bin/sh', ['-c', command], {
      cwd: folder,
      env: env as NodeJS.ProcessEnv,
      encoding: 'utf8',
    });
    const printed = stdout + stderr;
    if (output.includes('…')) expect(printed).toMatch(toPattern(output));
    else expect(printed).toBe(output);
  });

  test('begins with the two lines that set it up and test it', () => {
    expect(readme.match(/^npm install && .*$/gm)).toEqual(['npm install && npx blog list', 'npm install && npm test']);
  });
});

test('the settings that the README shows are settings', async () => {
  const [, settings = ''] = /^```yaml\n(title: [\s\S]*?)^```$/m.exec(readme) ?? [];
  expect(settings).toContain('feed:');
  expect(await run(siteOf({}, settings), ['list'])).toMatchObject({ status: 0 });
});
