/** Code in shortcodes is verbatim: it is put aside before anything else reads the text. */
import { decodeEntities } from '../../post/entities.ts';
import { escapeHtml } from '../escapeHtml.ts';
import { parseAttributes } from './attributes.ts';
import { decodeBase64 } from './encoded.ts';
import { createLookUp } from './scan.ts';

const languages = `actionscript3 as3 bash shell coldfusion cf clojure clj cpp c csharp c-sharp css delphi pascal pas diff patch
  erlang erl fsharp golang groovy haskell java javafx jfx javascript js jscript json kotlin lua matlab matlabkey objc obj-c
  perl pl php php5 powershell ps python py rails ruby rb ror rust scala sql swift typescript vb vbnet xml xhtml xslt html
  yaml yml`;
const generic =
  'code sourcecode source plain crayon cc cci cb prettify geshi syntax codeblock fusion_syntax_highlighter';
const languageNames: ReadonlySet<string> = new Set(languages.split(/\s+/));
const genericNames: ReadonlySet<string> = new Set(generic.split(/\s+/));

/** WordPress.com once had `[sourcecode='html']`, and plugins `[source:php]`. */
const opening = /\[(\[?)([a-z][\w-]*)((?:[\s=:][^[\]]*)?)\]/g;

/** Puts the code of shortcodes aside; `restore` puts it back as `<pre><code>` when all else is HTML. */
export function protectCode(text: string): { text: string; restore: (html: string) => string } {
  if (!text.includes('[/') && !/<(?:pre|code)\s/i.test(text)) return { text, restore: (html) => html };
  const codes: string[] = [];
  const mark = findMark(text);
  const set = (code: string): string => `<pre data-${mark}="${codes.push(code) - 1}"></pre>`;
  const lookUp = createLookUp(text);
  let output = '';
  let done = 0;
  opening.lastIndex = 0;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const [whole, bracket, name = '', written = ''] = found;
    const rest = written.replace(/^\s*[=:]\s*/, ' ');
    const language = languageOf(name, rest);
    if (language === undefined) continue;
    const start = found.index + whole.length;
    const closing = lookUp(`[/${name}]`, start);
    if (closing === -1) continue;
    const end = closing + name.length + 3;
    if (bracket === '[' && text[end] !== ']') opening.lastIndex = found.index + 1;
    if (bracket === '[') continue;
    output += text.slice(done, found.index) + set(writeCode(text.slice(start, closing), rest, name, language));
    done = end;
    opening.lastIndex = end;
  }
  const kept = protectElements(output + text.slice(done), set);
  const place = new RegExp(`<pre data-${mark}="(\\d+)"></pre>`, 'g');
  return {
    text: kept,
    restore: (html) => html.replace(place, (whole, at: string) => codes[Number(at)] ?? whole),
  };
}

/**
 * Puts aside the code of `<pre lang="php">`, which WP-Syntax shows as it is, tags and all, and of `<code lang="php">`, with
 * which CodeColorer does the same.
 */
function protectElements(text: string, set: (code: string) => string): string {
  const lookUp = createLookUp(text);
  let output = '';
  let done = 0;
  for (const match of text.matchAll(/<(pre|code)\s[^<>]{0,500}>/gi)) {
    const [tag, element = ''] = match;
    const [, name = ''] = /\slang\s*=\s*["']?([\w+#-]+)/i.exec(tag) ?? [];
    const language = name.toLowerCase();
    // Two letters are mostly a language that people speak.
    if (match.index < done || (!languageNames.has(language) && language.length < 3)) continue;
    const start = match.index + tag.length;
    const end = `</${element.toLowerCase()}>`;
    const closing = lookUp(end, start);
    if (closing === -1) continue;
    const code = text.slice(start, closing);
    if (isHighlighted(code) || isInPre(text, match.index)) continue;
    const isInSentence = end === '</code>' && !code.includes('\n');
    if (isInSentence && !code.includes('<')) continue;
    const html = isInSentence ? `<code>${escapeHtml(code)}</code>` : set(writeCode(code, '', 'pre', language));
    output += text.slice(done, match.index) + html;
    done = closing + end.length;
  }
  return output + text.slice(done);
}

/** Whether an element begins a `pre`, as in a block, whose editor writes HTML. */
function isInPre(text: string, at: number): boolean {
  return /<pre(?:\s[^<>]*)?>\s*$/i.test(text.slice(Math.max(0, at - 500), at));
}

/** The tags that colour code, and those that editors put into it. */
const colouring =
  /<\/?(?:a|b|br|code|del|div|em|font|i|ins|li|mark|ol|p|pre|s|span|strong|sub|sup|table|tbody|td|tr|u)(?=[\s/>])[^<>]*>/gi;

/** Whether code is HTML of another plugin already: wrapped in `code`, or in colours and without a tag of its own. */
function isHighlighted(code: string): boolean {
  if (!/<(?:pre|code|span)[\s>]/i.test(code)) return false;
  return /^\s*<code[\s>][\s\S]*<\/code>\s*$/i.test(code) || !code.replace(colouring, '').includes('<');
}

/** A name for the places that the text itself does not have. */
function findMark(text: string): string {
  let number = 0;
  while (text.includes(`data-code-${number}=`)) number += 1;
  return `code-${number}`;
}

/** The language of a code shortcode, perhaps empty; undefined if it is none. */
function languageOf(name: string, rest: string): string | undefined {
  const isLanguage = languageNames.has(name);
  const isOther = name === 'highlight' && /\b(?:lang|language)\s*=/.test(rest);
  const prefixed = /^ccb?_(\w+)$/.exec(name)?.[1];
  if (!isLanguage && !genericNames.has(name) && !isOther && prefixed === undefined) return undefined;
  const { named, values } = parseAttributes(rest);
  const given = ['language', 'lang', 'brush', 'type'].map((key) => named.get(key) ?? '').find((value) => value !== '');
  // Avada names languages by their media types: `text/x-php`, `x-sh`.
  const language = decodeEntities(given ?? prefixed ?? (isLanguage ? name : (values[0] ?? '')))
    .toLowerCase()
    .replace(/^(?:(?:text|application)\/)?(?:x-)?/, '');
  return /^(?:plain|plaintext|text|none|default|true|false|\d+)$/.test(language)
    ? ''
    : language.replace(/[^\w+#-]/g, '');
}

function writeCode(content: string, rest: string, name: string, language: string): string {
  const code = readCode(name, content)
    .replace(/^[ \t]*\r?\n/, '')
    .trimEnd();
  const title = parseAttributes(rest).named.get('title') ?? '';
  const caption = title === '' ? '' : `<p>${escapeHtml(decodeEntities(title))}</p>`;
  const kind = language === '' ? '' : ` class="language-${escapeHtml(language)}"`;
  return `${caption}<pre><code${kind}>${escapeHtml(code)}</code></pre>`;
}

/** Code as its author typed it: the visual editor keeps it as entities, the text editor as it is. */
function readCode(name: string, content: string): string {
  const decoded = name === 'fusion_syntax_highlighter' ? readEncoded(content) : withoutParagraphs(content);
  return /[<>]/.test(decoded) ? decoded : decodeEntities(decoded);
}

/** Code whose tags stand in paragraphs of their own has its lines in paragraphs, too. */
function withoutParagraphs(content: string): string {
  if (!/^\s*<\/p>/i.test(content)) return content;
  const lines = content
    .replace(/<!--\s*\/?wp:[^<>]*-->\s*/g, '')
    .replace(/<br\s?\/?>\n?/gi, '\n')
    .replace(/<\/p>\s*<p(?:\s[^<>]*)?>/gi, '\n\n')
    .replace(/<\/?p(?:\s[^<>]*)?>/gi, '');
  return decodeEntities(lines).replace(/^\s*\n|\s+$/g, '');
}

function readEncoded(content: string): string {
  return decodeBase64(content) ?? content;
}
