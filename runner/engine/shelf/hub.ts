import { run } from '../exec.ts';

/** Docker Hub's registry, as dockerd itself calls it. */
export const hubAddress = 'https://registry-1.docker.io';

const patienceMs = 2500;

let answer: Promise<boolean> | undefined;

/** Whether Docker Hub can be reached from here. Asked once in a process. */
export function hubAnswers(): Promise<boolean> {
  answer ??= ask();
  return answer;
}

const header = 'docker-distribution-api-version';

/** A page of a company's gateway answers too, but it is no registry: the header tells. */
async function ask(): Promise<boolean> {
  if (process.env.https_proxy || process.env.HTTPS_PROXY) return askThroughProxy();
  try {
    const response = await fetch(`${hubAddress}/v2/`, { signal: AbortSignal.timeout(patienceMs), redirect: 'manual' });
    await response.body?.cancel();
    return response.headers.has(header);
  } catch {
    return false;
  }
}

/** Node itself knows no proxies before version 24; curl does, and asks for the headers of a page only. */
async function askThroughProxy(): Promise<boolean> {
  const args = ['-sI', '--max-time', String(patienceMs / 1000), `${hubAddress}/v2/`];
  const { stdout } = await run({ file: 'curl', args, env: process.env });
  return stdout.toLowerCase().includes(`${header}:`);
}
