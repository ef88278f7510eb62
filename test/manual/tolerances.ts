import { toleranceReason } from '../../runner/matcher/index.ts';
import { tokenTolerances } from '../../runner/matcher/tolerances/index.ts';
import { type Pair, readExamples } from '../matcher/examples.ts';
import { code, table } from './markdown.ts';

/** The tolerances of values, each with a pair of lines that it lets pass and one that it does not. */
export function tolerancePieces(): readonly (readonly [string, string])[] {
  return (['en', 'ko'] as const).map((locale) => {
    const header =
      locale === 'en' ? ['name', 'why', 'these are the same', 'these are not'] : ['이름', '이유', '같은 것', '다른 것'];
    const rows = tokenTolerances.map(({ name, examples }) => {
      const { command, same, different } = readExamples(examples);
      const reason = toleranceReason(name, locale) ?? '';
      const why = command === undefined ? reason : `${reason} (${code(command)})`;
      return [code(name), why, pair(same[0]), pair(different[0])];
    });
    return [`tolerances/${locale}`, table(header, rows)] as const;
  });
}

function pair(lines: Pair | undefined): string {
  return lines === undefined ? '' : `${code(lines[0])}<br>${code(lines[1])}`;
}
