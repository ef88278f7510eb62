import type { Tolerance } from './tolerance.ts';

export const digest: Tolerance = {
  name: 'digest',
  reason: {
    en: 'The digest of what was built or pulled differs from build to build.',
    ko: '다이제스트는 빌드하거나 받은 내용마다 다릅니다.',
  },
  forms: [String.raw`\bsha256:[0-9a-f]{4,64}(?:…|\.\.\.)?(?![0-9a-f])`, String.raw`\bsha512-[A-Za-z0-9+/=]{20,}`],
  binds: 'id',
  examples: {
    same: [['sha256:b23140f7d22b05e76f069200a226738b59a7833f839fda8798ddb12e2cb23526', 'sha256:ba65ca4da1b3']],
    different: [['sha256:b23140f7d22b05e7', 'web:restored']],
  },
};
