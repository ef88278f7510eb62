import { type Call, effectsOf, understand } from '../command/index.ts';
import type { CommandStep, Step } from '../core/plan.ts';
import { wordsOf } from '../core/words.ts';

/** The parts of a text that can be names: letters and digits, and what may join them. */
export function namesIn(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu) ?? [])
    .map((word) => word.replace(/[.-]+$/, ''))
    .filter((word) => word.length > 2 && !/^\d{1,3}$/.test(word) && !ofMachines.has(word.toLowerCase()));
}

/** Words that machines, Docker and images have, whatever a chapter calls its own. */
const ofMachines = new Set(
  (
    'all amd64 bash bin boot bridge containerd created daemon default dev docker driver eth0 etc exited false ' +
    'help home host http https ingress latest lib local localhost media mnt network none null opt overlay overlay2 proc ' +
    'root run running sbin srv sudo swarm sys tcp tmp total true udp user usr var version 127.0.0.1 0.0.0.0'
  ).split(' '),
);

/**
 * Whatever the chapters have given a name or a text by themselves, in what they type and write: what a reader of them has
 * from nowhere else.
 */
export function ownWordsOf(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(
    steps.flatMap((step) => {
      const text = step.type === 'file' ? `${step.path}\n${step.content}` : ofCommand(step);
      // `till:2` is one name beside another `till`.
      return [...namesIn(text), ...wordsOf(text).filter((word) => word.includes(':') || word.includes('/'))];
    }),
  );
}

function ofCommand({ text, into }: CommandStep): string {
  // Lines of a program that is no shell are the chapter's from their first word on.
  if (into !== 'shell') return text;
  const { writesContent, writesFiles } = effectsOf(text);
  const written = writesContent.map(({ content }) => content);
  return [...understand(text).calls.flatMap(ofCall), ...written, ...writesFiles].join('\n');
}

/** Operands and values: names of options, of verbs and of programs are nobody's own. */
function ofCall({ docker, args, environment }: Call): readonly string[] {
  const values = Object.values(environment);
  if (docker !== null)
    return [
      ...values,
      ...docker.operands,
      ...docker.argv,
      ...docker.options.flatMap(({ value }) => value ?? []),
    ].concat(docker.image === null ? [] : docker.image.text);
  return [...values, ...args.map((arg) => (arg.startsWith('-') ? arg.replace(/^[^=]*=?/, '') : arg))];
}
