import { remembering } from '../../core/remember.ts';
import { english } from './languages/en.ts';
import { japanese } from './languages/ja.ts';
import { korean } from './languages/ko.ts';
import { marks } from './languages/marks.ts';
import { chinese } from './languages/zh.ts';
import { type Phrase, plainly, saysAny } from './phrases.ts';

/** What a piece of prose can announce about the block near it. */
export type Cue =
  | 'output'
  | 'syntax'
  | 'bad'
  | 'good'
  | 'comparison'
  | 'hypothetical'
  | 'inside'
  /** It is looked at in the reader's browser. */
  | 'browser'
  | 'host'
  | 'terminal'
  | 'interrupt'
  | 'leave'
  | 'file'
  /** In a folder that was named before. */
  | 'there'
  | 'append'
  | 'change'
  | 'windows'
  | 'mac'
  | 'linux'
  | 'structure'
  /** The word alone. */
  | 'container'
  /** Typed in the container, and nowhere else. */
  | 'withinContainer'
  /** Somebody has gone into the container before. */
  | 'entered'
  /** Somebody goes into the container to type there. */
  | 'entering'
  | 'firstTerminal'
  | 'secondTerminal'
  /** Only a part of the output is shown. */
  | 'excerpt'
  /** The command fails. */
  | 'fails'
  /** The sentence tells what has become of the command above it. */
  | 'hasFailed'
  /** It tells why something fails, which is what the command shows. */
  | 'whyFails'
  /** The sentence tells that something is not there. */
  | 'isMissing'
  /** The image that the command asks for was never made. */
  | 'noSuchImage'
  /** The reader is to stop or take away what was made before. */
  | 'asksRemoval'
  /** A container, a server or a job ends without its reader's doing. */
  | 'endsAlone'
  /** Only in some case. */
  | 'condition'
  /** On a machine that has joined a swarm. */
  | 'onWorker'
  /** In a remark beside the command, which speaks of that command alone. */
  | 'doesNotWork'
  /** What is to be done in case of a failure: nobody says that there is one. */
  | 'inCase'
  /** What is to be done where something has gone wrong, and nowhere else. */
  | 'repair'
  /** What a reader may wish for. */
  | 'wish'
  /** Nothing but what the reader will see where it fails. */
  | 'failure'
  /** What stands here goes where the block before it showed what is there now. */
  | 'instead'
  /** The same is done in another way. */
  | 'otherWay'
  /** Another way begins. */
  | 'or'
  /** An addition goes below what is there. */
  | 'atTheEnd'
  /** The file is made, and something put into it. */
  | 'made'
  /** The whole content of a file anew. */
  | 'anew'
  /** The file gets its name. */
  | 'naming'
  /** The reader is told to type what stands here. */
  | 'instruction';

/** What authors of one language say for a cue. */
export type Cues = Readonly<Partial<Record<Cue, readonly Phrase[]>>>;

const languages: readonly Cues[] = [english, korean, japanese, chinese, marks];

/** The tests for the cues, each made when it is first asked for. */
const tests = new Map<Cue, (text: string) => boolean>();

function testOf(cue: Cue): (text: string) => boolean {
  const test = tests.get(cue) ?? saysAny(languages.flatMap((phrases) => phrases[cue] ?? []));
  tests.set(cue, test);
  return test;
}

/** The cues that a text holds. Each is looked for where it is first asked for: few of them are, of most texts. */
export class TextCues {
  readonly #plain: string;
  readonly #known = new Map<Cue, boolean>();

  constructor(text: string) {
    this.#plain = plainly(withoutInstruction(text));
  }

  has(cue: Cue): boolean {
    if (this.#plain === '') return false;
    const known = this.#known.get(cue) ?? testOf(cue)(this.#plain);
    this.#known.set(cue, known);
    return known;
  }
}

/** Which cues a text holds. */
export const cuesIn = remembering((text) => new TextCues(text));

/** `CMD` is an instruction of a Dockerfile and `demo-cmd` a name; Windows has a window of that name. */
function withoutInstruction(text: string): string {
  return text.replace(/(?<=[-_./:])cmd\b|\bCMD\b(?!\s*(?:창|프롬프트|prompt|window|\.exe|에서\s*실행))/g, 'X');
}
