/** Arguments → exit status. Whatever goes wrong is said here, and only here. Spec section 4. */
import { describeRefusal, ExitCode, errorCode, Interrupted, OutputClosed, UserError } from './errors.ts';
import { visibleLines } from './report/escape.ts';
import { createCommandGuard } from './report/workflowCommands.ts';
import { processShell, type Shell } from './shell.ts';
import { version } from './version.ts';

/** Runs the program. `args` are without the program's own name. Returns the exit status and never throws. */
export async function main(args: readonly string[], plainShell: Shell = processShell()): Promise<number> {
  const shell = guardOutput(plainShell);
  let status: number = ExitCode.done;
  try {
    // The commonest question of a script, answered without loading anything for it.
    if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
      shell.out(`${version}\n`);
      return ExitCode.done;
    }
    const { createProgram, readHelp } = await import('./program.ts');
    const program = createProgram(shell, (result) => {
      status = result;
    });
    await program.parseAsync([...readHelp(args, program)], { from: 'user' });
    return status;
  } catch (error) {
    return statusOfError(error, shell);
  }
}

/** Tells what went wrong, and returns the exit status that says so. */
function statusOfError(error: unknown, shell: Shell): number {
  if (isUsageEnd(error)) return error.exitCode === 0 ? ExitCode.done : ExitCode.usage;
  if (error instanceof OutputClosed) return ExitCode.done;
  if (error instanceof Interrupted) {
    shell.err('Cancelled: nothing was written.\n');
    return ExitCode.interrupted;
  }
  if (error instanceof UserError) {
    // What a message quotes may come from a post, a config or a file's name.
    shell.err(`blog: ${visibleLines(error.message)}\n`);
    return error.status;
  }
  const code = errorCode(error);
  const text = error instanceof Error ? error.message : String(error);
  const mistake = `this is a mistake in the tool, please report it: ${text}${code ? ` (${code})` : ''}`;
  shell.err(`blog: ${visibleLines(describeRefusal(error, shell.cwd) ?? mistake)}\n`);
  if (shell.env['DEBUG'] && error instanceof Error) shell.err(`${error.stack}\n`);
  return ExitCode.usage;
}

/** The shell; under GitHub Actions one that prints no command to the runner, whatever posts and files are called. */
function guardOutput(shell: Shell): Shell {
  if (!shell.env['GITHUB_ACTIONS']) return shell;
  const [guardOut, guardErr] = [createCommandGuard(), createCommandGuard()];
  const { isFile } = shell.stdout;
  const out: Shell['out'] = (text, kind) => shell.out(isFile ? text : guardOut(text, kind));
  const err: Shell['err'] = (text) => shell.err(guardErr(text));
  // Inherited, not copied: a stream is opened when it is first asked for.
  return Object.create(shell, { out: { value: out }, err: { value: err } }) as Shell;
}

/** Commander throws where it has shown help, or what is wrong with the arguments. */
function isUsageEnd(error: unknown): error is { exitCode: number } {
  return errorCode(error)?.startsWith('commander.') ?? false;
}
