/** Arguments → exit status. Whatever goes wrong is said here, and only here. Spec section 4. */
import { describeRefusal, errorCode, exit, Interrupted, OutputClosed, UserError } from './errors.ts';
import { visibleLines } from './report/escape.ts';
import { processShell, type Shell } from './shell.ts';
import { version } from './version.ts';

/** Runs the program. `args` are without the program's own name. Returns the exit status and never throws. */
export async function main(args: readonly string[], shell: Shell = processShell()): Promise<number> {
  let status: number = exit.done;
  try {
    // The commonest question of a script, answered without loading anything for it.
    if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
      shell.out(`${version}\n`);
      return exit.done;
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
  if (isUsageEnd(error)) return error.exitCode === 0 ? exit.done : exit.failed;
  if (error instanceof OutputClosed) return exit.done;
  if (error instanceof Interrupted) {
    shell.err('Cancelled: nothing was written.\n');
    return exit.interrupted;
  }
  if (error instanceof UserError) {
    // What a message quotes may come from a post, a config or a file's name.
    shell.err(`blog: ${asNoCommand(visibleLines(error.message))}\n`);
    return error.status;
  }
  const code = errorCode(error);
  const text = error instanceof Error ? error.message : String(error);
  const mistake = `this is a mistake in the tool, please report it: ${text}${code ? ` (${code})` : ''}`;
  shell.err(`blog: ${visibleLines(describeRefusal(error, shell.cwd) ?? mistake)}\n`);
  if (shell.env['DEBUG'] && error instanceof Error) shell.err(`${error.stack}\n`);
  return exit.failed;
}

/** On GitHub a line that begins so, or has the other in it, is an order to its runner; a value may have line breaks. */
function asNoCommand(text: string): string {
  return text.replace(/^(\s*)::/gm, '$1: :').replaceAll('##[', '# #[');
}

/** Commander throws where it has shown help, or what is wrong with the arguments. */
function isUsageEnd(error: unknown): error is { exitCode: number } {
  return errorCode(error)?.startsWith('commander.') ?? false;
}
