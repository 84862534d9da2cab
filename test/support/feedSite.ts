/** A blog for tests of `blog feed`, and what is done with it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWithFeedsmith } from './feedReaders.ts';
import { type Run, run, siteOf } from './site.ts';

export const config = 'title: Our blog\nsite_url: https://blog.example.org\n';
export const id = (number: number): string => `00000000-0000-4000-8000-00000000000${number}`;

const posts = {
  '2024-05-10-tea.md': [
    'title: Tea & talk',
    'date: 2024-05-10',
    `id: ${id(1)}`,
    'categories: [Events, events]',
    'authors: [Ada (student), Bo]',
    'summary: Cups.',
  ],
  '2024-05-01-café.md': ['title: Café', 'date: 2024-05-01', 'categories: [Partnership blog]', 'authors: Bo'],
  '2023-12-31-old.md': ['title: Old', 'date: 2023-12-31', `id: ${id(2)}`],
  '2099-01-01-later.md': ['title: Later', 'date: 2099-01-01', 'categories: [Secret]'],
  '2024-04-01-draft.md': ['title: Draft', 'date: 2024-04-01', 'draft: true'],
  '2024-03-01-gone.md': ['title: Gone', 'date: 2024-03-01', 'expires: 2024-04-01'],
};

export const site = (more: Readonly<Record<string, readonly string[]>> = {}, settings = config): string =>
  siteOf({ ...posts, ...more }, settings);
export const feed = async (folder: string, ...args: string[]): Promise<Run> => run(folder, ['feed', ...args]);
export const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
export const titlesOf = (text: string): (string | undefined)[] => readWithFeedsmith(text).map(({ title }) => title);
export const write = (folder: string, file: string, text: string): void => writeFileSync(join(folder, file), text);
export const change = (folder: string, file: string, from: string | RegExp, to: string): void =>
  write(folder, file, read(folder, file).replace(from, to));
