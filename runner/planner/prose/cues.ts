import { remembering } from '../../core/remember.ts';
import { english } from './languages/en.ts';
import { japanese } from './languages/ja.ts';
import { korean } from './languages/ko.ts';
import { marks } from './languages/marks.ts';
import { chinese } from './languages/zh.ts';
import { type Phrase, saysAny } from './phrases.ts';

/** What a piece of prose can announce about the block near it. */
export type Cue =
  | 'output'
  | 'syntax'
  | 'bad'
  | 'good'
  | 'comparison'
  | 'hypothetical'
  | 'inside'
  | 'host'
  | 'terminal'
  | 'leave'
  | 'file'
  | 'append'
  | 'change'
  | 'windows'
  | 'mac'
  | 'linux'
  | 'alternative'
  | 'example'
  | 'error'
  | 'instruction'
  | 'client'
  | 'structure';

/** What authors of one language say for a cue. */
export type Cues = Readonly<Record<'bad' | 'good' | 'comparison' | 'hypothetical', readonly Phrase[]>>;

const languages: readonly Cues[] = [english, korean, japanese, chinese, marks];

/** Cues of judgement: a block that they introduce is an example of something. */
const phrases = {
  bad: saysAny(languages.flatMap(({ bad }) => bad)),
  good: saysAny(languages.flatMap(({ good }) => good)),
  comparison: saysAny(languages.flatMap(({ comparison }) => comparison)),
  hypothetical: saysAny(languages.flatMap(({ hypothetical }) => hypothetical)),
};

/** The words of authors in Korean, English, Japanese and Chinese; a cue holds where one of its patterns is found. */
const patterns: Readonly<Record<Exclude<Cue, keyof typeof phrases>, RegExp>> = {
  output:
    /(?:예상|예시|실행|출력|조회|응답|수행|확인|테스트)\s*(?:되는\s*)?(?:출력|결과|화면|값|예시?)|출력\s*(?:결과|예|내용|값|형식)?\s*[:：]?\s*\**\s*$|결과\s*(?:화면|값|예시?|는|물)?[^가-힣]*$|(?:다음|아래|이)\s*(?:과|와)?\s*같(?:은|이)\s*(?:결과|출력|메시지|내용|로그|화면)|(?:출력|표시|확인|조회|생성|나타|나오|보이|뜨)\S*\s*(?:된다|됩니다|된 것|할 수 있|수 있|있다|있습니다|있음|온다|납니다|집니다|게 된다)|^\W*(?:sample |example |expected |the |command |console )?(?:output|result|response)s?\b|\boutputs?\b.*[:.]\s*$|you(?:'ll| will| should| can| may| would)?\s*(?:then\s*|now\s*)?(?:see|get|notice)\b|(?:looks?|something|similar|be) (?:something )?(?:like|to|similar)\b|as follows|(?:returns|prints|displays|shows|gives|produces)\b|実行(?:例|結果)|出力(?:例|結果|され|は)|結果|表示され|(?:のように|次の)(?:出力|表示|結果)|看到.{0,6}(?:如下|类似|以下)|输出|输出结果|結果如下|结果|如下(?:所示|输出|内容|信息)?[:：]?\s*$|輸出|顯示|显示|可以看到|会看到/iu,
  syntax:
    /문법|구문|형식|사용\s*(?:법|방법|형식)|명령어?\s*형식|기본\s*(?:형태|형식|구조|문법|사용법|명령)|\bsyntax\b|\busage\b|\bsynopsis\b|general form|the format|포맷|構文|書式|使い方|文法|形式|语法|格式|用法|語法|命令格式|使用方法/iu,
  inside:
    /컨테이너\s*(?:의\s*)?(?:내부|안|속)(?:에|에서|로|의)|컨테이너\s*(?:에|로)\s*(?:접속|들어|진입|attach)|(?:접속|들어가|진입)\s*(?:한|해서|하여|하면|했|후|된)|(?:inside|within|in|into) (?:the|your|our|this|that|a) (?:running |new |first |second |\w+ )?(?:container|shell|prompt)|in(?:side)? (?:the|a) \S+ container\b|at the (?:\S+ )?prompt|コンテナ(?:の)?(?:内|中|に(?:入|接続|ログイン))|容器(?:内|中|里|裡)|进入容器|進入容器|内部から|터미널에\s*접속/iu,
  host: /호스트(?:에서|로|의\s*터미널|\s*머신|\s*OS)|로컬(?:에서|\s*(?:터미널|머신|PC))|(?:on|from|back (?:on|to|in)) (?:the|your) (?:docker )?host|host machine|(?:on|from) your (?:own |local )?(?:machine|computer|laptop)|ホスト(?:側|マシン|OS)?(?:で|から|に)|宿主机|主机上|本机/iu,
  terminal:
    /(?:다른|새로운|새|또\s*다른|두\s*번째|별도의?)\s*(?:터미널|쉘|셸|창|콘솔|탭)|터미널(?:을|창을)?\s*(?:하나\s*)?(?:더|새로)\s*(?:열|켜|띄)|(?:another|a new|a second|a different|the second|the other|new|second|separate|different) (?:terminal|shell|console|window|tab|ssh session|command prompt)|別(?:の)?(?:ターミナル|端末|シェル|ウィンドウ)|(?:另|新)(?:一个|开|的|打开|開)?(?:一个)?(?:终端|終端|窗口|命令行)/iu,
  leave:
    /(?:빠져\s*나|나오|나온|나와|나가|종료)(?:기|려|면|하|합|한|세|ㅂ|십|서|다|자|시|고|는)?|Ctrl\s*[+-]?\s*[`+]?\s*(?:D|P)|\bexit\b|\bquit\b|\bleave the\b|\bdetach\b|\blog ?out\b|抜け|退出|离开|終了/iu,
  file: /(?:작성|생성|만들|저장|추가|입력|정의|기입)(?:해|하|한|합|됩|을|어|후|의|자|니|ㄴ|든|들|어\s*보|내용)?|적(?:어|으[면세십]|습니다|는다|자)|(?:파일|도커\s*파일|Dockerfile)(?:의|을|를|은|는)?\s*(?:내용|작성|예시|생성|코드|전체)|(?:create|write|add|save|make|paste|put|copy|edit|open|modify|update|insert)\b.*\b(?:file|dockerfile|content|contents|following|code|called|named)\b|(?:file|dockerfile|contents?)\b.*(?:look|contain|should|below|following|:)|\bDockerfile\b[^.]*[:：]|作成|記述|保存|(?:ファイル|内容)|编写|編寫|创建|新建|文件(?:内容)?|撰写|撰寫|写入|建立/iu,
  append:
    /(?:아래|뒤|끝|마지막)에\s*(?:추가|덧붙)|추가(?:로|한다|합니다|해|하)|\bappend\b|\badd (?:this|these|the following)\b.*(?:to|at|in)|追記|追加|添加|加上|新增/iu,
  change:
    /변경|수정|바꾸|바꿔|바꿉|고[치칩쳐친칠]|교체|\bchange\b|\bmodify\b|\bupdate\b|\breplace\b|\bedit\b|変更|修正|修改|更改|替换/iu,
  windows: /\bwindows\b|윈도우|\bpowershell\b|파워\s*쉘|\bcmd\b|command prompt|명령\s*프롬프트|git bash/iu,
  mac: /\bmac\s?os\b|\bmac\b|\bOS ?X\b|맥(?:북|OS)?(?:에서|의|용|\b)|\bhomebrew\b|\bbrew\b/iu,
  linux: /\blinux\b|리눅스|\bubuntu\b|우분투|\bbash\b|\bcentos\b|\bdebian\b/iu,
  alternative:
    /^\W*(?:또는|혹은|아니면|or|alternatively|或者?|または|もしくは)\b|\bor (?:you can|use|alternatively|equivalently)\b|다른\s*방법|위(?:와|의)\s*(?:같은|동일)|the same (?:as|thing)|equivalent|同等|等价/iu,
  example: /예시|예제|예\)|예:|사용\s*예|example|e\.g\.|例[:：]|例如|示例|比如|サンプル/iu,
  error: /에러|오류|실패|\berrors?\b|\bfails?\b|\bfailed\b|エラー|失敗|报错|错误|失败/iu,
  instruction:
    /(?:실행|입력|수행|빌드|확인|접속|설치|생성|삭제|종료|시작|중지|조회|다운로드)\s*(?:한다|합니다|하세요|하십시오|해\s*보|해\s*봅|하자|해\s*주|합시다|하기|해야|하면|해볼|시켜)|\b(?:run|execute|type|enter|issue|use|try|start|launch|build|check|verify|list|stop|remove|install)\b.*[:.]\s*$|実行(?:し|する)|入力し|してみ|しましょう|运行|執行|执行|输入|使用(?:以下|下面|如下)/iu,
  client:
    /\b(?:mysql|mariadb|postgres|psql|redis-cli|mongo\w*)\b.*(?:prompt|shell|client|접속|콘솔|프롬프트)|(?:SQL|쿼리)(?:문|을|를)?\s*(?:실행|입력)|クライアント/iu,
  structure:
    /(?:디렉터?리|디렉토리|폴더|파일|프로젝트)\s*(?:구조|구성|트리)|(?:directory|folder|project|file) (?:structure|layout|tree)|ディレクトリ構成|目录结构|目錄結構|아키텍처|구조도|architecture|流程/iu,
};

const tests: Readonly<Record<Cue, { test(text: string): boolean }>> = { ...phrases, ...patterns };

/** The cues that a text holds. Each is looked for where it is first asked for: few of them are, of most texts. */
export class TextCues {
  readonly #plain: string;
  readonly #known = new Map<Cue, boolean>();

  constructor(text: string) {
    this.#plain = withoutInstruction(text);
  }

  has(cue: Cue): boolean {
    if (this.#plain === '') return false;
    const known = this.#known.get(cue) ?? tests[cue].test(this.#plain);
    this.#known.set(cue, known);
    return known;
  }
}

/** Which cues a text holds. */
export const cuesIn = remembering((text) => new TextCues(text));

/** `CMD` is an instruction of a Dockerfile and `demo-cmd` a name; Windows has a window of that name. */
function withoutInstruction(text: string): string {
  return text.replace(/(?<=[-_./])cmd\b|\bCMD\b(?!\s*(?:창|프롬프트|prompt|window|\.exe|에서\s*실행))/g, 'X');
}

/** An addition goes below what is there. */
export const atTheEnd = /아래|뒤에|끝에|마지막|\bappend\b|末尾|追記|追加到|(?:at|to) the (?:end|bottom)/iu;
