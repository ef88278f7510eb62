/** The sentences of a text, each with its full stop. */
export function sentences(text: string): readonly string[] {
  return (
    text.match(/[^.!?。！？]+(?:[.!?。！？]+(?=\s|$|[^\x00-\x7f])|[.!?]+(?=\S)[^.!?。！？]*)*[.!?。！？]*/gu) ?? []
  );
}

/** Whether a text announces what stands below it. */
export function endsInColon(text: string): boolean {
  return /[:：]\s*$/u.test(text);
}
