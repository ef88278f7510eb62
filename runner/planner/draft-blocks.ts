import { dockerfileSeries } from './blocks/fragments.ts';
import { effectsOf } from '../command/index.ts';
import { nameFrom } from './files/names.ts';
import type { View } from './blocks/view.ts';
import { type Draft, type DraftCommand, squash } from './draft.ts';
import type { Past } from './evidence/evidence.ts';
import { lastPart } from './evidence/files.ts';
import { inlineOutputs } from './expected/inline.ts';
import { readBlock, type Reading } from './read-block.ts';
import type { Open } from './session/open.ts';
import type { Placed } from './session/place.ts';

/** Reads the blocks of a chapter in order, each in the light of those before it. */
export function draftBlocks(views: readonly View[]): Draft[] {
  const drafts: Draft[] = [];
  const series = dockerfileSeries(views);
  let stack: readonly Open[] = [];
  for (const view of views) {
    stack = leftInProse(view, stack);
    const reading = readBlock(view, stack, pastOf(drafts, views, view, series));
    const draft = draftOf(reading);
    if (draft.commands.length > 0) stack = reading.stack;
    drafts.push(draft);
  }
  return drafts;
}

function draftOf({ about, verdict }: Reading): Draft {
  const { view, entries, placed } = about;
  const outputs = new Map(inlineOutputs(entries, view.block.index));
  // What stands below an editor is typed into it, not printed.
  for (const { entry, by } of about.edited) if (by === 'editor') outputs.delete(entry);
  const isTyped = verdict.kind === 'run' || verdict.kind === 'in-container';
  const read = placed.map((one) => commandOf(one, outputs.get(one.entry) ?? null));
  const shows = verdict.kind === 'expected-output' ? read.filter(({ expected }) => expected !== null) : [];
  return { view, kind: verdict.kind, reason: verdict.reason, commands: isTyped ? read : [], shows, edited: about.edited, file: null, owner: null };
}

function commandOf({ entry, into, stack }: Placed, expected: DraftCommand['expected']): DraftCommand {
  return { entry, text: entry.text, into, stack, terminal: 1, expected, skip: null };
}

/** The text between two blocks may tell the reader to leave what is open. */
function leftInProse(view: View, stack: readonly Open[]): readonly Open[] {
  if (stack.length === 0) return stack;
  const says = view.between.some(({ text }) => /`?\bexit\b`?|Ctrl\s*[+-]?\s*[`+]*\s*[DP]\b|빠져\s*나|나온\s*(?:후|뒤)|나와서|종료(?:한|하고)/iu.test(text));
  const typesIt = /^\W*(?:exit|logout|quit)\b/m.test(view.text);
  return says && !typesIt ? stack.slice(0, -1) : stack;
}

function pastOf(drafts: readonly Draft[], views: readonly View[], view: View, series: ReadonlySet<number>): Past {
  const before = drafts.at(-1);
  const last = before?.commands.at(-1);
  return {
    kindBefore: before?.kind ?? null,
    awaitsOutput: view.before !== null && last !== undefined && last.expected === null,
    unanswered: unansweredIn(drafts, view),
    written: writtenIn(drafts),
    inSeries: series.has(view.block.index),
    typed: new Set(drafts.flatMap(({ commands }) => commands.map(({ text }) => squash(text)))),
    buildFollows: buildsSoon(views, view),
  };
}

/** What was typed in this section and still lacks its output. */
function unansweredIn(drafts: readonly Draft[], view: View): ReadonlySet<string> {
  const near = drafts.filter((draft) => draft.view.block.section === view.block.section);
  return new Set(near.flatMap(({ commands }) => commands.filter(({ expected }) => expected === null).map(({ text }) => squash(text))));
}

/** Every file written so far with its content. */
function writtenIn(drafts: readonly Draft[]): ReadonlyMap<string, string | null> {
  const written = new Map<string, string | null>();
  for (const { view, kind, commands, edited } of drafts) {
    if (kind === 'dockerfile' || kind === 'file') written.set(lastPart(nameFrom(view, kind)?.path ?? 'Dockerfile'), view.text);
    for (const { text } of commands) {
      const { writesFiles, writesContent } = effectsOf(text);
      for (const path of writesFiles) written.set(lastPart(path), null);
      for (const { path, content } of writesContent) written.set(lastPart(path), content);
    }
    for (const { path, lines } of edited) written.set(lastPart(path), lines.map(({ text }) => text).join('\n'));
  }
  return written;
}

/** A build stands in one of the next blocks of the same part of the page. */
function buildsSoon(views: readonly View[], view: View): boolean {
  return views
    .slice(view.block.index + 1, view.block.index + 5)
    .some(({ text }) => /\bdocker(?:\s+image|\s+buildx)?\s+build\b|docker[- ]compose\s+(?:up|build)/.test(text));
}
