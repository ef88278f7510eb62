/** Texts that one reading remembers, in characters; as many again are forgotten only later. */
const mostCharacters = 2_000_000;

/**
 * The same reading of a text, which remembers its answers: parser, planner, matcher and lint ask for the same lines.
 * What was asked for lately stays, so that a chapter that is gone through several times is read once.
 *
 * @param read pure: the same answer for the same text, and never undefined.
 */
export function remembering<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  let [lately, before, held] = [new Map<string, Answer>(), new Map<string, Answer>(), 0];
  return (text) => {
    const known = lately.get(text);
    if (known !== undefined) return known;
    const answer = before.get(text) ?? read(text);
    lately.set(text, answer);
    // What an answer takes besides its text.
    held += text.length + 100;
    if (held > mostCharacters) [lately, before, held] = [new Map(), lately, 0];
    return answer;
  };
}
