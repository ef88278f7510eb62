import type { Tolerance } from './tolerance.ts';

export const storagePath: Tolerance = {
  name: 'storage-path',
  reason: { en: "Docker's storage folders have random names.", ko: '도커의 저장 폴더 이름은 매번 다릅니다.' },
  forms: [
    String.raw`(?<=(?:lowerdir|upperdir|workdir)=)[^,\s)]+`,
    String.raw`^/dev/(?:loop\d+|[svh]d[a-z]+\d*|xvd[a-z]+\d*|nvme\d+n\d+(?:p\d+)?|mmcblk\d+(?:p\d+)?|dm-\d+|mapper/\S+|root)(?= on /)`,
    String.raw`/var/lib/docker/overlay2/[0-9A-Za-z]+(?:-init)?`,
  ],
  examples: `
    overlay on / type overlay (rw,lowerdir=/a/l/AB,workdir=/a/w)
    ≈ overlay on / type overlay (rw,lowerdir=/b/l/CD:/b/l/EF,workdir=/b/w)
    overlay on / type overlay (rw,lowerdir=/a) ≠ overlay on / type overlay (ro,lowerdir=/a)
  `,
};
