import { message } from '../../core/message.ts';
import { faultsIn } from '../../printed/index.ts';
import type { Rule } from '../rule.ts';
import { typedCommands } from '../typed.ts';

/** A container name or a published port that is taken when it is wanted again. */
export const usedTwice: Rule = {
  name: 'used-twice',
  check({ plan }) {
    const holders = new Map<string, { readonly line: number; readonly ports: readonly string[] }>();
    return typedCommands(plan).flatMap(({ step, effects, place }) => {
      if (step.failureExpected || showsClash(step.expected?.text ?? '')) return [];
      for (const { kind, name } of effects.destroys) {
        if (name === null) holders.clear();
        else if (kind === 'container') holders.delete(name);
      }
      for (const { kind, name } of effects.stops) {
        const holder = kind === 'container' && name !== null ? holders.get(name) : undefined;
        if (holder && name !== null) holders.set(name, { ...holder, ports: [] });
      }
      const ports = effects.publishes.flatMap(({ hostPort, protocol }) =>
        hostPort ? [`${hostPort}/${protocol}`] : [],
      );
      const found = ports.flatMap((port) => {
        const taken = [...holders.values()].find((holder) => holder.ports.includes(port));
        return taken ? [message('lint-port-twice', { port, earlier: taken.line }, place, 'warning')] : [];
      });
      const ephemeral = /\s--rm\b/.test(step.text) && !/\s(?:-d|--detach)\b/.test(step.text);
      for (const { kind, name } of effects.makes) {
        if (kind !== 'container' || ephemeral) continue;
        const earlier = name === null ? undefined : holders.get(name);
        if (earlier) found.push(message('lint-name-twice', { name: name ?? '', earlier: earlier.line }, place));
        holders.set(name ?? `line ${step.line}`, { line: step.line, ports });
      }
      return found;
    });
  },
};

/** A chapter that shows a clash means it. */
function showsClash(text: string): boolean {
  return faultsIn(text).some(({ kind }) => kind === 'taken');
}
