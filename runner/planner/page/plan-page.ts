import { type Locale, wording } from '../../core/message.ts';
import type { MessageCode } from '../../core/messages/index.ts';
import type { Plan, PlannedBlock, Step } from '../../core/plan.ts';
import { padTo, shorten, widthOf } from '../../core/width.ts';
import { margin, type PageOptions, type Paint } from './page-options.ts';
import { stepLines } from './step-lines.ts';

/** The plan as a page to read: section by section, what is typed, expected, written, only looked at, and why. */
export function planPage(plan: Plan, options: PageOptions): string {
  const { chapter, blocks } = plan;
  const lines = [
    options.paint('bold', chapter.title),
    options.paint('dim', chapter.path),
    options.paint('dim', summary(plan, options.locale)),
    ...assetsLine(plan, options),
  ];
  let section = -1;
  for (const planned of blocks) {
    if (planned.block.section !== section) {
      section = planned.block.section;
      lines.push(
        '',
        options.paint(
          'bold',
          shorten(
            `${'#'.repeat(chapter.sections[section]?.depth ?? 0)} ${chapter.sections[section]?.title ?? ''}`.trim(),
            options.columns,
          ),
        ),
      );
    }
    lines.push('', ...blockLines(plan, planned, options));
  }
  lines.push(...scriptLines(plan, options), ...variableLines(plan, options), ...unreadLines(plan, options));
  return `${lines.join('\n')}\n`;
}

/** The folder of this machine that the chapter takes along. */
function assetsLine({ chapter }: Plan, { paint, locale }: PageOptions): string[] {
  const settings = chapter.frontMatter.tutor as { readonly assets?: unknown } | null | undefined;
  if (typeof settings?.assets !== 'string') return [];
  return [paint('dim', wording({ code: 'plan-assets', args: { folder: settings.assets } }, locale))];
}

/** What the course runs beside the page. */
function scriptLines({ steps }: Plan, { paint, locale, columns }: PageOptions): string[] {
  const codes = {
    background: 'plan-script-before',
    foreground: 'plan-script-terminal',
    check: 'plan-script-check',
    link: 'plan-script-link',
  } as const;
  const lines = steps.flatMap((step) => {
    if (step.type !== 'command' || step.script === undefined) return [];
    const said = wording({ code: codes[step.script.role], args: { name: step.script.name } }, locale);
    const skip =
      step.skip === null ? [] : [wording({ code: 'plan-skipped', args: { reason: step.skip.reason } }, locale)];
    return [paint('cyan', said), ...skip.map((note) => paint('yellow', note))].map(
      (line) => `${' '.repeat(margin)}${shorten(line, columns - margin)}`,
    );
  });
  return lines.length === 0 ? [] : ['', paint('bold', wording({ code: 'plan-scripts', args: {} }, locale)), ...lines];
}

/** What a course leaves to its reader, and what stands there now. */
function variableLines({ variables }: Plan, { paint, locale, columns }: PageOptions): string[] {
  if (variables.length === 0) return [];
  const room = Math.max(...variables.map(({ name }) => widthOf(name)));
  const lines = variables.map(({ name, value, lines: at, isGiven }) => {
    const code = value === null ? 'plan-variable-missing' : isGiven ? 'plan-variable-given' : 'plan-variable-authors';
    const said = wording({ code, args: { name, value: value ?? '', lines: at.join(', ') } }, locale);
    const own = shorten(padTo(name, room), columns - margin);
    const left = columns - margin - widthOf(own) - 2;
    return `${' '.repeat(margin)}${own}${left < 8 ? '' : `  ${paint('dim', shorten(said, left))}`}`;
  });
  return ['', paint('bold', wording({ code: 'plan-variables', args: { count: variables.length } }, locale)), ...lines];
}

/** What stands in the running text and is not typed. */
function unreadLines({ unread }: Plan, { paint, locale, columns }: PageOptions): string[] {
  if (unread.length === 0) return [];
  const title = wording({ code: 'plan-unread', args: { count: unread.length } }, locale);
  const lines = unread.map(
    ({ line, text }) => `${padTo(String(line), margin)}${paint('dim', shorten(text, columns - margin))}`,
  );
  return ['', paint('bold', title), ...lines];
}

function summary({ blocks, steps }: Plan, locale: Locale): string {
  const commands = steps.filter((step) => step.type === 'command' && step.script === undefined);
  const args = {
    blocks: blocks.length,
    typed: commands.filter(({ skip }) => skip === null).length,
    skipped: commands.filter(({ skip }) => skip !== null).length,
    files: steps.filter(({ type }) => type === 'file').length,
    expected: commands.filter((step) => step.type === 'command' && step.expected !== null).length,
  };
  return wording({ code: 'plan-summary', args }, locale);
}

const kinds: Readonly<Record<PlannedBlock['kind'], MessageCode>> = {
  run: 'plan-kind-run',
  'in-container': 'plan-kind-in-container',
  'expected-output': 'plan-kind-expected-output',
  dockerfile: 'plan-kind-dockerfile',
  file: 'plan-kind-file',
  synopsis: 'plan-kind-synopsis',
  illustration: 'plan-kind-illustration',
  other: 'plan-kind-other',
};

function blockLines(plan: Plan, planned: PlannedBlock, options: PageOptions): string[] {
  const { block, kind, reason, file } = planned;
  const owner = planned.for === null ? undefined : plan.blocks[planned.for];
  const what = wording(
    { code: kinds[kind], args: { file: file ?? '', line: owner?.block.line ?? '' } },
    options.locale,
  );
  const named = [
    what,
    file,
    owner && wording({ code: 'plan-of-line', args: { line: owner.block.line } }, options.locale),
  ];
  const label = shorten(named.filter((part) => part != null && part !== '').join(' '), options.columns - margin);
  const room = options.columns - margin - widthOf(label) - 1;
  // Fewer columns than these say nothing.
  const why = room < 8 ? '' : ` ${options.paint('dim', shorten(`— ${wording(reason, options.locale)}`, room))}`;
  const head = `${padTo(String(block.line), margin)}${options.paint(colours[kind], label)}${why}`;
  const own: readonly Step[] = planned.unseen ?? plan.steps.filter((step) => step.block === block.index);
  return [
    head,
    ...own.flatMap((step) => stepLines(step, planned, options)),
    ...(own.length === 0 ? excerpt(planned, options) : []),
  ];
}

const colours: Readonly<Record<PlannedBlock['kind'], Parameters<Paint>[0]>> = {
  run: 'green',
  'in-container': 'green',
  'expected-output': 'cyan',
  dockerfile: 'magenta',
  file: 'magenta',
  synopsis: 'dim',
  illustration: 'dim',
  other: 'dim',
};

/** The first lines of a block that is only looked at, so that a reader knows which one it is. */
function excerpt({ block }: PlannedBlock, { columns, paint }: PageOptions): string[] {
  const lines = block.lines.map(({ text }) => text).filter((text) => text.trim() !== '');
  const shown = lines
    .slice(0, 2)
    .map((text) => paint('dim', `${' '.repeat(margin)}│ ${shorten(text, columns - margin - 2)}`));
  return lines.length > 2 ? [...shown, paint('dim', `${' '.repeat(margin)}│ …`)] : shown;
}
