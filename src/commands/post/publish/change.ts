/** What the commands have in common that make a post wait for review, or a draft again. */
import type { Sweep } from '../../../files/write/temporary.ts';
import type { Status } from '../../../post/post.ts';
import type { DefineCommand } from '../../context.ts';
import { examples } from '../../help.ts';
import { lockedPosts } from '../../locked.ts';
import { openSite, type SiteContext } from '../../site.ts';
import { askPost } from '../ask.ts';
import { postArgument } from '../choose.ts';

/** Changes the post that is named, and returns the exit status. Without `sweep` it is a dry run. */
export type Change = (wanted: string, site: SiteContext, sweep?: Sweep) => Promise<number>;

/** Defines such a command: the posts that it asks for have one of `statuses`. */
export function defineChange(change: Change, statuses: readonly Status[], ...lines: string[]): DefineCommand {
  return (command, context, done) => {
    command
      .argument(...postArgument)
      .option('--dry-run', 'show what would change as a diff, without writing')
      .addHelpText(...examples(...lines))
      .action(async (named: string | undefined, { dryRun = false }: { dryRun?: boolean }) => {
        const site = await openSite(context());
        const wanted = await askPost(named, command, site, statuses);
        done(await (dryRun ? change(wanted, site) : lockedPosts(site, (sweep) => change(wanted, site, sweep))));
      });
  };
}
