/** The built program where it may read its own files and one folder, write in that folder, start nothing and reach no network. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { configNames } from '../../src/files/config.ts';

const project = resolve(import.meta.dirname, '../..');

/** Node's permission model had another name once. */
const permission = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';

/**
 * Whatever reaches out ends the process at once with status 99, so that no `catch` can hide it. The model refuses to
 * sync files and to change their modes, wherever they are: that is left out.
 */
const guard = `
import fs from 'node:fs';
import net from 'node:net';
import dns from 'node:dns';
import dgram from 'node:dgram';
import { syncBuiltinESMExports } from 'node:module';
const reach = (what) => () => { fs.writeSync(2, 'REACHED OUT: ' + what); process.exit(99); };
net.Socket.prototype.connect = reach('a connection');
net.Server.prototype.listen = reach('a server');
dgram.createSocket = reach('a datagram');
dns.lookup = dns.resolve = reach('a name');
globalThis.fetch = reach('fetch');
for (const name of ['fsyncSync', 'fchmodSync', 'fchownSync']) fs[name] = () => {};
syncBuiltinESMExports();
`;

/** Where a config above the folder would be: it is looked for up to the root. */
function configsAbove(folder: string): string[] {
  const above = dirname(folder);
  if (above === folder) return [];
  return [...configNames.map((name) => join(above, name)), ...configsAbove(above)];
}

/** Runs a command in `folder`, the only one that it may see. */
export function runConfined(folder: string, args: readonly string[], input = ''): SpawnSyncReturns<string> {
  const flags = [
    permission,
    '--no-warnings',
    `--allow-fs-read=${project}/`,
    `--allow-fs-read=${folder}/`,
    ...configsAbove(folder).map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${folder}/`,
    `--import=data:text/javascript,${encodeURIComponent(guard)}`,
  ];
  return spawnSync(process.execPath, [...flags, resolve(project, 'bin/blog.js'), ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: folder },
  });
}
