import type { Values } from '../command/index.ts';
import type { Chapter } from '../core/chapter.ts';
import { because } from '../core/message.ts';
import type { Draft } from './draft.ts';

/** What a condition of a Labspace asks for (`:::conditionalDisplay{variable="tier" requiredValue="pro"}`). */
const opening = /^\s*(:{3,})conditionalDisplay\{([^}]*)\}/;

/** Takes what a reader with these values does not see out of the way: nothing of it is typed, written or compared. */
export function hideUnseen(drafts: readonly Draft[], chapter: Chapter, values: Values): void {
  const hidden = unseenLines(chapter.source, values);
  if (hidden.length === 0) return;
  for (const draft of drafts) {
    const { line } = draft.view.block;
    if (!hidden.some(([from, to]) => from < line && line < to)) continue;
    draft.kind = 'other';
    draft.reason = because('plan-not-shown');
    draft.commands = [];
  }
}

/** The first and last lines of what is not shown, from 1. */
function unseenLines(source: string, values: Values): readonly (readonly [number, number])[] {
  if (!source.includes(':::conditionalDisplay')) return [];
  const open: { readonly colons: string; readonly from: number; readonly seen: boolean }[] = [];
  const found: [number, number][] = [];
  for (const [at, text] of source.split('\n').entries()) {
    const [, colons = '', condition = ''] = opening.exec(text) ?? [];
    if (colons !== '') {
      open.push({ colons, from: at + 1, seen: holds(condition, values) });
      continue;
    }
    const last = open.at(-1);
    if (last === undefined || text.trim() !== last.colons) continue;
    open.pop();
    if (!last.seen) found.push([last.from, at + 1]);
  }
  return found;
}

function holds(condition: string, values: Values): boolean {
  const given = (name: string) => new RegExp(`\\b${name}=["']([^"']*)["']`).exec(condition)?.[1];
  const systems = given('os')
    ?.split(',')
    .map((name) => name.trim());
  if (systems !== undefined && !systems.some((name) => name === 'linux' || name === 'unix')) return false;
  const variable = given('variable');
  if (variable === undefined) return true;
  const value = values.get(variable) ?? '';
  const wanted = given('requiredValue');
  if (wanted !== undefined) return value === wanted;
  return /\bhasNoValue\b/.test(condition) ? value === '' : !/\bhasValue\b/.test(condition) || value !== '';
}
