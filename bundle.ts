/**
 * `npm run build`: the program as one file, `dist/tutor.cjs`, and `dist/cli.js`, which starts it. One file, because
 * finding and reading 400 of them takes longer than most verbs; CommonJS, because V8 gives a code cache to scripts
 * only (runner/launch.ts). What others import, a vitest worker and the plugin of remark, are modules beside it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
};

await build({
  ...common,
  entryPoints: { tutor: 'runner/cli.ts' },
  outdir: 'dist',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // vitest brings its own files; node-pty is a native module.
  external: ['vitest', 'vitest/node', '@lydell/node-pty'],
  minifyWhitespace: true,
  minifySyntax: true,
  // Without this a file of its own is not known by its address in CommonJS.
  define: { 'import.meta.url': 'bundleAddress' },
  banner: { js: "const bundleAddress = require('node:url').pathToFileURL(__filename).href;" },
});
toAscii('dist/tutor.cjs');
await build({
  ...common,
  entryPoints: { worker: 'runner/vitest/worker.ts', 'remark/remark-tutor': 'runner/remark/remark-tutor.ts' },
  outdir: 'dist',
  format: 'esm',
  splitting: true,
  packages: 'external',
});
await build({
  ...common,
  entryPoints: { cli: 'runner/launch.ts' },
  outdir: 'dist',
  format: 'esm',
  define: { bundleDigest: JSON.stringify(digestOf('dist/tutor.cjs')) },
});

/** A script without other letters is read at once and takes half the memory. They stand in expressions and templates. */
function toAscii(file: string): void {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\x00-\x7f]/g, escaped));
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 32);
}
