import { firstWord, understand } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import { because } from '../../core/message.ts';
import type { MessageCode } from '../../core/messages/index.ts';
import { squash } from '../../core/words.ts';
import { fragmentOfCompose } from '../blocks/compose.ts';
import { dockerfileLook, isCompose } from '../blocks/looks.ts';
import { isReplacement } from '../blocks/replacement.ts';
import { isDockerfileName } from '../files/dockerfile-name.ts';
import { nameFrom, namesIn } from '../files/names.ts';
import { lastPart } from '../files/written.ts';
import { commandness } from '../lines/commandness.ts';
import { isShellSetting, isShellSettings } from '../lines/shell-settings.ts';
import { type Case, type Evidence, speaks, type Witness } from './evidence.ts';

/** Whether the block is the content of a file: its name above it or in it, a build that needs it, a script's first line. */
export const fileWitness: Witness = (about) => {
  const { view } = about;
  const shown = shownFile(about);
  if (shown !== null) return [shown];
  if (about.placed.some(({ entry }) => entry.prompt !== null)) return [];
  const look = dockerfileLook(view.text);
  const isDockerfile = look.instructions.length > 0 && look.others <= look.instructions.length;
  const says = view.cues.has('file') || view.paragraphCues.has('file') || view.headingCues.has('file');
  if (isDockerfile) return dockerfileEvidence(about, says);
  if (isElided(about)) return [speaks('illustration', 2, because('plan-file-elided')), speaks('file', -20)];
  return [
    ...named(about),
    ...opened(about),
    ...script(about),
    ...source(about),
    ...settings(about),
    ...compose(about),
    ...(isReplacement(view) ? [speaks('file', 3, because('plan-replacement'))] : []),
    ...(says &&
    about.placed.length === 0 &&
    !['shell', 'console', 'windows'].some((word) => view.language.includes(word))
      ? [speaks('file', 1, because('plan-says-write'))]
      : []),
  ];
};

const nearNames: ReadonlySet<MessageCode> = new Set(['plan-named-first-line', 'plan-named-info', 'plan-named-label']);

function dockerfileEvidence({ view, past }: Case, says: boolean): Evidence[] {
  const found: Evidence[] = [];
  if (past.inSeries) return [speaks('dockerfile', 9, because('plan-in-series'))];
  const name = nameFrom(view, 'dockerfile');
  const whole = name !== null && isBare(view.label, name.path) && dockerfileLook(view.text).complete;
  if (name !== null && nearNames.has(name.why.code)) found.push(speaks('dockerfile', whole ? 6 : 2, name.why));
  if (says) found.push(speaks('dockerfile', 1.5, because('plan-says-write')));
  if (past.buildFollows) found.push(speaks('dockerfile', 1.5, because('plan-build-needs')));
  return found;
}

/** Lines are left out, and the page has nowhere written the file that the rest of them would be taken from. */
function isElided({ view, past, placed }: Case): boolean {
  if (placed.length > 0 || view.cues.has('change') || view.cues.has('append') || isReplacement(view)) return false;
  const name = nameFrom(view, 'file');
  if (name === null || past.written.contentOf(name.path) !== undefined) return false;
  const lines = view.text.split('\n');
  // `def brew(): ...` over two lines is Python.
  return lines.some((line, at) => isElision(line) && !/:\s*$/.test(lines[at - 1] ?? ''));
}

/** The line above is hardly more than a name, or the first line is. */
function named(about: Case): Evidence[] {
  const { view, placed } = about;
  const name = nameFrom(view, 'file');
  if (name === null) return [];
  if (name.why.code === 'plan-named-first-line' && isCaptionOfCommands(about, name.path)) return [];
  if (name.why.code === 'plan-named-first-line' || name.why.code === 'plan-named-info')
    return [speaks('file', 6, name.why), speaks('run', -4)];
  // The title directly above is nothing but the name.
  const isTitled = name.why.code === 'plan-named-heading' && view.between.at(-1)?.kind === 'heading';
  if (isTitled && placed.length === 0 && isBare(view.headings[0]?.title ?? '', name.path))
    return [speaks('file', namesAlone(view.text), name.why)];
  if (name.why.code !== 'plan-named-label') return [];
  const bare = isBare(view.label, name.path);
  if (placed.length > 0)
    return couldBeContent(about, name.path, bare) ? [speaks('file', 8, name.why), speaks('run', -3)] : [];
  const [only] = namesIn(view.label);
  return [
    speaks(
      'file',
      bare && only !== undefined ? namesAlone(view.text) : view.cues.has('file') && view.language !== 'shell' ? 6 : 2,
      name.why,
    ),
  ];
}

/** How much a name above counts: more where all that stands below is another file's name, as in a `.gitignore`. */
function namesAlone(text: string): number {
  return /^\s*[\w./-]+\s*$/.test(text) ? 10 : 6;
}

/** What stands below the editor that the block before opened is written into it: no commands, or settings of a shell. */
function opened({ placed, past, view }: Case): Evidence[] {
  if (past.opened === null || (view.label !== '' && view.cues.has('output'))) return [];
  const content = isShellSettings(past.opened)
    ? placed.every(({ entry }) => isShellSetting(entry.text))
    : placed.length === 0 || !understand(view.text).script.valid || isToldToChange(view, placed);
  if (!content) return [];
  if (past.openedInside) return [speaks('illustration', 12, because('plan-opened-inside'))];
  return [speaks('file', 7, because('plan-opened')), speaks('run', -5)];
}

/** The words above tell what to do to the file, and nothing here is surely a command. */
function isToldToChange({ cues }: Case['view'], placed: Case['placed']): boolean {
  const told = cues.has('change') || cues.has('append');
  return told && placed.every(({ entry }) => commandness(entry.text.split('\n')[0] ?? '') < 0.9);
}

/** `# compose.yaml` above commands says what they are about; a script's name is that of what stands below it. */
function isCaptionOfCommands({ view, placed, entries }: Case, path: string): boolean {
  if (placed.length === 0 || entries.some(({ type }) => type === 'output')) return false;
  const first = view.text.split('\n').find((line) => line.trim() !== '') ?? '';
  if (/\.(?:sh|bash|ps1|bat)$/i.test(path) && isBare(first.replace(/^\W+/, ''), path)) return false;
  return placed.every(({ entry }) => commandness(entry.text.split('\n')[0] ?? '') >= 0.8);
}

/** Lines that could be typed (`flask`, `redis`) are the content of the file that the line above names. */
function couldBeContent({ view, placed }: Case, path: string, bare: boolean): boolean {
  const script = /\.(?:sh|bash|ps1|bat)$/i.test(path);
  // Below a tag that authors give to all that is gray, it is a list: `flask`, `redis`.
  const listed = view.text.split('\n').filter((line) => /^\s*[\w.=<>~-]+\s*$/.test(line)).length;
  if (!script && /shell|console|windows/.test(view.language) && listed < 2) return false;
  // `ls` alone is asked to list, not to be written.
  if (!script && listed === 1 && placed.every(({ entry }) => firstWord(entry.text) === 'program')) return false;
  if (placed.some(({ entry }) => entry.text.toLowerCase().includes(lastPart(path)))) return false;
  const words = listed === view.text.split('\n').filter((line) => line.trim() !== '').length;
  return script ? bare : words && (bare || view.cues.has('file'));
}

/** The line above is nothing but the name. */
function isBare(label: string, path: string): boolean {
  const plain = (text: string) => text.replace(/[`*:：\s]|파일|file|ファイル|文件|내용|작성|생성/giu, '');
  return plain(label) !== '' && plain(label) === plain(path);
}

function script({ view }: Case): Evidence[] {
  return /^\s*#!\s*\/\S+/.test(view.text) ? [speaks('file', 6, because('plan-whole-script')), speaks('run', -3)] : [];
}

/** A piece of code: whole where it begins as files do, a fragment where nothing names it and nothing says to write it. */
function source({ view, placed, entries }: Case): Evidence[] {
  if (!['code', 'config', 'markup'].includes(view.language)) return [];
  // A shell's lines under another language's name.
  if (
    placed.length > 0 &&
    !entries.some(({ type }) => type === 'output') &&
    understand(view.text).script.valid &&
    placed.every(({ entry }) => commandness(entry.text.split('\n')[0] ?? '') >= 0.9)
  )
    return [];
  const whole =
    /^\s*(?:package \w|import |from \w+ import|#include|<!DOCTYPE|<html|<\?php|<\?xml|const \w+ = require|var \w+ = require|module\.exports|using \w|server\s*\{|\[\w+\])/m.test(
      view.text,
    );
  if (whole || nameFrom(view, 'file') !== null) return [speaks('file', 2, because('plan-whole-source'))];
  const told = view.cues.has('file') || view.paragraphCues.has('file') || view.cues.has('change');
  return told ? [] : [speaks('illustration', 2.5, because('plan-unnamed-code'))];
}

/** `KEY=value` lines and nothing else. */
function settings({ view }: Case): Evidence[] {
  const lines = view.text.split('\n').filter((line) => line.trim() !== '' && !/^\s*[#;]/.test(line));
  const all =
    lines.length > 0 &&
    lines.every((line) => /^\s*[A-Za-z_][\w.-]*\s*=\s*\S*/.test(line) || /^\[[\w.-]+\]$/.test(line.trim()));
  const env =
    all &&
    /\.env\b|환경\s*변수\s*파일|env file|\/etc\/(?:default|sysconfig)\/\w|\.service\b/.test(
      `${view.label} ${view.paragraph} ${view.headings[0]?.title ?? ''}`,
    );
  if (env) return [speaks('file', 6, because('plan-settings-named')), speaks('run', -3)];
  const sections = lines.filter((line) => /^\[[\w.-]+\]$/.test(line.trim())).length;
  if (all && sections > 0 && lines.length > 2 && (view.cues.has('append') || view.cues.has('file')))
    return [speaks('file', 7, because('plan-settings')), speaks('run', -3)];
  return all && view.language !== 'shell' && lines.length > 1
    ? [speaks('file', 2.5, because('plan-settings')), speaks('run', -2)]
    : [];
}

function compose({ view, past }: Case): Evidence[] {
  const fragment = fragmentOfCompose(view);
  if (fragment === null && isExcerptOfFile(view, past)) return [speaks('illustration', 6, because('plan-excerpt'))];
  // No file is two, whatever name stands above.
  if (fragment?.code === 'plan-compose-several') return [speaks('illustration', 12, fragment), speaks('run', -3)];
  if (fragment !== null && changesNamed(view))
    return [speaks('file', 4, because('plan-says-write')), speaks('run', -3)];
  if (fragment !== null) return [speaks('illustration', 6, fragment), speaks('run', -3)];
  if (isAnother(view, past)) return [speaks('illustration', 10, because('plan-compose-another'))];
  return isCompose(view.text) && past.buildFollows ? [speaks('file', 2, because('plan-compose-needs'))] : [];
}

/** A compose file without a name, after the page's own was written: nothing says to write it over that one. */
function isAnother(view: Case['view'], past: Case['past']): boolean {
  if (!isCompose(view.text) || past.buildFollows || past.opened !== null || nameFrom(view, 'file') !== null)
    return false;
  if (/^\W*(?:docker-?\s?)?compose\W*$/i.test(view.label)) return false;
  // Words such as 정의 and "make" also explain what stands in a file.
  const says = [view.cues, view.paragraphCues, view.headingCues].some(
    (cues) => (cues.has('file') && !past.replaced) || cues.has('change') || cues.has('append'),
  );
  return !says && past.written.hasCompose;
}

/** `Change the ports in docker-compose.yml:` */
function changesNamed(view: Case['view']): boolean {
  return view.announced.has('change') && /`[^`]+\.ya?ml`/i.test(view.label);
}

/** YAML that stands line by line in a longer file of the page: it is shown again to be explained. */
function isExcerptOfFile({ language, text, cues }: Case['view'], past: Case['past']): boolean {
  if (language !== 'yaml' || cues.has('change') || cues.has('append')) return false;
  return past.written.isExcerpt(text);
}

/**
 * `cat Dockerfile` shows what the reader must have: a file that nobody makes, or that was changed by hand. What a step
 * has made is printed as it is, and compared.
 */
function shownFile({ view, edited, placed, past }: Case): Evidence | null {
  const [only] = edited;
  if (only?.by !== 'cat' || placed.length !== 1) return null;
  const known = past.written.contentOf(only.path);
  const content = squash(only.lines.map(({ text }) => text).join('\n'));
  const asks = view.paragraphCues.has('change') || view.paragraphCues.has('append') || past.opened === only.path;
  if (known === undefined ? past.written.hasBrought : !asks || squash(known ?? '') === content) return null;
  const kind = isDockerfileName(only.path) ? 'dockerfile' : 'file';
  return speaks(kind, 12, because('plan-cat-shows', { command: only.entry.text }));
}
