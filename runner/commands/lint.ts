import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readConfig } from '../config/config-file.ts';
import type { Course } from '../core/course.ts';
import { located, wording } from '../core/message.ts';
import { version } from '../core/version.ts';
import { hasFileOfCourse } from '../lint/course-files.ts';
import { type Finding, lint } from '../lint/lint.ts';
import { findChapters, toursOf } from '../pipeline/find-chapters.ts';
import { readItineraries } from '../pipeline/read-itinerary.ts';
import { shownPath } from '../pipeline/read-plan.ts';
import { sarif } from '../reporter/sarif.ts';
import type { Call } from './verb.ts';

/** `tutor lint [CHAPTER…]`: what a reader would stumble over, found without running anything. */
export async function run({ args, options, io }: Call): Promise<number> {
  const config = await readConfig(io.cwd);
  const findings: Finding[] = [];
  const files = await findChapters(args, config, io.cwd);
  const itineraries = await readItineraries(files, io.cwd, options.set);
  findings.push(...(await toursOf(files)).flatMap(({ course }) => problemsOf(course, io.cwd)));
  for (const itinerary of itineraries) {
    const folder = dirname(resolve(io.cwd, itinerary.plan.chapter.path));
    const roots = [folder, config.root, ...(options.assets ? [resolve(io.cwd, options.assets)] : [])];
    findings.push(
      ...lint(itinerary, {
        hasFile: (path) =>
          roots.some((root) => existsSync(resolve(root, path))) || hasFileOfCourse(itinerary.course, path),
        isUnversioned: (image) => config.unversioned.some((pattern) => fits(image, pattern)),
      }),
    );
  }
  io.stdout.write(`${print(findings, options.format, io.locale)}\n`);
  return findings.some(({ message }) => message.severity !== 'info') ? 1 : 0;
}

/** What is wrong with a course itself, of which no page tells. */
function problemsOf(course: Course | null, cwd: string): readonly Finding[] {
  return (course?.problems ?? []).map((found) => ({
    rule: found.code,
    message: { ...found, path: found.path === null ? null : shownPath(found.path, cwd), line: 1 },
  }));
}

function print(findings: readonly Finding[], format: 'text' | 'json' | 'sarif', locale: 'en' | 'ko'): string {
  switch (format) {
    case 'json':
      return JSON.stringify(
        findings.map(({ rule, message }) => ({ rule, ...message, text: wording(message, locale) })),
        null,
        2,
      );
    case 'sarif':
      return sarif(
        findings.map(({ rule, message }) => ({
          rule,
          level: message.severity === 'info' ? 'note' : message.severity,
          text: wording(message, locale),
          path: message.path ?? '',
          line: message.line ?? 1,
          column: message.column ?? 1,
        })),
        version,
      );
    case 'text':
      return findings.length > 0
        ? findings.map(({ rule, message }) => `${located(message, locale)} (${rule})`).join('\n')
        : wording({ code: 'lint-clean', args: {} }, locale);
  }
}

/** Whether an image is one that a pattern of the configuration names. */
function fits(image: string, pattern: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  return rest.length === 0 ? image === start : image.startsWith(start) && image.endsWith(rest.at(-1) ?? '');
}
