export { openSession } from './session.ts';
export type { OpenProgram, Session, SessionOptions, StepRequest } from './types.ts';
