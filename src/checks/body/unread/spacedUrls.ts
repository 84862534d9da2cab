/** Links and images with a space in their URL: readers see them as they are written. */
import type { Fault } from '../../../diagnostic.ts';
import { abridge } from '../../../post/text.ts';
import { localProblem } from '../../urlProblem.ts';
import { isLocalPath } from '../../urls/ownFiles.ts';

/** A link or an image with a space in its round brackets, which may hold others: `photo (1).jpg`. */
export const spacedLink =
  /!?\[(?!https?:\/\/[^\s\][]{1,200}\]\((?!https?:))[^\][]{0,200}\]\((?=[^\n<> ]{0,300} )([^()\n<>]{0,300}(?:\([^()\n<>]{0,100}\)[^()\n<>]{0,100}){0,3})\)/gi;

const size = /^(\S{1,300}) {1,9}(=\d{0,5}x\d{0,5}|(?:width|height)=\S{1,20})$/;
const inQuotes = /^["“”„'‘’]([^"“”„]{1,600})["“”'’]$/;
/** A title, in whatever quotation marks. */
const title = / ["“”'‘«„][^"“”«»„]{0,300}["“”'’»]$/;
/** A URL, a path, or the name of a file, and not words. */
const target =
  /^(?:(?:https?|ftp|mailto|tel|sms) ?:|\.{0,2}\/[^\s/]|www\.)|\S.*\.(?=[a-z0-9]{0,4}[a-z])[a-z0-9]{1,5}(?:[?#]\S*)?$/i;

/** The URL in the round brackets of such a link, without a title; undefined if they hold words. */
export function urlWithSpace(inside: string): string | undefined {
  const untitled = inside.trim().replace(title, '').trim();
  const url = inQuotes.exec(untitled)?.[1]?.trim() ?? untitled;
  if (!/\s/.test(url) || /["“”]/.test(url)) return undefined;
  return isLocalPath(url) || size.test(url) || target.test(url) ? url : undefined;
}

/** What is wrong with such a link, and what to write instead. */
export function spacedProblem(text: string, url: string): Pick<Fault, 'rule' | 'message' | 'hint'> {
  const isImage = text.startsWith('!');
  const rule = isImage ? 'image-file-missing' : 'link-broken';
  if (isLocalPath(url)) return { rule, ...localProblem(url, isImage ? 'image' : 'link') };
  const notRead = `“${abridge(text)}” is not read as ${isImage ? 'an image' : 'a link'}`;
  const given = size.exec(url)?.[2];
  if (given !== undefined) {
    return {
      rule,
      message: `${notRead}: Markdown has no sizes of images`,
      hint: `remove “${given}” and the space before it`,
    };
  }
  return { rule, message: `${notRead}: its URL contains a space`, hint: spaceHint(url) };
}

/** What to write instead of a URL with spaces. None belongs to what is before its path, to a phone number or an email address. */
function spaceHint(url: string): string {
  const words = /^(https?:\/\/[^\s/?#]+\.[^\s/?#]+) [^./]+$/i.exec(url)?.[1];
  if (words !== undefined) return `remove the words after the URL: ${abridge(words)}`;
  if (/^[^/?#]* https?:/i.test(url)) return 'remove what is before https://';
  const tidy = url.replace(/^([a-z][a-z0-9+.-]*) ?: *(\/\/)? */i, '$1:$2');
  const isName = /^(?:mailto|tel|sms):/i.test(tidy) && !tidy.includes('?');
  const isInHost = /^(?:https?:\/\/|www\.)[^/?#]* [^ ]*$|^[^ ]*[/.] [^ ]*$/i.test(tidy);
  if (isName || isInHost || (tidy !== url && !tidy.includes(' '))) {
    return `remove the spaces: ${abridge(tidy.replaceAll(' ', '').replace(/^(?=www\.)/i, 'https://'))}`;
  }
  const whole = /^www\./i.test(tidy) ? `https://${tidy}` : tidy;
  const encoded = whole.replaceAll(' ', '%20');
  // Half of a URL must not be copied.
  return `write %20 for each space${encoded === abridge(encoded) ? `: ${encoded}` : ''}`;
}
