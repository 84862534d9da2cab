/** The pages of a preview: planned whenever fields change, rendered for each request. */
import type { PostIndex } from '../../blog/postIndex.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import type { Renderer } from '../../feed/content.ts';
import { createRenderer } from '../../feed/renderer.ts';
import { fileLookup } from '../../files/existing.ts';
import type { PostFile } from '../../files/posts.ts';
import { findGenerator } from '../../files/site/generator.ts';
import { eventsPath, scriptPath } from '../../serve/server.ts';
import { planPages } from '../../site/plan/plan.ts';
import { basePath } from '../../site/plan/urls.ts';
import { renderPage } from '../../site/render.ts';
import {
  type Extras,
  type Page,
  type Rendered,
  type SitePlan,
  type SiteText,
  unknownSiteUrl,
} from '../../site/site.ts';
import { createSurroundings } from '../feed/otherPosts.ts';
import { findImagesAbove } from '../pages/imagesAbove.ts';
import { createSizeFinder, staticLookup } from '../pages/siteFiles.ts';
import type { SiteContext } from '../site.ts';
import type { Posts } from './posts.ts';
import type { FindProblems } from './problems.ts';

/** The pages as they are at one moment. */
export interface Pages {
  plan: SitePlan;
  /** The path of the page of a post, below that of the site. */
  pathOf(file: string): string | undefined;
  /** Renders a page as its files are now. Throws UserError if the HTML of a post would be unsafe. */
  render(page: Page, extras?: Extras): Promise<Rendered>;
  /** The problems of a post as its file is now. */
  problemsOf(file: PostFile): Promise<Diagnostic[]>;
  /** Makes the next page look for files and their sizes again. */
  forgetFiles(): void;
}

/** What makes the HTML of texts: what sanitises it is loaded for the first text with tags. */
export interface Markup {
  renderer: Renderer;
  isWhole: boolean;
}

/** Thrown, and never seen by anybody, where a text has tags and the sanitiser is not loaded yet. */
class NeedsMarkup extends Error {}

/** A renderer that is made for most texts. */
export async function createMarkup(): Promise<Markup> {
  return { renderer: await createRenderer(false, () => new NeedsMarkup()), isWhole: false };
}

/** What pages are planned from, besides the folders: the posts that were read so far, and the texts that are not posts. */
export interface Sources {
  posts: Posts;
  index: PostIndex;
  texts: readonly SiteText[];
  markup: Markup;
}

/** Plans the pages of a preview. */
export function planPreview(site: SiteContext, { posts, index, texts, markup }: Sources): Pages {
  const { config, folder, now, root } = site;
  const siteUrl = config.siteUrl ?? unknownSiteUrl;
  const files = posts.files();
  const byName = new Map(files.map((file) => [file.file, file]));
  let fileAt = fileLookup(folder.path);
  let imageAbove = findImagesAbove(site, siteUrl, fileAt);
  let findProblems: FindProblems | undefined;
  let staticFile = staticLookup(site);
  let imageSize = createSizeFinder(site);
  const forgetFiles = (): void => {
    fileAt = fileLookup(folder.path);
    imageAbove = findImagesAbove(site, siteUrl, fileAt);
    findProblems = undefined;
    staticFile = staticLookup(site);
    imageSize = createSizeFinder(site);
  };
  const plan = planPages({
    config,
    entries: index.entries.map((entry) => ({
      ...entry,
      inPosts: byName.get(entry.post.file)?.inPosts ?? '',
      readBody: () => posts.bodyOf(entry.post.file).text,
    })),
    now,
    mode: 'preview',
    texts,
    surroundings: createSurroundings(
      siteUrl,
      index.entries,
      site,
      (path) => fileAt(path),
      (...given) => imageAbove?.(...given),
    ),
    renderer: {
      markdown: markup.renderer.markdown,
      closeHtml: (...given) => markup.renderer.closeHtml(...given),
      makeSafe: (...given) => markup.renderer.makeSafe(...given),
      findDanger: (...given) => markup.renderer.findDanger(...given),
    },
    staticFile: (path) => staticFile?.(path),
    imageSize: (asset) => imageSize(asset),
    generator: findGenerator(root),
  });
  const paths = new Map<string, string>();
  for (const page of plan.pages.values()) if (page.kind === 'post') paths.set(page.entry.post.file, page.path);
  return {
    plan,
    pathOf: (file) => paths.get(file),
    forgetFiles,
    async problemsOf(file) {
      if (!findProblems) {
        // The rules take longer to load than a page to make.
        const { createProblemFinder } = await import('./problems.ts');
        findProblems = createProblemFinder(site, files, index);
      }
      return findProblems(file, now);
    },
    async render(page, extras) {
      const all = { script: { src: scriptPath, events: eventsPath }, ...extras };
      try {
        return renderPage(page, plan, all);
      } catch (error) {
        if (!(error instanceof NeedsMarkup)) throw error;
        if (!markup.isWhole) markup.renderer = await createRenderer(true);
        markup.isWhole = true;
        return renderPage(page, plan, all);
      }
    },
  };
}

/** The path that the URL of the site has: `/blog` of `https://org.github.io/blog`. */
export function baseOf({ config }: SiteContext): string {
  return basePath(config.siteUrl ?? '');
}
