import { describe, expect, test } from 'vitest';
import { type Phrase, plainly, saysAny } from '../../runner/planner/prose/phrases.ts';

const says = (phrase: Phrase, text: string) => saysAny([phrase])(plainly(text));

describe('a phrase of what authors say', () => {
  test.each<[Phrase, readonly string[], readonly string[]]>([
    ['bad habit|idea', ['A bad idea.', 'BAD\nhabit'], ['a bad, bad ideal', 'a badidea', 'forbad idea']],
    ['컨테이너 안|속', ['컨테이너 안에서', '컨테이너속'], ['컨테이너를 안에서']],
    ['the? way', ['no way', 'the way'], ['theway', 'a highway']],
    ["don't type this", ["Don't type this", 'dont type this', 'Don’t type this'], ['do type this']],
    ['host-', ['on hosts', "the host's name"], ['ghost']],
    ['표시- 된다', ['표시된다', '표시하게 된다'], ['표시 안 된다']],
    ['at the _ prompt', ['at the `mysql>` prompt'], ['at the prompt', 'at the very first prompt']],
    ['write … file', ['Write this into compose.yaml, a file.'], ['Write it down. A file is next.', '적는다 file']],
    ['ctrl + p|c', ['Ctrl+P', 'ctrl - C', '`Ctrl` + `C`'], ['ctrl alt p', 'ctrlx']],
    ['^ before $', ['**Before**', '# before:\nwords', 'words\n- Before'], ['before it', 'not before']],
    ['输出 :', ['输出：', '输出 ( :'], ['输出']],
    ['output … .', ['The output is this:', 'output below.'], ['output below']],
  ])('%s', (phrase, found, not) => {
    expect(found.filter((text) => !says(phrase, text))).toEqual([]);
    expect(not.filter((text) => says(phrase, text))).toEqual([]);
  });
});
