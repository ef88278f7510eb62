import type { Tolerance } from './tolerance.ts';

export const uuid: Tolerance = {
  name: 'uuid',
  reason: { en: 'A UUID is drawn anew each time.', ko: 'UUID는 매번 새로 만들어집니다.' },
  forms: [
    String.raw`(?<=\bDebugger PIN: )\d{3}-\d{3}-\d{3}`,
    String.raw`\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b`,
  ],
  binds: 'uuid',
  examples: `
    id=10b2a486-e2a4-4d45-92d2-dde50dcb386e ≈ id=998cb8c3-b46f-4eb7-96b1-021627079410
    id=10b2a486-e2a4-4d45-92d2-dde50dcb386e ≠ id=none
  `,
};
