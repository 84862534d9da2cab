/** What every command is given, and how it is defined. */
import type { Command } from 'commander';
import type { ColorLevel } from '../report/style.ts';
import type { Shell } from '../shell.ts';

/** The global options. */
export interface GlobalOptions {
  dir?: string;
  posts?: string;
  config?: string;
  /** False with `--no-input`. */
  input: boolean;
  quiet?: boolean;
  /** Undefined: decided by the terminal and the environment. */
  color?: boolean;
  now?: string;
  help?: boolean;
}

/** What a command is given besides its own options and arguments. */
export interface Context {
  shell: Shell;
  globals: GlobalOptions;
}

/** Writes a line to stderr, unless `--quiet` suppresses hints and summaries. */
export function printHint(text: string, { shell, globals }: Context): void {
  if (!globals.quiet) shell.err(`${text}\n`);
}

/** The colour level of a stream: `--color` first, then the terminal and the environment. */
export function colorOf(stream: 'stdout' | 'stderr', { shell, globals }: Context): ColorLevel {
  const { color } = shell[stream];
  if (globals.color === undefined) return color;
  return globals.color ? color || 1 : 0;
}

/** Adds a command's arguments, options and action. The action's result is the exit status. */
export type DefineCommand = (command: Command, context: () => Context, done: (status: number) => void) => void;

/** A command before it is loaded. */
export interface CommandSummary {
  name: string;
  summary: string;
  aliases: string[];
  /** Left out of help and completion. */
  hidden: boolean;
  load: () => Promise<DefineCommand>;
}
