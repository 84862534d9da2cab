/** `npm run build`: `src` → `dist`, in few files, because each that a command loads takes it up to half a millisecond. */
import { copyFileSync } from 'node:fs';
import { build } from 'rolldown';

await build({
  input: 'src/main.ts',
  platform: 'node',
  // Packages stay as they were installed.
  external: /^@?[a-z][\w./-]*$/,
  // What one command loads late, another needs at once.
  checks: { ineffectiveDynamicImport: false },
  output: {
    dir: 'dist',
    cleanDir: true,
    comments: false,
    chunkFileNames: '[name].js',
    codeSplitting: {
      groups: [
        // All that `--version` needs.
        { name: 'start', test: /src.(?:errors|shell|version|report.(?:escape|workflowCommands))\.ts$/, priority: 1 },
        // What most commands share; with 2 in place of 5, each would load the rules and their tables.
        { name: 'posts', minShareCount: 5 },
      ],
    },
  },
});

// The script of the preview runs in browsers, and is sent as it is.
copyFileSync('src/serve/tab.js', 'dist/tab.js');
