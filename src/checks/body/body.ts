/** Checks the body of one post, and the images and people in its front matter. */
import type { Fault } from '../../diagnostic.ts';
import { isEmptyBody } from '../../post/markdown/emptyBody.ts';
import type { Markdown } from '../../post/markdown/markdown.ts';
import type { Body, PostReading } from '../../post/post.ts';
import { codePoints, findControlCharacter } from '../../post/text.ts';
import type { FolderFacts, UrlFindings } from '../folderFacts.ts';
import { checkByline, checkConsent, checkCredit, checkRoles } from '../partnership.ts';
import { checkFragments } from './fragments.ts';
import { checkFrontImage, checkImages } from './images.ts';
import { checkLinks, checkLoose } from './links.ts';
import { readBodyParts } from './parts.ts';
import type { TextBlock } from './partTypes.ts';
import { checkDepth, checkHeadings, checkTags } from './structure.ts';
import { checkTemplateCode } from './templateCode.ts';
import { checkUnclosed, closedTags } from './unclosed.ts';
import { checkUnreadBlocks } from './unread/blocks.ts';
import { checkUnread } from './unread/unread.ts';

interface BodyContext {
  folder: FolderFacts;
  markdown: Markdown;
  placeholders: readonly string[];
  isPage?: boolean;
}

/**
 * All faults of a post’s body and of its images and people, and the URLs to look up once all posts are read. `markdown`
 * keeps offsets; `placeholders` are the sentences of the built-in templates. A page of `_site/` has no people of its own.
 */
export function checkBody(
  reading: PostReading,
  inPosts: string,
  { folder, markdown, placeholders, isPage = false }: BodyContext,
): UrlFindings {
  const { body } = reading;
  const front = checkFrontImage(reading, inPosts, folder);
  const faults = [...front.faults, ...checkRoles(reading), ...checkConsent(reading)];
  // Of two versions, one will go.
  const isUnreadable = reading.faults.some(({ rule }) => rule === 'too-large' || rule === 'merge-conflict');
  if (!body || isUnreadable) return { faults, open: front.open };
  const parts = readBodyParts(body, markdown);
  const images = checkImages(parts.images, inPosts, folder);
  const links = checkLinks(parts.links, inPosts, folder);
  return {
    // Not by push: a text may have more faults than a call can have arguments.
    faults: faults.concat(
      checkText(reading, isPage),
      checkControlCharacters(body),
      images.faults,
      // Readers see neither.
      reading.fields?.draft ? links.faults.filter(({ rule }) => rule !== 'link-unpublished') : links.faults,
      checkFragments(parts),
      checkLoose(parts),
      checkHeadings(parts.headings, reading.fields?.title),
      checkTags(closedTags(parts)),
      checkUnclosed(parts.unclosed),
      checkDepth(parts),
      checkUnread(parts),
      checkUnreadBlocks(parts, body.text),
      checkTemplateCode(parts, body.text, { inPosts, folder }),
      checkPlaceholders(parts.blocks, placeholders, reading.fields?.draft ?? false),
      isPage ? [] : checkByline(parts.blocks, reading),
      isPage ? [] : checkCredit(reading, parts, inPosts, folder),
    ),
    open: [...front.open, ...images.open, ...links.open],
  };
}

/** A fault if readers would see nothing below the title. Without front matter, it is unclear where the text begins. */
function checkText({ body, fields }: PostReading, isPage: boolean): Fault[] {
  if (!body || !fields || !isEmptyBody(body.text)) return [];
  // The line where the text would begin may not exist.
  const place = { line: 1, column: 1 };
  if (isPage) return [{ rule: 'body-empty', message: 'page has no text', hint: 'write it, or delete the file', place }];
  return [{ rule: 'body-empty', message: 'post has no text', hint: 'write it below the closing ---', place }];
}

/** A warning for each line with a character that XML forbids: feeds leave it out, so the post is still valid. */
function checkControlCharacters({ text, line }: Body): Fault[] {
  if (!findControlCharacter(text)) return [];
  return text.split('\n').flatMap((one, index): Fault[] => {
    const found = findControlCharacter(one);
    if (!found) return [];
    const message = `invisible character ${found.name} is left out of feeds`;
    const isBreak = /^[\v\f]/.test(one.slice(found.offset));
    const hint = isBreak
      ? 'begin a new line there instead; it was probably pasted from Word'
      : 'delete it; it was probably pasted from another program';
    const place = { line: line + index, column: codePoints(one.slice(0, found.offset)) + 1 };
    return [{ rule: 'control-character', level: 'warn', message, hint, place }];
  });
}

/** A fault for each block with placeholder text: an error, or in a draft, which no reader sees yet, a warning. */
function checkPlaceholders(blocks: readonly TextBlock[], sentences: readonly string[], isDraft: boolean): Fault[] {
  return blocks.flatMap(({ content, text, locate }): Fault[] => {
    const found = sentences.find((sentence) => text.includes(sentence));
    if (found === undefined) return [];
    const at = content.indexOf(found);
    const place = at === -1 ? locate(0, content.length) : locate(at, at + found.length);
    const message = 'placeholder text from the template was not replaced';
    const hint = 'replace it with your own text, or delete it';
    return [{ rule: 'placeholder-text', level: isDraft ? 'warn' : 'error', message, hint, place }];
  });
}
