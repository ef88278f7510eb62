import { withoutMachine } from '../template-fields.ts';
import type { Canon } from './canon.ts';

/** What `docker info` and `docker version` know of the machine, where a template asks for it. */
export const machineValue: Canon = {
  name: 'incidental-key',
  read: (line, { asked }) => withoutMachine(line, asked),
  examples: `
    $ docker info --format 'cpus: {{.NCPU}} driver: {{.Driver}}'
    cpus: 4 driver: overlay2 ≈ cpus: 16 driver: overlay2
    cpus: 4 driver: overlay2 ≠ cpus: 16 driver: vfs
  `,
};
