import { namesDocker } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import { because } from '../../core/message.ts';
import { fragmentOfCompose } from '../blocks/compose.ts';
import {
  dockerfileLook,
  isAddresses,
  isCompose,
  isDrawing,
  isImageNames,
  isJson,
  isSettingsJson,
  outputShare,
  proseShare,
} from '../blocks/looks.ts';
import { isDockerfileName } from '../files/dockerfile-name.ts';
import { namesIn } from '../files/names.ts';
import { isVariable } from '../lines/environment.ts';
import { cuesIn } from '../prose/cues.ts';
import { type Case, type Evidence, speaks, type Witness } from './evidence.ts';
import { isMade } from './made.ts';
import { typed } from './typing.ts';

/** What the text of the block itself is, whatever its language claims. */
export const contentWitness: Witness = (about) => {
  const { view } = about;
  const { text } = view;
  if (text.trim() === '') return [speaks('illustration', 9, because('plan-empty'))];
  const found: Evidence[] = [...dockerfile(about), ...data(about)];
  const answers = about.past.awaitsOutput && (view.label === '' || view.cues.has('output'));
  const isScript = /^\s*\.{0,2}\/\S*\.(?:sh|py)\s*$/.test(text);
  if (/^\s*[\w./-]+\s*$/.test(text) && namesIn(text).length === 1 && !isScript && !answers)
    found.push(speaks('illustration', 9, because('plan-only-name')));
  if (isChat(about)) found.push(speaks('illustration', 12, because('plan-prose')));
  if (isComponent(view)) found.push(speaks('other', 12, because('plan-component')));
  if (isAddresses(text)) found.push(speaks('other', 8, because('plan-addresses')));
  if (isImageNames(text) && !answers) found.push(speaks('illustration', 9, because('plan-image-names')));
  if (isDrawing(text) && !about.placed.some(({ entry }) => entry.prompt !== null))
    found.push(
      speaks('illustration', about.past.awaitsOutput && about.view.label === '' ? 5 : 9, because('plan-drawing')),
    );
  if (about.placed.some(({ entry }) => entry.text.includes(' + docker ')))
    found.push(speaks('illustration', 9, because('plan-plus')));
  if (rightAndWrong(about)) found.push(speaks('illustration', 12, because('plan-right-and-wrong')));
  if (about.past.awaitsEnvironment && isEnvironment(text))
    found.push(speaks('expected-output', 9, because('plan-printed')));
  if (amountsTo(about)) found.push(speaks('illustration', 9, because('plan-dockerfile-single')));
  const printed = outputShare(text);
  if (printed >= 0.5 && about.placed.length === 0) found.push(speaks('expected-output', 4, because('plan-printed')));
  const prose = proseShare(text);
  if (prose > 0.5 && about.placed.length === 0) found.push(speaks('illustration', 4, because('plan-prose')));
  return found;
};

const speaker = /^\s*(?:You|User|Human|Prompt(?:\s*\d+)?|사용자|질문|ユーザー|あなた|用户|提示词?)\s*[:：]\s+\S/iu;

/** What is said to an agent, behind the name of who says it. */
function isChat({ view, placed }: Case): boolean {
  const first = view.text.split('\n').find((line) => line.trim() !== '') ?? '';
  return speaker.test(first) && !placed.some(({ entry }) => entry.prompt !== null) && view.language !== 'yaml';
}

function isEnvironment(text: string): boolean {
  return text.split('\n').every((line) => line.trim() === '' || isVariable(line) || isElision(line));
}

/** What begins a part of a page: a slide's list that was set in. */
const pageMarkup = /^\s*<\/?(?:li|[uod]l|d[dt]|div|p|span|code|section|br|t[dr]|img|a)\b/;

/** Data in a language of the site's own: what draws a figure, a quiz, a card; markup of the page itself. */
function isComponent({ language, block, text }: Case['view']): boolean {
  if (block.form === 'indented' && pageMarkup.test(text)) return true;
  return language === 'plain' && !/^(?:te?xt|plain(?:text)?)$/i.test(block.lang ?? '') && isJson(text);
}

/** Commands marked `(o)` and `(x)`: the author compares them. */
function rightAndWrong({ placed }: Case): boolean {
  const marked = (mark: RegExp) => placed.some(({ entry }) => mark.test(entry.text));
  return marked(/\s\(\s*[xX✕]\s*\)$/u) && marked(/\s\(\s*[oO○]\s*\)$/u);
}

/** `ENTRYPOINT ["ping"]`, `CMD ["db"]`, and below them the command that they amount to. */
function amountsTo({ entries, placed }: Case): boolean {
  const first = entries.find(({ type }) => type === 'command' || type === 'output' || type === 'comment');
  const exec = first !== undefined && first.type !== 'command' && /^\s*(?:CMD|ENTRYPOINT)\s+\[/.test(first.line.text);
  return exec && placed.length > 0 && !placed.some(({ entry }) => namesDocker(entry.text));
}

function dockerfile(about: Parameters<Witness>[0]): Evidence[] {
  const { view, placed, past, edited } = about;
  const look = dockerfileLook(view.text);
  const count = look.instructions.length;
  if (edited.some(({ by }) => by === 'above')) return [typed(about, 12, because('plan-builds-it'))];
  if (count === 0 || look.others > count || placed.some(({ entry }) => entry.prompt !== null)) return [];
  const against = [speaks('run', -6, because('plan-instructions'))];
  if (!isMade(about) && /^\s*#.*(?:❌|✅|🚫|나쁜|좋은\s*예|\bbad\b|\bgood\b)/imu.test(view.text))
    return [...against, speaks('illustration', 8, because('plan-good-and-bad')), speaks('dockerfile', 1)];
  if (look.elided)
    return [...against, speaks('illustration', 6, because('plan-dockerfile-elided')), speaks('dockerfile', 2)];
  if (look.others > 0)
    return [...against, speaks('dockerfile', 3, because('plan-dockerfile-mostly')), speaks('illustration', 2)];
  if (look.complete && isAlternatives(look.instructions))
    return [...against, speaks('illustration', 7, because('plan-dockerfile-alternatives')), speaks('dockerfile', 1)];
  if (explainsInstruction(view) && !past.buildFollows && !view.cues.has('file'))
    return [...against, speaks('illustration', 9, because('plan-dockerfile-topic')), speaks('dockerfile', 2)];
  if (!look.complete && goesToTheEnd(view))
    return [...against, speaks('dockerfile', 6, because('plan-says-write')), speaks('illustration', 1.5)];
  const isAddition = [view.cues, view.paragraphCues].some((cues) => cues.has('append') || cues.has('change'));
  // Written as it is, it would stand in the place of the Dockerfile that it belongs to.
  if (!look.complete && !past.inSeries && !isAddition)
    return [...against, speaks('illustration', 5.5, because('plan-dockerfile-single')), speaks('dockerfile', -8)];
  if (look.complete && count > 1)
    return [...against, speaks('dockerfile', 5, because('plan-dockerfile-whole')), speaks('illustration', 1.5)];
  return [...against, speaks('illustration', 5.5, because('plan-dockerfile-single')), speaks('dockerfile', 1.5)];
}

/** `Add the following line to the end of your Dockerfile.` */
function goesToTheEnd({ cues, label }: Case['view']): boolean {
  const isNamed = namesIn(label).some(isDockerfileName);
  return isNamed && cues.has('append') && cuesIn(label).has('atTheEnd');
}

/** Several FROM that are no stages of one build: each shows another possibility. */
function isAlternatives(instructions: readonly string[]): boolean {
  const froms = instructions.filter((line) => /^from\b/i.test(line));
  const staged = instructions.some((line) => /^from\b.*\sas\s/i.test(line) || line.includes('--from='));
  return froms.length > 1 && (!staged || /^from\b/i.test(instructions.at(-1) ?? ''));
}

const topics =
  /\b(?:FROM|RUN|COPY|ADD|ENV|ARG|USER|VOLUME|EXPOSE|WORKDIR|CMD|ENTRYPOINT|HEALTHCHECK|ONBUILD|SHELL|LABEL|STOPSIGNAL)\b/;

/** The heading is about one instruction, or about how a Dockerfile is built up. */
function explainsInstruction({ headings, label }: Case['view']): boolean {
  const title = headings[0]?.title ?? '';
  return (
    topics.test(title) ||
    /기본\s*(?:구조|형식)|구조\s*[:：]?\**$|basic structure|基本構造|基本结构/iu.test(`${title}\n${label}`)
  );
}

/** Whatever its fence says: keys at the margin, and nothing between that leads to something else. */
function isYaml({ text, language, label, cues }: Case['view']): boolean {
  if (label !== '' && !cues.has('output')) return false;
  const keys = text.split('\n').filter((line) => /^[\w-]+:(?:\s|$)/.test(line)).length;
  return (language === 'yaml' || keys > 1) && !cues.has('file') && !cues.has('change');
}

function data({ view, placed, edited, past }: Parameters<Witness>[0]): Evidence[] {
  if (placed.some(({ entry }) => entry.prompt !== null)) return [];
  if (placed.length > 1 && edited.some(({ by }) => by === 'editor')) return [];
  if (past.awaitsYaml && isYaml(view) && placed.length === 0)
    return [speaks('expected-output', 12, because('plan-printed'))];
  if (fragmentOfCompose(view) !== null) return [];
  if (isCompose(view.text)) return [speaks('file', 5, because('plan-compose-whole')), speaks('run', -5)];
  if (isSettingsJson(view.text)) return [speaks('file', 6, because('plan-json-file')), speaks('run', -3)];
  if (isJson(view.text))
    return [
      speaks('expected-output', 2, because('plan-json')),
      speaks('file', 1.5, because('plan-json')),
      speaks('run', -3),
    ];
  return [];
}
