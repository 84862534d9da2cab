/** Sessions: shell lines and what a user sees below each. README.md beside this file says how one is written. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { main } from '../../src/main.ts';
import { builtBin } from '../support/builtBin.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { testShell } from '../support/testShell.ts';

const project = resolve(import.meta.dirname, '../..');

export interface Step {
  /** What is typed: one line, or more for a here-document. */
  command: string;
  /** What is printed on both streams, and `[N]` as last line for an exit status other than 0. `…` is any text. */
  output: string;
}

export interface Session {
  /** The folder that it starts in: of `sites/`, `sample` for the project's own posts, or `empty`. */
  site: string;
  /** The time that every command takes for now; the real one where none is given. */
  now?: string;
  /** The columns of the terminal that it happens at; without it, at none. */
  terminal?: number;
  /** Whether `blog …` runs in the process of the tests, where a shell has little else to do: ten times as fast. */
  isHere: boolean;
  /** Everything before the first step, as it stands. */
  head: string;
  steps: Step[];
}

/** On Windows the one of git, wherever it is. */
const sh = process.platform === 'win32' ? 'sh' : '/bin/sh';

/** The program that a session runs. */
export interface Program {
  /** How `sh` starts it, in a process of its own. */
  command: string;
  /** Whether `run` knows standard output from standard error. */
  splits?: boolean;
  /** Runs a line that is only `blog …`, at a terminal of `columns` or at none. */
  run(args: readonly string[], options: RunOptions): Promise<Printed>;
}

export interface RunOptions {
  cwd: string;
  env: Readonly<Record<string, string>>;
  columns: number | undefined;
  /** Where output goes that is not to be in the result. */
  out?: (text: string) => void;
  err?: (text: string) => void;
}

/** Runs a step; returns what was printed. */
export type RunStep = (step: Step) => Promise<string>;

/** A session file's text as its head and steps. Throws for a line that belongs to neither. */
export function readSession(text: string): Session {
  const [head = ''] = /^(?:(?!\$ ).*\n)*/.exec(text) ?? [];
  const parts = text.slice(head.length).split(/^(?=\$ )/m);
  const setting = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1];
  for (const line of head.split('\n')) {
    if (!/^(?:#.*|(?:site|now|terminal|here): .+|)$/.test(line))
      throw new Error(`neither a comment nor a setting: ${line}`);
  }
  const now = setting('now');
  const columns = setting('terminal');
  return {
    site: setting('site') ?? 'sample',
    ...(now !== undefined && { now }),
    ...(columns !== undefined && { terminal: Number(columns) }),
    isHere: columns !== undefined || setting('here') === 'yes',
    head,
    steps: parts.map(readStep),
  };
}

const consoleBlock = /(?<=^```console\n)[\s\S]*?(?=^```$)/gm;

/** The steps of all `console` blocks of a Markdown text. */
export function readConsoleBlocks(markdown: string): Step[] {
  return [...markdown.matchAll(consoleBlock)].flatMap(([block]) => readSession(block).steps);
}

/** The Markdown text with these steps, all of them in their order, in its `console` blocks. */
export function withConsoleBlocks(markdown: string, steps: readonly Step[]): string {
  let next = 0;
  return markdown.replace(consoleBlock, (block) => {
    const session = readSession(block);
    const own = steps.slice(next, next + session.steps.length);
    next += own.length;
    return formatSession({ ...session, steps: own });
  });
}

function readStep(part: string): Step {
  const lines = part.slice('$ '.length).split('\n');
  const typed = lines.findIndex((line, at) => at > 0 && !/^>(?: |$)/.test(line));
  const command = lines.slice(0, typed).map((line, at) => (at === 0 ? line : line.slice('> '.length)));
  return { command: command.join('\n'), output: lines.slice(typed).join('\n') };
}

/** The session as a file's text. */
export function formatSession({ head, steps }: Session): string {
  return (
    head +
    steps
      .map(
        ({ command, output }) =>
          `$ ${command.replace(/\n(.*)/g, (_, line: string) => `\n> ${line}`.trimEnd())}\n${output}`,
      )
      .join('')
  );
}

/**
 * Makes the folder of a session and a `blog` on the path, and returns what runs its steps, one after the other: what was
 * printed, with the exit status unless `hasStatus` is false.
 */
export function startSession(
  { site, now, terminal, isHere }: Pick<Session, 'site' | 'now' | 'terminal' | 'isHere'>,
  { hasStatus = true, program = ownProgram }: { hasStatus?: boolean; program?: Program } = {},
): RunStep {
  const cwd = tempFolder();
  if (site === 'sample') {
    for (const name of ['posts', 'blog.config.yaml']) cpSync(join(project, name), join(cwd, name), { recursive: true });
  } else if (site !== 'empty') cpSync(join(import.meta.dirname, 'sites', site), cwd, { recursive: true });
  const bin = join(tempFolder(), 'bin');
  mkdirSync(bin);
  const options = now === undefined ? '' : ` --now ${now}`;
  writeFileSync(join(bin, 'blog'), `#!/bin/sh\nexec ${program.command}${options} "$@"\n`);
  chmodSync(join(bin, 'blog'), 0o755);
  // A home of its own, so that no setting of whoever runs the tests shows.
  const env = { PATH: `${bin}${delimiter}${process.env['PATH']}`, HOME: tempFolder(), LC_ALL: 'C.UTF-8' };
  const runInShell = (command: string, input?: string): Printed => {
    const options = { cwd, env: env as unknown as NodeJS.ProcessEnv, encoding: 'utf8' as const, input };
    const { stdout, status } = spawnSync(sh, ['-c', `exec 2>&1\n${command}`], options);
    return { text: stdout, status };
  };
  const runLine = async ({ given, args, errors, filter }: BlogLine): Promise<Printed> => {
    // What goes into a pipe is not printed at the terminal.
    const columns = filter === undefined ? terminal : undefined;
    const piped: string[] = [];
    const pipe = (piece: string): void => void piped.push(piece);
    const { text, status } = await program.run([...(now === undefined ? [] : ['--now', now]), ...args], {
      cwd,
      env: columns === undefined ? { ...env, ...given } : given,
      columns,
      ...(errors === 'dropped' && { err: () => {} }),
      ...(errors === 'piped' && filter !== undefined && { err: pipe }),
      ...(filter !== undefined && { out: pipe }),
    });
    if (filter === undefined) return { text, status };
    const filtered = runInShell(filter, piped.join(''));
    return { text: text + filtered.text, status: filtered.status };
  };
  const canRun = ({ errors, filter }: BlogLine): boolean => {
    return program.splits === true || (filter === undefined && !errors);
  };
  const runStep = async (command: string): Promise<Printed> => {
    const line = isHere ? readBlogLine(command) : undefined;
    if (!line || !canRun(line)) return runInShell(command);
    const before = line.before === '' ? { text: '', status: 0 } : runInShell(line.before);
    if (line.needsBefore && before.status !== 0) return before;
    const { text, status } = await runLine(line);
    return { text: before.text + text, status };
  };
  return async ({ command, output }) => {
    const { text: raw, status } = await runStep(command);
    const whole = raw
      .replaceAll('\x1b', '␛')
      .replaceAll('\r\n', '\n')
      .replace(/(?<=[^\n])$/, '\n');
    const printed = `${whole}${status === 0 || !hasStatus ? '' : `[${status}]\n`}`;
    // A blank line between two steps belongs to the file's looks, not to the output.
    return output.endsWith('\n\n') && !printed.endsWith('\n\n') ? `${printed}\n` : printed;
  };
}

/** The program as it is here: built, and in the process of the tests. */
const ownProgram: Program = {
  command: `"${process.execPath}" "${builtBin}"`,
  splits: true,
  run: async (args, { cwd, env, columns, ...streams }) => {
    const printed: string[] = [];
    const print = (text: string): void => void printed.push(text);
    const stream = { width: columns, color: 0 as const };
    const { shell } = testShell({ cwd, env, out: print, err: print, ...streams, stdout: stream, stderr: stream });
    const status = await main(args, shell);
    return { text: printed.join(''), status };
  },
};

/** `blog …`, with no more than a shell line before it and a filter behind it. */
interface BlogLine {
  /** What a shell does first; empty if nothing. */
  before: string;
  /** Whether it must succeed. */
  needsBefore: boolean;
  /** The variables of `NAME=value blog …`. */
  given: Record<string, string>;
  args: string[];
  /** What becomes of standard error, if it is redirected. */
  errors?: 'dropped' | 'piped';
  /** The commands that read standard output. */
  filter?: string;
}

/** A command as such a line; undefined if a shell must run the whole of it. */
export function readBlogLine(command: string): BlogLine | undefined {
  const word = String.raw`(?:[^\s|;<>&\`$"'\\*?~()]|"[^"$\`\\\n]*"|'[^'\n]*')+`;
  const [, before = '', joint, line, redirection, filter] =
    new RegExp(
      `^(?:([^\\n]*?)(;| &&) )?((?:\\w+=[^\\s"'$]* )*blog(?: ${word})*)( 2>/dev/null| 2>&1)?(?: \\| ((?:[^;&<>"'\\n]|"[^"\\n]*"|'[^'\\n]*')+))?$`,
    ).exec(command) ?? [];
  // What these change is gone when their shell ends.
  if (line === undefined || /\b(?:blog(?!\.config)|cd|for|export)\b/.test(before) || /\bblog\b/.test(filter ?? ''))
    return undefined;
  const words = Array.from(line.matchAll(new RegExp(word, 'g')), ([one]) =>
    one.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'),
  );
  const at = words.indexOf('blog');
  return {
    before,
    needsBefore: joint === ' &&',
    given: Object.fromEntries(words.slice(0, at).map((one) => one.split('='))),
    args: words.slice(at + 1),
    ...(redirection !== undefined && { errors: redirection.includes('null') ? 'dropped' : 'piped' }),
    ...(filter !== undefined && { filter }),
  };
}

interface Printed {
  text: string;
  status: number | null;
}

/** Whether what was printed is what the step says. */
export function fits(printed: string, output: string): boolean {
  if (!output.includes('…')) return printed === output;
  const escaped = output.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[\\s\\S]*?')}$`).test(printed);
}

/** The output of a step brought up to date: a line whose `…` still fits stays, if the number of lines is the same. */
export function updateOutput(output: string, printed: string): string {
  if (fits(printed, output)) return output;
  const [before, after] = [output.split('\n'), printed.split('\n')];
  if (before.length !== after.length) return printed;
  return after.map((line, at) => (fits(line, before[at] ?? '') ? before[at] : line)).join('\n');
}
