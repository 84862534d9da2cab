/**
 * Makes Node's file functions treat names as macOS does: one file, whatever the case and Unicode form, with the name that it
 * was created with. To be loaded before a program: `node --import ./macDisk.js …`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, parse, resolve, sep } from 'node:path';

const { readdirSync, realpathSync, renameSync, linkSync } = fs;
const list = (folder) => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
const fold = (name) => name.normalize('NFC').toLowerCase();

/** The path as it is on the disk; parts that do not exist stay as they are. */
function stored(path) {
  if (typeof path !== 'string') return path;
  const absolute = resolve(path);
  const { root } = parse(absolute);
  return absolute
    .slice(root.length)
    .split(sep)
    .reduce((folder, name) => {
      const names = name === '' ? [] : list(folder);
      const found = names.includes(name) ? name : names.find((one) => fold(one) === fold(name));
      return join(folder, found ?? name);
    }, root);
}

const ofPath = ['accessSync', 'existsSync', 'lstatSync', 'mkdirSync', 'openSync', 'readFileSync', 'readdirSync'];
for (const name of [...ofPath, 'readlinkSync', 'rmdirSync', 'statSync', 'unlinkSync', 'writeFileSync']) {
  const call = fs[name];
  fs[name] = (path, ...rest) => call(stored(path), ...rest);
}
fs.linkSync = (from, to) => linkSync(stored(from), stored(to));
/** A rename to another spelling of the same name changes the spelling. */
fs.renameSync = (from, to) => {
  const [old, target] = [stored(from), stored(to)];
  renameSync(old, old === target ? join(dirname(target), parse(to).base) : target);
};
/** Like Node's own, which follows links but leaves the spelling of all else; `native` asks the system, which does not. */
fs.realpathSync = (path) => {
  const real = realpathSync(stored(path));
  return real === stored(path) ? resolve(path) : real;
};
fs.realpathSync.native = (path) => realpathSync(stored(path));
syncBuiltinESMExports();
