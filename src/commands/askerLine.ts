/**
 * The question for a line of text, as a type of prompt for inquirer. Its own draws the whole answer anew at every letter,
 * which takes a minute for an article that is pasted, and loses the cursor in answers of more than a line.
 */
import { createInterface, type Key } from 'node:readline';
import { PassThrough, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';
import { Interrupted } from '../errors.ts';
import type { Measure } from '../report/width.ts';
import { answered, type Block, layOut } from './askerField.ts';
import { withoutBreaks } from './askerKeys.ts';

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
  output: Writable & { readonly columns: number };
  signal: AbortSignal;
}

/** Terminals put these around what is pasted, when they are asked to. */
const pasteMode = { on: '\x1b[?2004h', off: '\x1b[?2004l', start: '\x1b[200~', end: '\x1b[201~' };
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
  const decoder = new StringDecoder('utf8');
  let refused: { typed: string; why: string } | undefined;
  let pasted: string | undefined;
  let isOver = false;

  const draw = (): void => {
    const { line: typed, cursor } = line;
    const refusal = refused?.typed === typed ? refused.why : undefined;
    drawing.draw({ message, suggested, note: note?.(typed.trim()), refusal, typed, cursor });
  };
  /** As one key, however long: readline measures the whole line at each. */
  const insert = (inserted: string): void => line.write(withoutBreaks(inserted));
  const type = (typed: string): void => {
    for (const part of typed.match(/\x1b.*|[^\0-\x1f\x7f\u2028\u2029]{16,}|./gsu) ?? []) {
      if (isOver) return;
      if (part.length >= 16 && !part.startsWith('\x1b')) insert(part);
      // A line separator would be an Enter. Written to the stream, the keys would come later than what is inserted.
      else keys.emit('data', part.replace(/[\u2028\u2029]/g, ' '));
    }
  };
  const take = (chunk: Buffer): void => {
    let rest = decoder.write(chunk);
    while (rest !== '') {
      if (pasted === undefined) {
        const [typed = '', ...others] = rest.split(pasteMode.start);
        type(typed);
        if (others.length === 0) break;
        rest = others.join(pasteMode.start);
        pasted = '';
      }
      pasted += rest;
      const [whole = '', ...others] = pasted.split(pasteMode.end);
      if (others.length === 0) break;
      insert(whole);
      pasted = undefined;
      rest = others.join(pasteMode.end);
    }
  };

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
  });
}

/** The cursor's place, or where it goes from the inside of what is seen as one character: readline goes by code points. */
function outside(typed: string, cursor: number, direction: 'left' | 'right'): number {
  const character = new Intl.Segmenter('en').segment(typed).containing(cursor);
  if (!character || character.index === cursor) return cursor;
  return direction === 'left' ? character.index : character.index + character.segment.length;
}

/** Draws a block of rows over the one before. */
function createDrawing(output: Terminal['output'], measure: Measure) {
  const nothing: Block = { rows: [], row: 0, column: 0 };
  let last = nothing;
  const width = (): number => output.columns - 1;
  /** To the begin of the block; a terminal that became narrower broke its rows. */
  const toTop = (): string => {
    const linesOf = (row: string): number => Math.ceil(measure(stripVTControlCharacters(row)) / output.columns) || 1;
    const lines = last.rows.slice(0, last.row).reduce((sum, row) => sum + linesOf(row), 0);
    return `${moved(lines + Math.floor(last.column / output.columns), 'A')}\r\x1b[J`;
  };
  return {
    width,
    draw(field: Parameters<typeof layOut>[0]) {
      const block = layOut(field, width(), measure);
      const back = moved(block.rows.length - 1 - block.row, 'A');
      output.write(`${toTop()}${block.rows.join('\n')}${back}\r${moved(block.column, 'C')}`);
      last = block;
    },
    forget() {
      last = nothing;
    },
    /** Leaves `text` instead of the block, or the block as it is, and goes to the next line. */
    end(text: string | undefined) {
      const below = moved(last.rows.length - 1 - last.row, 'B');
      output.write(text === undefined ? `${below}\n` : `${toTop()}${text}\n`);
    },
  };
}

/** Moves the cursor: A up, B down, C right. */
function moved(by: number, direction: 'A' | 'B' | 'C'): string {
  return by > 0 ? `\x1b[${by}${direction}` : '';
}
