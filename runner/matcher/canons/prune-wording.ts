import type { Canon } from './canon.ts';

/** What is reclaimed, and the warning before a prune, which lists what that version of Docker removes. */
export const pruneWording: Canon = {
  name: 'prune-wording',
  read: (line) =>
    line
      .replace(/^Total:\s+(\S+)$/, 'Total reclaimed space: $1')
      .replace(
        /^(WARNING! This will remove )(?:all|anonymous) (local volumes not used by at least one container\.)$/,
        '$1$2',
      )
      .replace(/^- (?:all|unused) (?:dangling )?build cache$/, '- build cache'),
  examples: `
    $ docker system prune
    - all dangling build cache ≈ - unused build cache
    Total reclaimed space: 0B ≈ Total: 0B
    - all dangling build cache ≠ - all stopped containers
  `,
};
