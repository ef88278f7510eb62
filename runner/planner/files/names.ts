import { posix } from 'node:path';
import { effectsOf } from '../../command/index.ts';
import { escaped } from '../../core/escaped.ts';
import { because, type Told } from '../../core/message.ts';
import type { BlockKind } from '../../core/plan.ts';
import { languageOf } from '../blocks/language.ts';
import { isCompose, isJson } from '../blocks/looks.ts';
import { savedAs } from '../blocks/mark.ts';
import type { View } from '../blocks/view.ts';
import { commandness } from '../lines/commandness.ts';
import { promptOf } from '../prompts/index.ts';
import { cuesIn } from '../prose/cues.ts';
import { endsInColon } from '../prose/sentences.ts';
import { isDockerfileName } from './dockerfile-name.ts';

/** Something that names a file: a path whose last part has an extension or is a name that files have without one. */
const fileName =
  /\/etc\/[\w./-]*\w|(?:~\/|\.{0,2}\/)?(?:[\w.@-]+\/)*(?:[Dd]ocker[Ff]ile(?:\d+|[._-][\w.-]+)?|[\w-]+\.[Dd]ockerfile|Containerfile|Makefile|Jenkinsfile|Vagrantfile|Procfile|Gemfile|\.(?:dockerignore|gitignore|env(?:\.\w+)?|babelrc|npmrc)|[\w.@-]+\.(?:ya?ml|json|jsx?|tsx?|mjs|cjs|py|go|java|kt|rb|php|rs|sh|bash|ps1|bat|conf|cfg|cnf|ini|toml|properties|env|html?|css|sql|txt|xml|md|csv|tf|tpl|c|cpp|cs|csproj|vue|lua|pl|service|mod|lock|vcl|crt|key|pem)(?:\.(?:tmpl|tpl|template|j2|erb|example|sample|dist))?)(?![\w-])/gu;

/** How a name was found, from the most to the least telling. */
export interface FoundName {
  readonly path: string;
  readonly why: Told;
}

/** The name that the block, its info string or the words around it give to its file; null where they give none. */
export function nameFrom(view: View, kind: BlockKind): FoundName | null {
  const fits = (name: string) => suits(name, kind, view) || (kind === 'file' && isAllOf(view.label, name));
  const told = (text: string, why: Told, sentence = text): FoundName | null => {
    const names = [...namesIn(text), ...calledFiles(text)].filter(fits);
    // What the content itself refers to is another file: `Change `compose.yaml` so that it includes `db.yaml``.
    const path = names.findLast((name) => !refersTo(view.text, name)) ?? names.at(-1);
    return path === undefined ? null : { path: inNamedFolder(path, sentence), why };
  };
  // Below a title that is a file's name, parentheses compare it with others: `(as in `.gitignore`)`.
  const compares = isName(view.headings[0]?.title ?? '');
  const own = (text: string) => (compares ? text.replace(/[(（][^()（）]*[)）]/g, '') : text);
  const [label, paragraph] = [view.label, view.paragraph].map((text) => withoutCalls(own(text))) as [string, string];
  return (
    annotated(view) ??
    saved(view) ??
    fromRemark(view, fits) ??
    told(view.block.meta ?? '', because('plan-named-info')) ??
    told(namedByFence(view.block.lang ?? ''), because('plan-named-info')) ??
    told(givenBelow(view), because('plan-named-below')) ??
    told(linked(view.label), because('plan-named-label')) ??
    editedIn(label, kind) ??
    told(coded(label), because('plan-named-label'), label) ??
    told(label, because('plan-named-label')) ??
    told(coded(paragraph), because('plan-named-paragraph'), paragraph) ??
    told(paragraph, because('plan-named-paragraph')) ??
    told(
      view.between
        .filter(({ kind: form }) => form !== 'heading')
        .map(({ text }) => own(text))
        .join('\n'),
      because('plan-named-text'),
    ) ??
    told(view.headings[0]?.title ?? '', because('plan-named-heading')) ??
    told(view.headings[1]?.title ?? '', because('plan-named-heading'))
  );
}

/** The line above is nothing but the name: it tells more than the fence's language. */
function isAllOf(label: string, name: string): boolean {
  return !isDockerfileName(name) && label.replace(/[`*:：\s]/g, '') === name;
}

/** Where a link leads on its site: `](/code/main.c)`, `]({{ base }}/main.c)`. */
const ofSite = /\]\((?:\/|[^)\n]*?\{[{%])[^)\n]*\)/g;

function isName(title: string): boolean {
  const bare = title.replaceAll('`', '').trim();
  return namesIn(bare)[0] === bare;
}

/** Every file name in a text, in order; addresses and image names are none. */
export function namesIn(text: string): readonly string[] {
  return (
    text
      .replace(ofSite, '] ')
      .replace(/https?:\/\/\S+/g, ' ')
      .match(fileName) ?? []
  ).flatMap((name) => (product.test(name) ? [] : [name.replace(/^\.\//, '')]));
}

/** What is called so and is no file: `Node.js`. */
const product =
  /^(?:Node|Next|Nuxt|Vue|React|Express|Nest|Koa|Ember|Angular|Backbone|Three|D3|Chart|Moment|Electron|Socket|Alpine|Meteor|Deno)\.js$|^ASP\.NET/i;

/**
 * Words in code that a sentence calls a file, whatever they look like: `` a file called `default` ``, `` `default` 파일 ``.
 * A language says what is in it: `` a `yaml` file ``.
 */
function calledFiles(text: string): readonly string[] {
  return [...text.matchAll(calledFile)]
    .map((match) => match.slice(1).find((name) => name !== undefined) ?? '')
    .filter((name) => languageOf(name) === 'plain');
}

const code = '`+([\\w.-]+(?:/[\\w.-]+)*)`+';
const calledFile = new RegExp(
  [
    `\\bfile (?:called|named) ${code}`,
    `${code} file\\b`,
    `${code}\\s*(?:이?라는\\s*)?(?:이름의\\s*)?파일`,
    `${code}\\s*(?:という(?:名前の)?)?ファイル`,
    `(?:一?[个個]\\s*)${code}\\s*的(?:檔案|档案|文件)`,
    `(?:名为|名為|叫做?)\\s*${code}`,
    `${code}\\s*(?:檔案|档案|文件(?!夹|夾))`,
  ].join('|'),
  'giu',
);

/** Whether a name stands in a text as a word or as the end of a path. */
function refersTo(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.-])${escaped(posix.basename(name))}(?![\\w-]|\\.\\w)`).test(text);
}

/** ```` ```yaml:compose.yaml ````, ```` ```.dockerignore ````: a file's name in the place of its language, or behind it. */
function namedByFence(lang: string): string {
  const [first = '', second = ''] = lang.split(':');
  return second === '' && /^[\w-]*\.\w/.test(first) ? first : second;
}

/** The path behind a link of a Docker Labspace: `:fileLink[Dockerfile]{path="app/Dockerfile"}`. */
function linked(text: string): string {
  return [...text.matchAll(/:fileLink\[[^\]]*\]\{[^}]*\bpath=["']([^"']+)["']/g)].map(([, path]) => path).join(' ');
}

/** The words without the commands among them, whose paths name what is shown or read; what a command writes it names. */
function withoutCalls(text: string): string {
  return text.replace(/`[^`]+`/g, (span) => {
    const call = callIn(span);
    return call === null || effectsOf(call).edits !== null || effectsOf(call).writesFiles.length > 0 ? span : ' ';
  });
}

/** The file that a command in the words opens in an editor, whatever it is called: `` `vim greet` ``. */
function editedIn(text: string, kind: BlockKind): FoundName | null {
  const calls = (text.match(/`[^`]+`/g) ?? []).flatMap((span) => callIn(span) ?? []);
  const path = calls.map((call) => effectsOf(call).edits).findLast((edited) => edited !== null);
  const isOne = path != null && isDockerfileName(path) === (kind === 'dockerfile');
  return isOne ? { path, why: because('plan-named-label') } : null;
}

/** The command that a piece of code in the words is, without its prompt; null where it is a name or something else. */
function callIn(span: string): string | null {
  const code = span.replaceAll('`', '').trim();
  const call = code.slice(promptOf(code)?.length ?? 0);
  return /\S\s+\S/.test(call) && commandness(call) >= 0.8 ? call : null;
}

function coded(text: string): string {
  return (text.match(/`[^`]+`|\*\*[^*]+\*\*/g) ?? []).join(' ');
}

/** The first sentence below the block, where it gives the file its name and does not lead to the next one. */
function givenBelow({ below }: View): string {
  const first = below.split('\n')[0] ?? '';
  return cuesIn(first).has('naming') && !endsInColon(first) ? first : '';
}

function annotated({ block }: View): FoundName | null {
  const path = block.annotation?.keys.file;
  return path === undefined ? null : { path, why: because('plan-named-annotation') };
}

const folderWord = '(?:폴더|디렉[토터]리|folder|directory|フォルダ|ディレクトリ|目录|文件夹|資料夾)';
/** A folder as sentences name it: `` `site/` ``, `` the folder `site` ``, `` `site` 폴더 ``. */
const namedFolder = new RegExp(
  `\`((?:~|\\.{0,2})?/?[\\w.-]+(?:/[\\w.-]+)*/)\`|${folderWord}\\s+(?:called |named )?\`([\\w./~-]+)\`|\`([\\w./~-]+)\`\\s*${folderWord}`,
  'iu',
);

/** A bare name in the folder that its sentence names: `/etc/docker/` and `daemon.json`. */
function inNamedFolder(name: string, sentence: string): string {
  if (name.includes('/')) return name;
  const folder = folderIn(sentence.split('\n').find((line) => line.includes(name)) ?? '');
  return folder === null || folder === name ? name : `${folder}/${name}`;
}

/** The folder that a sentence names; null where it names none. */
export function folderIn(sentence: string): string | null {
  const found = namedFolder.exec(sentence);
  const folder = found?.[1] ?? found?.[2] ?? found?.[3];
  return folder?.replace(/^\.\//, '').replace(/\/$/, '') ?? null;
}

function saved({ block }: View): FoundName | null {
  const path = savedAs(block);
  return path === null ? null : { path, why: because('plan-saved-as') };
}

/** `# syntax=docker/dockerfile:1` of a Dockerfile and the `#!/bin/sh` of a script name no file. */
const directive = /^\s*#\s*(?:syntax|escape|check)\s*=|^\s*#!/i;

/** A first line that is nothing but a remark with the name, or the name and what the file is for. */
function fromRemark({ text }: View, fits: (name: string) => boolean): FoundName | null {
  const first = text.split('\n').find((line) => line.trim() !== '' && !directive.test(line)) ?? '';
  const body = /^\s*(?:#|\/\/|<!--|--|;|\/\*)\s*(.*?)\s*(?:-->|\*\/)?\s*$/.exec(first)?.[1];
  if (body === undefined) return null;
  const [name = /^(?:file|path|파일|경로)\s*[:：]\s*(\S*\/\S+)$/iu.exec(body)?.[1]] = namesIn(body);
  const rest =
    name === undefined
      ? body
      : body.replace(name, '').replace(/^(?:file(?:name)?|파일(?:명)?|경로|path)?\s*[:：]?\s*/iu, '');
  return name !== undefined && fits(name) && (rest.trim().length <= 12 || callsFile(body, name))
    ? { path: name, why: because('plan-named-first-line') }
    : null;
}

/** `deploy.sh - starts all of it`, `config.js 그라파나 설정 파일`, `app.conf: settings file of the proxy`: the name first, and what kind of file it is. */
function callsFile(remark: string, name: string): boolean {
  const rest = remark.slice(name.length);
  if (remark.startsWith(name) && /^\s+[-–—]\s/.test(rest)) return true;
  return remark.startsWith(name) && rest.length <= 40 && /파일|\bfile\b|ファイル|文件|檔案/iu.test(rest);
}

/** How the files of a language end. */
const endings: Readonly<Record<string, string>> = {
  yaml: '.yaml .yml',
  json: '.json',
  sql: '.sql',
  py: '.py',
  python: '.py',
  js: '.js .jsx .mjs .cjs .vue',
  javascript: '.js .jsx .mjs .cjs',
  ts: '.ts .tsx',
  typescript: '.ts .tsx',
  go: '.go go.mod',
  golang: '.go',
  java: '.java',
  html: '.html .htm',
  css: '.css',
  xml: '.xml',
  php: '.php',
  ruby: '.rb Gemfile',
  nginx: '.conf nginx',
};

function suits(name: string, kind: BlockKind, { language, block, text }: View): boolean {
  const isDockerfile = isDockerfileName(name);
  if (kind === 'dockerfile') return isDockerfile && !/dockerignore/i.test(name);
  if (isDockerfile) return false;
  const own = isJson(text)
    ? endings.json
    : isCompose(text)
      ? endings.yaml
      : (endings[language] ?? endings[block.lang?.toLowerCase() ?? '']);
  return own === undefined || own.split(' ').some((ending) => name.toLowerCase().endsWith(ending.toLowerCase()));
}
