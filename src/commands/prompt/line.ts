/** The question for a line of text: inquirer's `input` with a note, a check of our own, and a text to start from. */
import type { Interface } from 'node:readline';
import { styleText } from 'node:util';
import { createPrompt, isEnterKey, isTabKey, useEffect, useKeypress, useState } from '@inquirer/core';
import { visible } from '../../report/escape.ts';
import { type Measure, truncate, wrap } from '../../report/width.ts';
import { pasteMode } from './keys.ts';
import type { PromptScreen } from './screen.ts';

export interface LineOptions {
  /** The answer of Enter alone; Tab inserts it to be edited. */
  default?: string | undefined;
  /** Inserted at the start, to be edited. */
  text?: string | undefined;
  /** What is wrong with an answer; undefined for a good one. */
  check?: (answer: string) => string | undefined;
  /** A line above the answer, updated as it is typed. */
  note?: (answer: string) => string;
}

export interface LineQuestion extends LineOptions {
  message: string;
  measure: Measure;
  screen: PromptScreen;
}

/** Inquirer hands out Node's readline, of which it types a part. */
type Line = Interface & { cursor: number; clearLine(direction: 0): void };

/** A prompt for inquirer; its answer is trimmed. */
export const linePrompt = createPrompt<string, LineQuestion>((question, done) => {
  const { message, default: suggested, text = '', check, note, measure, screen } = question;
  const [typed, setTyped] = useState(text);
  const [problem, setProblem] = useState<string>();
  const [isDone, setDone] = useState(false);
  const [, setCursor] = useState(text.length);
  useRedraw(screen);
  useEffect((readline) => (readline as unknown as Line).write(text), []);
  useKeypress((key, readline) => {
    const rl = readline as unknown as Line;
    if (isEnterKey(key)) {
      const answer = typed.trim() || suggested || '';
      const found = check?.(answer);
      setProblem(found);
      if (found !== undefined) return rl.write(typed);
      setTyped(answer);
      setDone(true);
      return done(answer);
    }
    if (isTabKey(key) && suggested !== undefined && typed === '') {
      rl.clearLine(0);
      rl.write(suggested);
    }
    if (key.name === 'left' || key.name === 'right') leaveCharacter(rl, key.name);
    // Its change redraws: by itself inquirer moves the cursor within a row only.
    setCursor(rl.cursor);
    setTyped(rl.line);
    setProblem(undefined);
  });
  const width = screen.columns - 1;
  if (isDone) return answered(message, typed, width, measure);
  const rows = (words: string): string => wrapRows(words, width, measure);
  const offer = suggested === undefined ? '' : ` ${styleText('dim', `(${visible(suggested)})`)}`;
  const help = note?.(typed.trim());
  return [
    `${styleText('blue', '?')} ${rows(styleText('bold', message) + offer)}`,
    ...(problem === undefined ? [] : [`  ${styleText('red', rows(`> ${problem}`))}`]),
    ...(problem === undefined && help !== undefined ? [`  ${styleText('dim', rows(help))}`] : []),
    `› ${printable(typed)}`,
  ].join('\n');
});

/** A question or what helps to answer it, on rows that begin below its first word: inquirer breaks them inside words. */
export function wrapRows(words: string, width: number, measure: Measure): string {
  return wrap(words, Math.max(8, width - 2), measure).join('\n  ');
}

/** For a prompt of inquirer: draws it again when the window is resized, and after Ctrl-Z and `fg`. */
export function useRedraw(screen: PromptScreen): void {
  const [, redraw] = useState({});
  useEffect((readline) => {
    const rl = readline as unknown as Line;
    let timer: NodeJS.Timeout | undefined;
    const redrawSoon = (): void => {
      // While a window is dragged, what is drawn for one width meets the next one; tmux tells of it every 250 ms.
      clearTimeout(timer);
      timer = setTimeout(() => redraw({}), 300);
    };
    screen.on('resize', redrawSoon);
    // The shell that Ctrl-Z led to has written below the question and changed the terminal.
    rl.on('SIGCONT', () => {
      rl.resume();
      screen.write(pasteMode.on);
      redrawSoon();
    });
    return () => {
      clearTimeout(timer);
      screen.removeListener('resize', redrawSoon);
    };
  }, []);
}

/** The question without what only helps to answer it, for once it is answered: `Site URL (https://…), or …:` → `Site URL:`. */
export function shortMessage(message: string): string {
  return message.replace(/(?:,| \().*:$/, ':');
}

/** Readline moves by code points; this moves on from inside what is seen as one character. */
function leaveCharacter(line: Line, direction: 'left' | 'right'): void {
  const character = new Intl.Segmenter('en').segment(line.line).containing(line.cursor);
  if (!character || character.index === line.cursor) return;
  line.cursor = character.index + (direction === 'left' ? 0 : character.segment.length);
}

/** The text with a sign for each character that would move the cursor: inquirer counts on its length. */
function printable(text: string): string {
  return text.replace(/[^ -~]/gu, (character) => (visible(character) === character ? character : '\ufffd'));
}

/** An answered question, on one line or a few. */
export function answered(message: string, answer: string, width: number, measure: Measure): string {
  const question = shortMessage(message);
  const room = Math.max(20, 4 * width - measure(question) - 3);
  const shown = truncate(visible(answer), room, measure);
  const text = `${styleText('bold', question)} ${styleText('cyan', shown)}`;
  return `${styleText('green', '✔')} ${wrapRows(text, width, measure)}`;
}
