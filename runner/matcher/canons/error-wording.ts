import { reworded } from '../../printed/index.ts';
import type { Canon } from './canon.ts';

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
