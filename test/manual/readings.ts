import { join } from 'node:path';
import { because, type Locale, wording } from '../../runner/core/message.ts';
import type { BlockKind } from '../../runner/core/plan.ts';
import { keySpecs } from '../../runner/parser/annotation-keys.ts';
import { readItinerary } from '../../runner/pipeline/read-itinerary.ts';
import { planJson } from '../../runner/planner/index.ts';
import { planPage } from '../../runner/planner/page/plan-page.ts';
import { code, fenced, table } from './markdown.ts';

type KindText = Readonly<Record<BlockKind, readonly [meaning: string, done: string]>>;

/** What each kind is, and what tutor does with a block of it. The compiler asks for every kind. */
const kinds: Readonly<Record<Locale, KindText>> = {
  en: {
    run: ['shell commands that a reader types, in order', 'typed into the terminal, one after another'],
    'in-container': [
      'lines for a container or another interactive program that an earlier command opened',
      'typed into that program',
    ],
    'expected-output': ['what an earlier command should print', 'compared with what that command printed'],
    dockerfile: ['the content of a Dockerfile', 'written to a file on the engine’s machine'],
    file: ['the content of another file', 'written to a file on the engine’s machine'],
    synopsis: ['the form of a command, with placeholders', 'nothing'],
    illustration: ['shown to be looked at: fragments, counter-examples, drawings', 'nothing'],
    other: ['diagrams, addresses to open in a browser', 'nothing'],
  },
  ko: {
    run: ['독자가 차례로 입력하는 셸 명령', '터미널에 하나씩 입력합니다'],
    'in-container': ['앞 명령이 연 컨테이너나 다른 대화형 프로그램에 쓸 줄', '그 프로그램에 입력합니다'],
    'expected-output': ['앞 명령이 출력해야 하는 것', '그 명령이 출력한 것과 견줍니다'],
    dockerfile: ['Dockerfile의 내용', '엔진이 있는 컴퓨터에 파일로 씁니다'],
    file: ['다른 파일의 내용', '엔진이 있는 컴퓨터에 파일로 씁니다'],
    synopsis: ['채워 넣을 자리가 있는 명령의 형식', '아무것도 하지 않습니다'],
    illustration: ['보라고 둔 것: 일부분, 나쁜 예, 그림', '아무것도 하지 않습니다'],
    other: ['다이어그램, 브라우저로 열 주소', '아무것도 하지 않습니다'],
  },
};

const headers = {
  en: { kinds: ['kind', 'what it is', 'what tutor does'], keys: ['key', 'takes'] },
  ko: { kinds: ['종류', '무엇인가', 'tutor가 하는 일'], keys: ['키', '받는 값'] },
} as const satisfies Record<Locale, unknown>;

/** What is read out of a chapter: the kinds, the keys of annotations, and the example's plan in both forms. */
export async function readingPieces(manual: string): Promise<readonly (readonly [string, string])[]> {
  const path = join(manual, 'examples/container.md');
  const { plan } = await readItinerary({ id: 'container', path, section: null }, manual);
  const told = (['en', 'ko'] as const).flatMap((locale): readonly (readonly [string, string])[] => {
    const page = planPage(plan, { columns: 100, paint: (_style, text) => text, locale });
    const rows = Object.entries(kinds[locale]).map(([kind, [meaning, done]]) => [code(kind), meaning, done]);
    const keys = Object.entries(keySpecs).map(([key, { takes }]) => [code(key), wording(because(takes), locale)]);
    return [
      [`kinds/${locale}`, table(headers[locale].kinds, rows)],
      [`keys/${locale}`, table(headers[locale].keys, keys)],
      [`plan/page/${locale}`, fenced('text', page.trimEnd())],
    ];
  });
  return [...told, ['plan/json', fenced('json', JSON.stringify(shortened(planJson(plan)), null, 2))]];
}

/** The first block is enough to show the form. */
function shortened(plan: ReturnType<typeof planJson>) {
  return { ...plan, blocks: plan.blocks.slice(0, 1) };
}
