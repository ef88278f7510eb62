import { z } from 'zod';
import type { Locale } from '../core/message.ts';

/** One option: its form on the command line, what it takes, and what it does in both languages. */
export interface OptionSpec {
  /** As commander writes it: `--engine <name>`. */
  readonly flag: string;
  readonly schema: z.ZodType;
  readonly help: Readonly<Record<Locale, string>>;
}

/**
 * Every option of every verb, once. The command line, the configuration file, the front matter (`tutor:`) and the
 * manual's option pages all come from this table.
 */
export const optionSpecs = {
  json: {
    flag: '--json',
    schema: z.boolean().default(false),
    help: { en: 'Print JSON.', ko: 'JSON으로 출력합니다.' },
  },
  engine: {
    flag: '--engine <names>',
    schema: z.string().default('auto'),
    help: {
      en: 'Docker Engine to run on: host, sandbox, sandbox:20, sandbox:26, sandbox:28 or auto; several with commas.',
      ko: '사용할 도커 엔진: host, sandbox, sandbox:20, sandbox:26, sandbox:28, auto. 쉼표로 여러 개를 지정합니다.',
    },
  },
  lang: {
    flag: '--lang <language>',
    schema: z.enum(['en', 'ko']).optional(),
    help: { en: "Language of tutor's own sentences: en or ko.", ko: '안내 문장의 언어: en 또는 ko.' },
  },
} as const satisfies Record<string, OptionSpec>;

export type OptionName = keyof typeof optionSpecs;

/** The options as a verb receives them: validated, defaults filled in. */
export type Options = { readonly [Name in OptionName]: z.infer<(typeof optionSpecs)[Name]['schema']> };
