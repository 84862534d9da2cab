/** Which files of WordPress are copied: images, documents and recordings, none of which a browser runs. */
import { imageType } from '../../post/imageType.ts';

const others: ReadonlySet<string> = new Set([
  ...['pdf', 'txt', 'csv', 'tsv', 'rtf', 'epub', 'ics', 'bib'],
  ...['doc', 'docx', 'odt', 'pages', 'xls', 'xlsx', 'ods', 'numbers', 'ppt', 'pptx', 'pps', 'ppsx', 'odp', 'key'],
  ...['mp3', 'm4a', 'ogg', 'oga', 'opus', 'wav', 'wma', 'flac', 'aac'],
  ...['mp4', 'm4v', 'mov', 'webm', 'ogv', 'avi', 'wmv', 'mpg', 'mpeg', '3gp', 'vtt', 'srt'],
]);

/** Why a file is not copied, by its name; undefined if it is. */
export function whyNotCopied(path: string): string | undefined {
  const extension = /\.([a-z\d]{1,10})$/i.exec(path)?.[1]?.toLowerCase();
  if (extension === undefined) return 'no file extension';
  if (extension === 'svg') return '.svg may contain scripts';
  if (others.has(extension) || imageType(`x.${extension}`) !== undefined) return undefined;
  return `.${extension} is not a type of images, documents or recordings`;
}
