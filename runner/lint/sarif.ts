import { type Locale, located, type Severity, wording } from '../core/message.ts';
import type { Finding } from './lint.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** The findings as SARIF 2.1.0 (OASIS standard), which code-scanning services read. */
export function sarif(findings: readonly Finding[], version: string, locale: Locale): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].map((id) => ({ id }));
  const results = findings.map(({ rule, message }) => ({
    ruleId: rule,
    level: levels[message.severity],
    message: { text: wording(message, locale) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(message.path ?? '') },
          region: { startLine: message.line ?? 1, startColumn: message.column ?? 1 },
        },
      },
    ],
  }));
  const driver = { name: 'tutor', version, rules };
  return JSON.stringify(
    {
      version: '2.1.0',
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      runs: [{ tool: { driver }, results }],
    },
    null,
    2,
  );
}

/** The findings as lines: `docs/ch04.md:212:1 sentence (rule)`. */
export function lines(findings: readonly Finding[], locale: Locale): string[] {
  return findings.map(({ rule, message }) => `${located(message, locale)} (${rule})`);
}
