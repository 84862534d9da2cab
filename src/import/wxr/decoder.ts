/** Bytes → text, for files that may not be in the encoding that they declare. */
import { isUtf8 } from 'node:buffer';
import { errorCode } from '../../errors.ts';

/** Bytes 0x80 to 0x9f of windows-1252; those that it does not define are control characters. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const utf8Names = /^utf-?8$|^us-ascii$/i;
/** The declaration is in the first bytes, perhaps after warnings of PHP. */
const longestStart = 4096;

/**
 * A decoder of pieces. UTF-8 is read as such whatever is declared; bytes that are not UTF-8 are read in the declared encoding
 * if the text has no UTF-8 before them, else one by one as windows-1252, which WordPress and old databases mix with it.
 */
export function createDecoder() {
  let isStart = true;
  let isAscii = true;
  let declared = '';
  let other: InstanceType<typeof TextDecoder> | undefined;
  let carried = Buffer.alloc(0);
  let [stray, truncated] = [0, 0];
  const notes: string[] = [];

  const begin = (bytes: Buffer): Buffer => {
    isStart = false;
    const mark = bytes.length > 1 ? bytes.readUInt16BE(0) : 0;
    if (mark === 0xfffe || mark === 0xfeff) {
      other = new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be');
      notes.push('encoded as UTF-16');
    }
    const start = bytes.subarray(0, longestStart).toString('latin1');
    declared = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1] ?? '';
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  };

  /** The declared encoding, from the first byte on that is neither ASCII nor UTF-8. */
  const switchTo = (bytes: Buffer): InstanceType<typeof TextDecoder> | undefined => {
    if (!isAscii || declared === '' || utf8Names.test(declared) || /^(?:iso-?8859-1|latin-?1)$/i.test(declared)) return;
    const first = bytes.findIndex((byte) => byte > 0x7f);
    if (first !== -1 && sequenceLength(bytes, first) > 0) return undefined;
    try {
      return new TextDecoder(declared);
    } catch (error) {
      if (errorCode(error) !== 'ERR_ENCODING_NOT_SUPPORTED') throw error;
      notes.push(`declares the unknown encoding “${declared}”`);
      declared = '';
      return undefined;
    }
  };

  const decodeMixed = (bytes: Buffer): string => {
    let text = '';
    let from = 0;
    for (let at = 0; at < bytes.length; ) {
      const byte = bytes[at] ?? 0;
      const length = byte < 0x80 ? 1 : sequenceLength(bytes, at);
      if (length > 0) {
        at += length;
        continue;
      }
      text += bytes.toString('utf8', from, at);
      const part = -length;
      if (part > 1) {
        // Somebody cut a text in the middle of a character.
        truncated++;
        text += '\ufffd';
      } else {
        stray++;
        text += byte < 0xa0 ? windows[byte - 0x80] : String.fromCharCode(byte);
      }
      at += part;
      from = at;
    }
    return text + bytes.toString('utf8', from);
  };

  const decode = (piece: Buffer, isEnd: boolean): string => {
    const bytes = isStart ? begin(piece) : piece;
    if (other) return other.decode(bytes, { stream: !isEnd });
    // A character may continue in the next piece.
    const whole = carried.length > 0 ? Buffer.concat([carried, bytes]) : bytes;
    const kept = isEnd ? 0 : unfinished(whole);
    carried = Buffer.from(whole.subarray(whole.length - kept));
    const ready = whole.subarray(0, whole.length - kept);
    if (isUtf8(ready)) {
      const text = ready.toString('utf8');
      if (isAscii && text.length < ready.length) isAscii = false;
      return text;
    }
    other = switchTo(ready);
    isAscii = false;
    if (!other) return decodeMixed(ready);
    carried = Buffer.alloc(0);
    notes.push(`encoded as ${declared}`);
    return other.decode(whole, { stream: !isEnd });
  };

  return {
    write: (piece: Buffer): string => decode(piece, false),
    end: (): string => decode(Buffer.alloc(0), true),
    /** What was odd, when all is read. */
    problems: (): string[] => [
      ...notes,
      ...(other === undefined && !isAscii && declared !== '' && !utf8Names.test(declared) && stray === 0
        ? [`declares ${declared}, but is UTF-8`]
        : []),
      ...(stray > 0 ? [`${stray} bytes are not UTF-8; read as windows-1252`] : []),
      ...(truncated > 0 ? [`${truncated} characters are cut in the middle`] : []),
    ],
  };
}

/** The length of the UTF-8 character at an offset; negative for the bytes that begin one without its end, or are none (-1). */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 1;
  if (length === 1) return -1;
  let there = 1;
  while (there < length && ((bytes[at + there] ?? 0) & 0xc0) === 0x80) there++;
  if (there < length) return -there;
  // Surrogates, code points that need fewer bytes, and those above U+10FFFF are not UTF-8 either.
  return isUtf8(bytes.subarray(at, at + length)) ? length : -1;
}

/** How many bytes at the end may be the beginning of a character. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
