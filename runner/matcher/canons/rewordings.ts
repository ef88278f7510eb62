import { rewording } from '../../printed/index.ts';
import type { Canon } from './canon.ts';

/** A canon by rows of `phrase → plain`. */
function reworded({ name, rows, examples }: Omit<Canon, 'read'> & { readonly rows: string }): Canon {
  const said = rewording(rows);
  return { name, read: (line) => said(line), examples };
}

/** The terminal shows the key that ended a command before what it prints last. */
export const interrupt = reworded({
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
].map(reworded);
