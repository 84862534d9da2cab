/** The commands: name, summary and how to load each. */
import type { CommandSummary } from './context.ts';

export const commandRegistry: readonly CommandSummary[] = [
  {
    name: 'init',
    summary: 'set up a blog in this folder: config, first post, GitHub workflow',
    load: async () => (await import('./init/init.ts')).defineInit,
  },
  {
    name: 'new',
    summary: 'draft a post, prompting for what is missing',
    load: async () => (await import('./new/new.ts')).defineNew,
  },
  {
    name: 'validate',
    summary: 'check posts and report problems',
    aliases: ['check'],
    load: async () => (await import('./validate/validate.ts')).defineValidate,
  },
  {
    name: 'list',
    summary: 'list posts by category, tag, author, date or status',
    aliases: ['ls'],
    load: async () => (await import('./list/list.ts')).defineList,
  },
  {
    name: 'categories',
    summary: 'list categories with post counts, or merge two',
    load: async () => (await import('./list/names.ts')).defineNames('category'),
  },
  {
    name: 'tags',
    summary: 'list tags with post counts',
    load: async () => (await import('./list/names.ts')).defineNames('tag'),
  },
  {
    name: 'authors',
    summary: 'list authors with post counts',
    load: async () => (await import('./list/names.ts')).defineNames('author'),
  },
  {
    name: 'publish',
    summary: 'check and publish a draft, updating its date and dated file name',
    load: async () => (await import('./post/publish.ts')).definePublish,
  },
  {
    name: 'unpublish',
    summary: 'turn a post back into a draft',
    load: async () => (await import('./post/publish.ts')).defineUnpublish,
  },
  {
    name: 'rename',
    summary: 'change a post’s title, slug and file name, keeping its links and old URL',
    load: async () => (await import('./post/rename.ts')).defineRename,
  },
  {
    name: 'show',
    summary: 'show a post: fields, byline, status, URL and text',
    load: async () => (await import('./post/show.ts')).defineShow,
  },
  {
    name: 'edit',
    summary: 'open a post in your editor',
    load: async () => (await import('./post/edit.ts')).defineEdit,
  },
  {
    name: 'feed',
    summary: 'write the feed: RSS, Atom or JSON',
    load: async () => (await import('./feed/feed.ts')).defineFeed,
  },
  {
    name: 'schema',
    summary: 'print a JSON Schema for front matter, config or output',
    load: async () => (await import('./schema.ts')).defineSchema,
  },
  {
    name: 'completion',
    summary: 'print a completion script for your shell',
    load: async () => (await import('./completion/completion.ts')).defineCompletion(commandRegistry),
  },
  {
    name: 'help',
    summary: 'show help for a command',
    load: async () => (await import('./help.ts')).defineHelp(commandRegistry),
  },
  {
    name: '__complete',
    summary: 'print completion candidates for the scripts',
    hidden: true,
    load: async () => (await import('./completion/words.ts')).defineCompletionWords,
  },
];
