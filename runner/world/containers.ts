import { effectsOf, optionValues, understand } from '../command/index.ts';

/** Names under which the network knows a container besides its own. */
export function furtherNames(text: string): readonly string[] {
  return understand(text).calls.flatMap(({ docker }) =>
    docker === null ? [] : [...optionValues(docker, 'network-alias'), ...optionValues(docker, 'hostname')],
  );
}

/** Whether a container that a command makes goes on by itself: it is started detached, or without an end. */
export function goesOn(text: string): boolean {
  const { output, ends, opens } = effectsOf(text);
  return output?.form === 'id' || ends.how === 'endless' || opens !== null;
}
