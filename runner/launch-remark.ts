import { createRequire } from 'node:module';
import type * as program from './program.ts';
import type remark from './remark/remark-tutor.ts';

const { loadRemark } = createRequire(import.meta.url)('./tutor.cjs') as typeof program;
const { default: made } = await loadRemark();

const remarkTutor: typeof remark = made;
export default remarkTutor;
