/** What the last letter of a word sounds like: nothing closes it, an ㄹ does, or another consonant. */
type Ending = 'open' | 'l' | 'closed';

/** As the catalogue writes them, and as they are behind a consonant and behind a vowel. */
const particles: Readonly<Record<string, readonly [closed: string, open: string]>> = {
  '을(를)': ['을', '를'],
  '이(가)': ['이', '가'],
  '은(는)': ['은', '는'],
  '와(과)': ['과', '와'],
  '(으)로': ['으로', '로'],
  '(이)라': ['이라', '라'],
};
const written = /을\(를\)|이\(가\)|은\(는\)|와\(과\)|\(으\)로|\(이\)라/g;
/** What is not read out: quotes, brackets, marks. */
const silent = /[^\p{L}\p{N}%]+$/u;

/** 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구; and 십, 백, 천, 만 end as 영 does. */
const digits: readonly Ending[] = ['closed', 'l', 'open', 'closed', 'open', 'open', 'closed', 'l', 'l', 'open'];

/** A Korean sentence whose particles are written for either sound (`을(를)`), with those that the words before them want. */
export function withParticles(sentence: string): string {
  return sentence.replace(written, (both, at: number) => {
    const ending = endingOf(sentence.slice(0, at));
    const [closed, open] = particles[both] ?? [both, both];
    if (ending === null) return both;
    return ending === 'closed' || (ending === 'l' && both !== '(으)로') ? closed : open;
  });
}

/** How the text before a particle ends when it is read aloud; null where nobody can tell. */
function endingOf(text: string): Ending | null {
  const word = text.replace(silent, '');
  const last = word.at(-1) ?? '';
  const hangul = last.charCodeAt(0) - 0xac00;
  if (hangul >= 0 && hangul < 11_172) return hangul % 28 === 0 ? 'open' : hangul % 28 === 8 ? 'l' : 'closed';
  if (/\d/.test(last)) return digits[Number(last)] ?? null;
  if (last === '%') return 'open';
  const [latin = ''] = /[A-Za-z]+$/.exec(word) ?? [];
  return latin === '' ? null : endingOfLatin(latin);
}

/** An English word as Korean spells it: 이미지, 웹, 볼륨, 파일, 컨테이너; an abbreviation letter by letter: 아이디, 유알엘. */
function endingOfLatin(word: string): Ending {
  if (/^[A-Z]+$/.test(word)) return /[LR]$/.test(word) ? 'l' : /[MN]$/.test(word) ? 'closed' : 'open';
  const plain = word.toLowerCase();
  // The e of `file`, `volume`, `machine` is not read.
  const sounded = plain.replace(/(?<=[aeiou][lmn])e$/, '');
  if (sounded.endsWith('l')) return 'l';
  if (/[mn]$|ng$/.test(sounded)) return 'closed';
  // A short vowel and a stop: 웹, 앱, 넷, 깃, 북, 백.
  return /(?:^|[^aeiou])[aeiou](?:[bpkt]|ck|pp|tt)$/.test(plain) ? 'closed' : 'open';
}
