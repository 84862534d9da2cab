/** Checks links: where they lead, and what their text says. */
import type { Fault } from '../../diagnostic.ts';
import { keptSchemes } from '../../post/markdown/safeHtml.ts';
import { abridge } from '../../post/text.ts';
import type { FolderFacts, UrlFindings } from '../folderFacts.ts';
import { isOwnComputer } from '../urls/webUrls.ts';
import { checkUrl, isGoodUrl } from '../urls.ts';
import type { BodyLink, BodyParts } from './partTypes.ts';
import { hasTemplateCode } from './templateCode.ts';
import { spacedProblem } from './unread/spacedUrls.ts';

/** The faults of the links of a body, and their URLs to look up later. */
export function checkLinks(links: readonly BodyLink[], inPosts: string, folder: FolderFacts): UrlFindings {
  const findings: UrlFindings = { faults: [], open: [] };
  for (const { url, text, textPlace, urlPlace, isBare } of links) {
    const swapped = findSwapped(text, url);
    if (swapped && !isGoodUrl(url, inPosts, folder, ['link-broken'])) {
      findings.faults.push({ ...swapped, place: textPlace() });
      continue;
    }
    const problem = isBare ? findBareUrl(url) : findLinkTextProblem(text, url);
    if (problem) findings.faults.push({ ...problem, place: textPlace() });
    // A tutorial tells readers to open a page of their own computer.
    if (isOwnComputer(url) && (isBare || /localhost|\d\.\d/i.test(text))) continue;
    const isGood = checkUrl({ rule: 'link-broken', url, inPosts }, urlPlace, folder, findings);
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
    if (isGood && scheme !== undefined && !keptSchemes.includes(scheme)) {
      const message = `feeds leave out ${scheme}: links, but keep their text`;
      const hint = 'link to a web page (https://…)';
      findings.faults.push({ rule: 'html-dropped', message, hint, place: urlPlace() });
    }
  }
  return findings;
}

/** Faults of plain URLs, and of links and images with a space in their URL, which readers see as they are written. */
export function checkLoose({ loose, blocks }: BodyParts): Fault[] {
  // Another tool replaces such code, and the rule for it reports the block already.
  const withLoose = [...new Set(loose.map(({ block }) => block))];
  const inTemplate = new Set(withLoose.filter((block) => hasTemplateCode(blocks[block]?.content ?? '')));
  return loose.flatMap(({ block, text, url, place }): Fault[] => {
    if (inTemplate.has(block)) return [];
    if (text !== url) return [{ ...spacedProblem(text, url), place: place() }];
    const problem = findBareUrl(url);
    return problem ? [{ ...problem, place: place() }] : [];
  });
}

type Problem = Pick<Fault, 'rule' | 'message' | 'hint'>;

/** What is wrong with a link whose URL is a word, and its text a URL; undefined if they are not. */
function findSwapped(text: string, url: string): Problem | undefined {
  if (!/^https?:\/\/\S+$/i.test(text) || !/^[\p{L}\p{N}’_-]+$/u.test(url)) return undefined;
  const message = `text and URL of the link to “${abridge(url)}” are the wrong way round`;
  return { rule: 'link-broken', message, hint: `write [${abridge(url)}](${text.length > 60 ? '…' : text})` };
}

/** What is wrong with a bare URL; undefined if nothing is. */
function findBareUrl(url: string): Problem | undefined {
  if (doi.test(url) || !/^https?:/i.test(url)) return undefined;
  const message = 'bare URL, which is hard to listen to';
  return { rule: 'link-bare', message, hint: `link the name of the page: [name](${url.length > 60 ? '…' : url})` };
}

/** A DOI, which is how academic texts cite their sources. */
const doi = /^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i;

const poorTexts =
  `click|click here|click this|click this link|here|right here|link|this link|the link|this|more|more here|
  read more|read more here|see more|see here|learn more|find out more|more info|this page`.split(/\s*\|\s*/);

const closingPunctuation = ' .…!:>»→)]"”';

/** Text without the punctuation around it. A regular expression for its end would take quadratic time. */
function trimPunctuation(words: string): string {
  let end = words.length;
  while (end > 0 && closingPunctuation.includes(words[end - 1] ?? '')) end--;
  return words.slice(0, end).replace(/^[\s>»→(["“]+/, '');
}

/** What is wrong with the text of a link to `url`; undefined if nothing is. */
function findLinkTextProblem(text: string, url: string): Problem | undefined {
  const rule = 'link-text-poor';
  const words = text.replace(/\s+/g, ' ').trim();
  const plain = trimPunctuation(words).toLowerCase();
  if (words === '') {
    return { rule, message: 'link has no text', hint: 'add text in the square brackets: [text](https://…)' };
  }
  if (poorTexts.includes(plain)) {
    const hint = 'use text that does, such as the name of the page';
    return { rule, message: `link text “${words}” does not say where the link leads`, hint };
  }
  if (!/^(?:https?:\/\/|www\.)\S+$/i.test(words) || doi.test(words)) return undefined;
  const hint = `use the name of the page: [name](${url.length > 60 ? '…' : url})`;
  return { rule, message: 'link text is a URL, which is hard to listen to', hint };
}
