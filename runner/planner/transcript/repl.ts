import { effectsOf } from '../../command/index.ts';

const sql =
  /^(?:select|show|use|create|insert|update|delete|drop|alter|describe|desc|grant|flush|set|commit|begin|exit|quit|\\[a-z]|help|status|values|from|where|primary|foreign|\)|call|explain|truncate)\b|^\\[a-z+?]|;\s*$/i;

const redis =
  /^(?:m?[gs]et|del|keys|type|ping|incr|decr|h[gs]et|hgetall|[lr]push|lrange|llen|sadd|smembers|zadd|zrange|scan|info|select|auth|config|expire|ttl|exists|dbsize|(?:bg)?save|flush(?:all|db)|publish|subscribe|monitor)\b/i;

/** Whether a line (without prompt) is something that one types into this client. */
export function looksTyped(text: string, client: string): boolean {
  const line = text.trim();
  if (/^(?:\.?exit|quit)(?:\(\))?;?$/i.test(line)) return true;
  switch (client) {
    case 'mysql':
    case 'mariadb':
    case 'psql':
    case 'sqlite3':
    case 'sqlplus':
    case 'sqlcmd':
      return sql.test(line) || /^GO$/i.test(line);
    case 'telnet':
      return redis.test(line) || /^(?:stats|HELO|EHLO|(?:GET|HEAD|POST) \/\S* HTTP)\b/i.test(line);
    case 'redis-cli':
      return redis.test(line);
    case 'mongo':
    case 'mongosh':
      return /^(?:db\.|use |show |rs\.|sh\.)/.test(line);
    default:
      return /^(?:import |from |print\(|for |def |class |console\.|const |let |var |require\(|\w+\s*=\s*\S|\w+(?:\.\w+)*\()/.test(
        line,
      );
  }
}

/** The client that is open after a line was typed: opened by it, closed by it, or as before. */
export function replOpenedBy(text: string, client: string | null): string | null {
  if (client !== null) return /^\s*(?:exit|quit|\.exit|\\q|\^D)(?:\(\))?;?\s*$/i.test(text) ? null : client;
  return clientOf(text);
}

/** The client that a shell command opens, or null. */
export function clientOf(text: string): string | null {
  const { opens } = effectsOf(text);
  if (opens === null || ['powershell', 'pwsh', 'cmd'].includes(opens.program)) return null;
  return opens.shellLike === false && (opens.into === 'repl' || opens.into === 'container') ? opens.program : null;
}

/** The languages that an interpreter takes, as info strings name them. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  python: ['python', 'py', 'python3', 'py3'],
  node: ['js', 'javascript', 'node', 'mjs'],
  mongosh: ['js', 'javascript'],
  mongo: ['js', 'javascript'],
  irb: ['ruby', 'rb'],
  jshell: ['java'],
};

/** Whether what is open takes code of this language: then it is typed there, and no file. */
export function takesCode(program: string, lang: string | null): boolean {
  return lang !== null && (spoken[program.replace(/^i?python[\d.]*$/, 'python')] ?? []).includes(lang.toLowerCase());
}
