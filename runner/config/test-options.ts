import * as z from 'zod';
import type { OptionSpec } from './options.ts';

/** The options that only `tutor test` has, and how it is told. */
export const testOptions = {
  reporter: {
    flag: '--reporter <name[=file]>',
    repeatable: true,
    schema: z.array(z.string()).default([]),
    help: {
      en: 'How the run is told: default, github, or html, junit, json, sarif, markdown, each to a file of its own (junit=FILE); also verbose, tree, dot, tap. May be given several times.',
      ko: '결과를 알리는 방식: default, github, 또는 파일로 쓰는 html, junit, json, sarif, markdown(junit=파일). verbose, tree, dot, tap도 됩니다. 여러 번 쓸 수 있습니다.',
    },
  },
  ci: {
    flag: '--ci <service>',
    schema: z.enum(['github', 'gitlab', 'none']).optional(),
    help: {
      en: 'For which service a job is written: github, gitlab or none.',
      ko: '작업 파일을 만들 CI: github, gitlab, none.',
    },
  },
  testNamePattern: {
    flag: '-t, --test-name-pattern <pattern>',
    schema: z.string().optional(),
    help: {
      en: 'Report only steps whose title fits; those before them are still run.',
      ko: '제목이 맞는 단계만 보고합니다. 앞선 단계도 실행은 합니다.',
    },
  },
  parallel: {
    flag: '--parallel <number>',
    schema: z.coerce.number().int().min(1).optional(),
    help: {
      en: 'Chapters at a time; by default as many as there are processors, or engines of a pool.',
      ko: '동시에 실행할 챕터 수. 기본값은 프로세서 수, 또는 --pool의 엔진 수.',
    },
  },
  pool: {
    flag: '--pool',
    schema: z.boolean().default(false),
    help: {
      en: 'Spread the chapters over the engines (ssh://…, context:…), one at a time on each, instead of running all on each.',
      ko: '모든 챕터를 엔진마다 실행하지 않고 엔진들(ssh://…, context:…)에 나누어, 한 엔진에 한 번에 하나씩 실행합니다.',
    },
  },
  shard: {
    flag: '--shard <part/parts>',
    schema: z
      .string()
      .regex(/^[1-9]\d*\/[1-9]\d*$/, 'expected 1/4, 2/4, …')
      .transform((text) => {
        const [index = 1, count = 1] = text.split('/').map(Number);
        return { index, count };
      })
      .refine(({ index, count }) => index <= count, 'expected 1/4, 2/4, …')
      .optional(),
    help: {
      en: 'Run one part of the chapters (2/4); tutor merge tells the parts as one.',
      ko: '챕터를 나눈 것 중 한 몫만 실행합니다(2/4). tutor merge로 결과를 합칩니다.',
    },
  },
  changed: {
    flag: '--changed [revision]',
    schema: z.union([z.literal(true).transform(() => 'HEAD'), z.string()]).optional(),
    help: {
      en: 'Only chapters that hang on a file changed since a revision of git (HEAD).',
      ko: 'git 리비전(기본값 HEAD) 이후 바뀐 파일의 영향을 받는 챕터만.',
    },
  },
  lastFailed: {
    flag: '--last-failed',
    schema: z.boolean().default(false),
    help: {
      en: 'Only chapters that were wrong or could not be run the last time.',
      ko: '지난번에 틀렸거나 실행하지 못한 챕터만.',
    },
  },
  cached: {
    flag: '--cached',
    schema: z.boolean().default(false),
    help: {
      en: 'Do not run chapters again of which nothing has changed since they last passed with --cached: text, files, images, engine, tutor.',
      ko: '--cached로 마지막에 통과한 뒤 글, 파일, 이미지, 엔진, tutor가 모두 그대로인 챕터는 다시 실행하지 않습니다.',
    },
  },
  bail: {
    flag: '--bail [number]',
    schema: z.union([z.literal(true).transform(() => 1), z.coerce.number().int().min(1)]).optional(),
    help: {
      en: 'Stop after so many steps went wrong (1).',
      ko: '이만큼의 단계가 어긋나면 멈춥니다(기본값 1).',
    },
  },
  retryBroken: {
    flag: '--retry-broken',
    schema: z.boolean().default(false),
    help: {
      en: 'Run chapters that could not be run once more. A wrong one is not tried again.',
      ko: '실행하지 못한 챕터를 한 번 더 실행합니다. 틀린 챕터는 다시 하지 않습니다.',
    },
  },
  watch: {
    flag: '--watch',
    schema: z.boolean().default(false),
    help: {
      en: 'Go on, and run a chapter again when a file that it hangs on changes.',
      ko: '끝내지 않고, 파일이 바뀌면 그 영향을 받는 챕터를 다시 실행합니다.',
    },
  },
  list: {
    flag: '--list',
    schema: z.boolean().default(false),
    help: {
      en: 'Run nothing; list the chapters that would be run, with their engines and steps.',
      ko: '실행하지 않고, 실행할 챕터와 엔진, 단계 수를 보여 줍니다.',
    },
  },
} as const satisfies Record<string, OptionSpec>;
