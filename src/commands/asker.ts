/** Questions to a person at a terminal. The only file that knows inquirer, which is loaded at the first question. */
import { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { Interrupted } from '../errors.ts';
import type { Context } from '../program.ts';
import { loadMeasure, type Measure, truncate } from '../report/width.ts';
import { createField, filler, type LineOptions } from './askerField.ts';
import { typedKeys } from './askerKeys.ts';
import { colorOf } from './color.ts';

export interface Choice<T> {
  name: string;
  /** The name in the answer, where that is shorter. */
  short: string;
  value: T;
  checked?: boolean;
}

export interface Asker {
  /** One line, trimmed. */
  line(message: string, options?: LineOptions): Promise<string>;
  /** Any number of choices. */
  several<T>(message: string, choices: readonly Choice<T>[]): Promise<T[]>;
  /** One of them; Enter takes the `preferred` one, or the first. */
  one<T>(message: string, choices: readonly Choice<T>[], preferred?: T): Promise<T>;
  /** Shows lines, each cut to the width of the terminal. */
  show(lines: readonly string[]): Promise<void>;
}

/**
 * Whether a person can be asked: at a terminal, without `--no-input`, and not in a CI run, which often has a terminal but
 * nobody at it.
 */
export function mayAsk({ shell, globals }: Context): boolean {
  const ci = shell.env['CI'] ?? '';
  return globals.input && (ci === '' || ci === 'false' || ci === '0') && shell.interactive;
}

/** Asks on the shell's terminal. Ctrl-C, Ctrl-D and a closed terminal throw Interrupted. */
export function createAsker(context: Context): Asker {
  return {
    async line(message, options = {}) {
      const { text, default: suggested } = options;
      const field = createField(options, await screenMeasure(context));
      const answer = await ask<string>(context, {
        type: 'input',
        message,
        default: text ?? suggested,
        ...(text !== undefined && { prefill: 'editable' }),
        ...field.question,
      });
      return field.isEmptied() ? '' : answer.trim();
    },
    several: (message, choices) =>
      ask(context, { type: 'checkbox', message, choices, pageSize: 12, shortcuts: { all: null, invert: null } }),
    one: (message, choices, preferred) =>
      ask(context, { type: 'select', message, choices, pageSize: 12, default: preferred }),
    async show(lines) {
      const { measure, width } = await screenMeasure(context);
      const shown = lines.map((line) => `${styleText('dim', truncate(`  ${line}`, width, measure))}\n`);
      screenOf(context).write(shown.join(''));
    },
  };
}

/** How many columns a text takes, and how many there are. */
async function screenMeasure({ shell }: Context): Promise<{ measure: Measure; width: number }> {
  return { measure: await loadMeasure(['…']), width: (shell.stderr.width ?? 80) - 1 };
}

async function ask<T>(context: Context, question: Record<string, unknown>): Promise<T> {
  const { createPromptModule } = (await import('inquirer')).default;
  const { stdin, prompts } = context.shell;
  if (!stdin.readable) throw new Interrupted();
  const { keys, stop } = typedKeys(stdin);
  const unguard = context.shell.guardTerminal();
  const closed = new AbortController();
  // When the input ends, readline falls silent and inquirer waits for ever: of all that happens only the pause can be
  // seen. After an answer there is one too, but then the question is settled before this comes round. And after Ctrl-Z
  // and `fg` readline pauses for somebody who would ask anew; there is nobody, and all that stood there still does.
  const onPause = (): void => void setImmediate(() => (keys.writableEnded ? closed.abort() : keys.resume()));
  const onEnd = (): void => void setImmediate(() => closed.abort());
  keys.on('pause', onPause);
  for (const event of ['end', 'close']) keys.once(event, onEnd);
  prompts.on('error', onEnd);
  try {
    const prompt = createPromptModule({
      input: keys as unknown as NodeJS.ReadStream,
      output: screenOf(context) as NodeJS.WriteStream,
      signal: closed.signal,
    });
    const { answer } = (await prompt([{ ...question, name: 'answer' }] as never)) as { answer: T };
    return answer;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (/^(?:Exit|Abort|Cancel)PromptError$/.test(name)) throw new Interrupted();
    throw error;
  } finally {
    prompts.removeListener('error', onEnd);
    unguard();
    stop();
  }
}

/**
 * The screen for one question. inquirer ends its stream after each, so it gets one of its own; and it colours whatever
 * NO_COLOR says, so colours are taken out here where none are wanted.
 */
function screenOf(context: Context): Writable {
  const { prompts, stderr } = context.shell;
  const plain = colorOf('stderr', context) === 0;
  const screen = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _, done) {
      const text = String(chunk).replaceAll(filler, '');
      prompts.write(plain ? text.replace(/\x1b\[[\d;]*m/g, '') : text);
      done();
    },
  });
  return Object.assign(screen, { isTTY: true, columns: stderr.width ?? 80 });
}
