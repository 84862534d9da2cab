/** The commands: name, a line about each, and how to load it. */
import type { CommandSummary } from './context.ts';

export const commandRegistry: readonly CommandSummary[] = [
  {
    name: 'init',
    summary: 'begin a blog in this folder: settings, a first post, checks on GitHub',
    aliases: [],
    load: async () => (await import('./init/init.ts')).defineInit,
  },
  {
    name: 'new',
    summary: 'draft a post: asks for what is missing, writes the file, prints its path',
    aliases: [],
    load: async () => (await import('./new/new.ts')).defineNew,
  },
  {
    name: 'validate',
    summary: 'check the posts, and say what to mend and where',
    aliases: ['check'],
    load: async () => (await import('./validate/validate.ts')).defineValidate,
  },
  {
    name: 'list',
    summary: 'browse the posts: by category, tag, author, date and status',
    aliases: ['ls'],
    load: async () => (await import('./list/list.ts')).defineList,
  },
  {
    name: 'categories',
    summary: 'which categories there are, and how many posts each has',
    aliases: [],
    load: async () => (await import('./list/names.ts')).defineNames('category'),
  },
  {
    name: 'tags',
    summary: 'which tags there are',
    aliases: [],
    load: async () => (await import('./list/names.ts')).defineNames('tag'),
  },
  {
    name: 'authors',
    summary: 'who has written, and how many posts',
    aliases: [],
    load: async () => (await import('./list/names.ts')).defineNames('author'),
  },
  {
    name: 'publish',
    summary: 'make a draft public: checks it first, sets its date, renames its dated file',
    aliases: [],
    load: async () => (await import('./post/publish.ts')).definePublish,
  },
  {
    name: 'unpublish',
    summary: 'make a post a draft again',
    aliases: [],
    load: async () => (await import('./post/publish.ts')).defineUnpublish,
  },
  {
    name: 'rename',
    summary: 'give a post another title, slug and file; links, identity and old address are kept',
    aliases: [],
    load: async () => (await import('./post/rename.ts')).defineRename,
  },
  {
    name: 'show',
    summary: 'one post: its fields, byline, status, address and text',
    aliases: [],
    load: async () => (await import('./post/show.ts')).defineShow,
  },
  {
    name: 'edit',
    summary: 'open a post in your editor',
    aliases: [],
    load: async () => (await import('./post/edit.ts')).defineEdit,
  },
  {
    name: 'feed',
    summary: 'write the feed that readers subscribe to',
    aliases: [],
    load: async () => (await import('./feed/feed.ts')).defineFeed,
  },
  {
    name: 'schema',
    summary: 'the JSON Schema of the fields of a post, for editors',
    aliases: [],
    load: async () => (await import('./schema.ts')).defineSchema,
  },
  {
    name: 'completion',
    summary: 'let your shell complete commands, options and the names of your posts',
    aliases: [],
    load: async () => (await import('./completion/completion.ts')).defineCompletion(commandRegistry),
  },
  {
    name: '__complete',
    summary: 'what the completion scripts ask for',
    aliases: [],
    hidden: true,
    load: async () => (await import('./completion/words.ts')).defineCompletionWords,
  },
];
