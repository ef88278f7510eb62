import { isOf, withoutHub } from '../../command/index.ts';
import { reworded, rewording } from '../../printed/index.ts';
import type { Canon } from './canon.ts';

/** A canon by rows of `phrase → plain`. */
function byRows({ name, rows, examples }: Omit<Canon, 'read'> & { readonly rows: string }): Canon {
  const said = rewording(rows);
  return { name, read: (line) => said(line), examples };
}

/** The terminal shows the key that ended a command before what it prints last. */
export const interrupt = byRows({
  name: 'interrupt',
  rows: '^{C|D|Z|<backslash>}<text>$ → <text>',
  examples: `
    ^Cbye ≈ bye
    ^Cbye ≠ ^Cbyes
  `,
});

/** Wordings that are one phrase for another, from version to version. */
export const rewordings: readonly Canon[] = [
  {
    name: 'already-pulled',
    rows: 'Status: Image is up to date for <text>$ → Status: Downloaded newer image for <text>',
    examples: `
      $ docker pull nginx
      Status: Downloaded newer image for nginx:latest ≈ Status: Image is up to date for nginx:latest
      Status: Downloaded newer image for nginx:latest ≠ Status: Image is up to date for nginx:1.27
    `,
  },
  // Which service has converged is told since Docker 25.
  {
    name: 'converged',
    rows: 'verify: Service {<service> |}converged$ → verify: Service converged\0<service>',
    examples: `
      $ docker service create --name web nginx
      verify: Service converged ≈ verify: Service web converged
      verify: Service converged ≠ verify: Service other converged
    `,
  },
  // What is reclaimed, and the warning before a prune, which lists what that version of Docker removes.
  {
    name: 'prune-wording',
    rows: `
      Total:<blanks><size>$ → Total reclaimed space: <size>
      WARNING! This will remove {all|anonymous} local volumes not → WARNING! This will remove local volumes not
      - {all|unused} {dangling |}build cache$ → - build cache
    `,
    examples: `
      $ docker system prune
      - all dangling build cache ≈ - unused build cache
      Total reclaimed space: 0B ≈ Total: 0B
      - all dangling build cache ≠ - all stopped containers
    `,
  },
  // Since Docker 29 what was asked for, and in brackets what was transferred, which alone stood there before.
  {
    name: 'copy-wording',
    rows: 'Successfully copied <word> (transferred <size>) to → Successfully copied <size> to',
    examples: `
      $ docker cp web:/hello.txt .
      Successfully copied 2.05kB to /root/. ≈ Successfully copied 3B (transferred 2.05kB) to /root/.
      Successfully copied 2.05kB to /root/. ≠ Successfully copied 3B (transferred 2.05kB) to /srv/.
    `,
  },
  // Version 1 of compose calls itself by its command.
  {
    name: 'version',
    rows: '{D|d}ocker{-| }{C|c}ompose version {v|}<version>{, build <word>|}$ → Docker Compose version <version>',
    examples: `
      $ docker compose version
      docker-compose version 1.29.2, build 5becea4c ≈ Docker Compose version v2.27.0
      docker-compose version 1.29.2, build 5becea4c ≠ docker-py version: 5.0.0
    `,
  },
].map(byRows);

/**
 * An error message without what only names the program, the generation or the layers it came through. The wordings are
 * those of Docker 17 to 29 and compose 1 and 2.
 */
export const errorWording: Canon = {
  name: 'error-wording',
  read: reworded,
  examples: `
    Error: No such container: web ≈ Error response from daemon: No such container: web
    Error: No such volume: data ≈ Error response from daemon: get data: no such volume
    Error response from daemon: network back not found ≈ Error: No such network: back
    ERROR: Can't find a suitable configuration file in this directory or any
    ≈ no configuration file provided: not found
    Error response from daemon: conflict: unable to remove repository reference "shop" (must force) - container 16becfa2886c is using its referenced image c350596da482
    ≈ Error response from daemon: conflict: unable to delete shop:latest (must be forced) - container 16becfa2886c is using its referenced image c350596da482
    Error response from daemon: conflict: unable to remove repository reference "shop" (must force) - container 16becfa2886c is using its referenced image c350596da482
    ≠ Error response from daemon: conflict: unable to delete shop:1.0 (must be forced) - container 16becfa2886c is using its referenced image c350596da482
    Error: No such container: web ≠ Error response from daemon: No such container: app
    Error: No such container: web ≠ Error: No such image: web
  `,
};

/**
 * A warning of a client without the form in which it is told: `WARN[0000] …` at a terminal, `time="…" level=warning
 * msg="…"` elsewhere, `WARNING: …` in version 1 of compose.
 */
export const clientWarning: Canon = {
  name: 'notice',
  read: (line, { printers }) => {
    const logged = /^time="[^"]*" level=warning msg="(.*)"$/.exec(line)?.[1]?.replace(/\\"/g, '"');
    const isCompose = isOf(printers, 'docker compose');
    const text = logged ?? (isCompose ? /^WARN(?:\[\d+\]|ING:) (.*)$/ : /^WARN\[\d+\] (.*)$/).exec(line)?.[1];
    return text === undefined ? line : `warning: ${plain(text)}`;
  },
  examples: `
    $ docker compose up -d
    WARNING: The TAG variable is not set. ≈ WARN[0000] The "TAG" variable is not set.
    WARN[0000] disk is slow ≈ time="2026-11-22T05:14:27Z" level=warning msg="disk is slow"
    WARNING: The TAG variable is not set. ≠ WARN[0000] The "PORT" variable is not set.
  `,
};

function plain(text: string): string {
  return text
    .replace(/^The "?(\w+)"? variable is not set\./, 'The $1 variable is not set.')
    .replace(
      /^Found orphan containers \(\[?([^\])]*)\]?\)/,
      (_, names: string) => `Found orphan containers ${names.replaceAll('_', '-').split(/,? /).sort().join(' ')}`,
    );
}

/** An image without the registry that it comes from where none is named. */
export const imageName: Canon = {
  name: 'image-reference',
  read: (line) =>
    withoutHub(line)
      .replace(/(Pulling from )library\//, '$1')
      .replace(/^(The push refers to )a (?=repository )/, '$1'),
  examples: `
    image docker.io/library/nginx is used ≈ image nginx is used
    latest: Pulling from nginx ≈ latest: Pulling from library/nginx
    image docker.io/library/nginx is used ≠ image httpd is used
  `,
};

/** Version 1 of compose joins the parts of a container's name with `_`, version 2 with `-`. */
export const composeName: Canon = {
  name: 'compose-name',
  read: (line, { printers }) => {
    if (!isOf(printers, 'docker compose')) return line;
    const end = /^(?:([\w.-]+)[-_])??([^\s_-]+)[-_](\d+) exited with code (\d+)$/.exec(line);
    // Later versions leave out the project's name.
    if (end !== null)
      return `${end[2]}-${end[3]} exited: ${end[4]}\u0000${end[1] === undefined ? '' : `name:${end[1]}`}`;
    return line.replace(/(?<![\w.-])([\w.-]+?)_([\w.-]+)_(\d+)(?![\w.-])/g, '$1-$2-$3');
  },
  examples: `
    $ docker compose logs
    shop_web_1 is ready ≈ shop-web-1 is ready
    shop_web_1 exited with code 0 ≈ web-1 exited with code 0
    shop_web_1 is ready ≠ shop-db-1 is ready
    shop_web_1 exited with code 0 ≠ web-1 exited with code 1
  `,
};

/** A port published for IPv6 too, as an author's own `--format` shows it. */
export const ipv6Port: Canon = {
  name: 'ipv6-port',
  read: (line) =>
    line
      .replace(/(0\.0\.0\.0:([\d-]+)->([\w/-]+)), ?(?:\[::\]|::):\2->\3(?![\w/])/g, '$1')
      .replace(/(\[\{0\.0\.0\.0 (\d+)\}) \{:: \2\}(?=\])/g, '$1')
      .replace(/(?<=^\d+\/\w+ -> )::(?=:\d+$)/, '[::]'),
  examples: `
    $ docker ps --format '{{.Names}} {{.Ports}}'
    web 0.0.0.0:8080->80/tcp ≈ web 0.0.0.0:8080->80/tcp, [::]:8080->80/tcp
    web 0.0.0.0:8080->80/tcp ≠ web 0.0.0.0:8080->80/tcp, [::]:9090->80/tcp
  `,
};
