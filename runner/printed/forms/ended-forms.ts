/** Rows of lists and fields of `docker inspect` that show a container which has ended with an error, or begins again and again. */
const ended =
  /\b(?:Exited|Restarting) \([1-9]\d*\)|"ExitCode": [1-9]|"Status": "(?:exited|restarting)"|\bexited with code [1-9]/;

/** Whether an output shows a container that has not ended well. */
export function showsEnded(text: string): boolean {
  return ended.test(text);
}
