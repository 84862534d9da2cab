/** What is wrong with alt text and link text. */
import { codePoints } from '../../post/text.ts';

const longestAlt = 150;

/** What is wrong, and what to do. */
export interface TextProblem {
  message: string;
  hint: string;
}

/** What is wrong with alt text; undefined if nothing is. */
export function findAltProblem(alt: string): TextProblem | undefined {
  const text = alt.trim();
  const hint = 'describe what the image shows in one sentence, as you would over the phone';
  if (/^[^\s/]+\.(?:avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/i.test(text) || isCameraName(text)) {
    return { message: `alt text “${text.slice(0, 60)}” is a file name`, hint };
  }
  const opening = /^(?:an? |the |this is an? )?(?:image|photo|photograph|picture|pic) (?:of|showing|shows)\b/i.exec(
    text,
  );
  if (opening) {
    const begin = 'begin with what the image shows; screen readers already announce an image';
    return { message: `alt text begins with “${opening[0]}”`, hint: begin };
  }
  if (/^(?:image|img|photo|photograph|picture|pic|untitled|alt|alt text|description)$/i.test(text)) {
    return { message: `alt text “${text}” does not describe the image`, hint };
  }
  const length = text.length > longestAlt ? codePoints(text) : 0;
  if (length > longestAlt) {
    return {
      message: `alt text has ${length} characters (recommended: at most ${longestAlt})`,
      hint: 'move the details into the text or a caption',
    };
  }
  return undefined;
}

/** Whether a text is a name that a camera or computer gives: `IMG_1234`, `Screenshot 2024-05-14 at 09.30.15`. */
function isCameraName(text: string): boolean {
  return /^(?:img|dscn?f?|pxl|mvimg|image|photo|picture)[ _-]?\d[\d _-]*$|^(?:screen ?shot|bildschirmfoto|capture)[ _-]\d{4}[-\d .:at_]*$/i.test(
    text,
  );
}

/** Whether a URL is a DOI, which is how academic texts cite their sources. */
export function isDoi(url: string): boolean {
  return /^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i.test(url);
}

const poorTexts =
  `click|click here|click this|click this link|here|right here|link|this link|the link|this|more|more here|
  read more|read more here|see more|see here|learn more|find out more|more info|this page`
    .split('|')
    .map((text) => text.trim());

const closingPunctuation = ' .…!:>»→)]"”';

/** Text without the punctuation around it. A regular expression for its end would take quadratic time. */
function trimPunctuation(words: string): string {
  let end = words.length;
  while (end > 0 && closingPunctuation.includes(words[end - 1] ?? '')) end--;
  return words.slice(0, end).replace(/^[\s>»→(["“]+/, '');
}

/** What is wrong with the text of a link to `href`; undefined if nothing is. */
export function findLinkTextProblem(text: string, href: string): TextProblem | undefined {
  const words = text.replace(/\s+/g, ' ').trim();
  const plain = trimPunctuation(words).toLowerCase();
  if (words === '') {
    return { message: 'link has no text', hint: 'add text in the square brackets: [text](https://…)' };
  }
  if (poorTexts.includes(plain)) {
    return {
      message: `link text “${words}” does not say where the link leads`,
      hint: 'use text that does, such as the name of the page',
    };
  }
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(words) && !isDoi(words)) {
    return {
      message: 'link text is a URL, which is hard to listen to',
      hint: `use the name of the page: [name](${href.length > 60 ? '…' : href})`,
    };
  }
  return undefined;
}
