import { describe } from 'vitest';
import { sessionContract } from './contract.ts';
import { shellHere } from './shell-here.ts';

describe('a session on this machine', () => {
  sessionContract(async () => {
    const { folder, start, remove } = await shellHere();
    return { cwd: folder, start, stop: remove };
  });
});
