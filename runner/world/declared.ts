import { type Effects, misreadIn, optionValues, parsePublish, understand } from '../command/index.ts';
import { type Subject, subject } from './subject.ts';
import { valuesIn } from './values.ts';

/** The ports of the machine at which something answers then. */
export function portsIn(publishes: Effects['publishes']): readonly Subject[] {
  return publishes.flatMap(({ hostPort }) => (hostPort === null ? [] : [subject('port', hostPort)]));
}

/** Ports that a container was to answer at, had their option not stood behind the image. */
export function portsMeant(text: string): readonly Subject[] {
  const late = misreadIn(text).flatMap((one) =>
    one.how === 'late' && ['-p', '--publish'].includes(one.option) ? [one.value] : [],
  );
  return portsIn(late.map(parsePublish));
}

/** Addresses that a command gives to what it makes: they are the chapter's own. */
export function declaredIn(text: string): readonly string[] {
  return understand(text).calls.flatMap(({ docker, args }) => {
    if (docker === null) return [];
    if (docker.verb === 'network create') return valuesIn(args.join(' ').replaceAll('=', ' '));
    return valuesIn([...optionValues(docker, 'ip'), ...optionValues(docker, 'ip6')].join(' '));
  });
}
