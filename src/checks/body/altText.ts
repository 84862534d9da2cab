/** What is said of a picture to those who do not see it, and what the words of a link say. Shared by rules. */
import { codePoints } from '../../post/text.ts';

const longestAlt = 150;

/** What is poor about a description, for the end of a sentence, and what to do; undefined where nothing is. */
export function altProblem(alt: string): { problem: string; hint: string } | undefined {
  const text = alt.trim();
  const hint = 'say in a sentence what the picture shows, as if on the telephone';
  if (/^[^\s/]+\.(?:avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/i.test(text) || isCameraName(text)) {
    return { problem: `“${text.slice(0, 60)}” is a file’s name, not a description`, hint };
  }
  const opening = /^(?:an? |the |this is an? )?(?:image|photo|photograph|picture|pic) (?:of|showing|shows)\b/i.exec(
    text,
  );
  if (opening) {
    return {
      problem: `the description begins with “${opening[0]}”: readers already know that it is a picture`,
      hint: 'begin with what it shows',
    };
  }
  if (/^(?:image|img|photo|photograph|picture|pic|untitled|alt|alt text|description)$/i.test(text)) {
    return { problem: `“${text}” says nothing of what the picture shows`, hint };
  }
  const length = text.length > longestAlt ? codePoints(text) : 0;
  if (length > longestAlt) {
    return {
      problem: `the description has ${length} characters; ${longestAlt} is as much as one can listen to`,
      hint: 'say the rest in the text, or in a caption',
    };
  }
  return undefined;
}

/** `IMG_1234`, `DSC00012`, `Screenshot 2024-05-14 at 09.30.15`: what cameras and computers call files. */
function isCameraName(text: string): boolean {
  return /^(?:img|dscn?f?|pxl|mvimg|image|photo|picture)[ _-]?\d[\d _-]*$|^(?:screen ?shot|bildschirmfoto|capture)[ _-]\d{4}[-\d .:at_]*$/i.test(
    text,
  );
}

/** A DOI is how an academic text names its source. */
export function isDoi(address: string): boolean {
  return /^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i.test(address);
}

const poorTexts =
  `click|click here|click this|click this link|here|right here|link|this link|the link|this|more|more here|
  read more|read more here|see more|see here|learn more|find out more|more info|this page`
    .split('|')
    .map((text) => text.trim());

const signsBehind = ' .…!:>»→)]"”';

/** Words without the signs around them. An expression would try the signs in their middle, too. */
function withoutSigns(words: string): string {
  let end = words.length;
  while (end > 0 && signsBehind.includes(words[end - 1] ?? '')) end--;
  return words.slice(0, end).replace(/^[\s>»→(["“]+/, '');
}

/** What is poor about the words of a link, for a message; undefined where nothing is. */
export function linkTextProblem(text: string, href: string): { problem: string; hint: string } | undefined {
  const words = text.replace(/\s+/g, ' ').trim();
  const plain = withoutSigns(words).toLowerCase();
  if (words === '') {
    return { problem: 'the link has no words: nobody can see or hear it', hint: 'write them: [words](address)' };
  }
  if (poorTexts.includes(plain)) {
    return {
      problem: `the link’s words “${words}” do not say where it leads`,
      hint: 'put the link on words that do, such as the name of the page',
    };
  }
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(words) && !isDoi(words)) {
    return {
      problem: 'the link’s words are its address, which is read out letter by letter',
      hint: `write the name of the page: [name](${href.length > 60 ? '…' : href})`,
    };
  }
  return undefined;
}
