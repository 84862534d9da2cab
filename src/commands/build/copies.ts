/** Copies of the files that pages refer to: only of those that are neither pages nor scripts, whatever they are called. */
import { extname } from 'node:path';
import { refusal } from '../../errors.ts';
import { mediaType } from '../../files/media/media.ts';
import { readCopy } from '../../files/output/content.ts';
import type { OutputFile } from '../../files/output/output.ts';
import { realPath } from '../../files/outside.ts';
import { printedPath } from '../../files/posts.ts';
import { visible } from '../../report/escape.ts';
import { findActivePart } from '../../site/images/svg.ts';
import { filePath } from '../../site/outputPaths.ts';
import type { Asset } from '../../site/site.ts';
import { printHint } from '../context.ts';
import type { FeedSite } from '../feed/options.ts';
import { placeOf } from '../pages/siteFiles.ts';

/** Documents that a post may link to, beside what pages can show. */
const documents = /\.(?:csv|docx?|epub|gpx|ics|odp|ods|odt|pptx?|rtf|tsv|txt|xlsx?|zip)$/i;

/** A copy of a file that pages refer to; undefined, having said so, for one that would be a page or a script of the site. */
export function copyOf(asset: Asset, site: FeedSite): OutputFile | undefined {
  const { inside, path } = placeOf(asset, site);
  const shown = visible(printedPath(site.base, path));
  const refuse = (why: string): undefined => {
    printHint(`not copied: ${shown}, ${why}`, site);
  };
  if (asset.use !== 'stylesheet' && mediaType(path) === undefined && !documents.test(path)) {
    return refuse('because only images, media and documents are');
  }
  // A link may have the name of an image, and lead to a post.
  if (extname(realPath(path)).toLowerCase() !== extname(path).toLowerCase()) {
    return refuse('which is a link to a file of another kind');
  }
  const found = filePath(asset.path);
  if ('problem' in found) throw refusal(`${shown}: no file can have the URL ${visible(asset.path)}: ${found.problem}`);
  const copy = { copyOf: path, root: inside, shown };
  if (!/\.svg$/i.test(path)) return { path: found.file, content: copy };
  // The bytes that were looked at are those that are written.
  const text = readCopy(copy);
  const part = text === undefined ? 'another encoding than UTF-8' : findActivePart(text);
  if (part === undefined && text !== undefined) return { path: found.file, content: text };
  return refuse(`which has ${visible(part ?? '')}; save it as a plain SVG`);
}
