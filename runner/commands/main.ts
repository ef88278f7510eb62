import { Command, CommanderError } from 'commander';
import * as z from 'zod';
import korean from 'zod/v4/locales/ko.js';
import { type OptionName, type OptionSpec, type Options, optionSpecs } from '../config/options.ts';
import { type Locale, message, UserError, wording } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';
import { version } from '../core/version.ts';
import { isGoneReader, tellFailure } from './failure.ts';
import { guarded } from './guarded.ts';
import { Interruption } from './interruption.ts';
import { languageIn, usageFault } from './usage.ts';
import type { Io, Verb } from './verb.ts';
import { verbs } from './verbs.ts';

/** Exit code of a usage error, a bad configuration or an unreadable chapter. */
const usageExit = 2;

/**
 * Runs tutor for a process (or a test's stand-in of one), once.
 *
 * @returns the exit code; every error has been told in a sentence.
 */
export async function main(host: NodeJS.Process): Promise<number> {
  const interruption = new Interruption(host);
  const locale = languageIn(host.argv) ?? localeOf(host);
  const fail = (error: unknown) => tellFailure(error, { stderr: guarded(host.stderr), env: host.env, locale });
  let stray: number | null = null;
  // What nobody waited for; also after the end, when what was written fails to arrive.
  host.on('uncaughtException', (error) => {
    if (interruption.happened || isGoneReader(error, host)) return;
    stray = fail(error);
    host.exitCode = stray;
    interruption.end();
  });
  try {
    const exitCode = await dispatch(host, locale, interruption);
    return stray ?? exitCode;
  } catch (error) {
    if (stray !== null) return stray;
    if (interruption.happened) return interruption.exitCode;
    if (!(error instanceof CommanderError)) return fail(error);
    // Without a verb the parser has printed the help.
    if (error.exitCode === 0 || error.code === 'commander.help') return error.exitCode === 0 ? 0 : usageExit;
    return fail(new UserError(usageFault(error)));
  } finally {
    interruption.close();
  }
}

async function dispatch(host: NodeJS.Process, locale: Locale, interruption: Interruption): Promise<number> {
  const [stdout, stderr] = [guarded(host.stdout), guarded(host.stderr)];
  let exitCode = 0;
  const program = new Command('tutor').exitOverride().configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
    // Told in the user's language, see `usageFault`.
    outputError: () => {},
  });
  const ioIn = (language: Locale): Io => ({
    stdin: host.stdin,
    stdout,
    stderr,
    env: host.env,
    cwd: host.cwd(),
    locale: language,
    get signal() {
      return interruption.signal;
    },
    rest: () => interruption.rest(),
    lendInterrupt: (listener) => interruption.lend(listener),
  });
  const say = (code: MessageCode) => wording({ code, args: {} }, locale);
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say('help-usage'),
    'Options:': say('help-options'),
    'Commands:': say('help-verbs'),
    'Arguments:': say('help-operands'),
  };
  program
    .description(say('tutor'))
    .version(version, '-V, --version', say('help-version'))
    .helpOption('-h, --help', say('help-help'))
    .helpCommand('help [command]', say('help-help'))
    .configureHelp({ styleTitle: (title) => titles[title] ?? title });
  if (locale === 'ko') z.config(korean());
  for (const [name, verb] of Object.entries(verbs)) {
    addVerb(program, name, verb, locale).action(async (...given: unknown[]) => {
      const command = given.at(-1) as Command;
      const options = parseOptions(verb, command.opts());
      // All of tutor, and what it starts, knows a terminal on which nothing is drawn by this.
      if (options.plain) host.env.TERM = 'dumb';
      const io = ioIn(options.lang ?? locale);
      exitCode = await (await verb.load()).run({ args: command.args, options, io });
    });
  }
  if (host.argv.length > 2 || !host.stdin.isTTY || !host.stdout.isTTY) await program.parseAsync(host.argv);
  else {
    const wish = await (await import('./start.ts')).start(ioIn(locale));
    if (wish === 'help') program.outputHelp();
    else if (wish !== null) await program.parseAsync([...host.argv, 'run', wish.chapter]);
  }
  return exitCode;
}

function addVerb(program: Command, name: string, verb: Verb, locale: Locale): Command {
  const command = program
    .command(`${name} ${verb.operands}`.trim())
    .description(verb.summary[locale])
    .helpOption('-h, --help', wording({ code: 'help-help', args: {} }, locale));
  for (const option of verb.options) {
    const { flag, help, repeatable }: OptionSpec = optionSpecs[option];
    if (repeatable) command.option(flag, help[locale], (one: string, all: string[] = []) => [...all, one]);
    else command.option(flag, help[locale]);
  }
  return command;
}

function parseOptions(verb: Verb, given: Record<string, unknown>): Options {
  const entries = (Object.keys(optionSpecs) as OptionName[]).map((name) => {
    const { schema, flag } = optionSpecs[name] as { schema: z.ZodType; flag: string };
    const parsed = schema.safeParse(verb.options.includes(name) ? given[name] : undefined);
    if (parsed.success) return [name, parsed.data] as const;
    throw new UserError(
      message('usage-value', { flag, why: parsed.error.issues.map((issue) => issue.message).join(' ') }),
    );
  });
  return Object.fromEntries(entries) as Options;
}

/** Korean where the user's locale is Korean, else English. An empty variable counts as unset (POSIX, 8.2). */
function localeOf(host: NodeJS.Process): Locale {
  const name = host.env.LC_ALL || host.env.LC_MESSAGES || host.env.LANG || '';
  return name.startsWith('ko') ? 'ko' : 'en';
}
