/** The commands: name, summary and how to load each. */
import type { CommandSummary } from './context.ts';

export const commandRegistry: readonly CommandSummary[] = [
  command('init', 'set up a blog in this folder: config, first post, GitHub workflow', () =>
    import('./init/init.ts').then((file) => file.defineInit),
  ),
  command('new', 'draft a post, prompting for what is missing', () =>
    import('./new/new.ts').then((file) => file.defineNew),
  ),
  command('validate|check', 'check posts and report problems', () =>
    import('./validate/validate.ts').then((file) => file.defineValidate),
  ),
  command('list|ls', 'list posts by category, tag, author, date or status', () =>
    import('./list/list.ts').then((file) => file.defineList),
  ),
  command('categories', 'list categories with post counts, or merge two', () =>
    import('./list/names.ts').then((file) => file.defineNames('category')),
  ),
  command('tags', 'list tags with post counts, or merge two', () =>
    import('./list/names.ts').then((file) => file.defineNames('tag')),
  ),
  command('authors', 'list authors with post counts, or merge two', () =>
    import('./list/names.ts').then((file) => file.defineNames('author')),
  ),
  command('submit', 'check a draft and submit it for review', () =>
    import('./post/publish/submit.ts').then((file) => file.defineSubmit),
  ),
  command('publish', 'check and publish a draft, updating its date and dated file name', () =>
    import('./post/publish/publish.ts').then((file) => file.definePublish),
  ),
  command('unpublish', 'turn a post back into a draft', () =>
    import('./post/publish/unpublish.ts').then((file) => file.defineUnpublish),
  ),
  command('rename', 'change a post’s title, slug and file name, keeping its links and old URL', () =>
    import('./post/rename.ts').then((file) => file.defineRename),
  ),
  command('show', 'show a post: fields, byline, status, URL and text', () =>
    import('./post/show.ts').then((file) => file.defineShow),
  ),
  command('edit', 'open a post in your editor', () => import('./post/edit.ts').then((file) => file.defineEdit)),
  command('preview', 'show the blog in your browser, as readers will see it', () =>
    import('./preview/preview.ts').then((file) => file.definePreview),
  ),
  command('feed', 'write the feed: RSS, Atom or JSON', () => import('./feed/feed.ts').then((file) => file.defineFeed)),
  command('build', 'write the site: pages, feeds and images, ready for any web space', () =>
    import('./build/build.ts').then((file) => file.defineBuild),
  ),
  command('import', 'import the posts of a WordPress blog from its export', () =>
    import('./import/import.ts').then((file) => file.defineImport),
  ),
  command('schema', 'print a JSON Schema for front matter, config or output', () =>
    import('./schema.ts').then((file) => file.defineSchema),
  ),
  command('completion', 'print a completion script for your shell', () =>
    import('./completion/completion.ts').then((file) => file.defineCompletion(commandRegistry)),
  ),
  command('help', 'show help for a command', () =>
    import('./help.ts').then((file) => file.defineHelp(commandRegistry)),
  ),
  command('__complete', 'print completion candidates for the scripts', () =>
    import('./completion/words.ts').then((file) => file.defineCompletionWords),
  ),
];

/** `names` may have aliases after a `|`. A command that begins with `_` is for scripts, and hidden. */
function command(names: string, summary: string, load: CommandSummary['load']): CommandSummary {
  const [name = '', ...aliases] = names.split('|');
  return { name, aliases, summary, hidden: name.startsWith('_'), load };
}
