/** The pages of `_site/`: Markdown files that are no posts, such as a statement on accessibility. */
import { createLanguages } from '../../blog/languages.ts';
import { nameLanguages } from '../../blog/translations.ts';
import { encodeUrl } from '../../blog/url.ts';
import { readFields } from '../../post/fields/fields.ts';
import { languageKey, type PathLanguage } from '../../post/fields/language.ts';
import { splitPost } from '../../post/frontmatter/frontMatter.ts';
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
export function readSiteTexts({ texts, config, mode }: Site): { read: ReadSiteText[]; problems: SiteProblem[] } {
  const { site = 'en', find } = createLanguages(config);
  const problems: SiteProblem[] = [];
  const read = nameLanguages<SiteText & { language?: PathLanguage }>(texts, config.languages).flatMap(
    (text): ReadSiteText[] => {
      const parts = /^\ufeff?---/.test(text.text) ? splitPost(text.text) : undefined;
      if (parts && 'fault' in parts) {
        problems.push({ severity: 'error', file: text.file, message: parts.fault.message });
        return [];
      }
      const { fields } = readFields(parts?.data ?? {}, { ...config, only: ['title', 'lang', 'draft'] });
      if (fields.draft && mode === 'build') return [];
      const tag = fields.lang ?? text.language?.lang;
      const lang = tag === undefined ? site : (find(tag) ?? tag);
      const prefix = lang === site || config.languages === undefined ? '' : `/${languageKey(lang)}`;
      const name = (text.language?.path ?? text.inPosts).replace(/^_site\//, '').replace(/\.(?:md|markdown)$/i, '');
      const own = name.replace(/(?:^|\/)index$/, '');
      const path = encodeUrl(`${prefix}/${own}${own === '' ? '' : '/'}`);
      return [
        { text, lang, prefix, path, ...cutTitle(parts?.body ?? text.text, parts?.bodyLine ?? 1, fields.title, own) },
      ];
    },
  );
  return { read, problems };
}

/** The title: that of the front matter, or else the first heading, which is then not repeated in the body. */
function cutTitle(body: string, line: number, written: string | undefined, name: string) {
  const [start = '', heading = ''] = /^\s*#[ \t]+([^\n]*\S)[ \t]*(?:\n|$)/.exec(body) ?? [];
  const first = plainHeading(heading);
  if (start === '' || (written !== undefined && written !== first)) {
    const [, other] = /^#{1,6}[ \t]+(\S.*)$/m.exec(body) ?? [];
    return { title: written ?? (other === undefined ? capitalised(name) : plainHeading(other)), body, line };
  }
  return { title: first, body: body.slice(start.length), line: line + start.split('\n').length - 1 };
}

/** A heading without its signs at the end and the most common markup. */
function plainHeading(heading: string): string {
  return heading.replace(/[ \t]+#+$/, '').replace(/(\*\*|[*_`])(?=\S)([^*_`]+)\1/g, '$2');
}

function capitalised(name: string): string {
  const words = name.replace(/^.*\//s, '').replace(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
