/**
 * What a line on which the cursor rests may be. A prompt is not recognised by these alone: a program must also have
 * fallen silent, and either be known to open a prompt or keep silent for longer.
 */

/** `# `, `$ `, `> `, `% ` at the end: a prompt as shells and REPLs have them. */
export function looksLikePrompt(line: string): boolean {
  return /[#$%>»❯]$/.test(line) && line.length < 200 && !looksLikeQuestion(line);
}

/** A prompt of a shell; psql's `db=#` is none. */
export function looksLikeShellPrompt(line: string): boolean {
  return /[#$%]$/.test(line) && !/=[#>]$/.test(line) && line.length < 200;
}

/** The prompt for a further line: python's `...`, mysql's `->`, psql's `db-#`, node's `...` or `|`. */
export function looksLikeContinuation(line: string): boolean {
  return /^\s*(?:\.{3}|[-'"`(/]\*?>|\|)$|^\w*[-'"($*][#>]$/.test(line);
}

/** A question that wants an answer and Enter. */
export function looksLikeQuestion(line: string): boolean {
  return surelyQuestion(line) || /\?$|\?\s*[[(].*[\])]\s*:?$/.test(line) || namedField.test(line);
}

/** A question in a form that nothing but a question has. */
export function surelyQuestion(line: string): boolean {
  return (
    /[[(]\s*(?:y(?:es)?\s*\/\s*n(?:o)?|n\s*\/\s*y|yes\/no\/\[fingerprint\])\s*[\])]\s*[?:]?$/i.test(line) ||
    asksForSecret(line) ||
    /^(?:press|hit|strike|type)\b.*\b(?:key|enter|return)\b.*$/i.test(line) ||
    /(?:계속하려면|누르십시오|누르세요|입력하십시오|입력하세요)/.test(line)
  );
}

/** What a program that is known to ask may ask with; how far a download has come is no question: `0% [Working]`. */
export function mayAsk(line: string): boolean {
  return /[:?\])]$/.test(line) && !/^\s*\d{1,3}% \[/.test(line);
}

const namedField = /^(?:enter|username|user ?name|login|name|email|choose|select)\b.*[:>]$|\blogin:$/i;

/** A question whose answer must never be shown. */
export function asksForSecret(line: string): boolean {
  return /(?:password|pass[- ]?phrase|passcode|\bPIN\b|secret|token|암호|비밀번호)[^:?]*[:?]$/i.test(line);
}

/** `less` and `more` on the ordinary screen; BusyBox's shows the name of its file. */
export function looksLikePager(line: string, command: string): boolean {
  if (line !== '' && /\b(?:less|more)\b/.test(command) && command.endsWith(` ${line}`)) return true;
  return /\(END\)$|^:$|^--More--|^lines \d+-\d+|^ Manual page /.test(line);
}
