/** Questions to a person at a terminal. The only file that knows inquirer, which is loaded at the first question. */
import type { Key } from 'node:readline';
import { styleText } from 'node:util';
import { Interrupted } from '../../errors.ts';
import { loadMeasure, truncate } from '../../report/width.ts';
import type { Context } from '../context.ts';
import { pasteMode, typedKeys } from './keys.ts';
import type { LineOptions } from './line.ts';
import type { Choice, Picked } from './pick.ts';
import { createScreen } from './screen.ts';

export type Asker = ReturnType<typeof createAsker>;

/** Whether a user can be asked: at a terminal, without `--no-input`, and not in CI, whose terminal has nobody at it. */
export function mayAsk({ shell, globals }: Context): boolean {
  const ci = shell.env['CI'] ?? '';
  return globals.input && (ci === '' || ci === 'false' || ci === '0') && shell.interactive;
}

const cursorShow = '\x1b[?25h';

/** The number of choices shown at a time. */
const pageSize = 12;

/** Asks at the shell's terminal. The methods throw Interrupted for Ctrl-C, Ctrl-D and a closed terminal. */
export function createAsker(context: Context) {
  return {
    /** Asks for a line of text; the answer is trimmed. */
    line: (message: string, options: LineOptions = {}): Promise<string> =>
      ask(context, { type: 'line', message, ...options }),
    /** Asks for any number of choices, and with `other`, the name of a row for that, for any that are not listed. */
    several: <T>(message: string, choices: readonly Choice<T>[], other?: string): Promise<Picked<T>> =>
      ask(context, { type: 'pick', message, choices, other }),
    /** Asks for one of the choices; Enter alone takes the one that is undefined, or the first. */
    one: <T>(message: string, choices: readonly Choice<T>[]): Promise<T> =>
      ask(context, { type: 'select', message, choices, default: undefined }),
    /** Asks for one of many choices, those of which `isLike` says that they are like what is typed. */
    find: <T>(
      message: string,
      choices: readonly Choice<T>[],
      isLike: (choice: Choice<T>, typed: string) => boolean,
    ): Promise<T> => {
      const source = (typed = ''): Choice<T>[] => choices.filter((choice) => isLike(choice, typed));
      return ask(context, { type: 'search', message, source });
    },
    /** Shows lines, each cut to the width of the terminal. */
    async show(lines: readonly string[]): Promise<void> {
      const measure = await screenMeasure();
      const screen = createScreen(context, measure);
      const cut = lines.map((line) => truncate(`  ${line}`, screen.columns - 1, measure));
      screen.write(cut.map((line) => `${styleText('dim', line)}\n`).join(''));
    },
  };
}

/** A measure that knows wide characters. */
const screenMeasure = () => loadMeasure(['…']);

async function ask<T>(context: Context, question: { type: string } & Record<string, unknown>): Promise<T> {
  const { createPromptModule } = (await import('inquirer')).default;
  const { linePrompt, useRedraw, wrapRows } = await import('./line.ts');
  const { pickPrompt } = await import('./pick.ts');
  const { stdin, prompts } = context.shell;
  if (!stdin.readable) throw new Interrupted();
  const closed = new AbortController();
  const onEnd = (): void => closed.abort();
  const { keys, stop } = typedKeys(stdin, onEnd);
  const unguard = context.shell.guardTerminal();
  prompts.on('error', onEnd);
  const measure = await screenMeasure();
  const screen = createScreen(context, measure);
  keys.on('keypress', (_, key: Key) => {
    if (!key.ctrl || key.name !== 'z') return;
    // A list hides the cursor; the shell to which Ctrl-Z leads needs it.
    screen.write(pasteMode.off + cursorShow);
    screen.keep();
  });
  // inquirer calls this while it draws a list, so that it may use hooks like a prompt.
  const message = (text: string): string => {
    useRedraw(screen);
    return styleText('bold', wrapRows(text, screen.columns - 1, measure));
  };
  const onResize = (): unknown => screen.emit('resize');
  prompts.on('resize', onResize);
  prompts.write(pasteMode.on);
  try {
    const prompt = createPromptModule({
      input: keys as unknown as NodeJS.ReadStream,
      output: screen as unknown as NodeJS.WriteStream,
      signal: closed.signal,
    });
    prompt.registerPrompt('line', linePrompt as never);
    prompt.registerPrompt('pick', pickPrompt as never);
    // A list has its question, an empty row and its keys beside the choices.
    const page = Math.max(1, Math.min(pageSize, (prompts.rows || 24) - 4));
    const shown = { pageSize: page, theme: { style: { message } }, measure, screen, name: 'answer' };
    const { answer } = (await prompt([{ ...question, ...shown }] as never)) as { answer: T };
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
