import type { Engine } from '../core/engine.ts';
import { type Message, message, type Place } from '../core/message.ts';

/** `docker>=26`, `docker<23`, `engine=host`, `platform=linux`; several with commas must all hold. */
const form = /^([a-z]+)\s*(>=|<=|>|<|=|!=)\s*([\w.:-]+)$/;
const subjects = ['docker', 'engine', 'platform'];

/**
 * Whether a step's `if=` holds on an engine.
 *
 * @returns null where the condition cannot be read.
 */
export function holdsOn(condition: string, engine: Pick<Engine, 'spec' | 'dockerVersion'>): boolean | null {
  const parts = condition.split(',').map((part) => form.exec(part.trim()));
  if (!parts.every((part) => subjects.includes(part?.[1] ?? ''))) return null;
  return parts.every((part) => {
    const [, subject = '', operator = '=', wanted = ''] = part ?? [];
    return compare(
      subject === 'docker' ? order(engine.dockerVersion, wanted) : named(subject, engine, wanted),
      operator,
    );
  });
}

/** Why a step is left out on an engine; null where its condition holds, or it has none. */
export function unmet(
  condition: string | undefined,
  engine: Pick<Engine, 'spec' | 'dockerVersion'>,
  place: Place,
): Message | null {
  if (condition === undefined) return null;
  const holds = holdsOn(condition, engine);
  if (holds) return null;
  const code = holds === null ? 'condition-unreadable' : 'condition-unmet';
  return message(code, { condition }, place, holds === null ? 'error' : 'info');
}

function named(subject: string, { spec }: Pick<Engine, 'spec'>, wanted: string): number {
  const names =
    subject === 'engine'
      ? [spec.kind, ...(spec.kind === 'host' ? [] : [`${spec.kind}:${spec.generation}`])]
      : ['linux'];
  return names.includes(wanted) ? 0 : 1;
}

/** Compares as many parts of two versions as the wanted one has. */
function order(actual: string, wanted: string): number {
  const numbers = (version: string) => version.split(/[.+-]/).map(Number);
  const [have, want] = [numbers(actual), numbers(wanted)];
  for (const [index, part] of want.entries()) {
    const difference = (have[index] ?? 0) - part;
    if (difference !== 0) return difference;
  }
  return 0;
}

function compare(difference: number, operator: string): boolean {
  switch (operator) {
    case '>=':
      return difference >= 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '<':
      return difference < 0;
    case '!=':
      return difference !== 0;
    default:
      return difference === 0;
  }
}
