import { type Effects, printersOf } from '../command/index.ts';

/** Programs that show something and leave nothing behind, whatever they are given. */
const showing = new Set(
  'ping ls ll cat ps top env printenv hostname whoami id ip ifconfig route nslookup dig host df du free mount uname pwd which date head tail less more grep wc find stat echo curl netstat ss nc telnet exit logout history man tree test true false'.split(
    ' ',
  ),
);
/** Verbs of Docker that only show what is in a container. */
const ofDocker = new Set(
  'diff logs top port inspect stats commit export cp ls history version info search df'.split(' '),
);

/** Whether a command leaves everything as it was where it is typed. */
export function onlyLooks(text: string, { writesFiles }: Effects): boolean {
  const printers = printersOf(text);
  const inside = printers.filter(({ where }) => where === 'inside');
  const all = inside.length > 0 ? inside : printers;
  if (writesFiles.length > 0 || text.includes('>')) return false;
  return (
    all.length > 0 &&
    all.every(
      ({ program, verb }) =>
        showing.has(program) || (program === 'docker' && ofDocker.has(verb.split(' ').at(-1) ?? '')),
    )
  );
}
