/** The program as one file: what its launcher, its modules and the workers of `tutor test` take from it. */
export { main } from './commands/main.ts';

/** Parts that are read only where they are asked for. */
export const loadApi = () => import('./api/index.ts');
export const loadWorker = () => import('./vitest/worker.ts');
export const loadPlugin = () => import('./vitest/user-plugin.ts');
export const loadRemark = () => import('./remark/remark-tutor.ts');
