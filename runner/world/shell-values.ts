import { understand } from '../command/index.ts';

/** What the variables of the reader's shell hold, as far as the chapter has written it down: `LOGS=~/logs`. */
export class ShellValues {
  readonly #of = new Map<string, string>();

  /** A command with the variables that are known in it; what stands in single quotes is for another program. */
  filled(text: string): string {
    if (this.#of.size === 0 || !text.includes('$')) return text;
    const parts = text.split(/('[^']*')/);
    return parts.map((part, at) => (at % 2 === 1 ? part : this.#fill(part))).join('');
  }

  /** Takes note of what a command leaves in its shell. */
  follow(text: string): void {
    if (!text.includes('=')) return;
    for (const { program, args, environment, substituted } of understand(text).calls) {
      if (substituted) continue;
      if (program === '') for (const [name, value] of Object.entries(environment)) this.#set(name, value);
      if (program === 'export')
        for (const arg of args) {
          const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(arg) ?? [];
          if (name !== undefined && value !== undefined) this.#set(name, value);
        }
    }
  }

  #set(name: string, value: string): void {
    if (/[$`]/.test(value) || value === '') this.#of.delete(name);
    else this.#of.set(name, value);
  }

  #fill(text: string): string {
    return text.replace(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g, (whole, braced: string, bare: string) => {
      return this.#of.get(braced ?? bare) ?? whole;
    });
  }
}
