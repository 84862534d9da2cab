/** `blog preview`: the pages of the blog in a browser, as they are while somebody writes. */
import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { describeSystemError, errorCode, UserError } from '../../errors.ts';
import { printedPath } from '../../files/posts.ts';
import { openBrowser } from '../../files/programs/browser.ts';
import { visible } from '../../report/escape.ts';
import { type Answer, plainAnswer } from '../../serve/answers.ts';
import { type PreviewServer, startServer } from '../../serve/server.ts';
import { homepage } from '../../version.ts';
import { type Context, type DefineCommand, printHint } from '../context.ts';
import { examples } from '../help.ts';
import { openSite } from '../site.ts';
import { answerPath, isReadEarly, pathOfPost } from './answers.ts';
import { type Live, watchPreview } from './live.ts';
import { baseOf } from './pages.ts';
import { openPreview, type Preview } from './state.ts';

interface PreviewOptions {
  port?: number;
  open: boolean;
}

/** A running preview. */
export interface Running {
  /** Of the post, or of the home page. */
  url: string;
  close(): Promise<void>;
}

const firstPort = 4321;
const triedPorts = 10;
/** ms; then the posts are read, even if no browser has asked for a page. */
const patience = 1000;

/** Defines `blog preview`. */
export const definePreview: DefineCommand = (command, context) => {
  command
    .argument('[post]', 'path, slug, title, id or URL, or its start (default: the home page)')
    .option('--port <number>', `port (default: the first free one from ${firstPort})`, portNumber)
    .option('--no-open', 'do not open the browser')
    .addHelpText(...examples('blog preview', 'blog preview a-post --port 8000 --no-open'))
    .action(async (wanted: string | undefined, options: PreviewOptions) => {
      await startPreview(wanted, options, context());
      // A signal ends the process; until then there is nothing to wait for.
      await new Promise<never>(() => undefined);
    });
};

function portNumber(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port < 1 || port > 65_535) throw new InvalidArgumentError('use a number from 1 to 65535');
  return port;
}

/** Starts the server, prints the URL and opens the browser. Throws UserError if there is no such post or no free port. */
export async function startPreview(
  wanted: string | undefined,
  { port, open }: PreviewOptions,
  context: Context,
): Promise<Running> {
  const { shell } = context;
  const site = await openSite(context);
  const preview = await openPreview(site, (posts) => {
    const file = wanted === undefined ? undefined : printedPath(site.base, resolve(site.base, wanted));
    return file !== undefined && posts.fileOf(file) ? [file] : [];
  });
  const named = wanted === undefined ? undefined : await nameOf(wanted, preview);
  let reading: Promise<void> | undefined;
  let live: Live | undefined;
  let server: PreviewServer | undefined;
  let timer: NodeJS.Timeout | undefined;
  const failed = (error: unknown): void => reportFailure(error, context);
  /** Begins when the post that was named is shown; further requests are answered in between. */
  const readRest = (): Promise<void> => {
    reading ??= (async () => {
      live = watchPreview(preview, {
        context,
        changed: (kind) => server?.changed(kind),
        limited: (why) => printHint(`changes are noticed late: the system allows no more watches (${why})`, context),
        failed,
      });
      await preview.readAll();
      server?.changed('posts');
    })().catch(failed);
    return reading;
  };
  const answer = async (path: string): Promise<Answer> => {
    if (!isReadEarly(path, preview)) await readRest();
    try {
      return await answerPath(path, preview);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return plainAnswer(500, error.lines.join('\n'));
    } finally {
      setImmediate(readRest);
    }
  };
  server = await start(port, { answer, onListening: () => live?.rescan(), onError: failed }, context);
  const url = `http://127.0.0.1:${server.port}${named === undefined ? `${baseOf(preview.site)}/` : pathOfPost(named, preview)}`;
  const close = async (): Promise<void> => {
    clearTimeout(timer);
    reading ??= Promise.resolve();
    live?.close();
    await server?.close();
  };
  try {
    shell.out(`${url}\n`);
  } catch (error) {
    await close();
    throw error;
  }
  timer = setTimeout(readRest, patience);
  const isTerminal = shell.stdout.width !== undefined;
  if (open && isTerminal && !shell.env['CI']) openBrowser(url, { cwd: site.base, env: shell.env });
  printHint('Changes are shown as soon as they are saved; press Ctrl-C to stop', context);
  return { url, close };
}

/** The file of a post, in whatever way it is named. Unless that is its path, all posts are read. */
async function nameOf(wanted: string, preview: Preview): Promise<string> {
  const { site, posts } = preview;
  const file = printedPath(site.base, resolve(site.base, wanted));
  if (posts.fileOf(file)) return file;
  await preview.readAll();
  const { choosePost } = await import('../post/choose.ts');
  const files = new Map(posts.files().map((one) => [one.file, one]));
  return choosePost(wanted, { ...site, files, postIndex: posts.index(site.now) }).file.file;
}

type Serving = Omit<Parameters<typeof startServer>[0], 'ports'>;

async function start(port: number | undefined, serving: Serving, context: Context): Promise<PreviewServer> {
  const ports = port === undefined ? Array.from({ length: triedPorts }, (_, at) => firstPort + at) : [port];
  try {
    const server = await startServer({ ...serving, ports });
    if (server.port !== ports[0]) printHint(`port ${ports[0]} is in use: using ${server.port}`, context);
    return server;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const which = port === undefined ? `ports ${ports[0]} to ${ports.at(-1)}` : `port ${port}`;
    const isUsed = code === 'EADDRINUSE';
    const why = isUsed
      ? `${which} ${port === undefined ? 'are' : 'is'} in use`
      : `cannot use ${which}: ${describeSystemError(error)}`;
    throw new UserError(`${why}; pass another one, such as --port 8000`);
  }
}

/** What is no mistake of the user, and must not end the preview. */
function reportFailure(error: unknown, { shell }: Context): void {
  const text = error instanceof Error ? (shell.env['DEBUG'] && error.stack) || error.message : String(error);
  shell.err(`blog: unexpected error: ${visible(text)}\nThis is a bug in blog: report it at ${homepage}\n`);
}
