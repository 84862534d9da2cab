/** The body of a post as safe HTML for feeds. */
import { UserError } from '../errors.ts';
import { formatByline, type Person } from '../post/fields/authors.ts';
import { isCredit, parseByline } from '../post/fields/people/byline.ts';
import { foldName } from '../post/fields/slug.ts';
import { plainId } from '../post/headingIds.ts';
import { dropInvisible, numberWrongEncoding } from '../post/markdown/htmlText.ts';
import { markLines } from '../post/markdown/lineIds.ts';
import { findMore, type Markdown, paragraphsOf, type Token, textsAbove } from '../post/markdown/markdown.ts';
import { type RewriteUrl, rewriteUrls } from '../post/markdown/rewriteUrls.ts';
import { digest } from './digest.ts';
import { escapeText } from './xml.ts';

/** What renders all posts of a feed. */
export interface Renderer {
  markdown: Markdown;
  /** See html/closeHtml.ts. Called only for bodies that may contain HTML. */
  closeHtml(tokens: readonly Token[], rewrite: RewriteUrl): void;
  /** See html/sanitise.ts. Called only for bodies with raw HTML. */
  makeSafe(html: string, rewrite: RewriteUrl, ownIds: RegExp): string;
  /** See html/danger.ts. Called only for bodies that may contain HTML. */
  findDanger(html: string, ids?: RegExp): string | undefined;
}

/** What renders one post. */
export interface Rendering extends Renderer {
  /** The file of the post, for messages. */
  file: string;
  rewrite: RewriteUrl;
  /** The URL and guid of the post, from which links to footnotes are made. */
  url: string;
  guid: string;
  authors: readonly Person[];
  photosBy: readonly Person[];
  /** Whether a line that credits them stands above a body without one (default: true). */
  addByline?: boolean;
  /** Whether its author’s own ids stay (default: false): in feeds, they could be those of another post. */
  keepIds?: boolean;
  /** The line of the file on which the body begins, if blocks are to have ids such as `line-12`. */
  line?: number | undefined;
}

/**
 * The body as safe HTML with absolute URLs, below a byline unless it has one, and a function for the beginning of
 * its plain text. Throws UserError if the HTML would be unsafe in spite of sanitising.
 */
export function renderContent(body: string, rendering: Rendering) {
  const {
    markdown,
    closeHtml,
    makeSafe,
    findDanger,
    rewrite,
    file,
    url,
    guid,
    addByline = true,
    keepIds = false,
    line,
  } = rendering;
  const prefix = digest(guid);
  const ids = ownIds(prefix, line, keepIds);
  const source = dropInvisible(body);
  const hasTags = mayHaveTag.test(source);
  const text = markdown.parse(source, { prefix, page: url.replace(/#.*$/s, '') });
  // A quick check first; closing the HTML takes comments out.
  const more = mayHaveMore.test(source) ? findMore(text.tokens) : undefined;
  if (hasTags) closeHtml(text.tokens, rewrite);
  if (line !== undefined) markLines(text.tokens, line);
  const paragraphs = paragraphsOf(text.tokens);
  const { rawHtml } = rewriteUrls(text.tokens, rewrite);
  const rendered = markdown.render(text);
  // HTML from Markdown is safe once its URLs are; only raw HTML has to be sanitised, which is slow.
  const safe = rawHtml ? makeSafe(rendered, rewrite, ids) : rendered;
  const html = isOnlyByline(safe, paragraphs, rendering) ? '' : safe;
  const tells = (paragraph: string): boolean => !saysOnlyWho(paragraph, rendering);
  const byline = missingByline(paragraphs, rendering);
  // A text that is not there needs no byline, which would be all that readers see of the post.
  const isPlain = byline === undefined || !addByline || html.trim() === '';
  const whole = isPlain ? html : `<p><em>${numberWrongEncoding(escapeText(byline))}</em></p>\n${html}`;
  // Only an entity can still stand for an invisible character.
  const content = source.includes('&') ? dropInvisible(whole) : whole;
  // A second check, independent of the sanitiser.
  const danger = rawHtml || hasTags ? findDanger(content, ids) : undefined;
  if (danger !== undefined) {
    throw new UserError(`${file}: unsafe HTML in the feed: ${danger}; remove it from the post, and report the bug`);
  }
  return {
    html: content,
    /** Whether the body itself credits the people. */
    hasByline: byline === undefined && paragraphs.some((one) => isByline(one, rendering)),
    /** The plain text of its paragraphs without bylines and captions, or all of the text if it has none of Markdown. */
    paragraphs: () => (paragraphs.length === 0 ? [withoutTags(html)] : paragraphs.filter(tells)),
    excerpt: () =>
      (more ? excerptAbove(more, text.tokens, rendering) : '') ||
      toExcerpt(paragraphs.find(tells) ?? withoutTags(html)),
  };
}

/** The ids that the body may have: those of its footnotes, and perhaps those of `markLines` and of its author. */
function ownIds(prefix: string, line: number | undefined, keepIds: boolean): RegExp {
  const lines = line === undefined ? '' : '|^line-\\d+$';
  return new RegExp(`^fn(?:ref)?-${prefix}-${lines}${keepIds ? `|${plainId.source}` : ''}`, 'u');
}

const mayHaveTag = /<[a-z/!?]/i;

type People = Pick<Rendering, 'authors' | 'photosBy'>;

/** The line “Text and photos by A”; undefined without people, or if the text has it near its beginning or end. */
function missingByline(paragraphs: readonly string[], people: People): string | undefined {
  const byline = formatByline(people.authors, people.photosBy);
  if (byline === undefined) return undefined;
  const searched = paragraphs.length > 6 ? [...paragraphs.slice(0, 3), ...paragraphs.slice(-3)] : paragraphs;
  return searched.some((paragraph) => isByline(paragraph, people)) ? undefined : byline;
}

const longestByline = 500;

/** The text above a token on one line, without bylines and captions. */
function excerptAbove(end: Token, tokens: readonly Token[], people: People): string {
  const texts = textsAbove(tokens, end).filter((one) => !saysOnlyWho(one, people));
  return toPlainLine(texts.join(' '));
}

const mayHaveMore = /<!--\s*more/i;

/** Whether a text says nothing but who wrote it. */
function isOnlyByline(html: string, paragraphs: readonly string[], people: People): boolean {
  if (paragraphs.length === 0 || html.length > longestByline * 2 || html.includes('<img')) return false;
  if (!paragraphs.every((one) => isByline(one, people))) return false;
  return toPlainLine(withoutTags(html)) === toPlainLine(paragraphs.join(' '));
}

/** Whether a paragraph credits all the people, each in their role. */
function isByline(paragraph: string, { authors, photosBy }: People): boolean {
  if (paragraph.length > longestByline) return false;
  // A quick check first: parsing is slow.
  const text = paragraph.normalize('NFC');
  if (![...authors, ...photosBy].some(({ name }) => text.includes(name.normalize('NFC')))) return false;
  const byline = parseByline(paragraph);
  const credits = (people: readonly Person[], wanted: readonly Person[]): boolean => {
    const names = people.map(({ name }) => foldName(name));
    return wanted.every(({ name }) => names.includes(foldName(name)));
  };
  return credits(byline.authors, authors) && credits(byline.photos_by, photosBy);
}

/** Whether a paragraph is no beginning of a text to show in a list. */
function saysOnlyWho(paragraph: string, people: People): boolean {
  const known = [...people.authors, ...people.photosBy].map(({ name }) => foldName(name));
  return isByline(paragraph, people) || isCredit(paragraph, (name) => known.includes(foldName(name)));
}

const longestExcerpt = 300;

/** The beginning of a text, cut between words. */
function toExcerpt(text: string): string {
  // The beginning of a text of megabytes is enough, unless it is nearly all spaces.
  const start = toPlainLine(text.slice(0, longestExcerpt * 20));
  const plain = start.length > longestExcerpt ? start : toPlainLine(text);
  if (plain.length <= longestExcerpt) return plain;
  const cut = plain
    .slice(0, longestExcerpt)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const space = cut.lastIndexOf(' ');
  return `${space > longestExcerpt / 2 ? cut.slice(0, space) : cut}…`;
}

function toPlainLine(text: string): string {
  return dropInvisible(text).replace(/\s+/g, ' ').trim();
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const inlineTag =
  /<\/?(?:a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>/g;

/** The text of HTML from the sanitiser or the Markdown parser. */
function withoutTags(html: string): string {
  return html
    .replace(inlineTag, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:(amp|lt|gt|quot|nbsp)|#x([\dA-F]{2,4}));/g, (_, name: string | undefined, code: string) =>
      name === undefined ? String.fromCharCode(Number.parseInt(code, 16)) : (entities[name] ?? ''),
    )
    .trim();
}
