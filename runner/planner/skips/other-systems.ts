import { effectsOf, isCmdlet } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import { type Draft, verbOf } from '../draft.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** Commands that only Windows or macOS knows, and what the words above say is for them where Linux has its own. */
export const otherSystems: SkipRule = {
  code: 'other-system',
  *find(drafts) {
    for (const [at, draft] of drafts.entries()) {
      const said = saidFor(draft, drafts, at);
      for (const command of draft.commands) {
        const system = effectsOf(command.text).operatingSystem;
        const atPowerShell = command.entry.prompt?.form === 'powershell' && isCmdlet(command.text);
        const known = system === 'windows' || system === 'mac' ? system : atPowerShell ? 'windows' : said;
        if (known !== null)
          yield leftOut(draft, command, because('plan-for-system', { system: known === 'mac' ? 'macOS' : 'Windows' }));
      }
    }
  },
};

/** The label names another system, and a neighbour says the same for Linux. */
function saidFor({ view, commands }: Draft, drafts: readonly Draft[], at: number): 'windows' | 'mac' | null {
  const named = (of: Draft | undefined, system: 'windows' | 'mac' | 'linux') =>
    of !== undefined && (of.view.cues.has(system) || (of.view.label === '' && of.view.headingCues.has(system)));
  const own = drafts[at];
  const system = named(own, 'windows') ? 'windows' : named(own, 'mac') ? 'mac' : null;
  const isWindowsShell = view.language === 'windows';
  if ((system === null && !isWindowsShell) || named(own, 'linux')) return null;
  const twin = [drafts[at - 1], drafts[at + 1], drafts[at - 2]].some(
    (near) =>
      near !== undefined &&
      near.view.language !== 'windows' &&
      !named(near, 'windows') &&
      commands.some((one) => near.commands.some((other) => saysTheSame(one.text, other.text))),
  );
  return twin ? (system ?? 'windows') : null;
}

/** The same program and verb, and most of the words the same. */
function saysTheSame(a: string, b: string): boolean {
  if (verbOf(a) === '' || verbOf(a) !== verbOf(b)) return false;
  const words = new Set(wordsOf(a));
  const shared = wordsOf(b).filter((word) => words.has(word)).length;
  return shared / Math.max(words.size, wordsOf(b).length) >= 0.5;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s\\`^]+/).filter((word) => word !== '');
}
