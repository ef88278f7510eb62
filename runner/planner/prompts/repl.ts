import type { PromptForm } from './prompt.ts';

/** Prompts of database clients and interpreters. */
export const replPrompts: readonly PromptForm[] = [
  { form: 'mysql', side: 'repl', program: 'mysql', pattern: /^\s*(?:mysql|MariaDB \[[^\]]*\])\s?>\s*/ },
  { form: 'mysql-more', side: 'repl', program: 'mysql', continues: true, pattern: /^\s{1,8}(?:['"`]?->)\s/ },
  { form: 'python', side: 'repl', program: 'python', pattern: /^\s*>>>(?:\s+|$)/ },
  { form: 'psql', side: 'repl', program: 'psql', pattern: /^\s*[a-z_]\w*=[#>](?:\s+|$)/ },
  { form: 'psql-more', side: 'repl', program: 'psql', continues: true, pattern: /^\s*[a-z_]\w*-[#>](?:\s+|$)/ },
  {
    form: 'redis',
    side: 'repl',
    program: 'redis-cli',
    pattern: /^\s*(?:(?:\d{1,3}\.){3}\d{1,3}|localhost|redis[\w.-]*|not connected):?\d*(?:\[\d+\])?>(?:\s+|$)/,
  },
  {
    form: 'mongo',
    side: 'repl',
    program: 'mongosh',
    pattern: /^\s*(?:mongo|test|admin|rs\d:\w+|[\w-]+ \[[^\]]*\] \w+)>(?:\s+|$)/,
  },
  { form: 'sqlite', side: 'repl', program: 'sqlite3', pattern: /^\s*sqlite\s?>(?:\s+|$)/ },
  { form: 'sqlplus', side: 'repl', program: 'sqlplus', pattern: /^\s*(?:SQL|cqlsh(?::\w+)?)>(?:\s+|$)/ },
  { form: 'ruby', side: 'repl', program: 'irb', pattern: /^\s*irb(?:\([^)]*\))?[:\d]*>(?:\s+|$)/ },
  { form: 'java', side: 'repl', program: 'jshell', pattern: /^\s*(?:jshell|scala)>(?:\s+|$)/ },
  { form: 'ipython', side: 'repl', program: 'python', pattern: /^\s*In \[\d+\]:\s*/ },
];
