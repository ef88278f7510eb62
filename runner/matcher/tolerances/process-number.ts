import type { Tolerance } from './tolerance.ts';

export const processNumber: Tolerance = {
  name: 'pid',
  forms: [
    String.raw`(?<=\b(?:pid|PID|Pid|process|worker process|cache manager process)(?:\s?[=:]\s?|\s))\d+\b`,
    String.raw`(?<=^\S+ \S+ \[\w+\] )\d+#\d+`,
    String.raw`(?<=\w)\[\d+\](?=:)`,
    String.raw`(?<=^\[\d\]\+? *)\d{2,}`,
  ],
  // PID 1 is the container's own program and means something.
  accepts: (expected, actual) => (expected === '1') === (actual === '1'),
  examples: `
    start worker process 29 ≈ start worker process 31
    sshd[812]: ready ≈ sshd[99]: ready
    pid: 1 ≠ pid: 7
  `,
};

/** A program that a shell or another one starts is not the container's first: only the log that it writes tells. */
export const loggedProcess: Tolerance = {
  ...processNumber,
  forms: [
    String.raw`(?<=\b(?:TRACE|DEBUG|INFO|WARN|ERROR) +)\d+(?= --- \[)`,
    String.raw`(?<=\bwith PID )\d+(?= \()`,
    // gunicorn, PostgreSQL
    String.raw`(?<=^\[[^\]]{10,40}\] \[)\d+(?=\] \[[A-Z]+\] )`,
    String.raw`(?<=^\[.* \[INFO\] Listening at: \S+ \()\d+(?=\)$)`,
    String.raw`(?<=^\d{4}-\S+ \S+ [A-Z]+ \[)\d+(?=\] [A-Z]+: )`,
    String.raw`(?<=\bStarted (?:parent|server) process \[)\d+(?=\])`,
  ],
  accepts: () => true,
  examples: `
    INFO 1 --- [main] shop.Main : ready ≈ INFO 7 --- [main] shop.Main : ready
    Starting Main using Java 17 with PID 1 (/app.jar) ≈ Starting Main using Java 17 with PID 7 (/app.jar)
    INFO 1 --- [main] shop.Main : ready ≠ WARN 1 --- [main] shop.Main : ready
    INFO 1 --- [main] shop.Main : 1 left ≠ INFO 1 --- [main] shop.Main : 7 left
  `,
};

/** What the engine knows a container's main process by; `asked-fields.ts` puts the label there. */
export const hostProcess: Tolerance = {
  ...processNumber,
  forms: [String.raw`(?<=\bState\.Pid: )\d+`],
  // 0 is a container that does not run.
  accepts: (expected, actual) => (expected === '0') === (actual === '0'),
  binds: 'pid',
  examples: `
    $ docker inspect -f '{{.Name}} {{.State.Pid}}' web
    /web 391 ≈ /web 680
    /web 391 ≠ /web 0
    /web 391 ≠ /app 391
  `,
};

export const interfaceNumber: Tolerance = {
  name: 'interface-number',
  forms: [
    String.raw`(?<=^)\d+(?=: [a-z][\w.-]*(?:@\w+)?: <)`,
    String.raw`(?<=@)if\d+`,
    String.raw`\bveth[0-9a-f]{7}\b`,
    String.raw`\bbr-(?=[0-9a-f]{12})`,
  ],
  examples: `
    30: eth0@if31: <BROADCAST,UP> mtu 1500 ≈ 2: eth0@if173: <BROADCAST,UP> mtu 1500
    30: eth0@if31: <BROADCAST,UP> mtu 1500 ≠ 30: eth1@if31: <BROADCAST,UP> mtu 1500
  `,
};
