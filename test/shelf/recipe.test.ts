import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { block, inBuildOrder, type Recipe, recipeHash } from '../../runner/engine/shelf/recipe.ts';

function recipe(reference: string, bases: readonly Recipe[] = [], text = `FROM ${reference}`): Recipe {
  return block({ reference, bases, build: { kind: 'dockerfile', text }, megabytes: 1 });
}

/** Recipes in which each is built on some of those before it. */
const shelves = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 12 }).map((picks) => {
  const made: Recipe[] = [];
  for (const [index, chosen] of picks.entries()) {
    const bases = chosen.flatMap((number) => made[number % Math.max(1, made.length)] ?? []);
    made.push(recipe(`image:${index}`, bases));
  }
  return made;
});

describe('the order of building', () => {
  test('has each image once, and every base before what is built on it', () => {
    fc.assert(
      fc.property(shelves, (recipes) => {
        const order = inBuildOrder([...recipes].reverse()).map(({ reference }) => reference);
        expect(new Set(order).size).toBe(order.length);
        for (const { reference, bases } of recipes) {
          for (const base of bases) expect(order.indexOf(base.reference)).toBeLessThan(order.indexOf(reference));
        }
      }),
    );
  });

  test('keeps the order of need where nothing else asks for another one', () => {
    const [base, first, second] = [recipe('base:1'), recipe('first:1'), recipe('second:1')];
    const order = inBuildOrder([recipe('a:1', [base, first]), recipe('b:1', [second, base])]);
    expect(order.map(({ reference }) => reference)).toEqual(['base:1', 'first:1', 'a:1', 'second:1', 'b:1']);
  });
});

describe('the hash of a recipe', () => {
  const base = recipe('base:1');
  const plain = recipe('image:1', [base]);

  test('stays while nothing changes', () => {
    expect(recipeHash(recipe('image:1', [recipe('base:1')]))).toBe(recipeHash(plain));
  });

  test.each<[string, Recipe]>([
    ['an instruction', recipe('image:1', [base], 'FROM base:1\nUSER app')],
    ['a base far below', recipe('image:1', [recipe('base:1', [recipe('below:1')])])],
    ['a file', { ...plain, files: { 'app.js': 'a' } }],
    ['the bytes of a file', { ...plain, files: { 'app.js': new Uint8Array([0, 255]) } }],
    ['a package', { ...plain, npmPackages: { node: 'node@16' } }],
  ])('changes with %s', (_what, changed) => {
    expect(recipeHash(changed)).not.toBe(recipeHash(plain));
  });
});
