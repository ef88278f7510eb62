import { createTwoFilesPatch } from 'diff';

/** What an update changes in a file, as a unified diff that `git apply` reads. */
export function unifiedDiff(path: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 }).replace(
    /^=+\n/,
    '',
  );
}
