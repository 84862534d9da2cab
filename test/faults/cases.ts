/** The commands that write, and the blogs that they are run on. */
import { basename } from 'node:path';
import { temporaryPath } from '../../src/files/write/temporary.ts';
// Jest cannot load a module that two others ask for at the same moment, as the formats of feeds do with this one.
import '../../src/feed/xml.ts';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { type Files, readFiles } from './state.ts';
import type { TracedProgram } from './strace.ts';

export interface Case {
  args: readonly string[];
  files: Files;
  /** The arguments of a run before, without a fault. */
  earlier?: readonly string[];
  /** The one file that gets another name. */
  moves?: readonly [from: string, to: string];
  always?: TracedProgram['always'];
}

const settings = 'title: Our blog\nsite_url: https://blog.example.org\n';

function post(title: string, day: string, fields: readonly string[] = [], text = 'Text.\n'): string {
  return `---\n${[`title: ${title}`, `date: ${day}`, ...fields].join('\n')}\n---\n\n${text}`;
}

const tea = post('Tea', '2024-05-01', ['categories: [News]'], 'Zoë’s [talk](2024-05-02-talk.md).\n');
const talk = post('Talk', '2024-05-02', ['categories: [Events]']);
const files = { 'blog.config.yaml': settings, 'posts/2024-05-01-tea.md': tea, 'posts/2024-05-02-talk.md': talk };

const now = ['--now', '2024-05-14T09:30:00Z'];
const before = ['--now', '2024-05-01T23:00:00Z'];

/** What a process left that was killed long ago. */
const left = basename(temporaryPath('.')).replace(/^\.blog-\d+/, '.blog-4194306');

/** More than is written at once. */
const long = 'A long paragraph, written many times over.\n\n'.repeat(7000);

export const cases: Readonly<Record<string, Case>> = {
  'feed -o': {
    args: ['feed', '-o', 'public/feed.xml', ...now],
    files: {
      ...files,
      [`public/${left}`]: 'half a fe',
      'public/style.css': '',
      'posts/2024-05-03-long.md': post('Long', '2024-05-03', [], long),
    },
    earlier: ['feed', '-o', 'public/feed.xml', ...before],
  },
  'feed --all -o': {
    args: ['feed', '--all', '-o', 'public', ...now],
    files,
    earlier: ['feed', '--all', '-o', 'public', ...before],
  },
  build: {
    args: ['build', '-o', 'public', ...now],
    files: {
      ...files,
      'posts/table.png': 'png',
      'posts/2024-05-03-new.md': post('New', '2024-05-03', [], '![A](table.png)\n'),
    },
    earlier: ['build', '-o', 'public', ...before],
  },
  new: {
    args: ['new', 'Our day', '--category', 'News', ...now],
    files: { ...files, 'blog.config.yaml': `${settings}filename: "{year}/{month}/{slug}"\n` },
  },
  'new, without hard links': {
    args: ['new', 'Our day', '--category', 'News', ...now],
    files,
    always: { names: ['link', 'linkat'], error: 'EPERM' },
  },
  init: {
    args: ['init', '--title', 'Ours', '--timezone', 'UTC', '--categories', 'News', '--ignore-feed', ...now],
    files: { '.gitignore': 'node_modules\n' },
  },
  publish: {
    args: ['publish', 'plan', '--date', '2024-05-14', ...now],
    files: { ...files, 'posts/2024-05-03-plan.md': post('Plan', '2024-05-03', ['draft: true']) },
    moves: ['posts/2024-05-03-plan.md', 'posts/2024-05-14-plan.md'],
  },
  rename: {
    args: ['rename', 'talk', 'Our talk', ...now],
    files,
    moves: ['posts/2024-05-02-talk.md', 'posts/2024-05-02-our-talk.md'],
  },
  'categories merge': {
    args: ['categories', 'merge', 'News', 'Events', ...now],
    files: { ...files, 'posts/2024-05-02-talk.md': talk.replace('Events', 'news') },
  },
  'validate --fix': {
    args: ['validate', '--fix', ...now],
    files: {
      'blog.config.yaml': settings,
      'posts/2024-05-03-one.md': post('One: two', '2024-05-03'),
      'posts/2024-05-04-two.md': post('Two', '4 May 2024', ['catgeories: [News]']),
    },
  },
};

/** The files that a case begins with. */
export async function beginningOf({ files, earlier }: Case): Promise<Files> {
  const folder = tempFolder(files);
  if (earlier) {
    const { status, stderr } = await run(folder, earlier);
    if (status !== 0) throw new Error(stderr);
  }
  return readFiles(folder);
}
