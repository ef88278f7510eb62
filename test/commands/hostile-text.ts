/** What a terminal obeys: its title, its clipboard, the line that it shows, a colour like none, the way of writing. */
const sequences = [
  '\x1b]52;c;ZXZpbA==\x07',
  '\x1b]0;owned\x07',
  '\x1b[2K\r',
  '\x9d0;owned\x9c',
  '\u202egnirts\u202c\u2066x\u2069',
  '\x1b[8m',
];
const all = sequences.join('');
const bidi = '\u202efdp\u202c';

/** A chapter that has them wherever a chapter has words, and whose commands print them. */
export const hostileChapter = `---
title: "owned \\e]0;owned\\a"
---
# Title ${all}

Prose ${all} and \`docker run ${all} inline\`, **bold ${all}**.

## Section ${all}

\`\`\`bash ${all}
$ echo typed ${bidi}
expected ${all}
\`\`\`

\`\`\`bash
$ printf 'a\\033]0;owned\\007b\\033[2K\\rc\\342\\200\\256d\\302\\233e\\033[8mf\\n'
something else ${all}
\`\`\`

\`\`\`bash
$ ls /not-there${bidi}
\`\`\`

| a ${all} | b |
|---|---|
| c | ${all} |

Save this as \`name${bidi}.txt\`:

\`\`\`
hello ${all}
\`\`\`

\`\`\`bash
$ cat missing-${bidi}
$ docker run -d image${bidi}
\`\`\`
`;

const raw: readonly RegExp[] = [
  /\x1b[\]PX^_]/,
  /\x1b\[2K/,
  /\x1b\[8m/,
  /[\x80-\x9f]/,
  /[\u202a-\u202e\u2066-\u2069]/,
  /\x07/,
  // Alone only where tutor itself draws a line anew.
  /\r(?!\n|\x1b\[K)/,
];

/** Where something that a terminal obeys stands in what a command wrote; empty where nothing does. */
export function rawIn(written: string): readonly string[] {
  return raw.flatMap((pattern) => {
    const at = written.search(pattern);
    return at === -1 ? [] : [JSON.stringify(written.slice(Math.max(0, at - 40), at + 20))];
  });
}
