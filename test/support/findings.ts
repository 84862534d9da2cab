/** What `validate` finds in a text, for tests of the rules of the body. */
import { run } from './site.ts';
import { tempFolder } from './tempFolder.ts';

export interface BlogOfText {
  /** More lines of front matter. */
  fields?: string;
  /** More files in the posts folder. */
  files?: Readonly<Record<string, string>>;
  config?: string;
  /** Where the post is, in the posts folder. */
  file?: string;
  /** More arguments. */
  args?: readonly string[];
}

export interface Finding {
  rule: string;
  severity: string;
  line: number;
  column: number;
  endColumn: number;
  message: string;
  hint?: string;
}

/** The findings of a post with this text; `line` is counted from the first line of the text. */
export async function findIn(body: string, blog: BlogOfText = {}): Promise<Finding[]> {
  const { fields = '', files = {}, config, file = '2024-05-14-a-post.md', args = [] } = blog;
  const people = /^authors:/m.test(fields) ? '' : 'authors: Ada Example\n';
  const top = `---\ntitle: A\ndate: 2024-05-14\n${people}summary: S.\n${fields === '' ? '' : `${fields}\n`}---\n`;
  const others = Object.entries(files).map(([name, text]) => [`posts/${name}`, text]);
  const folder = tempFolder({
    ...Object.fromEntries(others),
    ...(config !== undefined && { 'blog.config.yaml': config }),
    [`posts/${file}`]: top + body,
  });
  const { stdout } = await run(folder, ['validate', `posts/${file}`, '--format', 'json', ...args]);
  const above = top.split('\n').length - 1;
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Finding[] };
  return diagnostics.map((one) => ({ ...one, line: one.line - above }));
}

/** `rule line:column-end “what is marked”` for each finding. */
export async function placesIn(body: string, blog: BlogOfText = {}): Promise<string[]> {
  const lines = body.split(/\r?\n/);
  return (await findIn(body, blog)).map(({ rule, line, column, endColumn }) => {
    const marked = [...(lines[line - 1] ?? '')].slice(column - 1, endColumn - 1).join('');
    return `${rule} ${line}:${column} ${marked}`;
  });
}

/** A whole post, for another file of the folder. */
export function otherPost(fields = ''): string {
  return `---\ntitle: Another\ndate: 2024-04-01\nauthors: Ada Example\nsummary: S.\n${fields}\n---\nText.\n`;
}
