import * as z from 'zod';
import { generations } from '../core/engine.ts';
import type { Locale } from '../core/message.ts';
import { testOptions } from './test-options.ts';
import { assignments } from './values.ts';

/** One option: its form on the command line, what it takes, and what it does in both languages. */
export interface OptionSpec {
  /** As commander writes it: `--engine <name>`. */
  readonly flag: string;
  readonly schema: z.ZodType;
  /** It may be given several times; the schema gets all that was given. */
  readonly repeatable?: true;
  readonly help: Readonly<Record<Locale, string>>;
}

const sandboxes = generations.map((generation) => `sandbox:${generation}`).join(', ');

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
  why: {
    flag: '--why <line>',
    schema: z.coerce.number().int().positive().optional(),
    help: {
      en: 'Show what speaks for each reading of the block at this line.',
      ko: '이 줄의 코드 블록을 왜 그렇게 읽는지 근거와 무게를 보여 줍니다.',
    },
  },
  engine: {
    flag: '--engine <names>',
    schema: z.string().optional(),
    help: {
      en: `Docker Engine to run on: host, sandbox, ${sandboxes}, dind (the same generations), ssh://USER@MACHINE, context:NAME or auto; several with commas.`,
      ko: `사용할 도커 엔진: host, sandbox, ${sandboxes}, dind(같은 세대), ssh://사용자@컴퓨터, context:이름, auto. 쉼표로 여러 개를 지정합니다.`,
    },
  },
  yes: {
    flag: '-y, --yes',
    schema: z.boolean().default(false),
    help: { en: 'Agree to what set-up does to this machine.', ko: '준비 작업에 미리 동의합니다.' },
  },
  assets: {
    flag: '--assets <dir>',
    schema: z.string().optional(),
    help: {
      en: 'Folder with further files that the chapter expects its reader to have.',
      ko: '챕터가 독자에게 있다고 여기는 파일이 든 폴더.',
    },
  },
  set: {
    flag: '--set <name=value>',
    repeatable: true,
    schema: assignments,
    help: {
      en: 'Value of a variable of the course ($$NAME$$); may be given several times.',
      ko: '코스 변수($$NAME$$)의 값. 여러 번 쓸 수 있습니다.',
    },
  },
  timeout: {
    flag: '--timeout <seconds>',
    schema: z.coerce.number().positive().default(600),
    help: { en: 'Time limit for each step, in seconds.', ko: '단계마다의 제한 시간(초).' },
  },
  columns: {
    flag: '--columns <number>',
    schema: z.coerce.number().int().min(20).max(1000).default(120),
    help: { en: 'Width of the terminal that the chapter is typed into.', ko: '챕터를 입력할 터미널의 너비.' },
  },
  strict: {
    flag: '--strict [names]',
    schema: z.union([z.literal(true), z.string()]).optional(),
    help: {
      en: 'Tolerances that do not count, with commas; without names, all of them.',
      ko: '인정하지 않을 허용 항목(쉼표로 구분). 이름이 없으면 전부.',
    },
  },
  loose: {
    flag: '--loose <names>',
    schema: z.string().optional(),
    help: { en: 'Further tolerances to allow, with commas.', ko: '더 허용할 항목(쉼표로 구분).' },
  },
  keep: {
    flag: '--keep',
    schema: z.boolean().default(false),
    help: {
      en: 'Host engine: leave what the run makes, until tutor clean.',
      ko: '호스트 엔진: 실행이 만든 것을 tutor clean까지 남겨 둡니다.',
    },
  },
  allowDestructive: {
    flag: '--allow-destructive',
    schema: z.boolean().default(false),
    help: {
      en: 'Type commands on the host engine that may remove what the chapter did not make.',
      ko: '호스트 엔진에서 챕터가 만들지 않은 것까지 지울 수 있는 명령도 입력합니다.',
    },
  },
  guided: {
    flag: '--no-guided',
    schema: z.boolean().default(true),
    help: { en: 'Go straight through, also at a keyboard.', ko: '키보드가 있어도 멈추지 않고 진행합니다.' },
  },
  byHand: {
    flag: '--by-hand',
    schema: z.boolean().default(false),
    help: {
      en: 'Guided: type the commands yourself; tutor says whether it was the step.',
      ko: '안내 모드: 명령을 직접 입력합니다. 맞게 했는지 알려 줍니다.',
    },
  },
  plain: {
    flag: '--plain',
    schema: z.boolean().default(false),
    help: {
      en: 'Only lines of words, one below the other, and lines as input; by itself where TERM=dumb.',
      ko: '커서를 옮기지 않고 글줄로만 보여 주며 입력도 줄 단위로 받습니다. TERM=dumb이면 저절로 그렇게 합니다.',
    },
  },
  record: {
    flag: '--record <file>',
    schema: z.string().optional(),
    help: {
      en: 'Guided: record the terminal as an asciicast, which asciinema plays.',
      ko: '안내 모드: 화면을 asciinema로 재생할 수 있는 파일로 남깁니다.',
    },
  },
  port: {
    flag: '--port <number>',
    schema: z.coerce.number().int().min(0).max(65535).default(0),
    help: { en: 'Port of the page; any free one by default.', ko: '페이지의 포트. 기본은 비어 있는 아무 포트.' },
  },
  host: {
    flag: '--host <address>',
    schema: z.string().min(1).optional(),
    help: {
      en: 'Address at which others reach the page (0.0.0.0: every one of this machine); asks for a password, or takes TUTOR_PASSWORD.',
      ko: '다른 컴퓨터에서 페이지를 열 수 있는 주소(0.0.0.0: 이 컴퓨터의 모든 주소). 암호를 묻거나 TUTOR_PASSWORD에서 읽습니다.',
    },
  },
  browser: {
    flag: '--no-browser',
    schema: z.boolean().default(true),
    help: { en: 'Only print the address of the page.', ko: '브라우저를 열지 않고 주소만 출력합니다.' },
  },
  ...testOptions,
  format: {
    flag: '--format <format>',
    schema: z.enum(['text', 'json', 'sarif']).default('text'),
    help: { en: 'Form of the findings: text, json or sarif.', ko: '결과의 형식: text, json, sarif.' },
  },
  check: {
    flag: '--check',
    schema: z.boolean().default(false),
    help: {
      en: 'Write nothing; print what would change and exit with 1 if there is anything.',
      ko: '아무것도 쓰지 않고 바뀔 곳을 보여 줍니다. 바뀔 곳이 있으면 1로 끝납니다.',
    },
  },
  refresh: {
    flag: '--refresh',
    schema: z.boolean().default(false),
    help: {
      en: 'Also renew values that were only tolerated (IDs, ages, sizes).',
      ko: '허용된 값(ID, 경과 시간, 크기 등)도 새로 씁니다.',
    },
  },
  add: {
    flag: '--add',
    schema: z.boolean().default(false),
    help: {
      en: "Show the output of commands that show none, in the chapter's own style.",
      ko: '출력이 없는 명령에 챕터의 방식대로 출력을 써 넣습니다.',
    },
  },
  modernise: {
    flag: '--modernise',
    schema: z.boolean().default(false),
    help: {
      en: "Rewrite build logs of another builder and image tables of another Docker in the engine's form, even where they still hold.",
      ko: '뜻이 같더라도 다른 빌더의 빌드 로그와 다른 도커의 이미지 목록을 이 엔진의 형식으로 다시 씁니다.',
    },
  },
  errors: {
    flag: '--errors',
    schema: z.boolean().default(false),
    help: {
      en: 'Also write an error in the place of an output that shows success.',
      ko: '성공한 출력 자리에 오류가 나왔을 때 그 오류도 써 넣습니다.',
    },
  },
  review: {
    flag: '--review',
    schema: z.boolean().default(false),
    help: {
      en: 'Show each change and ask; can be left and taken up again.',
      ko: '고칠 곳을 하나씩 보여 주고 묻습니다. 나갔다가 이어서 할 수 있습니다.',
    },
  },
  engines: {
    flag: '--engines <generations>',
    schema: z.string().optional(),
    help: {
      en: `Generations to compare, with commas: ${generations.join(',')}.`,
      ko: `비교할 세대(쉼표로 구분): ${generations.join(',')}.`,
    },
  },
  command: {
    flag: '--command <text>',
    schema: z.string().optional(),
    help: { en: 'The command whose output is compared.', ko: '출력을 비교할 명령.' },
  },
  expected: {
    flag: '--expected <file>',
    schema: z.string().optional(),
    help: { en: "File with the chapter's output.", ko: '챕터에 적힌 출력이 든 파일.' },
  },
  actual: {
    flag: '--actual <file>',
    schema: z.string().optional(),
    help: { en: 'File with the real output.', ko: '실제 출력이 든 파일.' },
  },
  trace: {
    flag: '--trace',
    schema: z.boolean().default(false),
    help: {
      en: 'Also show what was tried: how each text was read, and what came of it.',
      ko: '두 출력을 어떻게 읽고 비교해 보았는지도 시도마다 보여 줍니다.',
    },
  },
  bindings: {
    flag: '--bindings <file>',
    schema: z.string().optional(),
    help: {
      en: 'JSON file with bindings of earlier steps ({"id:5e4f3a2b1c0d": "8f58ed56c6ca"}).',
      ko: '앞 단계의 대응 값이 든 JSON 파일({"id:5e4f3a2b1c0d": "8f58ed56c6ca"}).',
    },
  },
  chain: {
    flag: '--chain <file>',
    schema: z.string().optional(),
    help: {
      en: 'JSON file with several steps ({"steps": [{"command", "expected", "actual"}]}) whose values belong together.',
      ko: '값이 이어지는 여러 단계가 든 JSON 파일({"steps": [{"command", "expected", "actual"}]}).',
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
