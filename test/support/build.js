/** Builds the program once, before any test starts it: built later, another would find it half written. */
import { execFileSync } from 'node:child_process';

export default function build() {
  execFileSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
}
