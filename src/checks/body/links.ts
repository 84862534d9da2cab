/** Rules about links: whether they lead anywhere, and what their words say. Spec section 5, group “body”. */
import type { Fault } from '../../diagnostic.ts';
import { keptSchemes } from '../../post/markdown/safeHtml.ts';
import { abridge } from '../../post/text.ts';
import { type FolderFacts, lookUp, type OpenUrl, urlFault } from '../urls.ts';
import { isDoi, linkTextProblem } from './altText.ts';
import type { Findings } from './images.ts';
import type { BodyLink, BodyParts } from './partTypes.ts';
import { hasTemplateCode } from './structure.ts';

/** The links of a body. */
export function checkLinks(links: readonly BodyLink[], inPosts: string, folder: FolderFacts): Findings {
  const findings: Findings = { faults: [], open: [] };
  for (const { href, text, textPlace, hrefPlace } of links) {
    const poor = linkTextProblem(text, href);
    if (poor)
      findings.faults.push({ rule: 'link-text-poor', message: poor.problem, hint: poor.hint, place: textPlace() });
    const verdict = lookUp(href, inPosts, folder);
    if (verdict !== 'good') {
      const open: OpenUrl = { rule: 'link-broken', address: href, place: hrefPlace(), inPosts };
      if (verdict === 'open') findings.open.push(open);
      else findings.faults.push(...urlFault(open, folder));
    } else if (isDropped(href)) {
      findings.faults.push({
        rule: 'html-dropped',
        message: `feeds leave out addresses that begin with ${schemeOf(href)}: and keep only the link’s words`,
        hint: 'link to a page, https://…',
        place: hrefPlace(),
      });
    }
  }
  return findings;
}

/** What was meant to lead somewhere, and is no link: readers see it as it stands. */
export function checkLoose({ loose, blocks }: BodyParts): Fault[] {
  // Another tool makes something else of it, and that there is such code is said already.
  const withLoose = [...new Set(loose.map(({ block }) => block))];
  const inTemplate = new Set(withLoose.filter((block) => hasTemplateCode(blocks[block]?.content ?? '')));
  return loose.flatMap(({ block, kind, text, address, place }): Fault[] => {
    if (inTemplate.has(block)) return [];
    if (kind === 'link') {
      return [
        {
          rule: text.startsWith('!') ? 'image-file-missing' : 'link-broken',
          message: `a blank ends an address, so that readers see “${abridge(text)}” as it stands`,
          hint: `write %20 for each blank: ${abridge(address.replaceAll(' ', '%20'))}`,
          place: place(),
        },
      ];
    }
    // A DOI is how an academic text names its source.
    if (isDoi(address)) return [];
    return [
      {
        rule: 'link-text-poor',
        message: 'this address is not a link: readers cannot follow it everywhere, and it is read out letter by letter',
        hint: `link the name of the page: [name](${address.length > 60 ? '…' : address})`,
        place: place(),
      },
    ];
  });
}

/** Whether feeds carry no address of this kind: `javascript:`, `ftp:`. */
export function isDropped(address: string): boolean {
  const scheme = schemeOf(address);
  return scheme !== undefined && !keptSchemes.includes(scheme);
}

function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
}
