import { createRequire } from 'node:module';
import type * as program from './program.ts';
import type { tutor as plugin } from './vitest/user-plugin.ts';

const { loadPlugin } = createRequire(import.meta.url)('./tutor.cjs') as typeof program;
const { tutor: made } = await loadPlugin();

export const tutor: typeof plugin = made;
