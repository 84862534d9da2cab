/** A post's text as feeds carry it. Spec section 6. */
import { UserError } from '../errors.ts';
import { formatByline, type Person, parseByline } from '../post/fields/authors.ts';
import { foldName } from '../post/fields/slug.ts';
import { dropInvisible, numberWrongEncoding } from '../post/markdown/htmlText.ts';
import { type Markdown, type MarkdownText, paragraphsOf } from '../post/markdown/markdown.ts';
import { type RewriteUrl, rewriteUrls } from '../post/markdown/rewriteUrls.ts';
import { digest } from './digest.ts';
import { escapeText } from './xml.ts';

export interface Content {
  html: string;
  /** The beginning of the text, plain. */
  excerpt(): string;
}

/** What renders texts: made once, and only as much of it as they need. */
export interface Renderer {
  markdown: Markdown;
  /** See `makeSafe` of html.ts, which few texts need, and which takes long to load. */
  makeSafe(html: string, rewrite: RewriteUrl, ownIds: RegExp): string;
  /** See danger.ts; only for texts that may have HTML of their own. */
  findDanger(html: string): string | undefined;
}

/** What a text is rendered with. */
export interface Rendering extends Renderer {
  /** The post's file, for messages. */
  file: string;
  rewrite: RewriteUrl;
  /** The post's address and its identity in the feed: for its footnotes. */
  url: string;
  guid: string;
  authors: readonly Person[];
  photosBy: readonly Person[];
}

/** The body as safe HTML with whole addresses, the byline first, and its excerpt. */
export function renderContent(body: string, rendering: Rendering): Content {
  const { markdown, url, guid } = rendering;
  const prefix = digest(guid);
  const source = body.replaceAll('\0', '');
  const text = markdown.parse(source, { prefix, page: url.replace(/#.*$/s, '') });
  const paragraphs = paragraphsOf(text.tokens);
  const { html, rawHtml } = renderSafe(text, rendering, prefix);
  const byline = missingByline(paragraphs, rendering);
  const whole = byline === undefined ? html : `<p><em>${numberWrongEncoding(escapeText(byline))}</em></p>\n${html}`;
  if (rawHtml || mayHaveTag.test(source)) refuseDanger(whole, rendering);
  return {
    html: whole,
    excerpt: () => toExcerpt(paragraphs.find((one) => !isByline(one, rendering)) ?? withoutTags(html)),
  };
}

const mayHaveTag = /<[a-z/!?]/i;

/** Nothing is changed in finished HTML: what must not be in it was to be left out before. Better no feed than a script. */
function refuseDanger(html: string, { file, findDanger }: Rendering): void {
  const danger = findDanger(html);
  if (danger === undefined) return;
  throw new UserError(`${file}: unsafe HTML in the feed: ${danger}; remove this HTML from the post and report the bug`);
}

/** The parser's own markup is safe once its addresses are; only an author's HTML has to be sanitised, which is slow. */
function renderSafe(text: MarkdownText, { markdown, makeSafe, rewrite }: Rendering, prefix: string) {
  const { rawHtml } = rewriteUrls(text.tokens, rewrite);
  const html = markdown.render(text);
  return { rawHtml, html: rawHtml ? makeSafe(html, rewrite, new RegExp(`^fn(?:ref)?-${prefix}-`)) : html };
}

type People = Pick<Rendering, 'authors' | 'photosBy'>;

/** The line “Text and photos by A”, unless nobody is named or the text says it near its beginning or end. */
function missingByline(paragraphs: readonly string[], people: People): string | undefined {
  const byline = formatByline(people.authors, people.photosBy);
  if (byline === undefined) return undefined;
  const where = paragraphs.length > 6 ? [...paragraphs.slice(0, 3), ...paragraphs.slice(-3)] : paragraphs;
  return where.some((paragraph) => isByline(paragraph, people)) ? undefined : byline;
}

const longestByline = 500;

/** Whether a paragraph names all the people, each for what they did. */
function isByline(paragraph: string, { authors, photosBy }: People): boolean {
  if (paragraph.length > longestByline) return false;
  // Most paragraphs are out with this: what follows takes time.
  const text = paragraph.normalize('NFC');
  if (![...authors, ...photosBy].some(({ name }) => text.includes(name.normalize('NFC')))) return false;
  const said = parseByline(paragraph);
  const names = (people: readonly Person[]): string[] => people.map(({ name }) => foldName(name));
  const writers = names(said.authors);
  const photographers = names(said.photos_by);
  return (
    names(authors).every((name) => writers.includes(name)) &&
    names(photosBy).every((name) => photographers.includes(name))
  );
}

const longestExcerpt = 300;

/** The beginning of a text, cut between words. */
function toExcerpt(text: string): string {
  const plain = dropInvisible(text).replace(/\s+/g, ' ').trim();
  if (plain.length <= longestExcerpt) return plain;
  const cut = plain
    .slice(0, longestExcerpt)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const blank = cut.lastIndexOf(' ');
  return `${blank > longestExcerpt / 2 ? cut.slice(0, blank) : cut}…`;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const tagInWords =
  /<\/?(?:a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>/g;

/** The words of HTML that the serialiser or the Markdown parser has written. */
function withoutTags(html: string): string {
  return html
    .replace(tagInWords, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:(amp|lt|gt|quot|nbsp)|#x([\dA-F]{2,4}));/g, (_, name: string | undefined, code: string) =>
      name === undefined ? String.fromCharCode(Number.parseInt(code, 16)) : (entities[name] ?? ''),
    )
    .trim();
}
