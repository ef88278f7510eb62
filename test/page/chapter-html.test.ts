import { expect, test } from 'vitest';
import { chapterHtml } from '../../runner/page/chapter-html.ts';
import { markdownTree, parseChapter } from '../../runner/parser/index.ts';

function html(markdown: string, drawn: readonly number[] = []): string {
  const chapter = parseChapter(markdown, { id: 'x', path: 'x.md' });
  return chapterHtml(chapter, {
    drawn: new Set(drawn),
    pictureOf: (name) => `/p/${encodeURIComponent(name)}`,
    prefix: 'chapter-',
    markdownTree,
  });
}

test('a block with steps leaves its place, also in a list, a quote and folded text', () => {
  const list = html('1. First:\n   ```bash\n   docker ps\n   ```\n2. Second\n', [0]);
  expect(list).toMatch(/<li>\s*<p>First:<\/p>\s*<div data-block="0"><\/div>\s*<\/li>\s*<li>/);
  expect(html('> Type:\n> ```\n> docker ps\n> ```\n> and go on.\n', [0])).toMatch(
    /<blockquote>\s*<p>Type:<\/p>\s*<div data-block="0"><\/div>\s*<p>and go on\.<\/p>\s*<\/blockquote>/,
  );
  const folded = html('<details>\n<summary>답</summary>\n\n```\ndocker ps\n```\n\n</details>\n\nafter\n', [0]);
  expect(folded).toMatch(/<details>\s*<summary>답<\/summary>\s*<div data-block="0"><\/div>\s*<\/details>\s*<p>after/);
});

test('a block directly below its sentence does not swallow it', () => {
  expect(html('Run this:\n```\ndocker ps\n```\nThen look.\n', [0])).toMatch(
    /<p>Run this:<\/p>\s*<div data-block="0"><\/div>\s*<p>Then look\.<\/p>/,
  );
});

test('other blocks stand as they are, coloured where their language is known', () => {
  expect(html('```yaml\nservices: 1\n```\n')).toContain('<span class="hljs-attr">services:</span>');
  expect(html('```mermaid\nflowchart TB\n```\n')).toMatch(/<pre tabindex="0" data-lang="mermaid"><code>flowchart TB/);
  expect(html('```\n<b>&amp;</b>\n```\n')).toContain('&#x3C;b>&#x26;amp;&#x3C;/b>');
});

test('a diagram is its source, with the title that it gives itself', () => {
  expect(html('```mermaid\nflowchart TB\n  A --> B\n```\n')).toMatch(
    /<figure class="diagram"><pre[^>]*>.*<\/pre><\/figure>/s,
  );
  const titles = [
    '---\ntitle: 빌드의 길\n---\nflowchart TB',
    'gantt\n  title 빌드의 길',
    'flowchart TB\n accTitle: 빌드의 길',
  ];
  for (const source of titles)
    expect(html(`\`\`\`mermaid\n${source}\n\`\`\`\n`)).toContain('</pre><figcaption>빌드의 길</figcaption></figure>');
  expect(html('```yaml\ntitle: x\n```\n')).not.toContain('figure');
});

test('what Jekyll fences is a block, too', () => {
  expect(html('{% highlight bash %}\ndocker ps\n{% endhighlight %}\n', [0])).toContain('data-block="0"');
});

test('headings are found by the anchors that GitHub gives them, and links within the page lead there', () => {
  const page = html('# 도커 이미지\n\n[올라가기](#도커-이미지)\n');
  expect(page).toContain('<h1 id="chapter-도커-이미지">');
  expect(decodeURIComponent(page)).toContain('href="#chapter-도커-이미지"');
});

test('tables, alerts, footnotes and check lists are shown as GitHub shows them', () => {
  expect(html('| a | b |\n|---|---|\n| 1 | 2 |\n')).toMatch(/<table>[\s\S]*<td>2<\/td>/);
  const alert = html('> [!WARNING]\n> Mind the gap.\n');
  expect(alert).toMatch(
    /<div class="alert alert-warning">\s*<p class="alert-title">Warning<\/p>\s*<p>Mind the gap\.<\/p>/,
  );
  expect(html('> [!NONSENSE]\n> x\n')).toContain('<blockquote>');
  expect(html('- [x] done\n')).toContain('type="checkbox"');
  const note = html('a[^1]\n\n[^1]: b\n');
  const [, target = '?'] = /<a href="#([^"]+)"/.exec(note) ?? [];
  expect(note).toContain(`id="${target}"`);
});

test('pictures of the repository are shown, another host is asked for nothing', () => {
  expect(html('![그림](../img/a b.png)\n'.replace('a b', 'ab'))).toContain('src="/p/..%2Fimg%2Fab.png"');
  for (const address of ['https://example.org/a.png', '//example.org/a.png', 'data:image/png;base64,AA'])
    expect(html(`<img src="${address}" alt="away">\n`)).not.toMatch(/<img/);
  expect(html('![away](https://example.org/a.png)\n')).toMatch(
    /<a href="https:\/\/example\.org\/a\.png"[^>]* rel="noopener noreferrer">away<\/a>/,
  );
});

test.each([
  ['a script', '<script>evil()</script>'],
  ['an event', '<img src="a.png" onerror="evil()"><p onclick="evil()">x</p>'],
  ['a link that is a program', '[x](javascript:evil()) <a href="jAvAsCrIpT:evil()">y</a>'],
  ['a style sheet', '<style>body{background:url(//evil)}</style><p style="position:fixed">x</p>'],
  ['a form', '<form action="//evil"><input name="evil"><button>evil</button></form>'],
  ['a frame', '<iframe src="//evil"></iframe><object data="//evil"></object><embed src="//evil">'],
  ['another base', '<base href="//evil/"><meta http-equiv="refresh" content="0;url=//evil"><link href="//evil">'],
  ['a drawing', '<svg><script>evil()</script><a xlink:href="javascript:evil()">x</a></svg>'],
  ['a source set', '<picture><source srcset="//evil/a.png"><img srcset="//evil/b.png" src="c.png"></picture>'],
])('%s of the chapter does nothing', (_, hostile) => {
  const page = html(`before\n\n${hostile}\n\nafter\n`);
  expect(page).toContain('after');
  expect(page).not.toMatch(/<(?:script|style|form|iframe|object|embed|base|meta|link|svg|button)\b/i);
  expect(page).not.toMatch(/\bon\w+=|javascript:|style=|srcset=|action=|name="evil"/i);
  expect(page).not.toMatch(/(?:src|href)="\/\/evil/);
});

test('no element of the chapter is taken for a place of tutor, nor for a name of the page', () => {
  const page = html('<div data-block="0" id="step-0" class="block-0">fake</div>\n\n```\ndocker ps\n```\n', [0]);
  expect(page.match(/data-block/g)).toHaveLength(1);
  expect(page).not.toContain('id="step-0"');
});

test.each([
  [
    'a sentence',
    'Type `docker ps`{{exec}} and look.\n',
    /<p>Type <code>docker ps<\/code> and look\.<\/p>\s*<div data-block="0">/,
  ],
  [
    'a bold one',
    '**먼저 `docker ps`{{execute T2}}**\n\n다음\n',
    /<p><strong>먼저 <code>docker ps<\/code><\/strong><\/p>\s*<div data-block="0"><\/div>\s*<p>다음/,
  ],
  [
    'a list',
    '1. `docker ps`{{ exec }}\n2. more\n',
    /<li><code>docker ps<\/code><div data-block="0"><\/div><\/li>\s*<li>more/,
  ],
])('a command in %s that is a button has its place below', (_, markdown, expected) => {
  expect(html(markdown, [0])).toMatch(expected);
  // Where it is no step, it is only shown.
  expect(html(markdown)).not.toMatch(/data-block|\{\{/);
});

test('other code in the text stays as it is', () => {
  expect(html('Type `docker ps` {{exec}}, not `{{exec}}`.\n')).toContain(
    '<p>Type <code>docker ps</code> {{exec}}, not <code>{{exec}}</code>.</p>',
  );
});
