export type { EngineHandle } from '../core/engine.ts';
export { type Cleaned, cleanAbandoned } from './clean.ts';
export { findClashes } from './host/clashes.ts';
export { resolveEngines } from './resolve.ts';
export { cacheFolder } from './sandbox/paths.ts';
export { type SetupAction, setupActions } from './set-up.ts';
export { nameOf as engineName, parseEngineSpecs, type RequestedEngine } from './spec.ts';
export { attachEngine, type StartOptions, startEngine } from './start.ts';
