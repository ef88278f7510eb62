import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chapter } from '../../runner/core/chapter.ts';
import { parseChapter } from '../../runner/parser/index.ts';

const read = (source: string) => parseChapter(source, { id: 'ch', path: 'ch.md' });
const contents = (chapter: Chapter) => chapter.blocks.map(({ lines }) => lines.map(({ text }) => text));

describe('offsets', () => {
  test.each([
    ['a BOM', '\uFEFF# Tea\n\n```sh\ndocker ps\n```\n'],
    ['CRLF', '# Tea\r\n\r\n```sh\r\ndocker ps\r\ndocker info\r\n```\r\n'],
    ['a NUL', '# T\u0000ea\n\n```sh\necho \u0000\n```\n'],
    ['tabs before a fence in a list', '-\tTea\n\n\t```sh\n\tdocker ps\n\t```\n'],
    ['nested quotes', '> > ```sh\n> > docker ps\n> > ```\n'],
    ['no final newline', '```sh\ndocker ps\n```'],
  ])('are those of the source with %s', (_, source) => {
    const { blocks } = read(source);
    expect(blocks).toHaveLength(1);
    for (const { text, range } of blocks[0]?.lines ?? []) expect(source.slice(range.start, range.end)).toBe(text);
    expect(contents(read(source))[0]?.[0]).toMatch(/^(?:docker ps|echo \0)$/);
  });
});

describe('blocks that CommonMark does not see', () => {
  test('a fence closed by a mark to execute it', () => {
    const source = '```\ndocker ps\n```{{execute}}\n\nThen:\n\n```\ndocker info\n```\n';
    expect(contents(read(source))).toEqual([['docker ps'], ['docker info']]);
  });
  test('a fence in HTML, without an empty line before it', () => {
    const [block] = read('<details>\n<summary>x</summary>\n```sh\ndocker ps\n```\n</details>\n').blocks;
    expect(block).toMatchObject({ lang: 'sh', within: ['details'], closed: true });
  });
  test('a fence in a comment is none', () => {
    expect(read('<!--\n```sh\ndocker ps\n```\n-->\n').blocks).toEqual([]);
  });
  test('an unclosed fence ends where Markdown goes on, and is reported', () => {
    const chapter = read('```sh\ndocker ps\n\n## Next\n\nMore.\n');
    expect(contents(chapter)).toEqual([['docker ps']]);
    expect(chapter.messages).toMatchObject([{ code: 'fence-unclosed', severity: 'warning', line: 1 }]);
    expect(chapter.sections.map(({ title }) => title)).toEqual(['', 'Next']);
  });
});

describe('a <pre>', () => {
  test('is a block: what a browser shows of it, at its place in the source', () => {
    const source = 'Look:\n<pre><code class="language-sh">$ docker ps\n$ docker rm &lt;id&gt;</code></pre>\n\nMore.\n';
    const { blocks } = read(source);
    expect(blocks).toMatchObject([{ form: 'html', lang: 'sh', line: 2, endLine: 3, closed: true }]);
    expect(contents(read(source))).toEqual([['$ docker ps', '$ docker rm <id>']]);
    const ranges = blocks[0]?.lines.map(({ range }) => source.slice(range.start, range.end));
    expect(ranges).toEqual(['$ docker ps', '$ docker rm &lt;id&gt;']);
  });
  test('loses the marks for colours, and the lines of its tags', () => {
    const source = '<div class="hl"><pre>\n<span>docker</span> ps <b>-a</b>\n</pre></div>\n';
    expect(contents(read(source))).toEqual([['docker ps -a']]);
  });
  test('that nothing closes is prose', () => {
    expect(read('<pre>docker ps\n').blocks).toEqual([]);
  });
  test('within a fence belongs to the fence', () => {
    expect(contents(read('```html\n<pre>x</pre>\n```\n'))).toEqual([['<pre>x</pre>']]);
  });
});

describe('a fence that is never closed', () => {
  test('ends before the rule with which Markdown goes on; the next one opens', () => {
    const source = '```sh\ndocker ps\n\n---\n\n## Next\n\nThe tree:\n\n```\na\nb\n```\n';
    expect(contents(read(source))).toEqual([['docker ps'], ['a', 'b']]);
  });
  test('is not suspected for an empty line and a remark within a script', () => {
    const source = '```sh\ndocker ps\n\n# then\n\ndocker info\n\n```\n\nMore.\n';
    expect(contents(read(source))).toEqual([['docker ps', '', '# then', '', 'docker info', '']]);
  });
});

describe('sections', () => {
  test("have GitHub's anchors and know what encloses them", () => {
    const { sections } = read('# One\n\n## 둘째, 절!\n\n## 둘째, 절!\n');
    expect(sections.map(({ slug, parent }) => [slug, parent])).toEqual([
      ['', null],
      ['one', null],
      ['둘째-절', 1],
      ['둘째-절-1', 1],
    ]);
  });
});

describe('annotations', () => {
  test('are read, typed, and tied to the block below', () => {
    const { annotations, messages } = read(
      '<!-- tutor: timeout=2m expect=contains answer="a b" answer=c -->\n```sh\nx\n```\n',
    );
    expect(annotations).toMatchObject([
      { block: 0, keys: { timeoutMs: 120_000, expect: 'contains', answer: ['a b', 'c'] } },
    ]);
    expect(messages).toEqual([]);
  });
  test('hold hidden commands', () => {
    const { annotations } = read('<!-- tutor:setup\nmkdir tea\ncd tea\n-->\n');
    expect(annotations[0]?.keys.setup?.map(({ text }) => text)).toEqual(['mkdir tea', 'cd tea']);
  });
  test.each([
    ['timout=3s', 'annotation-unknown-key-near', 13],
    ['colour=red', 'annotation-unknown-key', 13],
    ['timeout=soon', 'annotation-value', 13],
  ])('%s is refused at its place', (text, code, column) => {
    expect(read(`<!-- tutor: ${text} -->\n\`\`\`sh\nx\n\`\`\`\n`).messages).toMatchObject([{ code, line: 1, column }]);
  });
  test('without a block are reported', () => {
    expect(read('<!-- tutor: run -->\n\nText.\n').messages).toMatchObject([{ code: 'annotation-without-block' }]);
  });
});

test('broken front matter is a message, and the chapter is read', () => {
  const chapter = read('---\ntitle: "x\n---\n\n# Tea\n');
  expect(chapter.messages).toMatchObject([{ code: 'front-matter-invalid' }]);
  expect(chapter.title).toBe('Tea');
});

/** Lines that matter to the reader of a chapter, in any order. */
const line = fc.oneof(
  fc.constantFrom(
    '```',
    '```sh',
    '````',
    '~~~',
    '> ```',
    '> > x',
    '- item',
    '1. ```bash',
    '   ```',
    '\t```',
    '<details>',
    '</td><td>',
    '{% highlight bash %}',
    '{% endhighlight %}',
    '<!--',
    '-->',
    '<!-- tutor: run -->',
    '# Head',
    '---',
    '`ls`{{execute}}',
    '=== "Linux"',
    '    code',
    '| a | b |',
    '|---|---|',
    '$ docker ps',
    '',
    '```{{execute}}',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, '')),
);
const source = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 30 }))
  .map(([bom, lines]) => (bom ? '\uFEFF' : '') + lines.map(([text, end]) => text + end).join(''));

describe('for any Markdown', () => {
  test('every line of a block is a slice of the source, in order, and blocks do not overlap', () => {
    fc.assert(
      fc.property(source, (text) => {
        const chapter = read(text);
        let before = 0;
        for (const { range, lines } of chapter.blocks) {
          expect(range.start).toBeGreaterThanOrEqual(before);
          before = range.end;
          for (const one of lines) {
            expect(text.slice(one.range.start, one.range.end)).toBe(one.text);
            expect(one.range.end).toBeLessThanOrEqual(range.end);
            expect(one.text).not.toMatch(/[\r\n]/);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('written back without edits it is the same, byte for byte', () => {
    fc.assert(
      fc.property(source, (text) => {
        const { source: kept, blocks } = read(text);
        let [written, at] = ['', 0];
        for (const { start, end } of blocks.flatMap(({ lines }) => lines.map(({ range }) => range))) {
          written += kept.slice(at, start) + kept.slice(start, end);
          at = end;
        }
        expect(Buffer.from(written + kept.slice(at)).equals(Buffer.from(text))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    '```sh\n',
    '> ```\n',
    '<!--\n',
    '{% highlight sh %}\n',
    '- x\n  ```\n',
    '`a`{{execute}} ',
    '    code\n\n',
    '<details>\n',
  ])('ten times as much of %j takes no more than some twenty times as long', (text) => {
    const once = (many: string) => {
      const start = process.cpuUsage();
      read(many);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    // The smallest of three: a collection of garbage that falls into one of them goes through the heap of all tests.
    const time = (count: number) => Math.min(...[1, 2, 3].map(() => once(text.repeat(count))));
    const small = Math.max(20, time(300));
    expect(time(3000)).toBeLessThan(small * 25);
  });
});
