/** The pages of `_site/`: Markdown files that are no posts, such as a statement on accessibility. */
import { createLanguages } from '../../blog/languages.ts';
import { nameLanguages } from '../../blog/translations.ts';
import { encodeUrl } from '../../blog/url.ts';
import { languageKey, type PathLanguage } from '../../post/fields/language.ts';
import { readPageText } from '../../post/pageText.ts';
import type { Site, SiteProblem, SiteText } from '../site.ts';

/** A file of `_site/` as far as planning needs it. */
export interface ReadSiteText {
  text: SiteText;
  title: string;
  lang: string;
  /** Its path, with the prefix of its section. */
  path: string;
  prefix: string;
  body: string;
  line: number;
}

/** Reads the files of `_site/`. Those that cannot be read are problems; drafts are left out of a build. */
export function readSiteTexts({ texts, config, mode }: Pick<Site, 'texts' | 'config' | 'mode'>): {
  read: ReadSiteText[];
  problems: SiteProblem[];
} {
  const { site = 'en', find } = createLanguages(config);
  const problems: SiteProblem[] = [];
  const read = nameLanguages<SiteText & { language?: PathLanguage }>(texts, config.languages).flatMap(
    (text): ReadSiteText[] => {
      const name = (text.language?.path ?? text.inPosts).replace(/^_site\//, '').replace(/\.(?:md|markdown)$/i, '');
      const own = name.replace(/(?:^|\/)index$/, '');
      const reading = readPageText(text.file, text.text, config, own);
      if (!('title' in reading)) {
        const message = reading.faults[0]?.message ?? 'cannot be read';
        problems.push({ severity: 'error', file: text.file, message });
        return [];
      }
      const { fields, title, body } = reading;
      if (fields?.draft && mode === 'build') return [];
      const tag = fields?.lang ?? text.language?.lang;
      const lang = tag === undefined ? site : (find(tag) ?? tag);
      const prefix = lang === site || config.languages === undefined ? '' : `/${languageKey(lang)}`;
      const path = encodeUrl(`${prefix}/${own}${own === '' ? '' : '/'}`);
      return [{ text, lang, prefix, path, title, body: body.text, line: body.line }];
    },
  );
  return { read, problems };
}
