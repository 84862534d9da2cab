/** Bare `blog`: an overview of the folder, and the commands used most. */
import { basename } from 'node:path';
import { selectPosts } from '../blog/query.ts';
import { usedNames } from '../blog/usedNames.ts';
import { ExitCode, UserError } from '../errors.ts';
import { isMissing } from '../files/folder.ts';
import { statusOf } from '../post/post.ts';
import { visible } from '../report/escape.ts';
import { loadStyle } from '../report/style.ts';
import { formatWelcome, isTypeable, type Overview } from '../report/welcome.ts';
import { loadMeasure } from '../report/width.ts';
import { type Context, colorOf } from './context.ts';
import { openSite, readPostIndex, type SiteContext } from './site.ts';

/** Prints the overview. Returns the exit status: invalid posts are only counted, an invalid config is an error. */
export async function welcome(context: Context): Promise<number> {
  try {
    await print(createOverview(await openSite(context)), context);
    return ExitCode.done;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await print(undefined, context);
    context.shell.err(`blog: ${error.lines.map(visible).join('\n')}\n`);
    return error.status;
  }
}

async function print(overview: Overview | undefined, context: Context): Promise<void> {
  const { shell } = context;
  const style = await loadStyle(colorOf('stdout', context));
  const measure = await loadMeasure(overview === undefined ? [] : [overview.title]);
  shell.out(formatWelcome(overview, { style, measure, width: Math.min(shell.stdout.width ?? 80, 80) }));
}

/** The folder in short. */
function createOverview(site: SiteContext): Overview {
  const { config, folder, root, configFile, now } = site;
  const title = config.title ?? (config.siteUrl && new URL(config.siteUrl).host) ?? basename(root);
  const shown = { title: visible(title), hasConfig: configFile !== undefined };
  if (isMissing(folder.path)) return { ...shown, counts: undefined };
  const { entries, invalid } = readPostIndex(site);
  const counts = { published: 0, scheduled: 0, pending: 0, draft: 0, expired: 0, invalid: invalid.length };
  for (const { post } of entries) counts[statusOf(post, now)]++;
  const typeable = selectPosts(entries, {}, now).entries.filter(({ post }) => isTypeable(post.slug));
  const [newest] = typeable;
  const draft = typeable.find(({ post }) => statusOf(post, now) === 'draft');
  const [category] = usedNames(entries, 'category');
  return {
    ...shown,
    counts,
    ...(category && { category: category.name }),
    ...(newest && { newest: newest.post.slug }),
    ...(draft && { draft: draft.post.slug }),
  };
}
