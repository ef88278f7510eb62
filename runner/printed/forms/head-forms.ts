import type { LineForm } from './line-form.ts';

/** Headings of tables: of Docker 17 to 29, compose, ps, top, df, netstat. */
export const headForms: readonly LineForm[] = [
  {
    name: 'containers',
    of: ['docker container ls', 'docker container stats', 'docker compose ps', 'docker compose images'],
    role: 'head',
    phrases: [' CONTAINER ID', ' CONTAINER  '],
    examples: `
      CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES
      CONTAINER ID        NAME                CPU %
    `,
  },
  {
    name: 'images',
    of: ['docker image ls', 'docker search'],
    role: 'head',
    phrases: [' REPOSITORY', ' IMAGE<blanks>ID ', ' IMAGE ID'],
    examples: `
      REPOSITORY   TAG       IMAGE ID       CREATED        SIZE
      IMAGE          ID             DISK USAGE   CONTENT SIZE   EXTRA
    `,
  },
  {
    name: 'layers',
    of: ['docker image history'],
    role: 'head',
    phrases: [' IMAGE<blanks>CREATED'],
    examples: `
      IMAGE          CREATED       CREATED BY   SIZE      COMMENT
    `,
  },
  {
    name: 'networks',
    of: ['docker network ls'],
    role: 'head',
    phrases: [' NETWORK ID'],
    examples: `
      NETWORK ID     NAME      DRIVER    SCOPE
    `,
  },
  {
    name: 'volumes',
    of: ['docker volume ls'],
    role: 'head',
    phrases: [' DRIVER<blanks>VOLUME', ' VOLUME NAME'],
    examples: `
      DRIVER    VOLUME NAME
    `,
  },
  {
    name: 'usage',
    of: ['docker system df'],
    role: 'head',
    phrases: [' TYPE<blanks>TOTAL'],
    examples: `
      TYPE            TOTAL     ACTIVE    SIZE      RECLAIMABLE
    `,
  },
  {
    name: 'processes',
    of: ['ps', 'top', 'docker container top', 'docker compose top'],
    role: 'head',
    phrases: [' PID<blanks>', ' UID<blanks>', ' USER<blanks>PID'],
    examples: `
      PID USER     TIME  COMMAND
      UID        PID  PPID  C STIME TTY          TIME CMD
      USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND
    `,
  },
  {
    name: 'disks',
    of: ['df'],
    role: 'head',
    phrases: [' Filesystem<blanks>'],
    examples: `
      Filesystem      Size  Used Avail Use% Mounted on
    `,
  },
  {
    name: 'connections',
    of: ['netstat', 'route', 'brctl', 'ss'],
    role: 'head',
    phrases: [' Proto<blanks>', ' Kernel IP', ' bridge name'],
    examples: `
      Kernel IP routing table
      Proto Recv-Q Send-Q Local Address           Foreign Address         State
    `,
  },
  {
    name: 'services',
    of: ['docker service ls', 'docker stack services'],
    role: 'head',
    phrases: [' ID<blanks>NAME<blanks>MODE', ' ID<blanks>NAME<blanks>REPLICAS'],
    examples: `
      ID             NAME      MODE         REPLICAS   IMAGE          PORTS
    `,
  },
  {
    name: 'tasks',
    of: ['docker service ps', 'docker stack ps', 'docker node ps'],
    role: 'head',
    phrases: [' ID<blanks>NAME<blanks>IMAGE<blanks>NODE'],
    examples: `
      ID             NAME      IMAGE          NODE      DESIRED STATE   CURRENT STATE            ERROR     PORTS
    `,
  },
  {
    name: 'nodes',
    of: ['docker node ls'],
    role: 'head',
    phrases: [' ID<blanks>HOSTNAME'],
    examples: `
      ID                            HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION
    `,
  },
  {
    name: 'stacks',
    of: ['docker stack ls'],
    role: 'head',
    phrases: [' NAME<blanks>SERVICES'],
    examples: `
      NAME      SERVICES   ORCHESTRATOR
    `,
  },
  {
    name: 'services of compose',
    of: ['docker compose ps'],
    role: 'head',
    phrases: [' NAME<blanks>IMAGE<blanks>COMMAND<blanks>SERVICE', ' NAME<blanks>COMMAND<blanks>SERVICE'],
    examples: `
      NAME        IMAGE     COMMAND                  SERVICE   CREATED         STATUS         PORTS
    `,
  },
  {
    name: 'projects',
    of: ['docker compose ls'],
    role: 'head',
    phrases: [' NAME<blanks>STATUS<blanks>CONFIG'],
    examples: `
      NAME      STATUS       CONFIG FILES
    `,
  },
  {
    name: 'names',
    of: ['*'],
    role: 'head',
    phrases: [' NAME  ', ' ID  ', ' TAG  ', ' SERVICE  ', ' NAME{S|}$', '<caps>  <caps>{  |$}'],
    examples: `
      NAME      DRIVER    SCOPE
      NAMES
      HOST   PORT   STATE
    `,
  },
];
