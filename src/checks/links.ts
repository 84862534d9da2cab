/** Rules about links: whether they lead anywhere, and what their words say. Spec section 5, group “body”. */
import { keptSchemes } from '../post/safeHtml.ts';
import { addressFault, type FolderFacts, lookUp, type OpenAddress } from './addresses.ts';
import { linkTextProblem } from './altText.ts';
import type { BodyLink } from './bodyParts.ts';
import type { Findings } from './images.ts';

/** The links of a body. */
export function checkLinks(links: readonly BodyLink[], inPosts: string, folder: FolderFacts): Findings {
  const findings: Findings = { faults: [], open: [] };
  for (const { href, text, textPlace, hrefPlace } of links) {
    const poor = linkTextProblem(text, href);
    if (poor)
      findings.faults.push({ rule: 'link-text-poor', message: poor.problem, hint: poor.hint, place: textPlace() });
    const verdict = lookUp(href, inPosts, folder);
    if (verdict !== 'good') {
      const open: OpenAddress = { rule: 'link-broken', address: href, place: hrefPlace(), inPosts };
      if (verdict === 'open') findings.open.push(open);
      else findings.faults.push(...addressFault(open, folder));
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

/** Whether feeds carry no address of this kind: `javascript:`, `ftp:`. */
export function isDropped(address: string): boolean {
  const scheme = schemeOf(address);
  return scheme !== undefined && !keptSchemes.includes(scheme);
}

function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
}
