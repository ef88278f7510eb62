import { createRequire } from 'node:module';
import type * as api from './api/index.ts';
import type * as program from './program.ts';

const { loadApi } = createRequire(import.meta.url)('./tutor.cjs') as typeof program;

export const plan: typeof api.plan = async (...given) => (await loadApi()).plan(...given);
export const lint: typeof api.lint = async (...given) => (await loadApi()).lint(...given);
export const match: typeof api.match = async (...given) => (await loadApi()).match(...given);
export const run: typeof api.run = async (...given) => (await loadApi()).run(...given);
export const report: typeof api.report = async (...given) => (await loadApi()).report(...given);
