import { fetchPage } from '../reach.ts';

/** Docker Hub's registry, as dockerd itself calls it. */
export const hubAddress = 'https://registry-1.docker.io';

let answer: Promise<boolean> | undefined;

/** Whether Docker Hub can be reached from here. Asked once in a process. */
export function hubAnswers(): Promise<boolean> {
  answer ??= ask();
  return answer;
}

/** A page of a company's gateway answers too, but it is no registry: the header tells. */
async function ask(): Promise<boolean> {
  const page = (await fetchPage(`${hubAddress}/v2/`, 2500)) ?? '';
  return page.toLowerCase().includes('docker-distribution-api-version:');
}
