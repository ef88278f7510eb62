import { isElision } from '../../core/elision.ts';
import { endsInBackslash, isComment } from '../../core/lines.ts';
import { remembering } from '../../core/remember.ts';
import { formOf } from '../../printed/index.ts';
import { isSentence } from '../lines/commandness.ts';
import { outputness } from '../lines/outputness.ts';

const instruction =
  /^\s*(?:FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)\b(?=\s+\S|\s*\[)/;
const lowerInstruction = /^\s*(?:from|run|cmd|label|expose|env|add|copy|entrypoint|volume|user|workdir|arg)\s+\S/;

/** How much of a text is a Dockerfile. */
export interface DockerfileLook {
  /** Lines that begin an instruction; continuation lines and heredocs belong to theirs. */
  readonly instructions: readonly string[];
  /** Lines that are neither an instruction, a remark nor empty. */
  readonly others: number;
  /** The first instruction is FROM (or ARG before FROM). */
  readonly complete: boolean;
  /** A line of `...` stands for instructions left out. */
  readonly elided: boolean;
}

/** Reads a text as a Dockerfile. */
export const dockerfileLook = remembering(lookAt);

function lookAt(text: string): DockerfileLook {
  const instructions: string[] = [];
  let [others, elided, continued, until] = [0, false, false, null as string | null];
  const lines = text.split('\n');
  const lower = lines.some((line) => /^\s*from\s+[\w./:-]+\s*$/.test(line));
  for (const line of lines) {
    if (until !== null) {
      if (line.trim() === until) until = null;
      continue;
    }
    if (line.trim() === '' || isComment(line)) continue;
    if (continued) {
      continued = endsInBackslash(line);
      continue;
    }
    if (instruction.test(line) || (lower && lowerInstruction.test(line))) {
      instructions.push(line.trim());
      until = /<<-?\s*["']?(\w+)/.exec(line)?.[1] ?? null;
    } else if (isElision(line)) elided = true;
    else others++;
    continued = endsInBackslash(line);
  }
  const first = instructions.find((line) => !/^arg\b/i.test(line)) ?? '';
  return { instructions, others, complete: /^from\b/i.test(first), elided };
}

/** `services:` with something under it, or the old form that begins with a service's name. */
export function isCompose(text: string): boolean {
  return /^\s{0,4}services\s*:/m.test(text);
}

/** A whole JSON value, remarks and elisions allowed. */
export function isJson(text: string): boolean {
  return /^\s*[[{][\s\S]*[\]}]\s*,?\s*$/.test(text) && /"[^"]*"\s*:|^\s*\[\s*(?:"|\{|\]|\d)/m.test(text);
}

/** package.json, daemon.json and their like, by their keys. */
export function isSettingsJson(text: string): boolean {
  return isJson(text) && settingsKeys.test(text) && !/"(?:Id|Created|CreatedAt|Mountpoint)"\s*:/.test(text);
}

const settingsKeys =
  /"(?:dependencies|devDependencies|scripts|registry-mirrors|insecure-registries|exec-opts|log-driver|log-opts|storage-driver|compilerOptions|default-address-pools|detachKeys|experimental|features|hosts)"\s*:/;

/** Folders and boxes drawn with lines. */
export function isDrawing(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const drawn = lines.filter((line) =>
    /[├└│┌┐┘┬┴┼─━╔╗▼▲→↓↑←]|^\s*\|(?:__|--|\s{2,}\|)|^\s*\/\s+\\\s*$|^\s*\+[-=]{3,}/u.test(line),
  ).length;
  return drawn > 0 && drawn / lines.length >= 0.34;
}

/** Addresses to be opened in a browser, and nothing else. */
export function isAddresses(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.length > 0 &&
    lines.every((line) => /^\s*(?:https?:\/\/\S+|(?:localhost|\d+\.\d+\.\d+\.\d+):\d+(?:\/\S*)?)\s*$/.test(line))
  );
}

/** Names of images, most of them with a tag or their owner, and nothing else but remarks. */
export function isImageNames(text: string): boolean {
  const names = text.split('\n').flatMap((line) => line.replace(/(?:^|\s)#.*$/, '').trim() || []);
  const telling = names.filter((name) => /[/:]/.test(name));
  return telling.length > 1 && names.every((name) => /^[a-z\d][\w.-]*(?:[:/]\w[\w.-]*)*$/.test(name));
}

/** Share of the lines that programs print; below the head of a table stand its rows. */
export function outputShare(text: string): number {
  const all = text.split('\n').filter((line) => line.trim() !== '');
  const told = all.filter((line) => !/^\s*#\s/.test(line));
  const lines = told.length > 0 ? told : all;
  const isTable = formOf(lines[0] ?? '')?.role === 'head';
  const printed = lines.filter((line) => outputness(line) === 1 || (isTable && /\S {2,}\S/.test(line)));
  return lines.length === 0 ? 0 : printed.length / lines.length;
}

/** Share of the lines that are prose. */
export function proseShare(text: string): number {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const prose = lines.filter(
    (line) => outputness(line) < 1 && (isSentence(line.replace(/^\s*(?:[-*•#]|\d+[.)])\s*/, '')) || isHangul(line)),
  );
  return lines.length === 0 ? 0 : prose.length / lines.length;
}

/** A line of Korean: most of its letters are, and they are words. */
function isHangul(line: string): boolean {
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const own = line.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  return own >= 4 && own / letters > 0.5 && /\p{Script=Hangul}\s+\p{Script=Hangul}/u.test(line);
}
