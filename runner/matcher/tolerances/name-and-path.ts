import { isOf } from '../../command/index.ts';
import type { Tolerance } from './tolerance.ts';

/** Docker's adjectives, those of old engines included: a generated name is one of them, `_`, a surname. */
const adjectives =
  'admiring|adoring|affectionate|agitated|amazing|angry|awesome|backstabbing|beautiful|berserk|big|blissful|bold|boring|brave|busy|charming|clever|cocky|compassionate|competent|condescending|confident|cool|cranky|crazy|dazzling|desperate|determined|distracted|dreamy|drunk|eager|ecstatic|elastic|elated|elegant|eloquent|epic|evil|exciting|fervent|festive|flamboyant|focused|friendly|frosty|funny|furious|gallant|gifted|gigantic|gloomy|goofy|grave|gracious|great|happy|hardcore|heuristic|high|hopeful|hungry|infallible|insane|inspiring|intelligent|interesting|jolly|jovial|keen|kickass|kind|laughing|lonely|loving|lucid|mad|magical|modest|musing|mystifying|naughty|nauseous|nervous|nice|nifty|nostalgic|objective|optimistic|peaceful|pedantic|pensive|prickly|practical|priceless|quirky|quizzical|recursing|relaxed|reverent|romantic|sad|serene|sharp|sick|silly|sleepy|small|stoic|strange|stupefied|suspicious|sweet|tender|thirsty|tiny|trusting|unruffled|upbeat|vibrant|vigilant|vigorous|wizardly|wonderful|xenodochial|youthful|zealous|zen';

export const generatedName: Tolerance = {
  name: 'generated-name',
  reason: { en: 'Docker made up this name.', ko: '도커가 지은 이름입니다.' },
  forms: [String.raw`(?<![\w-])(?:${adjectives})_[a-z]+\d?(?![\w-])`],
  // What a file in a container holds somebody wrote.
  accepts: (expected, _actual, { stated, printers, onHost }) =>
    !stated.has(expected) && (onHost !== false || !isOf(printers, 'cat', 'echo', 'head', 'tail', 'printf')),
  binds: 'name',
  examples: `
    goofy_goldberg ≈ admiring_hofstadter
    my_goldberg ≠ admiring_hofstadter
    goofy_goldberg ≠ web
  `,
};

export const home: Tolerance = {
  name: 'home',
  reason: { en: "The reader's home folder is another one.", ko: '사용자의 홈 폴더가 다릅니다.' },
  // An update writes another user's home in its place, also in what a container prints.
  accepts: (expected, actual, place) =>
    place.onHost !== false ||
    (!expected.startsWith('/root') && !actual.startsWith('/root')) ||
    [...place.stated].some(isOwnPath),
  forms: [String.raw`(?<![\w/.~-])(?:/home/[\w.-]+|/Users/[\w.-]+|/root(?![\w-]))(?=/|\s|$|['"])`],
  examples: `
    /home/user/app/Dockerfile ≈ /root/app/Dockerfile
    /home/user/app/Dockerfile ≠ /root/web/Dockerfile
  `,
};

/** The command names a place below the reader's home itself. */
function isOwnPath(word: string): boolean {
  return /^(?:\/home\/|\/Users\/|~|\$(?:HOME|PWD|$)|\$\{(?:HOME|PWD))/.test(word);
}

export const temporaryPath: Tolerance = {
  name: 'temporary-path',
  reason: { en: 'Temporary files get a random name.', ko: '임시 파일의 이름은 매번 다릅니다.' },
  forms: [
    String.raw`/tmp/tmp[.\w-]+`,
    String.raw`/tmp/[\w-]*(?:docker|buildkit|pip|npm)[\w-]*\d{3,}[\w.-]*`,
    String.raw`/var/lib/docker/tmp/\S+`,
  ],
  examples: `
    /tmp/tmp.Xk2nPq1 ≈ /tmp/tmp.9fjQzz0
    /tmp/tmp.Xk2nPq1 ≠ /var/tmp.Xk2nPq1
  `,
};

export const prompt: Tolerance = {
  name: 'prompt',
  reason: { en: 'The prompt names the user and the host.', ko: '프롬프트에는 사용자와 호스트 이름이 나옵니다.' },
  forms: [String.raw`(?<=^\s*(?:\([\w.-]+\) )?)\[?[a-z_][\w.-]*@[\w.-]+(?=(?::[^\s:]*| [^\s\]]+\])[$#](?: |$))`],
  accepts: (expected, actual) => expected.startsWith('root@') === actual.startsWith('root@'),
  examples: `
    root@c988caf7b59c:/# ls ≈ root@5e4f3a2b1c0d:/# ls
    ubuntu@ip-10-0-0-1:~$ ls ≈ jin@laptop:~$ ls
    root@c988caf7b59c:/# ls ≠ root@c988caf7b59c:/app# ls
  `,
};
