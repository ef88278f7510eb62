import { isOf } from '../../command/index.ts';
import { mode } from './amount.ts';
import type { Tolerance } from './tolerance.ts';

/** Docker's adjectives, those of old engines included: a generated name is one of them, `_`, a surname. */
const adjectives =
  'admiring|adoring|affectionate|agitated|amazing|angry|awesome|backstabbing|beautiful|berserk|big|blissful|bold|boring|brave|busy|charming|clever|cocky|compassionate|competent|condescending|confident|cool|cranky|crazy|dazzling|desperate|determined|distracted|dreamy|drunk|eager|ecstatic|elastic|elated|elegant|eloquent|epic|evil|exciting|fervent|festive|flamboyant|focused|friendly|frosty|funny|furious|gallant|gifted|gigantic|gloomy|goofy|grave|gracious|great|happy|hardcore|heuristic|high|hopeful|hungry|infallible|insane|inspiring|intelligent|interesting|jolly|jovial|keen|kickass|kind|laughing|lonely|loving|lucid|mad|magical|modest|musing|mystifying|naughty|nauseous|nervous|nice|nifty|nostalgic|objective|optimistic|peaceful|pedantic|pensive|prickly|practical|priceless|quirky|quizzical|recursing|relaxed|reverent|romantic|sad|serene|sharp|sick|silly|sleepy|small|stoic|strange|stupefied|suspicious|sweet|tender|thirsty|tiny|trusting|unruffled|upbeat|vibrant|vigilant|vigorous|wizardly|wonderful|xenodochial|youthful|zealous|zen';

export const generatedName: Tolerance = {
  name: 'generated-name',
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
  forms: [String.raw`(?<=^\s*(?:\([\w.-]+\) )?)\[?[a-z_][\w.-]*@[\w.-]+(?=(?::[^\s:]*| [^\s\]]+\])[$#](?: |$))`],
  accepts: (expected, actual) => expected.startsWith('root@') === actual.startsWith('root@'),
  examples: `
    root@c988caf7b59c:/# ls ≈ root@5e4f3a2b1c0d:/# ls
    ubuntu@ip-10-0-0-1:~$ ls ≈ jin@laptop:~$ ls
    root@c988caf7b59c:/# ls ≠ root@c988caf7b59c:/app# ls
  `,
};

export const storagePath: Tolerance = {
  name: 'storage-path',
  forms: [
    String.raw`(?<=(?:lowerdir|upperdir|workdir)=)[^,\s)]+`,
    String.raw`^/dev/(?:loop\d+|[svh]d[a-z]+\d*|xvd[a-z]+\d*|nvme\d+n\d+(?:p\d+)?|mmcblk\d+(?:p\d+)?|dm-\d+|mapper/\S+|root)(?= on /)`,
    String.raw`/var/lib/docker/overlay2/[0-9A-Za-z]+(?:-init)?`,
  ],
  examples: `
    overlay on / type overlay (rw,lowerdir=/a/l/AB,workdir=/a/w)
    ≈ overlay on / type overlay (rw,lowerdir=/b/l/CD:/b/l/EF,workdir=/b/w)
    overlay on / type overlay (rw,lowerdir=/a) ≠ overlay on / type overlay (ro,lowerdir=/a)
  `,
};

export const fileOwner: Tolerance = {
  name: 'file-owner',
  forms: [String.raw`(?<=^${mode} +\d+ +)[\w.-]+ +[\w.-]+(?= +[\d.,]+[KMGT]? )`],
  accepts: (expected, actual, place) =>
    place.onHost === true || expected.replace(/\s+/, ' ') === actual.replace(/\s+/, ' '),
  binds: 'owner',
  examples: `
    $ ls -l
    -rw-r--r-- 1 user user 12 Dec  3 10:35 a ≈ -rw-r--r-- 1 root root 12 Dec  3 10:35 a
    -rw-r--r-- 1 user user 12 Dec  3 10:35 a ≠ -rwxr-xr-x 1 root root 12 Dec  3 10:35 a
  `,
};
