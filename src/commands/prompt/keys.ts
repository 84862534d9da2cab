/** What a person types, for one question. */
import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

const ctrlD = 0x04;
/** A terminal that is closed is an error to who reads it then, or changes its mode. */
const endings = ['end', 'close', 'error'];

/**
 * The keys that come from a terminal until `stop`. A text that is pasted with line breaks comes at once: each of them
 * would be an Enter, and the lines answers to questions that nobody has read. In such a text they are blanks. Ctrl-D ends
 * the questions even where a text stands already, of which it would else take a letter.
 */
export function typedKeys(stdin: NodeJS.ReadableStream): { keys: PassThrough; stop: () => void } {
  const terminal = stdin as NodeJS.ReadableStream & { setRawMode?: (on: boolean) => unknown };
  const keys = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (on: boolean): unknown => terminal.setRawMode?.(on),
  });
  const onEnd = (): void => void keys.end();
  const onData = (chunk: Buffer | string): void => {
    const bytes = Buffer.from(chunk as Buffer);
    if (bytes.length === 1 && bytes[0] === ctrlD) onEnd();
    else if (!keys.writableEnded) keys.write(joined(bytes));
  };
  stdin.on('data', onData);
  for (const event of endings) stdin.on(event, onEnd);
  stdin.resume();
  return {
    keys,
    stop() {
      keys.removeAllListeners();
      stdin.removeListener('data', onData);
      for (const event of endings) stdin.removeListener(event, onEnd);
      stdin.pause();
    },
  };
}

/** A chunk of keys whose line breaks inside a text are blanks. Enter alone, or after a text, stays. */
function joined(chunk: Buffer): Buffer {
  // Byte by byte, for a character may end in the next chunk; all that matters here is ASCII.
  const bytes = chunk.toString('latin1');
  if (!/[^\0-\x1f\x7f][\r\n]+[^\0-\x1f\x7f]/.test(bytes)) return chunk;
  return Buffer.from(withoutBreaks(bytes), 'latin1');
}

/** A text on one line. */
export function withoutBreaks(text: string): string {
  return text.replace(/[ \r\n\u2028\u2029]*[\r\n\u2028\u2029][ \r\n\u2028\u2029]*/g, ' ');
}

/** Terminals put `start` and `end` around what is pasted while they are asked to. */
export const pasteMode = { on: '\x1b[?2004h', off: '\x1b[?2004l', start: '\x1b[200~', end: '\x1b[201~' };

/** Reads chunks of keys: what is pasted is told whole, in how many chunks it may come. */
export function pasteReader(
  onTyped: (text: string) => void,
  onPasted: (text: string) => void,
): (chunk: Buffer) => void {
  const decoder = new StringDecoder('utf8');
  let pasted: string | undefined;
  return (chunk) => {
    let rest = decoder.write(chunk);
    while (rest !== '') {
      if (pasted === undefined) {
        const [typed = '', ...others] = rest.split(pasteMode.start);
        onTyped(typed);
        if (others.length === 0) return;
        rest = others.join(pasteMode.start);
      }
      const [whole = '', ...others] = `${pasted ?? ''}${rest}`.split(pasteMode.end);
      pasted = others.length === 0 ? whole : undefined;
      if (others.length > 0) onPasted(whole);
      rest = others.join(pasteMode.end);
    }
  };
}
