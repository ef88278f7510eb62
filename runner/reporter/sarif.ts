import type { Locale } from '../core/message.ts';
import type { RunReport } from '../core/report.ts';
import { problemsOfRun } from './problems.ts';
import { consequencesOf, plainDiff, reasonOf } from './wording.ts';

/** A finding of whatever kind, at a row of a document. */
export interface SarifResult {
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly text: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Findings as SARIF 2.1.0 (OASIS standard), which code-scanning services read. */
export function sarif(results: readonly SarifResult[], version: string): string {
  const rules = [...new Set(results.map(({ rule }) => rule))].map((id) => ({ id }));
  const driver = { name: 'tutor', version, rules };
  const listed = results.map(({ rule, level, text, path, line, column }) => ({
    ruleId: rule,
    level,
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(path) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }));
  return JSON.stringify(
    {
      version: '2.1.0',
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      runs: [{ tool: { driver }, results: listed }],
    },
    null,
    2,
  );
}

/** What a run found, as SARIF. */
export function sarifOfRun(run: RunReport, locale: Locale): string {
  const results = problemsOfRun(run).map((problem): SarifResult => {
    const { step, site, kind, engines } = problem;
    const text = [
      reasonOf(step, locale),
      ...plainDiff(step),
      consequencesOf(problem, locale),
      `(${engines.join(', ')})`,
    ];
    return {
      rule: kind,
      level: step.status === 'failed' ? 'error' : step.status === 'broken' ? 'warning' : 'note',
      text: text.filter((line) => line !== null).join('\n'),
      path: site.chapter,
      ...step.at,
    };
  });
  return `${sarif(results, run.tutor)}\n`;
}
