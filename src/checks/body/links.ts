/** Checks links: where they lead, and what their text says. */
import type { Fault } from '../../diagnostic.ts';
import { keptSchemes } from '../../post/markdown/safeHtml.ts';
import { abridge } from '../../post/text.ts';
import { checkUrl, type FolderFacts, type UrlFindings } from '../urls.ts';
import { findLinkTextProblem, isDoi } from './altText.ts';
import type { BodyLink, BodyParts } from './partTypes.ts';
import { hasTemplateCode } from './structure.ts';

/** The faults of the links of a body, and their URLs to look up later. */
export function checkLinks(links: readonly BodyLink[], inPosts: string, folder: FolderFacts): UrlFindings {
  const findings: UrlFindings = { faults: [], open: [] };
  for (const { href, text, textPlace, hrefPlace } of links) {
    const problem = findLinkTextProblem(text, href);
    if (problem) findings.faults.push({ rule: 'link-text-poor', ...problem, place: textPlace() });
    const isGood = checkUrl({ rule: 'link-broken', url: href, inPosts }, hrefPlace, folder, findings);
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
    if (isGood && scheme !== undefined && !keptSchemes.includes(scheme)) {
      const message = `feeds leave out ${scheme}: links, but keep their text`;
      findings.faults.push({
        rule: 'html-dropped',
        message,
        hint: 'link to a web page (https://…)',
        place: hrefPlace(),
      });
    }
  }
  return findings;
}

/** Faults of plain URLs, and of links and images with a space in their URL, which readers see as they are written. */
export function checkLoose({ loose, blocks }: BodyParts): Fault[] {
  // Another tool replaces such code, and the rule for it reports the block already.
  const withLoose = [...new Set(loose.map(({ block }) => block))];
  const inTemplate = new Set(withLoose.filter((block) => hasTemplateCode(blocks[block]?.content ?? '')));
  return loose.flatMap(({ block, kind, text, url, place }): Fault[] => {
    if (inTemplate.has(block)) return [];
    if (kind === 'link') {
      const isImage = text.startsWith('!');
      const message = `“${abridge(text)}” is not read as ${isImage ? 'an image' : 'a link'}: its URL contains a space`;
      const hint = `write %20 for each space: ${abridge(url.replaceAll(' ', '%20'))}`;
      return [{ rule: isImage ? 'image-file-missing' : 'link-broken', message, hint, place: place() }];
    }
    if (isDoi(url)) return [];
    const message = 'bare URL: not a link everywhere, and hard to listen to';
    const hint = `link the name of the page: [name](${url.length > 60 ? '…' : url})`;
    return [{ rule: 'link-text-poor', message, hint, place: place() }];
  });
}
