import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

export const cli = join(import.meta.dirname, '../../dist/cli.js');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Where Debian puts it; `npm test` installs it there. */
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}

/** `tutor open` of a chapter in a folder of its own, and pages of it in a real browser. */
export class OpenedChapter {
  readonly folder = mkdtempSync(join(tmpdir(), 'tutor-opened-'));
  readonly #child: ChildProcess;
  readonly address: Promise<string>;

  /** @param chapter a chapter, or the files of a course by their names */
  constructor(
    chapter: string | Readonly<Record<string, string>>,
    args: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ) {
    const files = typeof chapter === 'string' ? { 'small.md': chapter } : chapter;
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.folder, name), text);
    const command = [
      cli,
      'open',
      typeof chapter === 'string' ? 'small.md' : '.',
      '--no-browser',
      '--engine',
      'sandbox:28',
      '--yes',
      '--lang',
      'en',
      ...args,
    ];
    this.#child = spawn(process.execPath, command, {
      cwd: this.folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.address = new Promise((resolve, reject) => {
      let out = '';
      const hear = (chunk: unknown) => {
        out += chunk;
        const [address] = /http:\S+/.exec(out) ?? [];
        if (address !== undefined) resolve(address);
      };
      this.#child.stdout?.on('data', hear);
      this.#child.stderr?.on('data', (chunk) => {
        out += chunk;
      });
      this.#child.on('exit', (code) => reject(new Error(`tutor ended with ${code}: ${out}`)));
    });
  }

  /** Of its process. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Saves the chapter, as its author does. */
  write(chapter: string): void {
    writeFileSync(join(this.folder, 'small.md'), chapter);
  }

  /** The chapter as it stands on the disk. */
  get text(): string {
    return readFileSync(join(this.folder, 'small.md'), 'utf8');
  }

  /** Opens a page of it, ready for the first step. What went wrong in the page fails with the test. */
  async page(browser: Browser, { width = 1280, height = 800 } = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height } });
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(await this.address);
    await isReady(page);
    return page;
  }

  /** Ctrl-C, as in its terminal. */
  async end(): Promise<void> {
    if (this.#child.exitCode === null) {
      this.#child.kill('SIGINT');
      await once(this.#child, 'exit');
    }
    rmSync(this.folder, { recursive: true });
  }
}

/** Opens a chapter or a course, and ends it whatever happens. */
export async function opened<T>(
  chapter: ConstructorParameters<typeof OpenedChapter>[0],
  act: (chapter: OpenedChapter) => Promise<T>,
): Promise<T> {
  const open = new OpenedChapter(chapter);
  try {
    return await act(open);
  } finally {
    await open.end();
  }
}

/** Waits until nothing is running. */
export async function isReady(page: Page): Promise<void> {
  await page.locator('.engine', { hasText: / ready$/ }).waitFor({ timeout: 60_000 });
}

/** Stages of the steps, in their order. */
export function stages(page: Page): Promise<string[]> {
  return page.locator('.step').evaluateAll((steps) => steps.map(({ className }) => className.replace('step ', '')));
}

/** What the terminal in front shows. */
export function shownIn(page: Page): Promise<string> {
  return page.locator('.screen:not([hidden]) .xterm-rows').innerText();
}

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What hinders people who use the page in other ways, as axe finds it, on a light screen and on a dark one. */
export async function hindrances(page: Page): Promise<string[]> {
  // The page's own policy lets no script in; the browser's tools may.
  await page.evaluate(readFileSync(axe, 'utf8'));
  const all: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = (await page.evaluate('axe.run()')) as Found;
    for (const { id, nodes } of violations)
      all.push(`${colorScheme}, ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }
  return all;
}
