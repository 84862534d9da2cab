/** The paragraphs of texts that were written without blocks: WordPress makes them from line breaks when it shows a text. */

const blockNames =
  `address article aside blockquote caption center col colgroup dd details dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr legend li main map menu nav ol p section summary table tbody td tfoot th thead tr ul`
    .trim()
    .split(/\s+/)
    .join('|');

/** What stays as it is up to its end. */
const verbatimNames = 'pre|script|style|textarea|svg|xmp|math|object|select|canvas|template';

const tags = new RegExp(`<(/?)(?:(${blockNames})|(${verbatimNames}))(?=[\\s/>])[^<>]*>|<!--`, 'gi');

/** Text with a paragraph for each stretch between empty lines, and a line break for each other end of a line. */
export function addParagraphs(content: string): string {
  const text = content.replace(/\r\n?/g, '\n').replace(/<br[ \t]*\/?>[ \t\n]*<br[ \t]*\/?>/gi, '\n\n');
  const lower = text.toLowerCase();
  const parts: string[] = [];
  let done = 0;
  // Text right behind an opening tag is in that element, not in a paragraph.
  let isInside = false;
  let isVerbatim = 0;
  const addText = (end: number): void => {
    if (end > done) parts.push(toParagraphs(text.slice(done, end), isInside));
  };
  tags.lastIndex = 0;
  for (const match of text.matchAll(tags)) {
    const [tag, slash, block, verbatim = ''] = match;
    if (match.index < isVerbatim) continue;
    if (tag === '<!--') {
      const end = lower.indexOf('-->', match.index);
      isVerbatim = end === -1 ? text.length : end + 3;
      // Other comments are within sentences.
      if (!/^<!--\s*(?:more|nextpage)\b/.test(lower.slice(match.index, match.index + 40))) continue;
      addText(match.index);
      parts.push(`\n${text.slice(match.index, isVerbatim)}\n`);
      done = isVerbatim;
      isInside = false;
      continue;
    }
    if (block === undefined && slash === '/') continue;
    addText(match.index);
    done = match.index + tag.length;
    if (block === undefined) {
      const end = lower.indexOf(`</${verbatim.toLowerCase()}`, done);
      done = end === -1 ? text.length : end;
      isVerbatim = done;
      parts.push(text.slice(match.index, done));
      const close = text.indexOf('>', done);
      parts.push(close === -1 ? '' : text.slice(done, close + 1));
      done = close === -1 ? text.length : close + 1;
      isVerbatim = done;
      isInside = false;
    } else {
      parts.push(tag);
      isInside = slash === '' && !/^(?:blockquote|hr|col)$/i.test(block);
    }
  }
  addText(text.length);
  return parts.join('');
}

/** A tag of a shortcode, on a line of its own, that holds or makes blocks; `[sic]` and `[1]` are text. */
const shortcodeTag =
  /\[\/[a-z][\w-]*\]|\[(?:[a-z]+_\w*|gallery|audio|video|playlist|toc|caption|embed)(?:\s[^\][<>]*)?\]|\[[a-z][\w-]*\s[^\][<>=]*=[^\][<>]*\]/gi;

function isShortcodes(line: string): boolean {
  return line.includes('[') && line.replace(shortcodeTag, '').trim() === '';
}

function toParagraphs(text: string, isInside: boolean): string {
  if (text.trim() === '') return text.includes('\n') ? '\n' : text;
  const whole = text.replace(/<[^<>]*>|\[[a-z][\w-]*\s[^\][<>]*\]/gi, (tag) =>
    tag.includes('\n') ? tag.replace(/\n/g, ' ') : tag,
  );
  return whole
    .split(/\n[ \t\n]*\n/)
    .map((piece, index) => (piece.trim() === '' ? '' : toParagraph(piece, isInside && index === 0)))
    .join('\n');
}

/** A paragraph; lines that are only shortcodes stand outside of it, as those of layouts do. */
function toParagraph(piece: string, isBare: boolean): string {
  const parts: string[] = [];
  let lines: string[] = [];
  const end = (): void => {
    if (lines.length === 0) return;
    const text = withBreaks(lines);
    parts.push(isBare && parts.length === 0 ? text : `<p>${text.trim()}</p>`);
    lines = [];
  };
  for (const line of piece.split('\n')) {
    if (isShortcodes(line)) {
      end();
      parts.push(line);
    } else if (line.trim() !== '' || lines.length > 0) lines.push(line);
  }
  end();
  return parts.join('\n');
}

function withBreaks(lines: readonly string[]): string {
  const shown = lines.at(-1)?.trim() === '' ? lines.slice(0, -1) : lines;
  return shown
    .map((line, index) => (index < shown.length - 1 && !/<br[ \t]*\/?>[ \t]*$/i.test(line) ? `${line}<br />` : line))
    .join('\n');
}
