/** What an info string's language says about a block. */
export type Language =
  | 'shell'
  | 'console'
  | 'windows'
  | 'dockerfile'
  | 'yaml'
  | 'json'
  | 'sql'
  | 'code'
  | 'config'
  | 'markup'
  | 'diff'
  | 'drawing'
  | 'plain'
  | 'output'
  | 'none';

const names: Readonly<Record<Exclude<Language, 'none'>, string>> = {
  shell:
    'bash sh shell zsh fish shellscript shell-script ash terminal cli linux ubuntu centos commandline command docker-cli',
  console: 'console shell-session shellsession sh-session bash-session tree tty term',
  windows: 'powershell ps1 pwsh ps posh cmd bat batch batchfile dos',
  dockerfile: 'dockerfile docker containerfile',
  yaml: 'yaml yml docker-compose compose',
  json: 'json jsonc json5',
  sql: 'sql mysql postgresql pgsql plsql',
  code: 'js javascript jsx ts typescript tsx mjs cjs py python py3 go golang java kotlin kt scala c cpp c++ cs csharp rb ruby php rs rust swift groovy lua perl r vue svelte makefile make dart elixir',
  config:
    'ini conf config nginx apache apacheconf toml properties env dotenv cfg hcl terraform tf editorconfig gitignore ignore systemd crontab csv',
  markup: 'html xml css scss md markdown svg',
  diff: 'diff patch git',
  drawing: 'mermaid plantuml puml dot graphviz ditaa flow sequence math latex ascii url http-request',
  plain: 'text txt plain plaintext',
  output: 'output out log logs stdout result',
};

const byName = new Map(
  (Object.entries(names) as [Exclude<Language, 'none'>, string][]).flatMap(([language, all]) =>
    all.split(' ').map((name) => [name, language] as const),
  ),
);

/** The class of an info string's first word; play-with-docker's `.term1` is a shell. */
export function languageOf(lang: string | null): Language {
  if (lang === null) return 'none';
  const name = lang
    .toLowerCase()
    .replace(/^\./, '')
    .replace(/[:,].*$/, '');
  if (/^term\d*$/.test(name)) return 'shell';
  return byName.get(name) ?? 'plain';
}
