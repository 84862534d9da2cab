/**
 * The question for a line of text, as a type of prompt for inquirer. Its own draws the whole answer anew at every letter,
 * which takes a minute for an article that is pasted, and loses the cursor in answers of more than a line.
 */
import { createInterface, type Key } from 'node:readline';
import { PassThrough, Writable } from 'node:stream';
import { Interrupted } from '../../errors.ts';
import type { Measure } from '../../report/width.ts';
import { createDrawing, type Screen } from './drawing.ts';
import { answered } from './field.ts';
import { pasteMode, pasteReader, withoutBreaks } from './keys.ts';

export interface LineOptions {
  /** The answer of Enter alone. */
  default?: string | undefined;
  /** Stands there already, to be changed. */
  text?: string | undefined;
  /** What is wrong with an answer, or undefined. */
  check?: (answer: string) => string | undefined;
  /** A line above the answer that changes while it is typed. */
  note?: (answer: string) => string;
}

export interface LineQuestion {
  message: string;
  options: LineOptions;
  measure: Measure;
}

export interface Terminal {
  input: PassThrough & { setRawMode: (on: boolean) => unknown };
  output: Screen;
  signal: AbortSignal;
}

export const cursorShow = '\x1b[?25h';

/** The trimmed answer. Throws Interrupted. */
export function typeLine({ message, options, measure }: LineQuestion, terminal: Terminal): Promise<string> {
  const { input, output, signal } = terminal;
  const { default: suggested, text = '', check, note } = options;
  // Node's readline edits the line, but neither sees the terminal nor is seen on it.
  const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: input.setRawMode });
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: keys, output: nowhere, terminal: true, historySize: 0 });
  const drawing = createDrawing(output, measure);
  let refused: { typed: string; why: string } | undefined;
  let isOver = false;

  const draw = (): void => {
    const { line: typed, cursor } = line;
    const refusal = refused?.typed === typed ? refused.why : undefined;
    drawing.draw({ message, suggested, note: note?.(typed.trim()), refusal, typed, cursor });
  };
  /** As one key, however long: readline measures the whole line at each. */
  const insert = (inserted: string): void => {
    if (!isOver) line.write(withoutBreaks(inserted));
  };
  const type = (typed: string): void => {
    for (const part of typed.match(/\x1b.*|[^\0-\x08\n-\x1f\x7f\u2028\u2029]{16,}|./gsu) ?? []) {
      if (part.length >= 16 && !part.startsWith('\x1b')) insert(part);
      // A line separator would be an Enter. Written to the stream, the keys would come later than what is inserted.
      else if (!isOver) keys.emit('data', part.replace(/[\u2028\u2029]/g, ' '));
    }
  };
  const take = pasteReader(type, insert);

  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer): void => {
      take(chunk);
      if (!isOver) draw();
    };
    const end = (last: string | undefined): void => {
      isOver = true;
      input.removeListener('data', onData);
      output.removeListener('resize', draw);
      clearImmediate(begun);
      line.close();
      drawing.end(last);
      output.write(pasteMode.off + cursorShow);
    };
    const cancel = (): void => {
      if (isOver) return;
      end(undefined);
      reject(new Interrupted());
    };
    line.on('SIGINT', cancel);
    signal.addEventListener('abort', cancel);
    // The shell, where Ctrl-Z led to, has written below and changed the terminal.
    line.on('SIGCONT', () => {
      line.resume();
      drawing.forget();
      output.write(pasteMode.on);
      draw();
    });
    line.on('line', (typed) => {
      const answer = typed.trim() || suggested || '';
      const why = check?.(answer);
      if (why === undefined) {
        end(answered(message, answer, drawing.width(), measure));
        resolve(answer);
      } else {
        refused = { typed, why };
        line.write(typed);
      }
    });
    keys.on('keypress', (_, key: Key | undefined) => {
      if (key?.name === 'left' || key?.name === 'right') {
        Object.assign(line, { cursor: outside(line.line, line.cursor, key.name) });
      } else if (key?.name === 'tab' && suggested !== undefined && line.line === '\t') {
        // As in inquirer's own: Tab takes what is offered, to be changed.
        line.write(null, { ctrl: true, name: 'u' });
        insert(suggested);
      }
    });
    insert(text);
    // What was typed before the question could be read is let go, as inquirer does: it answered another one.
    input.resume();
    const begun = setImmediate(() => {
      output.write(pasteMode.on);
      output.on('resize', draw);
      input.on('data', onData);
      draw();
    });
    if (signal.aborted) cancel();
  });
}

/** The cursor's place, or where it goes from the inside of what is seen as one character: readline goes by code points. */
function outside(typed: string, cursor: number, direction: 'left' | 'right'): number {
  const character = new Intl.Segmenter('en').segment(typed).containing(cursor);
  if (!character || character.index === cursor) return cursor;
  return direction === 'left' ? character.index : character.index + character.segment.length;
}
