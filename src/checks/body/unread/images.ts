/** What is meant as an image or a file, but is only a name or a path of it. */
import { imageType } from '../../../post/imageType.ts';
import { abridge } from '../../../post/text.ts';
import { nameInPath } from '../../urls/ownFiles.ts';
import type { Kind } from './kind.ts';
import { remark, space } from './links.ts';

const ownFolder = String.raw`[a-z]:\\|\\\\[\w.$-]{1,60}\\|~\/|\/(?:Users|home)\/[^\/\s]{1,60}\/|file:\/\/\/`;

/** A pattern for a line that is only a path on somebody’s own computer. */
function pathLine(extensions: string): RegExp {
  return new RegExp(
    String.raw`^["“”„«'‘]?((?:${ownFolder})[^\n"“”„«»<>|*?]{1,300}\.(?:${extensions}))["“”»'’]?(?=[ \t]{0,9}$)`,
    'gim',
  );
}

const onlyPath = 'it is only a path on your own computer';

/** Images and files in text. */
export const imageKinds: readonly Kind[] = [
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
    pattern:
      /(?<![\\!])\[(cid:[^\][\n]{1,200}|image: [^\][\n]{1,100}\.(?:png|jpe?g|gif)|image: inline image \d{1,3})\](?![([:])/gi,
    why: 'it is an image in an email',
    hint: ([url = '']) => copyHint(url.replace(/^cid:|^image: (?:inline image \d+)?|@[^@]*$/gi, '')),
  },
  {
    meant: 'an image',
    pattern: /^\[([^\][\n]{1,100}\.(?:png|jpe?g|gif|webp|svg))\](?=[ \t]{0,9}$)/gim,
    why: 'it has no URL',
    hint: ([path = '']) => copyHint(path),
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
