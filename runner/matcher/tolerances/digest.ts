import { cutEnd } from './cut.ts';
import type { Tolerance } from './tolerance.ts';

const reason = {
  en: 'The digest of what was built or pulled differs from build to build.',
  ko: '다이제스트는 빌드하거나 받은 내용마다 다릅니다.',
};

/**
 * What a registry knows an image by. With the containerd image store it is the image's ID too, without it another
 * value: neither tells anything of the other.
 */
export const registryDigest: Tolerance = {
  name: 'digest',
  reason,
  forms: [String.raw`(?<=\b[Dd]igest: |[\w.-]@)sha256:[0-9a-f]{4,64}${cutEnd}?(?![0-9a-f])`],
  binds: 'digest',
  examples: `
    Digest: sha256:b23140f7d22b05e7 ≈ Digest: sha256:ba65ca4da1b3
    Digest: sha256:b23140f7d22b05e7 ≠ Digest: none
  `,
};

export const digest: Tolerance = {
  name: 'digest',
  reason,
  forms: [String.raw`\bsha256:[0-9a-f]{4,64}${cutEnd}?(?![0-9a-f])`, String.raw`\bsha512-[A-Za-z0-9+/=]{20,}`],
  binds: 'id',
  examples: `
    sha256:b23140f7d22b05e76f069200a226738b59a7833f839fda8798ddb12e2cb23526 ≈ sha256:ba65ca4da1b3
    sha256:b23140f7d22b05e7 ≠ web:restored
  `,
};
