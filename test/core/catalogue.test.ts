import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { wording } from '../../runner/core/message.ts';
import { catalogue } from '../../runner/core/messages/index.ts';

const sentences = Object.entries(catalogue) as [string, { readonly en: string; readonly ko: string }][];
const argumentsOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const bare = (text: string) => text.replace(/\{[^}]+\}|`[^`]*`|"[^"]*"/g, '');
/** Names that are the same in every language. */
const nameOnly = /^[\s\d\p{P}\p{S}]*(?:[A-Z]\w*[\s\d\p{P}\p{S}]*)*$/u;

describe('every sentence in both languages', () => {
  test('takes the same arguments', () => {
    const uneven = sentences.filter(([, { en, ko }]) => argumentsOf(en).join() !== argumentsOf(ko).join());
    expect(uneven.map(([code]) => code)).toEqual([]);
  });

  test('has in English the word that fits the number, by a number that it has', () => {
    const wrong = sentences.flatMap(([code, { en, ko }]) => [
      ...(/\(s\)/.test(en) || /(?<!of )\{count\} (?:more )?[a-z]+s\b/.test(en) ? [code] : []),
      ...[...en.matchAll(/\{(\w+)\|/g)].flatMap(([, name]) => (en.includes(`{${name}}`) ? [] : [code])),
      ...(/\{\w+\|/.test(ko) ? [code] : []),
    ]);
    expect(wrong).toEqual([]);
    const [one, many] = [1, 12].map((count) => wording({ code: 'consequences', args: { count, lines: '7' } }, 'en'));
    expect([one, many]).toEqual(['1 step follows from this (line 7)', '12 steps follow from this (lines 7)']);
  });

  test('is Korean in Korean and is not in English', () => {
    const korean = /[가-힣]/;
    const foreign = sentences.filter(
      ([, { en, ko }]) => korean.test(en) || !(korean.test(ko) || nameOnly.test(bare(ko)) || bare(ko) === bare(en)),
    );
    expect(foreign.map(([code]) => code)).toEqual([]);
    // What is the same in both is no sentence.
    const same = sentences.filter(([, { en, ko }]) => en === ko && /[a-z]+ [a-z]+ [a-z]+/.test(bare(en)));
    expect(same.map(([code]) => code)).toEqual([]);
  });

  test('has no particle behind an argument that fits only some of what may stand there', () => {
    const fixed = /\{\w+\}["'`”’]*(?:[을를은는와과로]|으로|이|가)(?=[ ,.])/;
    expect(sentences.filter(([, { ko }]) => fixed.test(ko)).map(([code, { ko }]) => `${code}: ${ko}`)).toEqual([]);
  });

  test('has one word for each thing', () => {
    const second = /대역|스탠드인|stand-in 이미지/;
    expect(sentences.filter(([, { ko }]) => second.test(ko)).map(([code]) => code)).toEqual([]);
  });
});

/** Calls whose arguments are told to a user, and names under which a reason is handed on to them. */
const tellers = new Set(['message', 'because', 'wording', 'UserError']);
const reasons = new Set(['reason', 'why', 'what', 'missing', 'destructive']);
const prose = /(?:^| )[a-z]{2,} (?:[a-z]+|…) [a-z]{2,}/;
/** Commands, which are the same in every language. */
const command = /^(?:docker|systemctl|compose|sudo|apt-get|logs|start|attach|up) /;

/** English prose that is handed to a sentence as an argument: it stands in the Korean one, too. */
function untranslated(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const found: string[] = [];
  const visit = (node: unknown, told: boolean): void => {
    if (Array.isArray(node)) for (const each of node) visit(each, told);
    else if (isNode(node)) {
      // Both languages side by side.
      if (node.type === 'ObjectExpression' && node.properties?.some(({ key }) => key?.name === 'ko')) return;
      const tells =
        (node.type === 'CallExpression' || node.type === 'NewExpression') && tellers.has(node.callee?.name ?? '');
      const hands = node.type === 'Property' && reasons.has(node.key?.name ?? '');
      const said =
        node.type === 'Literal' && typeof node.value === 'string'
          ? node.value
          : node.type === 'TemplateLiteral'
            ? (node.quasis ?? []).map(({ value }) => value.cooked).join('…')
            : null;
      if (told && said !== null && prose.test(said) && !command.test(said)) found.push(said);
      for (const value of Object.values(node)) visit(value, told || tells || hands);
    }
  };
  visit(parseAst(text, { lang: 'ts' }).body, false);
  return found;
}

interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly key?: { readonly name?: string };
  readonly callee?: { readonly name?: string };
  readonly properties?: readonly { readonly key?: { readonly name?: string } }[];
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

test('no sentence is handed to another one in one language only', () => {
  const runner = join(import.meta.dirname, '../../runner');
  const found = globSync(['**/*.ts'], { cwd: runner })
    .filter((file) => !file.startsWith('core/messages/'))
    .flatMap((file) => untranslated(join(runner, file)).map((said) => `${file}: ${said}`));
  expect(found).toEqual([]);
});
