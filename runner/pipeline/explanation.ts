import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { effectsOf, parseImageName } from '../command/index.ts';
import { type Message, message } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Itinerary } from '../core/plan.ts';
import { lint } from '../lint/lint.ts';

/** Tables whose first column names what a chapter must have made or pulled: the kind, and which cell is the name. */
const listings: Readonly<
  Record<string, { readonly kind: 'image' | 'container' | 'volume' | 'network'; readonly cell: number }>
> = {
  'image ls': { kind: 'image', cell: 0 },
  'container ls': { kind: 'container', cell: -1 },
  'volume ls': { kind: 'volume', cell: 1 },
  'network ls': { kind: 'network', cell: 1 },
};

/** Says of a failure what a careful reader of the whole chapter would say. */
export class Explanations {
  readonly #itinerary: Itinerary;
  readonly #chapterPath: string;
  /** Read at the first failure: most runs have none. */
  #read: { readonly findings: readonly Message[]; readonly made: ReadonlySet<string> } | undefined;

  /** @param chapterPath absolute; files beside it are the reader's */
  constructor(itinerary: Itinerary, chapterPath: string) {
    this.#itinerary = itinerary;
    this.#chapterPath = chapterPath;
  }

  /** What explains a failed outcome; empty where nothing does. */
  of({ step, status, match, output }: Outcome): Message[] {
    if (status !== 'failed' || step.type !== 'command') return [];
    const explaining = new Set(['lint-missing-source', 'lint-never-made', 'lint-made-later', 'lint-placeholder']);
    this.#read ??= readChapters(this.#itinerary, this.#chapterPath);
    const { findings, made } = this.#read;
    const found = findings.filter(({ code, line }) => explaining.has(code) && line === step.line);
    const known = output?.exitCode === 0 ? [] : found.map((finding): Message => ({ ...finding, severity: 'info' }));
    const { path } = this.#itinerary.plan.chapter;
    const form = effectsOf(step.text).output;
    const listing = form?.form === 'table' ? listings[form.table] : undefined;
    if (!listing || match?.verdict !== 'mismatch') return known;
    const rows = match.diff.flatMap((line) => (line.op === 'missing' ? [line] : []));
    return [
      ...known,
      ...rows.flatMap(({ expected, expectedLine }) => {
        const name =
          expected
            .trim()
            .split(/\s{2,}/)
            .at(listing.cell) ?? '';
        if (name === '' || made.has(`${listing.kind} ${name}`)) return [];
        const line = (step.expected?.line ?? step.line) + expectedLine - 1;
        return [message('row-never-made', { kind: listing.kind, name }, { path, line }, 'info')];
      }),
    ];
  }
}

function readChapters(itinerary: Itinerary, chapterPath: string) {
  const steps = [...itinerary.before, itinerary.plan].flatMap((plan) => plan.steps);
  const hasFile = (path: string) => existsSync(resolve(dirname(chapterPath), path));
  return {
    findings: lint(itinerary, { hasFile, isUnversioned: () => true }).map((finding) => finding.message),
    made: new Set(steps.flatMap((step) => (step.type === 'command' ? thingsOf(step.text) : []))),
  };
}

/** Everything that a command makes or fetches, with and without its tag. */
function thingsOf(text: string): string[] {
  const { makes, pulls } = effectsOf(text);
  const images = pulls.map((image) => image.text);
  const things = makes.flatMap(({ kind, name }) => (name === null ? [] : [{ kind, name }]));
  return [...things, ...images.map((name) => ({ kind: 'image' as const, name }))].flatMap(({ kind, name }) => {
    const repository = kind === 'image' ? parseImageName(name)?.repository : undefined;
    return [`${kind} ${name}`, ...(repository ? [`${kind} ${repository}`] : [])];
  });
}
