/** What npm runs after an installation here: it builds the program. */
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// `npm install --global .` links a clone without installing what it needs; its settings must not reach the installation.
const isInstalled = existsSync(new URL('node_modules/rolldown', import.meta.url));
const command = isInstalled ? 'npm run build' : 'npm ci --global=false --include=dev --no-audit --no-fund';
execSync(command, { cwd: import.meta.dirname, stdio: 'inherit' });
