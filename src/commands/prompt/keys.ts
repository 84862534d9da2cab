/** What a person types, for one question. */
import type { Key } from 'node:readline';
import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Bracketed paste: while it is on, a terminal puts `start` and `end` around what is pasted. */
export const pasteMode = { on: '\x1b[?2004h', off: '\x1b[?2004l', start: '\x1b[200~', end: '\x1b[201~' };

const ctrlD = '\x04';

/** A closed terminal is an error to a stream that reads from it or changes its mode. */
const endings = ['end', 'close', 'error'];

/**
 * The keys typed at a terminal until `stop` is called. A paste is one key, with its line breaks as spaces: inquirer redraws
 * at every key, and each line break would be an Enter, answering questions that nobody has read. `onEnd` is called for a
 * closed terminal and for Ctrl-D, even after a text, where readline would take it for Delete.
 */
export function typedKeys(
  stdin: NodeJS.ReadableStream,
  onEnd: () => void,
): { keys: PassThrough & { setRawMode: (on: boolean) => unknown }; stop: () => void } {
  const terminal = stdin as NodeJS.ReadableStream & { setRawMode?: (on: boolean) => unknown };
  const stream = new PassThrough();
  const emit = stream.emit.bind(stream);
  let pasted: string | undefined;
  const keys = Object.assign(stream, {
    isTTY: true,
    setRawMode: (on: boolean): unknown => terminal.setRawMode?.(on),
    // Readline finds the marks of a paste itself, even where one is split between two chunks.
    emit(event: string | symbol, ...args: unknown[]): boolean {
      const [text, key] = args as [string | undefined, Key];
      if (event !== 'keypress') return emit(event, ...args);
      if (key.sequence === pasteMode.start) pasted = '';
      else if (pasted === undefined) return emit(event, text, key);
      else if (key.sequence !== pasteMode.end) pasted += text ?? key.sequence;
      else {
        const line = joinLines(pasted);
        pasted = undefined;
        return emit(event, line, { sequence: line });
      }
      return true;
    },
  });
  const decoder = new StringDecoder('utf8');
  const onData = (chunk: Buffer | string): void => {
    const text = decoder.write(Buffer.from(chunk as Buffer));
    if (text === ctrlD) onEnd();
    // One by one: readline appends to the line all characters of a chunk but the last, wherever the cursor is.
    else for (const character of pasted === undefined ? markPastes(text) : text) keys.emit('data', character);
  };
  stdin.on('data', onData);
  for (const event of endings) stdin.on(event, onEnd);
  stdin.resume();
  return {
    keys,
    stop() {
      stdin.removeListener('data', onData);
      for (const event of endings) stdin.removeListener(event, onEnd);
      stdin.pause();
    },
  };
}

/** Marks what must have been pasted where the terminal does not: lines that come at once, and long texts. */
function markPastes(text: string): string {
  if (text.includes('\x1b')) return text;
  const { start, end } = pasteMode;
  const hasLines = /[^\0-\x1f\x7f][\r\n]+[^\0-\x1f\x7f]/.test(text);
  return hasLines ? start + text + end : text.replace(/[^\0-\x1f\x7f]{16,}/g, `${start}$&${end}`);
}

/** The text on one line. */
function joinLines(text: string): string {
  return text.replace(/[ \r\n\u2028\u2029]*[\r\n\u2028\u2029][ \r\n\u2028\u2029]*/g, ' ');
}
