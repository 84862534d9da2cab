/** The text of the git hook that `blog init --hook` writes. */
import { shellWord, singleQuoted } from '../shellWord.ts';

/** What tells a hook of ours, of any version, from another. */
const signature = '“blog init --hook”';

/** Whether a pre-commit hook was written by this program. */
export function isOwnHook(text: string): boolean {
  return text.includes(signature);
}

/** Whether nobody has changed such a hook since; it may be for another blog. */
export function isUnchangedHook(text: string): boolean {
  const common = (hook: string): string => hook.replace(/^(?:site=| {2}git diff --cached --name-only ).*\n/gm, '');
  return common(text) === common(hookText('', ''));
}

/**
 * A pre-commit hook, in the sh that git brings on every system. `site` is the folder of the blog in the repository, with a
 * slash at its end unless it is empty; `posts` is the posts folder in it. What is staged may differ from the files in the
 * folder, or need one that is not staged: then it is checked in a copy.
 */
export function hookText(site: string, posts: string): string {
  const folder = `${site}${posts === '.' ? '' : `${posts}/`}`.replace(/[*?[\]\\]/g, '\\$&');
  const patterns = ['*.md', '*.markdown'].map((name) => singleQuoted(`:(icase)${folder}${name}`)).join(' ');
  return `#!/bin/sh
# Checks the posts that are about to be committed, as they are staged. Errors stop the commit; warnings do not, so that a
# draft can be committed. Written by ${signature}: to remove it, delete this file.

site=${singleQuoted(`./${site}`)}
staged() {
  git diff --cached --name-only --diff-filter=d --relative${site === '' ? '' : `=${singleQuoted(site)}`} "$@" -- ${patterns}
}
if staged --quiet; then exit 0; fi

if [ -x "$site/node_modules/.bin/blog" ]; then
  blog=$PWD/$site/node_modules/.bin/blog
elif ! blog=$(command -v blog); then
  echo 'pre-commit: blog not found, so the posts were not checked; install it, or pass --no-verify to git commit' >&2
  exit 1
fi
# A window that was not started by a shell may not know where Node is.
if ! command -v node >/dev/null; then
  echo 'pre-commit: node not found, so the posts were not checked; add it to PATH, or pass --no-verify to git commit' >&2
  exit 1
fi

if ! git diff --quiet || [ -n "$(git ls-files --others --exclude-standard)" ]; then
  copy=$(mktemp -d) || exit 1
  trap 'rm -rf "$copy"' EXIT
  git checkout-index --all --prefix="$copy/" || exit 1
  site=$copy/$site
fi

if ! staged -z | xargs -0 "$blog" -C "$site" validate --; then
  echo 'Not committed. Fix these errors and stage the posts again, or pass --no-verify to git commit' >&2
  exit 1
fi
`;
}

/** The folder of the blog that a hook of ours checks: the `site` it was written with. */
export function siteOfHook(text: string): string | undefined {
  return /^site='\.\/(.*)'$/m.exec(text)?.[1]?.replaceAll("'\\''", "'");
}

/** The line that checks the posts of a blog in any hook: git runs it at the top of the repository. */
export function hookLine(site: string): string {
  return `blog ${site === '' ? '' : `-C ${shellWord(site.slice(0, -1))} `}validate || exit 1`;
}
