/** The files of a new blog. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { defaultConfig } from '../../blog/config/config.ts';
import { parseConfig } from '../../blog/config/parse.ts';
import { configText, feedLine, firstPost, type NewBlog, siteLine, withIgnored } from '../../blog/scaffold.ts';
import { siteSection, statementFile, statementText } from '../../blog/statement.ts';
import { inferredLanguagesNote } from '../../blog/translations.ts';
import { feedsWorkflowText, siteWorkflowText, workflowText } from '../../blog/workflows.ts';
import { readPlainText } from '../../files/existing.ts';
import { isMissing, repositoryAbove } from '../../files/folder.ts';
import { checkInside } from '../../files/outside.ts';
import { findPosts } from '../../files/posts.ts';
import { gitName } from '../../files/programs/git.ts';
import { draftPost } from '../../post/draft/draft.ts';
import { parsePerson } from '../../post/fields/authors.ts';
import { visible } from '../../report/escape.ts';
import { version } from '../../version.ts';
import type { Context } from '../context.ts';
import { readDateOption } from '../dates.ts';
import { readClock } from '../site.ts';
import type { InitFlags } from './answers.ts';

export interface InitOptions extends InitFlags {
  /** Undefined means true. */
  ci?: boolean;
  ignoreFeed?: boolean;
  hook?: boolean;
  dryRun?: boolean;
}

/** A file to write. */
export interface NewFile {
  path: string;
  text: string;
  /** The text of the file that exists, of which `text` is a longer version. */
  before?: string;
  /** Whether the user asked for it, and did not only not refuse it. */
  isAsked?: boolean;
}

/** All files, notes for the user on those that are not written, and whether the user asked for one of them. */
export function planFiles(
  blog: NewBlog,
  options: InitOptions,
  root: string,
  context: Context,
): { files: NewFile[]; notes: string[]; isFirst: boolean; isIncomplete: boolean } {
  const files: NewFile[] = [];
  const notes: string[] = [];
  let isIncomplete = false;
  const folder = join(root, blog.posts);
  checkInside(root, folder, `posts: ${visible(blog.posts)}`);
  const posts = isMissing(folder) ? [] : findPosts({ path: folder, printed: '', base: root });
  if (posts.length === 0) files.push(firstPostFile(blog, root, context));
  else notes.push(`not changed: ${visible(blog.posts)} (already contains posts)`);
  const languages = inferredLanguagesNote(posts, { language: blog.language });
  if (languages !== undefined) notes.push(languages);
  const ignored = [...(options.ignoreFeed ? [feedLine] : []), ...(options.site ? [siteLine] : [])];
  if (ignored.length > 0) {
    const { file, note, isRefused } = ignoreFile(root, ignored);
    if (file) files.push(file);
    if (note !== undefined) notes.push(note);
    isIncomplete ||= isRefused;
  }
  const workflows = [
    ...(options.ci === false
      ? []
      : [{ name: 'blog.yml', text: workflowText(version, blog.review), isAsked: options.ci === true }]),
    ...(options.site ? [{ name: 'site.yml', text: siteWorkflowText(version), isAsked: true }] : []),
    ...(options.feeds ? [{ name: 'feeds.yml', text: feedsWorkflowText(version), isAsked: true }] : []),
  ];
  const places = workflows.map((workflow) => ({ ...workflow, ...workflowPlace(root, workflow.name) }));
  const [problem] = places.flatMap((place) => place.problem ?? []);
  if (problem === undefined) files.push(...places.map(({ path, text, isAsked }) => ({ path, text, isAsked })));
  else {
    isIncomplete ||= workflows.some(({ isAsked }) => isAsked);
    notes.push(problem);
  }
  if (options.site) files.push({ path: join(folder, statementFile), text: statementText() });
  // The config comes last: until it exists, `blog init` can be run again to finish.
  const text = configText(blog) + (options.site ? siteSection() : '');
  const read = parseConfig(text);
  if ('faults' in read) throw new Error(`the config cannot be read back: ${read.faults[0]?.message}`);
  files.push({ path: join(root, 'blog.config.yaml'), text });
  return { files, notes, isFirst: posts.length === 0, isIncomplete };
}

/** The `.gitignore` with these lines, if it lacks any; a note if it is left as it is, and whether it must not be changed. */
export function ignoreFile(
  root: string,
  lines: readonly string[],
): { file?: NewFile; note?: string; isRefused: boolean } {
  const path = join(root, '.gitignore');
  const old = readPlainText(path);
  if (old === undefined) return { note: 'not changed: .gitignore', isRefused: true };
  const text = lines.reduce((before, line) => withIgnored(before, line) ?? before, old);
  const names = lines.map((line) => line.slice(1)).join(' and ');
  if (text === old) return { note: `not changed: .gitignore (already has ${names})`, isRefused: false };
  return { file: { path, text, ...(!isMissing(path) && { before: old }) }, isRefused: false };
}

/** The path of a workflow, and why it must not be written there. */
export function workflowPlace(root: string, name: string): { path: string; problem?: string } {
  const path = join(root, '.github', 'workflows', name);
  const repository = repositoryAbove(root);
  if (repository === undefined) return { path };
  const problem = `no workflow written: GitHub only runs workflows in the repository root, ${visible(repository)}`;
  return { path, problem };
}

function firstPostFile(blog: NewBlog, root: string, { shell, globals }: Context): NewFile {
  const now = readClock({ shell, globals }, blog.timeZone);
  const author = gitName(root, shell.env) ?? 'Partnership team';
  const { title, slug, summary, body } = firstPost;
  const { inPosts, text } = draftPost(
    {
      title,
      date: readDateOption(undefined, now, blog.timeZone),
      id: randomUUID(),
      authors: [parsePerson(author)],
      photos_by: [],
      categories: blog.categories.slice(0, 1),
      tags: [],
      summary,
      draft: true,
      body,
    },
    slug,
    defaultConfig().filename,
  );
  return { path: join(root, blog.posts, inPosts), text };
}
