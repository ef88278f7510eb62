import { squash } from '../core/words.ts';
import { asksForSecret } from './prompt-text.ts';

const agrees = /[[(]\s*y(?:es)?\s*\/\s*n(?:o)?\s*[\])]/i;
const asksAgain = /again|retype|re-enter|verif|confirm|repeat|다시|확인/i;
const mayBeEmpty = /empty for no|leave (?:it )?(?:empty|blank)|press enter/i;
/** Stars and dots, or words in brackets, stand for what is not shown. */
const hidden = /^(?:[*•·●x]+|[[(<].*[\])>])$/u;
/** `/root/.ssh/id_rsa` of one reader is `/home/me/.ssh/id_rsa` of another. */
const volatile = /\([^)]*\)|\[[^\]]*\]|\/\S+|\d+/g;

/** Answers to a program's questions, as they stand behind them in the output that the chapter shows. */
export class ShownAnswers {
  readonly #lines: readonly string[];
  #next = 0;
  #secret: string | null = null;

  constructor(shown: string) {
    this.#lines = shown === '' ? [] : shown.split('\n');
  }

  /** Whether the chapter shows this line with an answer behind it. */
  has(question: string): boolean {
    const at = this.#find(question);
    return at !== -1 && this.#behind(at, question) !== '';
  }

  /** What a reader types at the question, which is then done with; null where the chapter does not show it. */
  take(question: string): string | null {
    const answer = this.#answerTo(question);
    if (asksForSecret(question)) this.#secret = answer;
    return answer;
  }

  #answerTo(question: string): string | null {
    const at = this.#find(question);
    if (at === -1) return null;
    this.#next = at + 1;
    const answer = this.#behind(at, question);
    const secret = asksForSecret(question);
    if (secret && asksAgain.test(question)) return this.#secret;
    if (secret && hidden.test(answer)) return null;
    // Nothing behind it: the reader presses Enter, where that answers the question.
    const isOpen = answer === '' && (agrees.test(question) || (secret && !mayBeEmpty.test(question)));
    return isOpen ? null : answer;
  }

  #find(question: string): number {
    if (question === '') return -1;
    const at = this.#lines.findIndex((line, index) => index >= this.#next && line.trim().startsWith(question));
    if (at !== -1) return at;
    const form = formOf(question);
    return this.#lines.findIndex((line, index) => index >= this.#next && formOf(this.#asked(line, question)) === form);
  }

  #behind(at: number, question: string): string {
    const line = (this.#lines[at] ?? '').trim();
    const asked = line.startsWith(question) ? question : this.#asked(line, question);
    return line.slice(asked.length).trim();
  }

  /** The line up to the sign with which the question ends. */
  #asked(line: string, question: string): string {
    return line.trim().slice(0, line.trim().lastIndexOf(question.at(-1) ?? '') + 1);
  }
}

function formOf(question: string): string {
  return squash(question.replace(volatile, ''));
}
