import type { Chapter } from '../core/chapter.ts';
import type { CourseScript } from '../core/course.ts';

/** Where a page of a Docker Labspace leads its reader to. */
export interface Link extends CourseScript {
  readonly line: number;
}

const directive = /:(tabLink|fileLink)\[[^\]\n]*\]\{([^}\n]*)\}/g;

/** An address of the reader's own machine. */
const own = /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$)/;

/** The links of a page to servers that its steps have started, and to files: each has to be there when its reader comes. */
export function linksIn({ source, blocks }: Chapter): readonly Link[] {
  if (!source.includes(':tabLink') && !source.includes(':fileLink')) return [];
  return source.split('\n').flatMap((text, at) => {
    const line = at + 1;
    // What is shown as code is nobody's to click.
    if (blocks.some((block) => block.form !== 'inline' && block.line <= line && line <= block.endLine)) return [];
    return [...text.matchAll(directive)].flatMap(([, kind, attributes = '']): readonly Link[] => {
      const target = /\b(?:href|path)=["']([^"']+)["']/.exec(attributes)?.[1];
      if (target === undefined || (kind === 'tabLink' && !own.test(target))) return [];
      return [
        { role: 'link', name: target, content: kind === 'tabLink' ? asks(target) : `test -e ${quoted(target)}`, line },
      ];
    });
  });
}

/** A server that was started a moment ago may still be getting ready. */
function asks(address: string): string {
  return `for try in 1 2 3 4 5 6 7 8 9 10; do curl -sS -o /dev/null --max-time 5 ${quoted(address)} && exit; sleep 1; done; false`;
}

function quoted(word: string): string {
  const [home, rest] = word.startsWith('~/') ? ['~/', word.slice(2)] : ['', word];
  return `${home}'${rest.replaceAll("'", "'\\''")}'`;
}
