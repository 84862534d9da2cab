/**
 * Runs commands of the built program in the process of a Windows Node.js that is started once, as starting it takes longer than
 * most commands. Pipes to it are not reliable, so that a command arrives and is answered as files: the folder `box` has one
 * for each, in which `ready` says that it is complete.
 */
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';

const [box = '', bin = ''] = process.argv.slice(2);
const { main } = await import(new URL('../dist/main.js', bin).href);
const done = new Set();
const { OS, PATH, PATHEXT, ComSpec, SystemRoot } = process.env;
const own = { OS, PATH, PATHEXT, ComSpec, SystemRoot };

writeFileSync(join(box, 'started'), '');
while (!existsSync(join(box, 'stop'))) {
  for (const name of readdirSync(box)) {
    const folder = join(box, name);
    if (done.has(name) || !existsSync(join(folder, 'ready'))) continue;
    done.add(name);
    await answer(folder);
  }
  await setTimeout(3);
}

async function answer(folder) {
  const texts = (name) => readFileSync(join(folder, name), 'utf8').split('\0').slice(0, -1);
  const env = Object.fromEntries(texts('env').map((line) => [line.split('=', 1)[0], line.replace(/^[^=]*=/, '')]));
  const { BLOG_CWD: cwd, BLOG_COLUMNS: columns, PATH: _unix, ...given } = env;
  let count = 0;
  // Numbered, so that what was printed on both streams keeps its order.
  const print = (stream) => (text) =>
    writeFileSync(join(folder, `${String(++count).padStart(6, '0')}.${stream}`), text);
  const stream = { width: columns ? Number(columns) : undefined, color: 0 };
  const status = await main(texts('args'), {
    cwd,
    env: { ...own, ...given },
    now: () => new Date(),
    out: print('out'),
    err: print('err'),
    stdout: stream,
    stderr: stream,
    interactive: false,
    stdin: createReadStream(join(folder, 'stdin')),
    prompts: new PassThrough(),
    guardTerminal: () => () => undefined,
  });
  writeFileSync(join(folder, 'status'), String(status));
  writeFileSync(join(folder, 'done'), '');
}
