import { expect, test } from 'vitest';
import type { Bindings } from '../../runner/core/match.ts';
import { matchOutput } from '../../runner/matcher/index.ts';

/** A step: the chapter's command, what the chapter shows, what came out. */
type Step = readonly [command: string, expected: string, actual: string];

/** Whether the last step of a chapter holds. */
function lastHolds(...steps: readonly Step[]): boolean {
  let bindings: Bindings = {};
  let holds = true;
  for (const [command, expected, actual] of steps) {
    const match = matchOutput({ command, expected: expected.split('\n'), actual, bindings });
    bindings = match.bindings;
    holds = match.verdict !== 'mismatch';
  }
  return holds;
}

const top = (name: string, pid: string): string =>
  `UID    PID    PPID   C   STIME   TTY   TIME       CMD\nroot   ${pid}    100    0   10:00   ?     00:00:00   ${name}`;
const inspect = "docker inspect -f '{{.State.Pid}}' web";

test('the process that a container is has one number, wherever it is shown', () => {
  const shown: Step = ['docker top web', top('nginx', '391'), top('nginx', '680')];
  expect(lastHolds(shown, [inspect, '391', '680'])).toBe(true);
  expect(lastHolds(shown, [inspect, '391', '681'])).toBe(false);
  expect(lastHolds(shown, [inspect, '391', '391'])).toBe(false);
  expect(lastHolds(shown, [inspect, '0', '0'])).toBe(true);
  expect(lastHolds([inspect, '391', '0'])).toBe(false);
  expect(lastHolds(shown, ['docker inspect --format "{{.Name}}: {{.State.Pid}}" web', '/web: 391', '/web: 681'])).toBe(
    false,
  );
});

test('begun again it has another one', () => {
  const [before, after] = [
    ['docker top web', top('nginx', '391'), top('nginx', '680')],
    ['docker restart web', 'web', 'web'],
  ] as const;
  expect(lastHolds(before, after, [inspect, '391', '702'])).toBe(true);
});

test('processes in containers have numbers of their own', () => {
  expect(
    lastHolds(
      ['docker exec web ps aux', top('nginx', '7'), top('nginx', '8')],
      ['docker exec db ps aux', top('redis', '7'), top('redis', '7')],
    ),
  ).toBe(true);
});

test('a port that Docker chose is that port where only a template or a key says so', () => {
  const shown: Step = ['docker port web', '80/tcp -> 0.0.0.0:49153', '80/tcp -> 0.0.0.0:32768'];
  const asked = `docker inspect -f '{{(index (index .NetworkSettings.Ports "80/tcp") 0).HostPort}}' web`;
  const ports = "docker inspect -f '{{json .NetworkSettings.Ports}}' web";
  const json = (port: string) => `{"80/tcp":[{"HostIp":"0.0.0.0","HostPort":"${port}"}]}`;
  const ranged =
    "docker inspect -f '{{range $p, $c := .NetworkSettings.Ports}}{{$p}} -> {{(index $c 0).HostPort}}{{end}}' web";
  expect(lastHolds(shown, [asked, '49153', '32768'])).toBe(true);
  expect(lastHolds(shown, [asked, '49153', '32769'])).toBe(false);
  expect(lastHolds(shown, [asked, '49153', '49153'])).toBe(false);
  expect(lastHolds([asked, '8080', '32768'])).toBe(false);
  expect(lastHolds(shown, [ports, json('49153'), json('32768')])).toBe(true);
  expect(lastHolds(shown, [ports, json('49153'), json('32769')])).toBe(false);
  expect(lastHolds(shown, [ports, json('49153'), json('49153')])).toBe(false);
  expect(lastHolds(shown, [ranged, '80/tcp -> 49153', '80/tcp -> 32768'])).toBe(true);
  expect(lastHolds(shown, [ranged, '80/tcp -> 49153', '80/tcp -> 32769'])).toBe(false);
});

test('a number that no template asks for is what it is', () => {
  expect(lastHolds(['echo 49153', '49153', '32768'])).toBe(false);
  expect(lastHolds(["docker inspect -f '{{.RestartCount}}' web", '391', '680'])).toBe(false);
});
