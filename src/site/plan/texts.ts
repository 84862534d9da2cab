/** The pages of `_site/`: Markdown files that are no posts, such as a statement on accessibility. */
import { createLanguages } from '../../blog/languages.ts';
import { nameLanguages } from '../../blog/translations.ts';
import { encodeUrl } from '../../blog/url.ts';
import type { Fault } from '../../diagnostic.ts';
import { draftKeysOf } from '../../post/fields/draftWords.ts';
import { languageKey, type PathLanguage } from '../../post/fields/language.ts';
import type { Mapping } from '../../post/frontmatter/mapping.ts';
import { readPageText } from '../../post/pageText.ts';
import { makesInvalid, type Status, type StatusFields, statusOf } from '../../post/post.ts';
import type { Site, SiteProblem, SiteText, TimedText } from '../site.ts';

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
  status: StatusFields;
}

/** A file of `_site/` that has no page in a build, because it is not published. */
export interface HiddenText {
  file: string;
  path: string;
  status: Exclude<Status, 'published'>;
  /** The line that makes it a draft, such as `draft: true`, if one field does. */
  sign: string | undefined;
}

/**
 * Reads the files of `_site/`. Those that cannot be read are problems, and in a build those of which nobody can tell whether
 * readers may see them; what is not published is left out of a build, and `hidden`. `timed` says when each is public.
 */
export function readSiteTexts({ texts, config, mode, now }: Pick<Site, 'texts' | 'config' | 'mode' | 'now'>): {
  read: ReadSiteText[];
  hidden: HiddenText[];
  problems: SiteProblem[];
  timed: TimedText[];
} {
  const { site = 'en', find } = createLanguages(config);
  const problems: SiteProblem[] = [];
  const timed: TimedText[] = [];
  const hidden: HiddenText[] = [];
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
      const unclear = reading.faults.find(hidesStatus);
      if (unclear && mode === 'build') {
        const { message, hint } = unclear;
        problems.push({ severity: 'error', file: text.file, message, ...(typeof hint === 'string' && { hint }) });
        return [];
      }
      const post = { ...fields, title };
      timed.push({ post });
      const tag = fields.lang ?? text.language?.lang;
      const lang = tag === undefined ? site : (find(tag) ?? tag);
      const prefix = lang === site || config.languages === undefined ? '' : `/${languageKey(lang)}`;
      const { permalink = `${prefix}/${own}${own === '' ? '' : '/'}` } = fields;
      if (!isPath(permalink)) {
        const hint = 'write a path from the site’s root, such as /about/';
        problems.push({ severity: 'error', file: text.file, message: `permalink “${permalink}” is not a path`, hint });
        return [];
      }
      const path = encodeUrl(permalink.replace(/^\/*/, '/'));
      const status = statusOf(post, now);
      if (mode === 'build' && status !== 'published') {
        hidden.push({ file: text.file, path, status, sign: signIn(reading.data ?? {}) });
        return [];
      }
      return [{ text, lang, prefix, path, title, body: body.text, line: body.line, status: post }];
    },
  );
  return { read, hidden, problems, timed };
}

function signIn(data: Mapping): string | undefined {
  const [key, ...others] = draftKeysOf(data);
  return key === undefined || others.length > 0 ? undefined : `${key}: ${String(data[key])}`;
}

/** Whether a permalink is that of a page: a path of the site, which has nothing to fill in. */
function isPath(permalink: string): boolean {
  return !/^https?:|[?#{}]|\/:/i.test(permalink);
}

/** Whether a fault leaves open if, when and where readers may see a page. */
function hidesStatus(fault: Fault): boolean {
  return makesInvalid(fault) && ['draft-unclear', 'date-invalid', 'slug-invalid'].includes(fault.rule);
}
