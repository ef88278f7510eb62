/** The program as one file: what its launcher and the workers of `tutor test` take from it. */
export { main } from './commands/main.ts';

/** The part that a worker runs, read only there. */
export const loadWorker = () => import('./vitest/worker.ts');
