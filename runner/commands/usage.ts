import type { CommanderError } from 'commander';
import type { Locale, Message, MessageArgs } from '../core/message.ts';
import { message } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';

/** What the option parser refuses, and the sentence that says so. */
const sentences: Readonly<Record<string, MessageCode>> = {
  'commander.unknownCommand': 'usage-unknown-verb',
  'commander.unknownOption': 'usage-unknown-option',
  'commander.missingArgument': 'usage-missing-operand',
  'commander.optionMissingArgument': 'usage-missing-value',
  'commander.excessArguments': 'usage-too-many',
};

/** What is wrong about a command line, in tutor's own words: the parser knows only English ones. */
export function usageFault({ code, message: said }: CommanderError): Message {
  const sentence = sentences[code];
  const [, name = ''] = /'([^']*)'/.exec(said) ?? [];
  const [, near] = /\(Did you mean (?:one of )?([^)?]+)\?\)/.exec(said) ?? [];
  const args: MessageArgs = { name };
  if (sentence === undefined) return message('usage-wrong', { why: said.replace(/^error: /, '') });
  return near === undefined ? message(sentence, args) : message('usage-near', { what: { code: sentence, args }, near });
}

/** The language that a command line asks for, before anything else of it is understood; null where it asks for none. */
export function languageIn(argv: readonly string[]): Locale | null {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  return at !== -1 && (value === 'en' || value === 'ko') ? value : null;
}
