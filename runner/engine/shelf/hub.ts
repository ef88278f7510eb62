/** Docker Hub's registry, as dockerd itself calls it. */
export const hubAddress = 'https://registry-1.docker.io';

const patienceMs = 2500;

let answer: Promise<boolean> | undefined;

/** Whether Docker Hub can be reached from here. Asked once in a process. */
export function hubAnswers(): Promise<boolean> {
  answer ??= ask();
  return answer;
}

/** A page of a company's gateway answers too, but it is no registry: the header tells. */
async function ask(): Promise<boolean> {
  try {
    const response = await fetch(`${hubAddress}/v2/`, { signal: AbortSignal.timeout(patienceMs), redirect: 'manual' });
    await response.body?.cancel();
    return response.headers.has('docker-distribution-api-version');
  } catch {
    return false;
  }
}
