import { effectsOf, understand } from '../../command/index.ts';
import type { TypedEntry } from '../transcript/entry.ts';

/** A statement of SQL is typed into a client, whatever prompt the author copied. */
export function isSql(text: string): boolean {
  return /^(?:SELECT\s[\s\S]*\bFROM\b|CREATE (?:TABLE|DATABASE|USER)\b|INSERT INTO\b|DROP (?:TABLE|DATABASE)\b|SHOW (?:DATABASES|TABLES|(?:GLOBAL |SESSION )?(?:VARIABLES|STATUS)|PROCESSLIST|GRANTS|COLUMNS|INDEX|ENGINES|CREATE TABLE)\b|UPDATE \w+ SET\b|DELETE FROM\b|ALTER TABLE\b)/i.test(
    text,
  );
}

/** It leaves the shell or the client that it is typed into. */
export function isLeaving({ text }: TypedEntry): boolean {
  return effectsOf(text).leaves || /^(?:\.?exit|quit|logout|\\q|bye)(?:\(\))?;?$/i.test(text.trim());
}

const hostOnly = ['docker', 'kubectl', 'minikube', 'vagrant'];

/** Docker is called on the host; so is what asks a published port or edits the build's files. */
export function isHostOnly(text: string): boolean {
  return understand(text).calls.some(
    ({ docker, program }) => docker !== null || hostOnly.some((name) => program.startsWith(name)),
  );
}

/** It asks a published port, or edits what is built on the host. */
export function touchesHost(text: string): boolean {
  const { contacts, edits, writesFiles } = effectsOf(text);
  const dockerfiles = [edits ?? '', ...writesFiles].some((path) => /dockerfile|compose|\.dockerignore/i.test(path));
  return (
    dockerfiles ||
    contacts.some(({ host, port }) => ['localhost', '127.0.0.1', '0.0.0.0'].includes(host) && port !== 80) ||
    text.startsWith('git clone')
  );
}

/** It is a whole command of a shell's. */
export function effectsKnown(text: string): boolean {
  return understand(text).script.valid && /^[a-z]/.test(text) && !/;\s*$/.test(text);
}
