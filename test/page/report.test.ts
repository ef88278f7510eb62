import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { message } from '../../runner/core/message.ts';
import type { Recording } from '../../runner/core/recording.ts';
import type { ChapterReport, StepReport } from '../../runner/core/report.ts';
import { reportHtml } from '../../runner/page/report.tsx';
import { markdownTree, parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';

const source = `# Tea & <script>alert(1)</script> "cake"

![cup](images/cup.png) ![secret](../secret.png) ![away](https://example.org/x.png)

## Brew

\`\`\`console
$ cat tea.txt
green
$ cat cake.txt
$ docker run <image>
\`\`\`
`;

const step: StepReport = {
  type: 'command',
  line: 8,
  column: 3,
  section: 'Brew',
  text: 'cat tea.txt',
  status: 'passed',
  cause: null,
  byAuthor: false,
  messages: [],
  at: { line: 8, column: 3 },
  compared: null,
  output: 'green',
  durationMs: 12,
};

const recording: Recording = {
  columns: 120,
  rows: 50,
  shown: [
    [0, 1, '$ cat tea.txt\r\n'],
    [9000, 1, 'green\r\n</script><script>alert(2)</script>'],
  ],
  steps: [[0, 0]],
};

function report(locale: 'en' | 'ko' = 'en', played = false): string {
  const top = mkdtempSync(join(tmpdir(), 'tutor-report-'));
  mkdirSync(join(top, 'book/images'), { recursive: true });
  writeFileSync(join(top, 'book/images/cup.png'), 'cup');
  writeFileSync(join(top, 'secret.png'), 'secret');
  const plan = planChapter(parseChapter(source, { id: 'tea', path: 'tea.md' }));
  const failed: StepReport = {
    ...step,
    line: 10,
    text: 'cat cake.txt',
    status: 'failed',
    cause: { kind: 'chapter', evidence: [] },
    messages: [message('step-mismatch', { reason: '</li><script>x</script>' }, { path: 'tea.md', line: 10 })],
    output: 'chocolate <b>cake</b>',
  };
  const chapter: ChapterReport = {
    id: 'tea',
    path: 'tea.md',
    title: plan.chapter.title,
    engine: 'sandbox:29',
    machine: null,
    dockerVersion: '29.0.0',
    verdict: 'failed',
    steps: [step, failed],
    before: [],
    standIns: ['nginx:alpine'],
    unread: 0,
    notes: [],
    durationMs: 1000,
  };
  const run = {
    version: 1,
    tutor: '0.0.0',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1500,
    exitCode: 1,
  } as const;
  const album = { root: join(top, 'book'), folder: join(top, 'book') };
  try {
    return reportHtml(
      { ...run, chapters: [chapter, { ...chapter, engine: 'sandbox:28', verdict: 'passed', steps: [step] }] },
      {
        locale,
        style: 'body{}',
        chapters: new Map([['tea.md', { plan, album }]]),
        recordings: new Map(played ? [['sandbox:29 tea.md', recording]] : []),
        player: played ? 'play()' : null,
        markdownTree,
      },
    );
  } finally {
    rmSync(top, { recursive: true });
  }
}

test('one file holds everything: it asks for nothing and runs nothing', () => {
  const html = report();
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|<link|<iframe|\bon\w+=/i);
  expect([...html.matchAll(/ src="([^"]*)"/g)].map(([, src]) => src)).toEqual(
    Array(2).fill(`data:image/png;base64,${Buffer.from('cup').toString('base64')}`),
  );
});

test('where there is something to be replayed, only the player may run', () => {
  const html = report('en', true);
  const [, digest = '?'] = /script-src (?:&#39;|')([^&']*)/.exec(html) ?? [];
  expect(digest).toBe(`sha256-${createHash('sha256').update('play()').digest('base64')}`);
  expect(html.match(/<script/g)).toEqual(['<script']);
  // What was shown stands in the page as data, for the chapter that showed it.
  expect(html.match(/data-recording="[\w+/=]+"/g)).toHaveLength(1);
  expect(html.split('<section id="c')[1]).toContain('data-recording');
  expect(report()).toContain("script-src 'none'");
  expect(html).toMatch(/<noscript><p[^>]*>The terminal can be replayed where scripts are allowed/);
});

test('each finding leads to its place, and no two places have one name', () => {
  const html = report();
  const names = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(names).size).toBe(names.length);
  const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id ?? '');
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((id) => !names.includes(id))).toEqual([]);
  expect(html).toMatch(/<li class="failed"><a href="#c0-step-1">/);
});

test('each chapter is shown once for each engine, its steps with what came of them there', () => {
  const html = report();
  const [, first = '', second = ''] = html.split('<section id="c');
  expect(first).toContain('chocolate &lt;b>cake&lt;/b>');
  expect(first).toMatch(/class="step failed" id="c0-step-1"/);
  expect(second).toMatch(/class="step waiting" id="c1-step-1"/);
  expect(html).toContain('nginx:alpine');
});

test('it is told in the language of whoever asked for it', () => {
  expect(report('ko')).toContain('<html lang="ko">');
  expect(report('ko')).toContain('챕터와 다름');
});
