import type { Message } from '../core/message.ts';
import type { Itinerary } from '../core/plan.ts';
import type { Rule, Surroundings } from './rule.ts';
import { brokenContinuation } from './rules/broken-continuation.ts';
import { commandsAsExample } from './rules/commands-as-example.ts';
import { courseChecks } from './rules/course-checks.ts';
import { linksToFiles } from './rules/course-links.ts';
import { buttons, unknownMarks } from './rules/course-marks.ts';
import { dockerfileSyntax } from './rules/dockerfile-syntax.ts';
import { missingSource } from './rules/missing-source.ts';
import { nameBeforeMade } from './rules/name-before-made.ts';
import { namelessFile } from './rules/nameless-file.ts';
import { orphanOutput } from './rules/orphan-output.ts';
import { placeholder } from './rules/placeholder.ts';
import { unclosedBlock } from './rules/unclosed-block.ts';
import { unpinnedImage } from './rules/unpinned-image.ts';
import { usedTwice } from './rules/used-twice.ts';
import { variableNeverAsked } from './rules/variable-never-asked.ts';

/** Every rule, in the order of the manual. */
export const rules: readonly Rule[] = [
  unclosedBlock,
  dockerfileSyntax,
  missingSource,
  nameBeforeMade,
  placeholder,
  usedTwice,
  orphanOutput,
  unpinnedImage,
  brokenContinuation,
  namelessFile,
  commandsAsExample,
  unknownMarks,
  buttons,
  courseChecks,
  linksToFiles,
  variableNeverAsked,
];

/** A message and the rule that found it. */
export interface Finding {
  readonly rule: string;
  readonly message: Message;
}

/** What a reader of the chapter would stumble over, in the order of the chapter. Nothing is run. */
export function lint(itinerary: Itinerary, surroundings: Surroundings): Finding[] {
  const { plan } = itinerary;
  const parsing = [...plan.chapter.messages, ...plan.messages].map((found) => ({ rule: found.code, message: found }));
  const found = rules.flatMap(({ name, check }) =>
    check(itinerary, surroundings).map((told) => ({ rule: name, message: told })),
  );
  return [...parsing, ...found].sort((a, b) => (a.message.line ?? 0) - (b.message.line ?? 0));
}
