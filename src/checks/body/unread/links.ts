/** What is meant as a link or an image, but has other brackets, or none. */

import { imageType } from '../../../post/imageType.ts';
import { abridge } from '../../../post/text.ts';
import { nameInPath } from '../../urls/ownFiles.ts';
import type { Kind } from './kinds.ts';

/** Signs of an author that are no text of a link: a number in a list of sources, a remark, a box. */
const remark = String.raw`(?:\^[^\][\n]{1,100}|\d+[a-z]?(?:[,–-] ?\d+)*|sic|…|\.{3}|[ x!?])`;
/** The text of a link or an image. */
const label = String.raw`(?<!\\)(!?\[(?!${remark}\])[^\][\n]{1,200}\])`;
/** Part of a URL in brackets; it may have some of its own. */
const part = String.raw`(?:[^\s()<>[\]{}"“”（）]|\([^\s()<>]{0,100}\))`;
const webUrl = String.raw`(?:https?:\/\/|mailto:|www\.)${part}{1,500}`;
const fileUrl = String.raw`[^\s()<>[\]{}"“”（）]{1,200}\.(?:md|html?|pdf|png|jpe?g|gif|webp|svg)`;
/** Also one that looks like none, or like two. */
const space = String.raw`[ \t\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff]`;

const example = '[text](https://…)';

/** Adds to a hint what a URL without a scheme needs as well. */
function withScheme(hint: string): (groups: readonly (string | undefined)[]) => string {
  return ([, url = '']) => (/^www\./i.test(url) ? `${hint}, and https:// before www.` : hint);
}

/** A pattern for a link whose URL is in other brackets, perhaps after a space. */
function inBrackets(open: string, close: string): RegExp {
  return new RegExp(`${label}${space}{0,9}${open}(${webUrl})${close}`, 'gi');
}

const ownFolder = String.raw`[a-z]:\\|\\\\[\w.$-]{1,60}\\|~\/|\/(?:Users|home)\/[^\/\s]{1,60}\/|file:\/\/\/`;

/** A pattern for a line that is only a path on somebody’s own computer. */
function pathLine(extensions: string): RegExp {
  return new RegExp(
    String.raw`^["“”„«'‘]?((?:${ownFolder})[^\n"“”„«»<>|*?]{1,300}\.(?:${extensions}))["“”»'’]?(?=[ \t]{0,9}$)`,
    'gim',
  );
}

const onlyPath = 'it is only a path on your own computer';

/** Links and images in text. Of those that begin at the same place, the first is reported. */
export const linkKinds: readonly Kind[] = [
  {
    meant: 'a link',
    pattern: new RegExp(String.raw`${label}${space}{1,9}\((${webUrl}|${fileUrl})\)`, 'gi'),
    why: 'there is a space between its brackets',
    hint: withScheme('remove the space between ] and ('),
  },
  {
    meant: 'a link',
    pattern: new RegExp(String.raw`${label}${space}{0,9}\n${space}{0,9}\((${webUrl}|${fileUrl})\)`, 'gi'),
    why: 'there is a line break between its brackets',
    hint: withScheme('write both on one line, without a space between ] and ('),
  },
  {
    meant: 'a link',
    pattern: new RegExp(
      String.raw`(?<!\\)\((?=[^()\n]{0,199}\p{L})([^()\n]{1,200})\)${space}{0,9}\[(${webUrl})\]`,
      'giu',
    ),
    why: 'its brackets are the wrong way round',
    hint: `write the text in square brackets, and the URL in round ones: ${example}`,
  },
  {
    meant: 'a link',
    pattern: new RegExp(
      String.raw`(?<![\\\p{L}\p{N}_)\]])\((?=[^()\n]{0,199}\p{L})([^()\n]{1,200})\)\((${webUrl})\)`,
      'giu',
    ),
    why: 'its text is in round brackets',
    hint: `write the text in square brackets: ${example}`,
  },
  {
    meant: 'a link',
    pattern: inBrackets(String.raw`\[`, String.raw`\]`),
    why: 'its URL is in square brackets',
    hint: `write the URL in round brackets: ${example}`,
  },
  {
    meant: 'a link',
    pattern: inBrackets(String.raw`\{`, String.raw`\}`),
    why: 'its URL is in curly brackets',
    hint: `write the URL in round brackets: ${example}`,
  },
  {
    meant: 'a link',
    pattern: new RegExp(`${label}<(?!www)(${webUrl})>`, 'gi'),
    why: 'its URL is in angle brackets',
    hint: `write the URL in round brackets: ${example}`,
  },
  {
    meant: 'a link',
    pattern: new RegExp(
      String.raw`(?<!\\)(!?\[[^\][\n]{1,200}\]（(?:${webUrl}|${fileUrl})[)）]|!?\[[^\][\n]{1,200}\]\((?:${webUrl}|${fileUrl})）|!?［[^\][\n［］]{1,200}］[(（](?:${webUrl}|${fileUrl})[)）])`,
      'gi',
    ),
    why: 'its brackets are full-width ones',
    hint: `write ordinary brackets: ${example}`,
  },
  {
    meant: 'a link',
    pattern: new RegExp(String.raw`${label}\((${webUrl})(?=[ \t]{0,9}$|[ \t][^()\][\n]{0,300}$)`, 'gim'),
    why: 'its closing bracket is missing',
    hint: withScheme('add ) after the URL'),
  },
  {
    meant: 'a link',
    pattern: new RegExp(String.raw`(?<![\\[])(!?\[[^\][\n]{1,200}\])\]\((${webUrl}|${fileUrl})\)`, 'gi'),
    why: 'it has two closing brackets',
    hint: withScheme('remove the second ]'),
  },
  {
    meant: 'a link',
    pattern: new RegExp(String.raw`(?<![\\[])!?\[([^\][|\n]{1,200})\|(${webUrl})\]`, 'gi'),
    why: 'its URL is in square brackets',
    hint: `write the URL in round brackets: ${example}`,
  },
  {
    meant: 'a link',
    pattern:
      /(?<![\\!])\[((?:https?:\/\/|www\.)[^\s()<>[\]]{1,500})\]\((?![a-z]{1,9}:|www\.|[./<{"“])([^()\n]{1,200})\)/gi,
    why: 'its text and its URL are the wrong way round',
    hint: `write the text in square brackets, and the URL in round ones: ${example}`,
  },
  {
    meant: 'a link',
    pattern: /<(www\.[^\s<>"]{1,500})>/gi,
    why: 'its URL does not begin with https://',
    hint: ([url = '']) => `write [the name of the page](https://${url.length > 60 ? '…' : url})`,
  },
  {
    meant: 'a link',
    pattern: new RegExp(
      String.raw`${label}\((${webUrl}|${fileUrl})[ \t]{1,9}[“”„«»‘’]([^"“”„«»()\n]{1,200})[“”«»‘’]\)`,
      'gi',
    ),
    why: 'its title is in curly quotation marks',
    hint: ([, , title = '']) => `write straight ones: "${abridge(title)}"`,
  },
  {
    meant: 'a link',
    pattern: /\bHYPERLINK[ \t]{1,9}["“]([^"“”\n]{1,500})["”]/g,
    why: 'it is a field of a word processor',
    hint: `write a link, with the URL in round brackets: ${example}`,
  },
  {
    meant: 'an image',
    pattern: pathLine('jpe?g|png|gif|webp|svg|heic|avif|bmp|tiff?'),
    why: onlyPath,
    hint: ([path = '']) => copyHint(path),
  },
  {
    meant: 'a link',
    pattern: pathLine('pdf|docx?|pptx?|xlsx?|odt|odp|ods|csv|zip|mp3|mp4|mov'),
    why: onlyPath,
    hint: ([path = '']) => `copy the file beside the post, and write [the name of the document](${nameInPath(path)})`,
  },
  {
    meant: 'an image',
    pattern: /(?<![\\!])\[(cid:[^\][\n]{1,200})\](?![([:])/gi,
    why: 'it is an image in an email',
    hint: ([url = '']) => copyHint(url.replace(/^cid:|@[^@]*$/gi, '')),
  },
  {
    meant: 'an image',
    pattern: new RegExp(
      String.raw`(?<![^\s(>"“*_])!\[(?!\](?!\[)|${remark}\])([^\][\n{<]{0,200})\](\[[^\][\n]{1,100}\])?(?!${space}{0,9}[([:{<（])`,
      'g',
    ),
    why: 'it has no URL',
    hint: ([text = '']) => {
      if (text === '' || imageType(text) !== undefined) return copyHint(text);
      return `write the file name in round brackets: ![${abridge(text)}](image.jpg)`;
    },
  },
];

/** What to write instead of the path of an image. */
function copyHint(path: string): string {
  const name = nameInPath(path) || 'image.jpg';
  return `copy the file beside the post, and write ![what it shows](${name.length > 60 ? '…' : name})`;
}

/** Any of them: most blocks have none. */
export const anyLink = new RegExp(
  String.raw`\](?:[\][{<（]|\()|\]${space}{0,9}\n?${space}{0,9}[([]|［|\|(?:https?:|www)|\)${space}{0,9}[[(]|<www\.|!\[|\[cid:|HYPERLINK|` +
    String.raw`[a-z]:\\|\\\\|~\/|\/users\/|\/home\/|file:`,
  'i',
);
