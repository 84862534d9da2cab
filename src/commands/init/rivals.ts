/** The site has the feeds already: of the two workflows that publish feeds, a blog has one. */
import { siteLine } from '../../blog/scaffold.ts';
import { refusal, UserError } from '../../errors.ts';
import { readPlainText } from '../../files/existing.ts';
import { printedPath } from '../../files/posts.ts';
import { visible } from '../../report/escape.ts';
import { workflowPlace } from './files.ts';

/** Throws UserError if the options ask for both workflows, or for one where the blog has the other. */
export function checkRivals(root: string, { feeds = false, site = false }: { feeds?: boolean; site?: boolean }): void {
  if (feeds && site) {
    throw new UserError(
      '--feeds and --site cannot be used together: the site has the feeds already; leave out --feeds',
    );
  }
  const siteFile = feeds ? ownWorkflow(root, 'site.yml', 'build') : undefined;
  if (siteFile !== undefined) {
    throw refusal([
      `${siteFile} publishes the feeds with the site already; nothing was written`,
      `To have feeds without the site, delete it and the line ${siteLine} in .gitignore first`,
    ]);
  }
  const feedsFile = site ? ownWorkflow(root, 'feeds.yml', 'feed') : undefined;
  if (feedsFile !== undefined) {
    throw refusal([
      `${feedsFile} commits the feeds, which the site has already; nothing was written`,
      'To publish the site instead, delete it and the feeds that it has committed first',
    ]);
  }
}

/** The path, as it is printed, of a workflow that runs a command of this tool; undefined if there is none. */
function ownWorkflow(root: string, name: string, command: string): string | undefined {
  const { path } = workflowPlace(root, name);
  const isOwn = new RegExp(`"\\$BLOG_TOOL" ${command}\\b`).test(readPlainText(path) ?? '');
  return isOwn ? visible(printedPath(root, path)) : undefined;
}
