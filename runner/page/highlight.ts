import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import graphql from 'highlight.js/lib/languages/graphql';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import nginx from 'highlight.js/lib/languages/nginx';
import perl from 'highlight.js/lib/languages/perl';
import php from 'highlight.js/lib/languages/php';
import plaintext from 'highlight.js/lib/languages/plaintext';
import powershell from 'highlight.js/lib/languages/powershell';
import python from 'highlight.js/lib/languages/python';
import r from 'highlight.js/lib/languages/r';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';

/** What programs in containers are written in, and what they are set up with. */
const languages = {
  bash,
  c,
  cpp,
  csharp,
  css,
  diff,
  dockerfile,
  go,
  graphql,
  ini,
  java,
  javascript,
  json,
  kotlin,
  lua,
  makefile,
  markdown,
  nginx,
  perl,
  php,
  plaintext,
  powershell,
  python,
  r,
  ruby,
  rust,
  shell,
  sql,
  swift,
  typescript,
  xml,
  yaml,
};
const lowlight = createLowlight(languages);
/** What authors call a language that the highlighter knows by another name. */
const names: Readonly<Record<string, string>> = {
  console: 'plaintext',
  'shell-session': 'plaintext',
  terminal: 'bash',
  'python-repl': 'python',
  scss: 'css',
  less: 'css',
};
/** Longer ones are data, and colours would make the browser slow. */
const longest = 20_000;

/** Code as elements with highlight.js's classes; as it is, where nobody knows its language. */
export function highlighted(code: string, lang: string | null): ElementContent[] {
  const name = names[lang?.toLowerCase() ?? ''] ?? lang?.toLowerCase() ?? '';
  if (!lowlight.registered(name) || code.length > longest) return [{ type: 'text', value: code }];
  return lowlight.highlight(name, code).children as ElementContent[];
}

/** Code as HTML. */
export function highlightedHtml(code: string, lang: string | null): string {
  return toHtml({ type: 'root', children: highlighted(code, lang) });
}
