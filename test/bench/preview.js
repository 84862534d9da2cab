/** How fast `blog preview` is: from its start to a page, and from a save to the text on the screen of a real browser. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { blogFile } from './commands.js';
import { prepareCorpus } from './corpus.js';
import { CommandFailure } from './measure.js';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const chromium = process.env.CHROMIUM ?? places.find((place) => existsSync(place));
const saves = 20;

/**
 * Measures everything for blogs of these sizes, and prints a line about each as soon as it is known.
 * @param {readonly number[]} sizes
 * @param {number} runs of each start
 * @param {(line: string) => void} print
 */
export async function measurePreview(sizes, runs, print) {
  for (const size of sizes) {
    const { root } = prepareCorpus(size);
    const posts = `${size.toLocaleString('en')} posts`;
    const named = await timeStarts(root, runs, 'named');
    print(`${posts}: start → the named post ${describe(named)} × node -e 0`);
    const home = await timeStarts(root, runs, 'home');
    print(`${posts}: start → the home page ${describe(home)} × blog list`);
    print(`${posts}: memory ${(await measureMemory(root)).toFixed(0)} MiB at most`);
  }
  if (chromium === undefined) return print('chromium is not installed: no latency');
  for (const size of sizes) {
    const { root } = prepareCorpus(size);
    for (const way of /** @type {const} */ (['in place', 'atomic'])) {
      const times = await timeSaves(root, way);
      const worst = Math.max(...times).toFixed(0);
      print(
        `${size.toLocaleString('en')} posts: save → screen, ${way}: median ${median(times).toFixed(0)} ms, worst ${worst} ms of ${saves}`,
      );
    }
  }
}

/** @param {readonly {ours: number, theirs: number}[]} pairs */
function describe(pairs) {
  const ratio = median(pairs.map(({ ours, theirs }) => ours / theirs));
  return `${median(pairs.map(({ ours }) => ours)).toFixed(0)} ms, ${ratio.toFixed(2)}`;
}

/**
 * Starts in turns with what they are compared with.
 * @param {string} root
 * @param {number} runs
 * @param {'named' | 'home'} what
 */
async function timeStarts(root, runs, what) {
  const pairs = [];
  const args = what === 'named' ? [firstPost(root)] : [];
  for (let run = 0; run <= runs; run++) {
    const begin = performance.now();
    const preview = await startPreview(root, args);
    await readPage(preview.url);
    const ours = performance.now() - begin;
    await preview.stop();
    const other = performance.now();
    spawnSync(process.execPath, what === 'named' ? ['-e', '0'] : [blogFile, 'list'], { cwd: root, maxBuffer: 2 ** 28 });
    // The first pair fills the caches of the disk.
    if (run > 0) pairs.push({ ours, theirs: performance.now() - other });
  }
  return pairs;
}

/**
 * The most memory that a preview holds when all is read, pages were shown and a post was saved, in MiB.
 * @param {string} root
 */
async function measureMemory(root) {
  const preview = await startPreview(root, [firstPost(root)]);
  const { origin } = new URL(preview.url);
  await readPage(preview.url);
  for (let page = 0; page < 20; page++) await readPage(`${origin}/`);
  const status = readFileSync(`/proc/${preview.pid}/status`, 'utf8');
  await preview.stop();
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/**
 * From the moment before each save to the frame in which its text is there.
 * @param {string} root
 * @param {'in place' | 'atomic'} way
 */
async function timeSaves(root, way) {
  const require = createRequire(import.meta.url);
  /** @type {import('playwright-core')} */
  const playwright = require('playwright-core');
  const file = join(root, 'posts/measured.md');
  mkdirSync(join(root, 'posts'), { recursive: true });
  writeFileSync(file, toPost('At first.'));
  const browser = await playwright.chromium.launch({ executablePath: chromium ?? '', chromiumSandbox: false });
  const preview = await startPreview(root, ['posts/measured.md']);
  try {
    const page = await browser.newPage();
    const listening = page.waitForResponse('**/.blog/events');
    await page.goto(preview.url);
    await listening;
    const { origin } = new URL(preview.url);
    await readPage(`${origin}/`);
    await page.getByText('At first.').waitFor();
    const times = [];
    for (let save = 0; save <= saves; save++) {
      const text = `Saved ${save} times.`;
      await page.evaluate(watchFor(text));
      // Nobody saves at once after a save.
      await new Promise((resolve) => setTimeout(resolve, 250 + ((save * 37) % 100)));
      const begin = performance.timeOrigin + performance.now();
      if (way === 'in place') writeFileSync(file, toPost(text));
      else {
        writeFileSync(`${file}.new`, toPost(text));
        renameSync(`${file}.new`, file);
      }
      const shown = /** @type {number} */ (await page.evaluate('window.shown'));
      if (save > 0) times.push(shown - begin);
    }
    return times;
  } finally {
    await browser.close();
    await preview.stop();
    rmSync(file, { force: true });
  }
}

/**
 * A script: `window.shown` becomes the moment after the frame that shows a text.
 * @param {string} text
 */
function watchFor(text) {
  return `window.shown = new Promise((resolve) => {
    const look = () => {
      if (!document.body.textContent.includes(${JSON.stringify(text)})) return;
      watcher.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        channel.port2.postMessage(0);
      });
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document, { subtree: true, childList: true, characterData: true });
  }); 0`;
}

/** @param {string} text */
function toPost(text) {
  const others = Array.from(
    { length: 30 },
    (_, at) => `Paragraph ${at} of a post of a usual length, with a [link](https://example.org/${at}).`,
  );
  return `---\ntitle: A measured post\ndate: 2018-07-05\nauthors: [Ada Example]\n---\n\n${text}\n\n${others.join('\n\n')}\n`;
}

/** @param {string} root */
function firstPost(root) {
  const { stdout } = spawnSync(process.execPath, [blogFile, 'list', '--format', 'json', '--limit', '1'], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(stdout)[0].file;
}

/**
 * Starts a preview on a free port, without a browser.
 * @param {string} cwd
 * @param {readonly string[]} args
 * @returns {Promise<{url: string, pid: number, stop: () => Promise<void>}>}
 */
async function startPreview(cwd, args) {
  const child = spawn(process.execPath, [blogFile, 'preview', '--no-open', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let stderr = '';
  child.stderr.on('data', (piece) => {
    stderr += String(piece);
  });
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    child.stdout.once('data', (piece) => resolve(String(piece).trim()));
    child.on('close', () => reject(new CommandFailure(`blog preview in ${cwd}\n${stderr}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/**
 * Not by `fetch`, which takes its time to start.
 * @param {string} url
 */
async function readPage(url) {
  const status = await new Promise((resolve, reject) => {
    get(url, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    }).on('error', reject);
  });
  if (status !== 200) throw new CommandFailure(`${url} was answered with ${status}`);
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
