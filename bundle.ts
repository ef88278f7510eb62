/**
 * `npm run build`: the program as one file, `dist/tutor.cjs`, and what starts it: `dist/cli.js` for a person,
 * `dist/worker.js` for a worker of `tutor test`. One file, because finding and reading 400 of them takes longer than most
 * verbs; CommonJS, because V8 gives a code cache to scripts only (runner/launch.ts). `dist/index.js`, `dist/vitest.js`
 * and `dist/remark.js` are what others import of it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { globSync } from 'tinyglobby';
import { catalogue } from './runner/core/messages/index.ts';

/** Who debugs the program has its sources; a package has not, and needs no map that leads to them. */
const isPackaged = ['pack', 'publish'].includes(process.env.TUTOR_BUILT_FOR ?? '');

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  sourcemap: !isPackaged,
  sourcesContent: false,
  logLevel: 'warning',
};

const [outdir = 'dist'] = process.argv.slice(2);

await build({
  ...common,
  entryPoints: { tutor: 'runner/program.ts' },
  outdir,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // vitest brings its own files; node-pty is a native module.
  external: ['vitest', 'vitest/node', '@lydell/node-pty'],
  // A script that is run from memory loads others by `require` without a warning.
  plugins: [pageApart(), smallest()],
  supported: { 'dynamic-import': false },
  minifyWhitespace: true,
  minifySyntax: true,
  // A third of the package. No message tells the name of a class; a trace of a package's tutor holds places, not names.
  minifyIdentifiers: isPackaged,
  // Without this a file of its own is not known by its address in CommonJS.
  define: { 'import.meta.url': 'bundleAddress' },
  banner: { js: "const bundleAddress = require('node:url').pathToFileURL(__filename).href;" },
});
const program = join(outdir, 'tutor.cjs');
toAscii(program);
// What only `tutor open` and the HTML report need.
const apart = { pages: 'runner/page/index.ts', serving: 'runner/page/serving.ts' };
await build({
  ...common,
  entryPoints: apart,
  outdir,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
});
const parts = Object.keys(apart).map((name) => join(outdir, `${name}.cjs`));
for (const part of parts) toAscii(part);
// What the browser loads.
const browser: BuildOptions = {
  outdir: join(outdir, 'page'),
  bundle: true,
  platform: 'browser',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  logLevel: 'warning',
};
await build({
  ...browser,
  entryPoints: { page: 'runner/page/browser/main.tsx', report: 'runner/page/browser/report.css' },
  format: 'esm',
});
// Two stand in the report itself, one runs in a page of no origin: none is a module.
const alone = {
  widget: 'runner/page/browser/widget.ts',
  replay: 'runner/page/browser/replay.tsx',
  draw: 'runner/page/browser/draw.ts',
};
await build({ ...browser, entryPoints: alone, format: 'iife', charset: 'ascii' });
inOne(join(outdir, 'page'));
for (const file of globSync('page/*.{js,css}', { cwd: outdir })) pack(join(outdir, file), 'gz');
await build({
  ...common,
  entryPoints: {
    cli: 'runner/launch.ts',
    worker: 'runner/launch-worker.ts',
    index: 'runner/launch-api.ts',
    vitest: 'runner/launch-vitest.ts',
    remark: 'runner/launch-remark.ts',
  },
  outdir,
  format: 'esm',
  define: {
    bundleDigests: JSON.stringify(
      Object.fromEntries([program, ...parts].map((file) => [basename(file), digestOf(file)])),
    ),
  },
});

for (const part of parts) {
  pack(part, 'br');
  // For whoever asks Node.js itself for it.
  writeFileSync(
    part,
    `module._compile(require('node:zlib').brotliDecompressSync(require('node:fs').readFileSync(__filename + '.br')).toString('latin1'), __filename);\n`,
  );
}

const types = join(outdir, 'types');
if (existsSync(types)) keepReachable(types);

/** Of the types that the compiler has written, those that the package's modules lead to; it has no others. */
function keepReachable(folder: string): void {
  const files = ['runner/api/index', 'runner/vitest/user-plugin', 'runner/remark/remark-tutor'].map((entry) =>
    join(folder, `${entry}.d.ts`),
  );
  const reached = new Set(files);
  // The sentences themselves are of no use to a type.
  const codes = Object.keys(catalogue).map((code) => `'${code}'`);
  writeFileSync(join(folder, 'runner/core/messages/index.d.ts'), `export type MessageCode = ${codes.join('|')};\n`);
  for (const file of reached) {
    const text = readFileSync(file, 'utf8').replace(/(from '|import\(')(\.[^']+)\.ts'/g, "$1$2.js'");
    writeFileSync(file, text);
    for (const [, path = ''] of text.matchAll(/(?:from '|import\(')(\.[^']+)\.js'/g))
      reached.add(join(dirname(file), `${path}.d.ts`));
  }
  for (const file of globSync('**/*.d.ts', { cwd: folder }))
    if (!reached.has(join(folder, file))) rmSync(join(folder, file));
}

/** The page is one answer: while the chapter is read its server says nothing for a while. */
function inOne(folder: string): void {
  const part = (name: string) => {
    const text = readFileSync(join(folder, name), 'utf8');
    rmSync(join(folder, name));
    return text;
  };
  const page = readFileSync('runner/page/browser/index.html', 'utf8')
    .replace('<link rel="stylesheet" href="page.css">', () => `<style>${part('page.css')}</style>`)
    .replace(
      '<script type="module" src="page.js"></script>',
      () => `<script type="module">${part('page.js')}</script>`,
    );
  writeFileSync(join(folder, 'index.html'), page);
}

/** What few runs need is kept packed; browsers unpack `gz` themselves. */
function pack(file: string, as: 'br' | 'gz'): void {
  const text = readFileSync(file);
  writeFileSync(`${file}.${as}`, as === 'br' ? brotliCompressSync(text) : gzipSync(text, { level: 9 }));
  rmSync(file);
}

/** The page's parts stand beside the program, which loads them where they are asked for. */
function pageApart(): Plugin {
  return {
    name: 'page-apart',
    setup({ onResolve }) {
      onResolve({ filter: /\/page\/index\.ts$/ }, () => ({ path: './pages.cjs', external: true }));
      onResolve({ filter: /\/page\/serving\.ts$/ }, () => ({ path: './serving.cjs', external: true }));
    },
  };
}

/** Of two packages what is used: their own files for `require` hold all that they have. */
function smallest(): Plugin {
  const modules = join(import.meta.dirname, 'node_modules');
  const used: Readonly<Record<string, string>> = {
    '@xterm/headless': `import { Terminal } from '${modules}/@xterm/headless/lib-headless/xterm-headless.mjs';
      export default { Terminal };`,
    'vscode-languageserver-types': `export { Position, Range } from '${modules}/vscode-languageserver-types/lib/esm/main.js';`,
  };
  return {
    name: 'smallest',
    setup({ onResolve, onLoad }) {
      const filter = /^(@xterm\/headless|vscode-languageserver-types)$/;
      onResolve({ filter }, ({ path }) => ({ path, namespace: 'smallest' }));
      onLoad({ filter, namespace: 'smallest' }, ({ path }) => ({ contents: used[path] ?? '', resolveDir: modules }));
      // Commander starts verbs that are programs of their own, of which there are none: to load what starts them takes longer
      // than all else of it.
      onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
        importer.includes('/commander/') ? { path, namespace: 'unused' } : undefined,
      );
      onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
      // fdir looks on the disk for a package that it needs for patterns of its own; tinyglobby gives it none.
      onLoad({ filter: /\/fdir\/dist\/index\.mjs$/ }, ({ path }) => {
        const contents = readFileSync(path, 'utf8').replace(
          /try \{\s*__require\.resolve\("picomatch"\);[^{}]*\} catch \{\}/,
          '',
        );
        if (contents.includes('resolve("picomatch")')) throw new Error(`${path} finds picomatch in another way`);
        return { contents };
      });
    },
  };
}

/** A script without other letters is read at once and takes half the memory. They stand in expressions and templates. */
function toAscii(file: string): void {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\x00-\x7f]/g, escaped));
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 32);
}
