/** Arguments → exit status. Errors that end a command are reported here, and only here. */
import type { CommanderError } from 'commander';
import { describeFileError, ExitCode, errorCode, Interrupted, OutputClosed, UserError } from './errors.ts';
import { visible, visibleLines } from './report/escape.ts';
import { createCommandGuard } from './report/workflowCommands.ts';
import { processShell, type Shell } from './shell.ts';
import { homepage, version } from './version.ts';

/** Runs the program with the arguments after its name. Returns the exit status and never throws. */
export async function main(args: readonly string[], plainShell: Shell = processShell()): Promise<number> {
  const shell = guardOutput(plainShell);
  let status: number = ExitCode.done;
  try {
    // Scripts ask this most often: answered without loading anything.
    if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
      shell.out(`${version}\n`);
      return ExitCode.done;
    }
    const { createProgram } = await import('./program.ts');
    const program = createProgram(shell, (result) => {
      status = result;
    });
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    return reportError(error, shell);
  }
}

/** Prints what went wrong, and returns the exit status for it. */
function reportError(error: unknown, shell: Shell): number {
  const code = errorCode(error);
  // Commander has printed help, the version or a usage error.
  if (code?.startsWith('commander.')) return (error as CommanderError).exitCode === 0 ? ExitCode.done : ExitCode.usage;
  if (error instanceof OutputClosed) return ExitCode.done;
  if (error instanceof Interrupted) {
    shell.err('Cancelled; nothing was written\n');
    return ExitCode.interrupted;
  }
  if (error instanceof UserError) {
    // Messages quote text from posts, configs and file names.
    shell.err(`blog: ${error.lines.map(visible).join('\n')}\n`);
    return error.status;
  }
  const text = error instanceof Error ? error.message : String(error);
  const bug = `unexpected error: ${visible(text)}${code ? ` (${code})` : ''}\nThis is a bug in blog: report it at ${homepage}, with the output of DEBUG=1`;
  const refused = describeFileError(error, shell.cwd);
  shell.err(`blog: ${refused === undefined ? bug : visible(refused)}\n`);
  if (shell.env['DEBUG'] && error instanceof Error) shell.err(`${visibleLines(error.stack ?? '')}\n`);
  return ExitCode.usage;
}

/** The shell; under GitHub Actions one whose output contains no workflow commands from posts or file names. */
function guardOutput(shell: Shell): Shell {
  if (!shell.env['GITHUB_ACTIONS']) return shell;
  const [guardOut, guardErr] = [createCommandGuard(), createCommandGuard()];
  const { isFile } = shell.stdout;
  const out: Shell['out'] = (text, kind) => shell.out(isFile ? text : guardOut(text, kind));
  const err: Shell['err'] = (text) => shell.err(guardErr(text));
  // Inherited, not copied: reading a getter of the shell would open its stream.
  return Object.create(shell, { out: { value: out }, err: { value: err } }) as Shell;
}
