import type { CommandFacts } from '../facts.ts';
import { build } from './build.ts';
import type { Form } from './form.ts';
import { json } from './json.ts';
import { list } from './list.ts';
import { packages } from './packages.ts';
import { progress } from './progress.ts';
import { settings } from './settings.ts';
import { table } from './table.ts';

/** Every form, the most specific first. */
const forms: readonly Form[] = [build, json, progress, settings, packages, list, table];

/** The forms that output of a command can have. */
export function formsOf(facts: CommandFacts): readonly Form[] {
  return forms.filter(({ of }) => of?.(facts) ?? true);
}

/** Whether it is the form of lists, of which each line means something by itself. */
export function isList(form: Form): boolean {
  return form === list;
}
