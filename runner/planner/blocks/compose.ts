import { escaped } from '../../core/escaped.ts';
import { because, type Told } from '../../core/message.ts';
import { parseComposeFile } from '../../dockerfile/index.ts';
import { isCompose } from './looks.ts';
import type { View } from './view.ts';

/** Why a YAML block is only a part of a compose file; null where it could stand alone. */
export function fragmentOfCompose({ text, label, paragraph }: View): Told | null {
  if (!isCompose(text))
    return /^\s*(?:networks|volumes|deploy|environment|ports|expose|build|depends_on|healthcheck|secrets|configs|extra_hosts|restart)\s*:/m.test(
      text,
    ) && !/^(?:apiVersion|kind)\s*:/m.test(text)
      ? because('plan-compose-part')
      : null;
  if (/^\s*(?:#\s*)?(?:\.{3}|…)\s*$|:\s*\.{3}\s*$|#\s*\.{3}/m.test(text)) return because('plan-compose-elided');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const sources = lines.filter((line) => /^\s*(?:image|build|extends|<<|include)\s*:/.test(line)).length;
  if (sources === 0) return because('plan-compose-no-source');
  const keys = lines.flatMap((line) => /^[a-z-]+(?=\s*:)/.exec(line) ?? []);
  if (new Set(keys).size < keys.length) return because('plan-compose-several');
  if (hangsOnOthers(text)) return because('plan-compose-part');
  const named = [...`${label}\n${paragraph}`.matchAll(/`([\w.-]+):?`/g)].map((match) => match[1] ?? '');
  const explains = named.some((key) => new RegExp(`^\\s+(?:-\\s*)?${escaped(key)}\\s*:`, 'm').test(text));
  return explains && lines.length <= 14 ? because('plan-compose-key') : null;
}

/** A service in it depends on one that stands elsewhere: the file that this goes into has that one. */
export function hangsOnOthers(text: string): boolean {
  if (!text.includes('depends_on')) return false;
  const { services, errors } = parseComposeFile(text);
  const names = new Set(services.map(({ name }) => name));
  return errors.length === 0 && services.some(({ dependsOn }) => dependsOn.some((name) => !names.has(name)));
}
