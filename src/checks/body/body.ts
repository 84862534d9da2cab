/** Rules about the text of one post. Spec section 5, groups “body” and “partnership”. */
import type { Fault } from '../../diagnostic.ts';
import type { Markdown } from '../../post/markdown/markdown.ts';
import type { Body, PostReading } from '../../post/post.ts';
import { codePoints, findControlCharacter } from '../../post/text.ts';
import { checkByline, checkRoles } from '../people.ts';
import { checkConsent, checkCredit } from '../photos.ts';
import type { FolderFacts } from '../urls.ts';
import { checkFrontImage, checkImages, type Findings } from './images.ts';
import { checkLinks, checkLoose } from './links.ts';
import { isWorthParsing } from './look.ts';
import { readBodyParts } from './parts.ts';
import { checkPlaceholders } from './placeholders.ts';
import { checkDepth, checkHeadings, checkTags, checkTemplateCode } from './structure.ts';

/** What the rules need to know beside the post. */
export interface BodyCheckContext {
  folder: FolderFacts;
  /** Made when the first text needs it; it must keep offsets. */
  markdown: () => Markdown;
  /** The sentences of templates. */
  placeholders: readonly string[];
  /** Parse every text, even one that has nothing to find: a test compares. */
  always?: boolean;
}

/** All faults of a post's text, and of the pictures and people around it; and the addresses to look up at the end. */
export function checkBody(reading: PostReading, inPosts: string, context: BodyCheckContext): Findings {
  const { body } = reading;
  const { folder } = context;
  const front = checkFrontImage(reading, inPosts, folder);
  let faults = [...front.faults, ...checkRoles(reading), ...checkConsent(reading)];
  if (!body || reading.faults.some(({ rule }) => rule === 'too-large')) return { faults, open: front.open };
  faults = faults.concat(checkControlCharacters(body));
  const placeholders = context.placeholders.filter((sentence) => body.text.includes(beginningOf(sentence)));
  if (!context.always && placeholders.length === 0 && !isWorthParsing(reading, body, inPosts, folder)) {
    return { faults, open: front.open };
  }
  const parts = readBodyParts(body, context.markdown());
  const images = checkImages(parts.images, inPosts, folder);
  const links = checkLinks(parts.links, inPosts, folder);
  // Not by push: a text may have more faults than a call can have arguments.
  faults = faults.concat(
    images.faults,
    links.faults,
    checkLoose(parts),
    checkHeadings(parts.headings),
    checkTags(parts.tags),
    checkDepth(parts),
    checkTemplateCode(parts),
    checkPlaceholders(parts.blocks, placeholders, reading.fields?.draft ?? false),
    checkByline(parts.blocks, reading),
    checkCredit(reading, parts, inPosts, folder),
  );
  return { faults, open: [...front.open, ...images.open, ...links.open] };
}

/** Enough of a sentence to be known by, and short enough not to be broken over two lines. */
function beginningOf(sentence: string): string {
  return sentence.slice(0, 12);
}

/** Characters that no feed can carry: they are left out there, so that this is only a warning. */
function checkControlCharacters({ text, line }: Body): Fault[] {
  if (!findControlCharacter(text)) return [];
  const faults: Fault[] = [];
  // One a line is enough to find them all.
  for (const [at, one] of text.split('\n').entries()) {
    const found = findControlCharacter(one);
    if (!found) continue;
    faults.push({
      rule: 'control-character',
      level: 'warn',
      message: `the invisible character ${found.name} is left out of feeds`,
      hint: 'delete it: it often comes along when text is pasted from another program',
      place: { line: line + at, column: codePoints(one.slice(0, found.offset)) + 1 },
    });
  }
  return faults;
}
