import type { DockerCommand } from '../docker/parse-docker.ts';
import { hasOption, optionValue } from '../docker/parse-docker.ts';
import { imageProgram } from '../effects/docker/known-images.ts';

/** Verbs whose further words are a program in a container. */
const running = new Set(['container run', 'container exec', 'compose run', 'compose exec']);

/** The words of the program whose output a call of docker shows, `''` for one that is not known; null for none. */
export function wordsInside(docker: DockerCommand): readonly string[] | null {
  if (!running.has(docker.verb) || hasOption(docker, 'detach') || hasOption(docker, 'help')) return null;
  const entrypoint = optionValue(docker, 'entrypoint');
  if (entrypoint !== null && entrypoint !== '') return [entrypoint, ...docker.argv];
  const [first] = docker.argv;
  const started = docker.image === null ? null : imageProgram(docker.image);
  // An image that is itself a program (`curlimages/curl`, `nginx`) takes the words as its arguments.
  const itself =
    started?.kind === 'task' || first?.startsWith('-') || (started?.kind === 'server' && first === undefined);
  const own = programOf(docker.image?.repository.split('/').at(-1) ?? '');
  if (itself && first !== own) return [own, ...docker.argv];
  if (first !== undefined) return docker.argv;
  return [started?.kind === 'prompt' ? started.program : ''];
}

/** The program of an image that bears its program's name. */
function programOf(image: string): string {
  return image === 'maven' ? 'mvn' : image;
}

/** The words of the program that `ssh host …` or `kubectl exec … -- …` runs elsewhere; null for another program. */
export function wordsElsewhere(program: string, args: readonly string[]): readonly string[] | null {
  if (program === 'ssh') {
    const host = args.findIndex(
      (arg, index) => !arg.startsWith('-') && !/^-[bcDEeFIiJLlmOopQRSWw]$/.test(args[index - 1] ?? ''),
    );
    const words = host < 0 ? [] : args.slice(host + 1);
    return words.length === 0 ? null : words;
  }
  const dashes = args.indexOf('--');
  return program === 'kubectl' && args[0] === 'exec' && dashes > 0 ? args.slice(dashes + 1) : null;
}
