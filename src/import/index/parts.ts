/** The parts of posts to which posts link, as in `href="/2018/07/05/a-post/#notes"`. */
import { decodeEntities } from '../../post/entities.ts';
import { detached } from '../../post/text.ts';
import { partNames } from '../text/tidy/links.ts';

const link = /\bhref\s*=\s*["']?((?:https?:)?[/?][^"'\s<>#]{0,2000})#([^"'\s<>]{1,200})/gi;

/** An export may be made of links. */
const mostParts = 100_000;

/** Collects the parts that links name, until all paths are known. */
export function createPartCollector() {
  const found = new Map<string, Set<string>>();
  let left = mostParts;
  return {
    /** Adds the parts that the links of a text name. */
    add(content: string): void {
      if (!content.includes('#')) return;
      for (const [, written = '', part = ''] of content.matchAll(link)) {
        if (left-- <= 0) return;
        const url = decodeEntities(written);
        const parts = found.get(url) ?? new Set();
        if (parts.size === 0) found.set(detached(url), parts);
        parts.add(detached(decodeEntities(part)));
      }
    },
    /** The names of the parts of each post, by its path, with those of an `earlier` import; `pathAt` is the path of the post at a URL. */
    build(
      pathAt: (url: string) => string | undefined,
      earlier: ReadonlyMap<string, readonly string[]>,
    ): Map<string, Set<string>> {
      const byPath = new Map([...earlier].map(([path, names]) => [path, new Set(names)]));
      for (const [url, parts] of found) {
        const path = pathAt(url);
        if (path === undefined) continue;
        const known = byPath.get(path) ?? new Set();
        for (const part of parts) for (const name of partNames(part)) known.add(name);
        byPath.set(path, known);
      }
      return byPath;
    },
  };
}
