/** Questions to a person at a terminal. The only file that knows inquirer, which is loaded at the first question. */
import type { Key } from 'node:readline';
import { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { Interrupted } from '../../errors.ts';
import { loadMeasure, truncate } from '../../report/width.ts';
import { type Context, colorOf } from '../context.ts';
import { pasteMode, typedKeys } from './keys.ts';
import type { LineOptions, LineQuestion } from './line.ts';
import { shortMessage } from './message.ts';

export interface Choice<T> {
  name: string;
  /** What the answered question shows. */
  short: string;
  value: T;
  checked?: boolean;
}

export interface Asker {
  /** Asks for a line of text; the answer is trimmed. */
  line(message: string, options?: LineOptions): Promise<string>;
  /** Asks for any number of choices. */
  several<T>(message: string, choices: readonly Choice<T>[]): Promise<T[]>;
  /** Asks for one of the choices; Enter alone takes the `preferred` one, or the first. */
  one<T>(message: string, choices: readonly Choice<T>[], preferred?: T): Promise<T>;
  /** Shows lines, each cut to the width of the terminal. */
  show(lines: readonly string[]): Promise<void>;
}

/**
 * Whether a user can be asked: at a terminal, without `--no-input`, and not in CI, where there is often a terminal but
 * nobody at it.
 */
export function mayAsk({ shell, globals }: Context): boolean {
  const ci = shell.env['CI'] ?? '';
  return globals.input && (ci === '' || ci === 'false' || ci === '0') && shell.interactive;
}

const cursorShow = '\x1b[?25h';

/** The number of choices shown at a time. */
export const pageSize = 12;

/** Asks at the shell's terminal. Its methods throw Interrupted for Ctrl-C, Ctrl-D and a closed terminal. */
export function createAsker(context: Context): Asker {
  return {
    async line(message, options = {}) {
      return ask<string>(context, { type: 'line', message, ...options, measure: await screenMeasure() });
    },
    several: (message, choices) =>
      ask(context, {
        type: 'checkbox',
        message,
        choices,
        pageSize,
        shortcuts: { all: null, invert: null },
        theme: { style: { message: boldMessage } },
      }),
    one: (message, choices, preferred) =>
      ask(context, { type: 'select', message, choices, pageSize, default: preferred }),
    async show(lines) {
      const measure = await screenMeasure();
      const width = columnsOf(context) - 1;
      const shown = lines.map((line) => `${styleText('dim', truncate(`  ${line}`, width, measure))}\n`);
      screenOf(context).write(shown.join(''));
    },
  };
}

/** A measure that knows wide characters. */
const screenMeasure = () => loadMeasure(['…']);

/** The columns now; the window may be resized. */
function columnsOf({ shell }: Context): number {
  return shell.stderr.width ?? 80;
}

function boldMessage(message: string, status: string): string {
  return styleText('bold', status === 'done' ? shortMessage(message) : message);
}

async function ask<T>(context: Context, question: Record<string, unknown>): Promise<T> {
  const { createPromptModule } = (await import('inquirer')).default;
  const { linePrompt } = await import('./line.ts');
  const { stdin, prompts } = context.shell;
  if (!stdin.readable) throw new Interrupted();
  const closed = new AbortController();
  const onEnd = (): void => closed.abort();
  const { keys, stop } = typedKeys(stdin, onEnd);
  const unguard = context.shell.guardTerminal();
  prompts.on('error', onEnd);
  const output = screenOf(context);
  // A list hides the cursor; the shell to which Ctrl-Z leads needs it.
  keys.on('keypress', (_, key: Key) => key.ctrl && key.name === 'z' && output.write(pasteMode.off + cursorShow));
  const onResize = (): unknown => output.emit('resize');
  prompts.on('resize', onResize);
  prompts.write(pasteMode.on);
  try {
    const prompt = createPromptModule({
      input: keys as unknown as NodeJS.ReadStream,
      output: output as unknown as NodeJS.WriteStream,
      signal: closed.signal,
    });
    prompt.registerPrompt('line', linePrompt as never);
    const { answer } = (await prompt([{ ...question, screen: output, name: 'answer' }] as never)) as { answer: T };
    return answer;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (/^(?:Exit|Abort|Cancel)PromptError$/.test(name)) throw new Interrupted();
    throw error;
  } finally {
    prompts.write(pasteMode.off);
    prompts.removeListener('error', onEnd);
    prompts.removeListener('resize', onResize);
    unguard();
    stop();
  }
}

/**
 * The output for one question. inquirer ends its stream after each question, so it gets one of its own; and it ignores
 * NO_COLOR, so colours are removed here.
 */
function screenOf(context: Context): LineQuestion['screen'] {
  const { prompts } = context.shell;
  const plain = colorOf('stderr', context) === 0;
  const screen = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _, done) {
      const text = String(chunk);
      prompts.write(plain ? text.replace(/\x1b\[[\d;]*m/g, '') : text);
      done();
    },
  });
  Object.defineProperties(screen, { isTTY: { value: true }, columns: { get: () => columnsOf(context) } });
  return screen as unknown as LineQuestion['screen'];
}
