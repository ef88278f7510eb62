import type { DockerCommand } from '../docker/docker-command.ts';
import { verbWords } from '../docker/verbs.ts';
import { understand } from '../understand.ts';
import type { Call, Understanding } from '../understanding.ts';
import { distance } from './distance.ts';
import type { Likeness, LineForm } from './likeness.ts';
import { forms } from './line-forms.ts';
import { type ProgramLikeness, programLikeness } from './programs.ts';
import { sentenceLikeness } from './sentence.ts';

/**
 * Weighs how much a line (or a command of several lines) looks like something typed at a shell. It comes without
 * its prompt. The planner weighs this with what the prose and the chapter say.
 */
export function looksLikeCommand(line: string): Likeness {
  // A line longer than this tells no more by its end.
  const text = line.trim().slice(0, 2000);
  if (text === '') return { score: 0, looksLike: 'blank', reasons: ['an empty line'] };
  if (text.startsWith('#')) return { score: 0.05, looksLike: 'comment', reasons: ['a comment'] };
  const understanding = understand(text);
  const call = understanding.calls.find(({ program }) => program !== '');
  if (call?.docker) return ofDocker(call.docker, text, understanding);
  const form = forms.find(({ pattern }) => pattern.test(text));
  const program = call === undefined ? 'unknown' : programLikeness(nameOf(call), call.args);
  if (form !== undefined && !(sure.has(program) && weak.has(form.form))) {
    return {
      score: form.form === 'code' || form.form === 'yaml' ? 0.12 : 0.03,
      looksLike: form.form,
      reasons: [form.reason],
    };
  }
  return ofProgram(program, text, understanding, call);
}

/** Forms that a call of a known program may happen to have. */
const weak = new Set<LineForm>(['yaml', 'table', 'code', 'path']);

const sure = new Set<ProgramLikeness>(['program', 'script']);

function nameOf(call: Call): string {
  const word = call.command.words.find(({ value }) => value.endsWith(call.program));
  return word?.value ?? call.program;
}

function ofDocker(docker: DockerCommand, text: string, of: Understanding): Likeness {
  const misspelt = !docker.known && isNearVerb(docker.verb);
  const reasons = [
    docker.known ? `${docker.program} ${docker.verb} is a command` : `${docker.program} has no verb "${docker.verb}"`,
  ];
  let score = docker.known ? 0.97 : misspelt ? 0.75 : 0.45;
  const prose = sentenceLikeness(withoutArgv(text, docker));
  const strange = docker.unknownOptions.length;
  if (misspelt) reasons.push('that is nearly a verb');
  if (strange > 0) reasons.push(`it has no option ${docker.unknownOptions.join(', ')}`);
  if (docker.tooFewOperands) reasons.push('operands are missing');
  if (prose > 0.3) reasons.push('it reads like a sentence');
  if (of.script.errors.length > 0) reasons.push('it is no valid shell');
  score -= Math.min(0.3, strange * 0.15) + (docker.tooFewOperands ? 0.15 : 0) + (of.script.errors.length > 0 ? 0.1 : 0);
  score -= prose > 0.3 ? prose * (docker.known ? 0.5 : 0.45) : 0;
  const looksLike: LineForm = prose > 0.6 || (!docker.known && prose > 0.3) ? 'sentence' : 'docker';
  return { score: clamp(score), looksLike, reasons };
}

/** `docker bulid`, `docker cotainer ls`: the verb or its group is one that exists but for a letter or two. */
function isNearVerb(verb: string): boolean {
  return verb.split(' ').some((word) => word.length > 3 && verbWords.some((known) => isNear(word, known)));
}

function isNear(word: string, known: string): boolean {
  return known.length > 3 && distance(word, known) <= (known.length > 5 ? 2 : 1) && word !== known;
}

/** What is run in a container may be words (`echo …`). */
function withoutArgv(text: string, docker: DockerCommand): string {
  const [first] = docker.argv;
  if (first === undefined || docker.argv.length < 2 || programLikeness(first) === 'unknown') return text;
  const at = text.lastIndexOf(` ${first} `);
  return at < 0 ? text : text.slice(0, at);
}

function ofProgram(program: ProgramLikeness, text: string, of: Understanding, call: Call | undefined): Likeness {
  const prose = sentenceLikeness(text);
  const [base, ...reasons] = byProgram(program, call, of);
  const evidence = evidences.filter(({ holds }) => holds(text, of));
  const gained = evidence.reduce((sum, { known, unknown }) => sum + (program === 'unknown' ? unknown : known), 0);
  const free = program === 'program' && /^(?:echo|printf|git|grep|cowsay)$/.test(call?.program ?? '');
  const lost = prose > 0.25 && !free ? prose * (program === 'program' ? 0.5 : 0.8) : 0;
  const score = clamp(base + gained - lost);
  const looksLike: LineForm = score > 0.5 ? 'command' : prose > 0.25 ? 'sentence' : 'unknown';
  const all = [...reasons, ...evidence.map(({ reason }) => reason), ...(lost > 0 ? ['it reads like a sentence'] : [])];
  return { score, looksLike, reasons: all };
}

/** What speaks for and against a command besides its first word; how much, where that word is a program and where not. */
const evidences: readonly {
  readonly holds: (text: string, of: Understanding) => boolean;
  readonly known: number;
  readonly unknown: number;
  readonly reason: string;
}[] = [
  {
    holds: (text) => /(?:^|\s)--?[a-z][\w-]*(?:[\s=]|$)/.test(text),
    known: 0.1,
    unknown: 0.3,
    reason: 'it has options',
  },
  {
    holds: (text) => /\s(?:\||&&|>>?|2>&1)\s/.test(text),
    known: 0.05,
    unknown: 0.15,
    reason: 'it has operators of the shell',
  },
  { holds: (_, of) => of.script.errors.length > 0, known: -0.2, unknown: -0.2, reason: 'it is no valid shell' },
];

function byProgram(
  program: ProgramLikeness,
  call: Call | undefined,
  of: Understanding,
): readonly [number, ...string[]] {
  switch (program) {
    case 'program':
      return [0.93, `${call?.program} is a program`];
    case 'script':
      return [0.85, 'a script is called by its path'];
    case 'word':
      return [0.7, `${call?.program} is a program, and a word`];
    case 'misspelt':
      return [0.7, `${call?.program} is nearly the name of a program`];
    case 'unknown': {
      const assigned = call === undefined && of.script.commands.some(({ assignments }) => assignments.length > 0);
      return assigned ? [0.5, 'an assignment'] : [0.2];
    }
    default:
      return program satisfies never;
  }
}

function clamp(score: number): number {
  return Math.round(Math.max(0, Math.min(1, score)) * 100) / 100;
}
