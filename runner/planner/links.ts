import type { Chapter } from '../core/chapter.ts';
import type { CourseScript } from '../core/course.ts';

/** A script that is run where its page has come to a line. */
export interface PlacedScript extends CourseScript {
  readonly line: number;
}

/** What a page asks for at places of its own: links that have to lead somewhere, tests of what its reader has done. */
export function placedScripts(chapter: Chapter, tests: Readonly<Record<string, string>>): readonly PlacedScript[] {
  return [...linksIn(chapter), ...testsIn(chapter, tests)].sort((a, b) => a.line - b.line);
}

/** The blocks of a page of Educates that run a test of the workshop. */
function testsIn({ blocks }: Chapter, tests: Readonly<Record<string, string>>): readonly PlacedScript[] {
  return blocks.flatMap(({ lang, lines, endLine }): readonly PlacedScript[] => {
    if (lang !== 'examiner:execute-test') return [];
    const values = new Map(
      lines
        .map(({ text }) => /^(\w+):\s*(.*)$/.exec(text)?.slice(1) ?? [])
        .map(([key = '', value = '']) => [key, value] as const),
    );
    const name = (values.get('name') ?? '').replace(/^["']|["']$/g, '');
    const content = tests[name];
    if (content === undefined) return [];
    const given = lines.flatMap(({ text }) => /^\s*-\s+["']?(.*?)["']?\s*$/.exec(text)?.[1] ?? []);
    const words = given.map(quoted).join(' ');
    const [first = '', ...rest] = content.split('\n');
    // Its arguments stand behind the line that says what runs it.
    const whole =
      words === ''
        ? content
        : first.startsWith('#!')
          ? [first, `set -- ${words}`, ...rest].join('\n')
          : `set -- ${words}\n${content}`;
    return [{ role: 'check', name, content: whole, line: endLine }];
  });
}

const directive = /:(tabLink|fileLink)\[[^\]\n]*\]\{([^}\n]*)\}/g;

/** An address of the reader's own machine. */
const own = /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$)/;

/** The links of a page to servers that its steps have started, and to files: each has to be there when its reader comes. */
function linksIn({ source, blocks }: Chapter): readonly PlacedScript[] {
  if (!source.includes(':tabLink') && !source.includes(':fileLink')) return [];
  return source.split('\n').flatMap((text, at) => {
    const line = at + 1;
    // What is shown as code is nobody's to click.
    if (blocks.some((block) => block.form !== 'inline' && block.line <= line && line <= block.endLine)) return [];
    return [...text.matchAll(directive)].flatMap(([, kind, attributes = '']): readonly PlacedScript[] => {
      const target = /\b(?:href|path)=["']([^"']+)["']/.exec(attributes)?.[1];
      if (target === undefined || (kind === 'tabLink' && !own.test(target))) return [];
      return [
        { role: 'link', name: target, content: kind === 'tabLink' ? asks(target) : `test -e ${quoted(target)}`, line },
      ];
    });
  });
}

/** A link to a server on the reader's own machine, below a line; none to any other. */
export function linkTo(address: string, line: number): readonly PlacedScript[] {
  return own.test(address) ? [{ role: 'link', name: address, content: asks(address), line }] : [];
}

/** A server that was started a moment ago may still be getting ready. */
function asks(address: string): string {
  return `for try in 1 2 3 4 5 6 7 8 9 10; do curl -sS -o /dev/null --max-time 5 ${quoted(address)} && exit; sleep 1; done; false`;
}

function quoted(word: string): string {
  const [home, rest] = word.startsWith('~/') ? ['~/', word.slice(2)] : ['', word];
  return `${home}'${rest.replaceAll("'", "'\\''")}'`;
}
