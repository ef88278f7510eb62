/**
 * Tokens that tell by their form what they are, as those who give them out describe it (so that scanners find them):
 * GitHub, GitLab, Docker Hub, npm, PyPI, Slack, Stripe, AWS, Google, Hugging Face, DigitalOcean, keys of language models;
 * signed JSON (RFC 7519); private keys (RFC 7468).
 */
const leads =
  'gh[pousr]_|github_pat_|glpat-|dckr_(?:pat|oat)_|npm_|pypi-|xox[abeoprs]-|[sr]k_live_|AKIA|ASIA|AIza|ya29\\.|hf_|dop_v1_|sk-(?:ant|proj)-';
const forms = new RegExp(
  `(?<![A-Za-z0-9_])(?:(?:${leads})[A-Za-z0-9_-]{16,}|sk-[A-Za-z0-9]{40,}|eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,})|(?<=-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----)[^-]+(?=-----END)`,
  'g',
);
const begun = new RegExp(`(?<![A-Za-z0-9_])(?:${leads}|eyJ)[A-Za-z0-9_.-]*$`);

/** The tokens in a text. A word in capitals only, or of one letter again and again, is somebody's placeholder. */
export function tokensIn(text: string): readonly string[] {
  return (text.match(forms) ?? []).filter((token) => /\d/.test(token) && !/(.)\1{7}/.test(token));
}

/** Length of the end of a text that may be the beginning of a token. */
export function begunTokenLength(text: string): number {
  const length = begun.exec(text.slice(-2048))?.[0].length ?? 0;
  return length < 512 ? length : 0;
}
