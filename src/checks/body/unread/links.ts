/** What is meant as a link or an image, but has other brackets. */

import { abridge } from '../../../post/text.ts';
import type { Kind } from './kind.ts';

/** Signs of an author that are no text of a link: a number in a list of sources, a remark, a box. */
export const remark = String.raw`(?:\^[^\][\n]{1,100}|\d+[a-z]?(?:[,–-] ?\d+)*|sic|…|\.{3}|[ x!?])`;
/** The text of a link or an image. */
const label = String.raw`(?<!\\)(!?\[(?!${remark}\])[^\][\n]{1,200}\])`;
/** Part of a URL in brackets; it may have some of its own. */
const part = String.raw`(?:[^\s()<>[\]{}"“”（）]|\([^\s()<>]{0,100}\))`;
const webUrl = String.raw`(?:https?:\/\/|mailto:|www\.)${part}{1,500}`;
const fileUrl = String.raw`[^\s()<>[\]{}"“”（）]{1,200}\.(?:md|html?|pdf|png|jpe?g|gif|webp|svg)`;
/** Also one that looks like none, or like two. */
export const space = String.raw`[ \t\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff]`;

const example = '[text](https://…)';
const inRound = 'write the URL in round brackets, right after ]';

/** Adds to a hint what a URL without a scheme needs as well. */
function withScheme(hint: string): (groups: readonly (string | undefined)[]) => string {
  return (groups) => (groups.some((one = '') => /^www\./i.test(one)) ? `${hint}, and https:// before www.` : hint);
}

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
      String.raw`(?<!\\)!?\((?=[^()\n]{0,199}\p{L})([^()\n]{1,200})\)${space}{0,9}\[(${webUrl}|${fileUrl})\]`,
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
    why: 'its text is not in square brackets',
    hint: `write the text in square brackets: ${example}`,
  },
  {
    meant: 'a link',
    pattern: new RegExp(
      String.raw`(?<!\\)!?(?:[({][^()[\]{}\n]{1,200}\]|[[{][^()[\]{}\n]{1,200}\})\((?:${webUrl})\)`,
      'gi',
    ),
    why: 'its text is not in square brackets',
    hint: `write the text in square brackets: ${example}`,
  },
  {
    meant: 'a link',
    pattern: new RegExp(String.raw`(?<!\\)!?\[([^()[\]\n]{1,200})\((${webUrl})\)(?![^\n[\]]{0,300}\])`, 'gi'),
    why: 'its first closing bracket is missing',
    hint: withScheme('add ] before ('),
  },
  {
    meant: 'a link',
    pattern: new RegExp(String.raw`^([^[\]\n]{1,300})\]\((${webUrl})\)`, 'gim'),
    why: 'its first bracket is missing',
    hint: withScheme('add [ before its text'),
  },
  {
    meant: 'a link',
    pattern: new RegExp(String.raw`${label}\(\((${webUrl})\)(?!\))`, 'gi'),
    why: 'it has two opening brackets',
    hint: withScheme('remove the second ('),
  },
  {
    meant: 'a link',
    pattern: new RegExp(
      String.raw`${label}${space}{0,9}(?:\((${webUrl}|${fileUrl})[}\]]|[{[](${webUrl}|${fileUrl})[)}\]])`,
      'gi',
    ),
    why: 'its URL is not in round brackets',
    hint: withScheme(inRound),
  },
  {
    meant: 'a link',
    pattern: new RegExp(`${label}<(?!www)(${webUrl})>`, 'gi'),
    why: 'its URL is not in round brackets',
    hint: inRound,
  },
  {
    meant: 'a link',
    pattern: new RegExp(
      String.raw`(?<!\\)(!?\[[^\][\n]{1,200}\]（(?:${webUrl}|${fileUrl})[)）]|!?\[[^\][\n]{1,200}\]\((?:${webUrl}|${fileUrl})）|!?［[^\][\n［］]{1,200}］[(（](?:${webUrl}|${fileUrl})[)）])`,
      'gi',
    ),
    why: 'its brackets are full-width ones',
    hint: 'write [ ] and ( ) instead',
  },
  {
    meant: 'a link',
    pattern: new RegExp(String.raw`${label}\((${webUrl}|${fileUrl})(?=[ \t]{0,9}$|[ \t][^()\][\n]{0,300}$)`, 'gim'),
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
    why: 'its URL is not in round brackets',
    hint: inRound,
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
    pattern: /<https?:\/\/[^<>\s]{1,300} [^<>\n]{1,300}>/gi,
    why: 'its URL contains a space',
    hint: 'write %20 for each space',
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
    pattern: new RegExp(
      String.raw`(?<![\\\w\]])!?\[(?!${remark}\])(?=[^\][\n]*\p{L}{2})[^\][\n]{1,200}\]\[(?!\^)([^\][\n]{1,100})\](?![([])`,
      'giu',
    ),
    why: ([label = '']) => `nothing in the text says what [${abridge(label)}] is`,
    hint: ([label = '']) => `write the URL in round brackets, in place of [${abridge(label)}]`,
  },
  {
    meant: 'a link',
    pattern: /\bHYPERLINK[ \t]{1,9}["“]([^"“”\n]{1,500})["”]/g,
    why: 'it is a field of a word processor',
    hint: `write a link, with the URL in round brackets: ${example}`,
  },
];

/** Any of them, or of the images, in the plain text of a block: most have none. */
export const anyLink = new RegExp(
  String.raw`[\])}](?:[({[<（]|https?:|mailto:)|[\])]${space}{1,9}[({[]|［|\|(?:https?:|www)|<(?:www\.|https?:)|\((?:https?:|www\.)|!\[|\[(?:cid|image):|\.[a-z]{3,4}\]|HYPERLINK|` +
    String.raw`[a-z]:\\|\\[^\\\s]|~\/|\/users\/|\/home\/|file:`,
  'i',
);
