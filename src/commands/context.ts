/** What every command is given, and how it is defined. */
import type { Command } from 'commander';
import type { Shell } from '../shell.ts';

/** Options that every command has. */
export interface GlobalOptions {
  dir?: string;
  posts?: string;
  config?: string;
  /** False with `--no-input`. */
  input: boolean;
  quiet?: boolean;
  /** Undefined: as the terminal and the environment say. */
  color?: boolean;
  now?: string;
}

/** What a command is given beside its own options and arguments. */
export interface Context {
  shell: Shell;
  globals: GlobalOptions;
}

/** Adds a command's arguments, options and action. The action's result is the exit status. */
export type DefineCommand = (command: Command, context: () => Context, done: (status: number) => void) => void;

/** A command before it is loaded. */
export interface CommandSummary {
  name: string;
  summary: string;
  aliases: string[];
  /** Not for people: no help names it. */
  hidden?: boolean;
  load: () => Promise<DefineCommand>;
}
