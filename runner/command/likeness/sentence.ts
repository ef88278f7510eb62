const small = new Set(
  'the a an is are was were be to of and or but in on at for with from by as that this these those it its you your we our will can could should would may must not if when then than so also how what which there here into has have do does they their'.split(
    ' ',
  ),
);

/** How much text reads as natural language, from 0 to 1. */
export function sentenceLikeness(text: string): number {
  const bare = text.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, ' ');
  const words = bare.split(/\s+/).filter((word) => word !== '');
  if (words.length < 2) return /[가-힣ぁ-んァ-ヶ一-龥]/.test(text) ? 0.6 : 0;
  const native = words.filter((word) => /[가-힣ぁ-んァ-ヶ一-龥]/.test(word)).length / words.length;
  const little = words.filter((word) => small.has(word.toLowerCase())).length / words.length;
  // Not of a sentence: options, paths, assignments, operators.
  const technical = words.filter((word) => /^-|[/=|&<>$\\]|^\d+$/.test(word)).length / words.length;
  const ending = /(?:[a-z)"'`]{2}[.!?:]|[다요죠음함][.!?]?|[。！？：])$/.test(text.trim()) ? 0.3 : 0;
  const begins = /^[A-Z][a-z]+ [a-z]/.test(text) ? 0.2 : 0;
  return Math.max(0, Math.min(1, native * 0.8 + little * 1.6 + ending + begins - technical * 0.9));
}
