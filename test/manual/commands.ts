import { verbs } from '../../runner/commands/verbs.ts';
import { type OptionName, optionSpecs } from '../../runner/config/options.ts';
import type { Locale } from '../../runner/core/message.ts';
import { code, fenced, table } from './markdown.ts';

const words = {
  en: { header: ['option', 'what it does', 'default'], processors: 'number of processors' },
  ko: { header: ['옵션', '하는 일', '기본값'], processors: '프로세서 수' },
} as const satisfies Record<Locale, unknown>;

/** What the command line says of each verb, as `commands/en/run` and so on. */
export function commandPieces(): readonly (readonly [string, string])[] {
  const names = Object.keys(verbs);
  return (['en', 'ko'] as const).flatMap((locale) =>
    names.map((name) => [`commands/${locale}/${name}`, verbText(name, locale)] as const),
  );
}

function verbText(name: string, locale: Locale): string {
  const verb = verbs[name];
  if (verb === undefined) throw new Error(`no verb ${name}`);
  const usage = fenced('sh', `tutor ${name} [options] ${verb.operands}`.trimEnd());
  const rows = verb.options.map((option) => [
    code(optionSpecs[option].flag),
    optionSpecs[option].help[locale],
    defaultOf(option, locale),
  ]);
  return [verb.summary[locale], usage, table(words[locale].header, rows)].join('\n\n');
}

/** What holds without the option; nothing where that is simply "no". */
function defaultOf(name: OptionName, locale: Locale): string {
  if (name === 'parallel') return words[locale].processors;
  const value: unknown = optionSpecs[name].schema.parse(undefined);
  return typeof value === 'string' || typeof value === 'number' ? code(String(value)) : '';
}
