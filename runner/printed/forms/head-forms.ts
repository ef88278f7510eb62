import type { LineForm } from './read-form.ts';

/** Headings of tables: of Docker 17 to 29, compose, ps, top, df, netstat. */
export const headForms: readonly LineForm[] = [
  {
    name: 'containers',
    of: ['docker container ls', 'docker container stats', 'docker compose ps', 'docker compose images'],
    role: 'head',
    phrases: [' CONTAINER ID', ' CONTAINER  '],
  },
  {
    name: 'images',
    of: ['docker image ls', 'docker search'],
    role: 'head',
    phrases: [' REPOSITORY', ' IMAGE<blanks>ID ', ' IMAGE ID'],
  },
  { name: 'layers', of: ['docker image history'], role: 'head', phrases: [' IMAGE<blanks>CREATED'] },
  { name: 'networks', of: ['docker network ls'], role: 'head', phrases: [' NETWORK ID'] },
  { name: 'volumes', of: ['docker volume ls'], role: 'head', phrases: [' DRIVER<blanks>VOLUME', ' VOLUME NAME'] },
  { name: 'usage', of: ['docker system df'], role: 'head', phrases: [' TYPE<blanks>TOTAL'] },
  {
    name: 'processes',
    of: ['ps', 'top', 'docker container top', 'docker compose top'],
    role: 'head',
    phrases: [' PID<blanks>', ' UID<blanks>', ' USER<blanks>PID'],
  },
  { name: 'disks', of: ['df'], role: 'head', phrases: [' Filesystem<blanks>'] },
  {
    name: 'connections',
    of: ['netstat', 'route', 'brctl', 'ss'],
    role: 'head',
    phrases: [' Proto<blanks>', ' Kernel IP', ' bridge name'],
  },
  {
    name: 'services',
    of: ['docker service ls', 'docker stack services'],
    role: 'head',
    phrases: [' ID<blanks>NAME<blanks>MODE', ' ID<blanks>NAME<blanks>REPLICAS'],
  },
  {
    name: 'tasks',
    of: ['docker service ps', 'docker stack ps', 'docker node ps'],
    role: 'head',
    phrases: [' ID<blanks>NAME<blanks>IMAGE<blanks>NODE'],
  },
  { name: 'nodes', of: ['docker node ls'], role: 'head', phrases: [' ID<blanks>HOSTNAME'] },
  { name: 'stacks', of: ['docker stack ls'], role: 'head', phrases: [' NAME<blanks>SERVICES'] },
  {
    name: 'services of compose',
    of: ['docker compose ps'],
    role: 'head',
    phrases: [
      ' NAME<blanks>IMAGE<blanks>COMMAND<blanks>SERVICE',
      ' NAME<blanks>COMMAND<blanks>SERVICE',
      ' Name<blanks>Command<blanks>State',
    ],
  },
  { name: 'projects', of: ['docker compose ls'], role: 'head', phrases: [' NAME<blanks>STATUS<blanks>CONFIG'] },
  {
    name: 'names',
    of: ['*'],
    role: 'head',
    phrases: [' NAME  ', ' ID  ', ' TAG  ', ' SERVICE  ', ' NAME{S|}$', '<caps>  <caps>{  |$}'],
  },
];
