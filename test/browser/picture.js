/** `node test/browser/picture.js`: the image of a post’s page in the README, docs/post-page.png, from the sample posts. Needs Chromium and a build. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const project = resolve(import.meta.dirname, '../..');
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env.CHROMIUM ?? places.find((place) => existsSync(place)) ?? '';

const args = ['preview', 'posts/2024-05-14-accessible-posts/index.md', '--no-open', '--now', '2025-01-15'];
const preview = spawn(process.execPath, [join(project, 'bin/blog.js'), ...args], {
  cwd: project,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((done) => preview.stdout.once('data', (piece) => done(String(piece).trim())));
const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
const page = await browser.newPage({ viewport: { width: 800, height: 1000 }, colorScheme: 'light' });
await page.goto(url, { waitUntil: 'load' });
await page.screenshot({ path: join(project, 'docs/post-page.png') });
await browser.close();
preview.kill();
