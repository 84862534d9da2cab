/** A line that a person types: what inquirer's own question for one does not do. */
import { styleText } from 'node:util';
import { type Measure, truncate } from '../report/width.ts';

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

/**
 * inquirer counts characters where it should count columns, and loses its place once wide ones reach the edge. Before the
 * answer goes one of these for each column that it would miss; it takes no column, and is left out on the screen.
 */
export const filler = '\0';

/**
 * Parts of a question of the type `input`. inquirer has no place for a note that changes while one types, and loses the
 * cursor when something stands below a long answer: so the note, or what is wrong with the answer, goes between the
 * question and the answer, which keeps the last line for itself. And a text that was there and is emptied would come back.
 */
export function createField(
  { text, check, note }: LineOptions,
  { measure, width }: { measure: Measure; width: number },
) {
  let typed = '';
  let emptied = false;
  let refused: { typed: string; why: string } | undefined;
  return {
    /** Whether the answer is nothing, though inquirer says that it is what stood there. */
    isEmptied: () => emptied,
    question: {
      validate(answer: string) {
        emptied = text !== undefined && typed === '';
        const why = check?.(emptied ? '' : answer.trim());
        refused = why === undefined ? undefined : { typed, why };
        return why ?? true;
      },
      transformer(value: string, { isFinal }: { isFinal?: boolean }) {
        if (isFinal) return styleText('cyan', emptied ? '' : value);
        typed = value;
        const wide = filler.repeat(Math.max(0, measure(typed) - typed.length));
        const why = refused?.typed === typed ? refused.why : undefined;
        const line = why === undefined ? note?.(typed.trim()) : `> ${why}`;
        if (line === undefined) return wide + typed;
        const shown = styleText(why === undefined ? 'dim' : 'red', truncate(`  ${line}`, width, measure));
        return `\n${shown}\n${wide}› ${typed}`;
      },
      theme: {
        style: {
          error: () => '',
          message: (message: string, status: string) =>
            styleText('bold', status === 'done' ? shortOf(message) : message),
        },
      },
    },
  };
}

/** A question without what only helps to answer it. */
function shortOf(message: string): string {
  return message.replace(/(?:,| \().*:$/, ':');
}
