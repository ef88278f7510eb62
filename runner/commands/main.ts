import { Command, CommanderError } from 'commander';
import * as z from 'zod';
import { type OptionName, type Options, optionSpecs } from '../config/options.ts';
import { type Locale, located, UserError, wording } from '../core/message.ts';
import type { Io, Verb } from './verb.ts';
import { verbs } from './verbs.ts';
import { version } from './version.ts';

/** Exit code of a usage error, a bad configuration or an unreadable chapter. */
const usageExit = 2;
const interruptedExit = 130;

/** One Ctrl-C under npx arrives twice: from the terminal, and passed on by npx. */
const sameKeyMs = 300;

/**
 * Runs tutor for a process (or a test's stand-in of one).
 *
 * @returns the exit code; every error that is the user's to mend has been printed.
 */
export async function main(host: NodeJS.Process): Promise<number> {
  const stop = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let interruptedAt = 0;
  const interrupt = () => {
    // The second one ends at once: whoever presses Ctrl-C twice does not want to wait for a clean-up.
    if (stop.signal.aborted && performance.now() - interruptedAt > sameKeyMs) host.exit(interruptedExit);
    if (!stop.signal.aborted) interruptedAt = performance.now();
    stop.abort();
  };
  for (const name of signals) host.on(name, interrupt);
  const locale = localeOf(host);
  try {
    return await dispatch(host, { locale, signal: stop.signal });
  } catch (error) {
    if (stop.signal.aborted) return interruptedExit;
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExit;
    if (!(error instanceof UserError)) throw error;
    host.stderr.write(`${located(error.details, locale)}\n`);
    return error.exitCode;
  } finally {
    for (const name of signals) host.off(name, interrupt);
  }
}

async function dispatch(host: NodeJS.Process, { locale, signal }: Pick<Io, 'locale' | 'signal'>): Promise<number> {
  let exitCode = 0;
  const program = new Command('tutor').exitOverride().configureOutput({
    writeOut: (text) => host.stdout.write(text),
    writeErr: (text) => host.stderr.write(text),
  });
  program
    .description(wording({ code: 'tutor', args: {} }, locale))
    .version(version)
    .showHelpAfterError('(--help lists what there is)');
  for (const [name, verb] of Object.entries(verbs)) {
    addVerb(program, name, verb, locale).action(async (...given: unknown[]) => {
      const command = given.at(-1) as Command;
      const options = parseOptions(verb, command.opts(), program);
      const io: Io = {
        stdin: host.stdin,
        stdout: host.stdout,
        stderr: host.stderr,
        env: host.env,
        cwd: host.cwd(),
        locale: options.lang ?? locale,
        signal,
      };
      exitCode = await (await verb.load()).run({ args: command.args, options, io });
    });
  }
  await program.parseAsync(host.argv);
  return exitCode;
}

function addVerb(program: Command, name: string, verb: Verb, locale: Locale): Command {
  const command = program.command(`${name} ${verb.operands}`.trim()).description(verb.summary[locale]);
  for (const option of verb.options) command.option(optionSpecs[option].flag, optionSpecs[option].help[locale]);
  return command;
}

function parseOptions(verb: Verb, given: Record<string, unknown>, program: Command): Options {
  const entries = (Object.keys(optionSpecs) as OptionName[]).map((name) => {
    const { schema, flag } = optionSpecs[name] as { schema: z.ZodType; flag: string };
    const parsed = schema.safeParse(verb.options.includes(name) ? given[name] : undefined);
    if (parsed.success) return [name, parsed.data] as const;
    return program.error(`error: option '${flag}': ${z.prettifyError(parsed.error)}`, { exitCode: usageExit });
  });
  return Object.fromEntries(entries) as Options;
}

/** Korean where the user's locale is Korean, else English. */
function localeOf(host: NodeJS.Process): Locale {
  const name = host.env.LC_ALL ?? host.env.LC_MESSAGES ?? host.env.LANG ?? '';
  return name.startsWith('ko') ? 'ko' : 'en';
}
