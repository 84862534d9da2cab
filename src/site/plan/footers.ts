/** The links at the end of every page. */
import { aliasKey } from '../../blog/url.ts';
import type { Site, SitePlan, SiteProblem } from '../site.ts';
import type { Section } from './sections.ts';
import type { HiddenText, ReadSiteText } from './texts.ts';

type FooterLinks = NonNullable<Site['config']['site']['footer']>;

/** The links of the config without those that would lead to a page of `_site/` that readers must not see, each a problem. */
export function footerLinks(
  { config, surroundings }: Pick<Site, 'config' | 'surroundings'>,
  hidden: readonly HiddenText[],
): { links: FooterLinks | undefined; problems: SiteProblem[] } {
  const keyOf = (url: string): string => aliasKey(url, surroundings.siteUrl);
  const pages = new Map(hidden.map((text) => [keyOf(text.path), text]));
  const problems: SiteProblem[] = [];
  const links = config.site.footer?.filter(({ label, url }) => {
    const page = pages.get(keyOf(url));
    if (page) problems.push(hiddenLink(label, page));
    return page === undefined;
  });
  return { links, problems };
}

function hiddenLink(label: string, { file, status, sign }: HiddenText): SiteProblem {
  const isDraft = status === 'draft' || status === 'pending';
  const message = `not on the site (${isDraft ? 'draft' : status}), nor is its link “${label}” of site.footer`;
  const line = sign === undefined ? 'what makes it a draft' : `its line “${sign}”`;
  const hint = `when it is finished, delete ${line}`;
  return { severity: 'warning', file, message, ...(isDraft && { hint }) };
}

/** The links of every section: those of the config, or else to the pages of `_site/`. */
export function planFooters(
  links: FooterLinks | undefined,
  texts: readonly ReadSiteText[],
  sections: readonly Section[],
): SitePlan['footers'] {
  return new Map(
    sections.map(({ prefix }) => {
      const own = texts.filter((text) => text.prefix === prefix);
      const shown = own.length > 0 ? own : texts.filter((text) => text.prefix === '');
      return [prefix, links ?? shown.map(({ title, path }) => ({ label: title, url: path }))] as const;
    }),
  );
}
