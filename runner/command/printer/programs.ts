import type { DockerOption } from '../docker/parse-docker.ts';
import { flagsOf, parseOptions } from '../docker/parse-options.ts';

/** How the arguments of a program are read. */
interface KnownProgram {
  /** Its options, as in the table of Docker's verbs. */
  readonly flags: string;
  /** The verbs that its first operand can be, each with its other names; without it the program has no verbs. */
  readonly verbs?: Readonly<Record<string, readonly string[]>>;
}

const npmVerbs = {
  install: ['i', 'add', 'ci', 'clean-install'],
  uninstall: ['remove', 'rm', 'un', 'r'],
  update: ['up', 'upgrade'],
  run: ['run-script'],
};
const aptFlags = 'y,yes q,quiet o,option= t,target-release= s,simulate no-install-recommends';
const transfers = 's,silent S,show-error v,verbose i,include L,location O f,fail k,insecure I,head V,version';

/** Programs of which it matters how they were asked. */
const programs: Readonly<Record<string, KnownProgram>> = {
  apt: { flags: aptFlags, verbs: { 'dist-upgrade': ['full-upgrade'] } },
  apk: { flags: 'q,quiet U,update-cache t,virtual= X,repository= p,root=', verbs: { del: ['remove'] } },
  yum: { flags: 'y,assumeyes q,quiet', verbs: {} },
  dnf: { flags: 'y,assumeyes q,quiet', verbs: {} },
  microdnf: { flags: 'y,assumeyes', verbs: {} },
  pip: { flags: 'q,quiet r,requirement= t,target= i,index-url= V,version', verbs: {} },
  npm: { flags: 'g,global prefix= C= s,silent loglevel= S,save D,save-dev v,version', verbs: npmVerbs },
  pnpm: { flags: 'g,global C,dir= s,silent', verbs: npmVerbs },
  yarn: { flags: 'cwd= s,silent v,version', verbs: { install: [], add: [], run: [] } },
  mvn: { flags: 'f,file= P,activate-profiles= D,define= q,quiet B,batch-mode v,version', verbs: {} },
  git: { flags: 'C= c= git-dir= work-tree= b,branch= q,quiet depth= version', verbs: {} },
  go: { flags: '', verbs: {} },
  ip: {
    flags: '4 6 o,oneline br,brief f,family= c,color',
    verbs: { address: ['a', 'addr'], route: ['r'], link: ['l'] },
  },
  curl: {
    flags: `${transfers} o,output= H,header= d,data= X,request= u,user= A,user-agent= b,cookie= c,cookie-jar= w,write-out= F,form= x,proxy= m,max-time= T,upload-file= e,referer= retry= connect-timeout= resolve= no-progress-meter`,
  },
  wget: { flags: 'q,quiet O,output-document= P,directory-prefix= T,timeout= t,tries= S,server-response nv,no-verbose' },
  ls: { flags: 'l a,all h,human-readable s,size 1 d,directory R,recursive t r,reverse A,almost-all F,classify' },
  dotnet: { flags: '', verbs: {} },
  rails: { flags: '', verbs: {} },
  spring: { flags: '', verbs: {} },
};

/** Names under which a program is called, too. */
const otherNames: Readonly<Record<string, string>> = {
  'apt-get': 'apt',
  aptitude: 'apt',
  pip3: 'pip',
  python3: 'python',
  python2: 'python',
  nodejs: 'node',
  mvnw: 'mvn',
  gradlew: 'gradle',
  yarnpkg: 'yarn',
  printenv: 'env',
};

/** Every name of a program of which it matters how it was asked. */
export const programNames: readonly string[] = [...Object.keys(programs), ...Object.keys(otherNames)];

/** A call of a program other than docker: what it is, and what it was asked. */
interface ProgramCall {
  readonly program: string;
  readonly verb: string;
  readonly options: readonly DockerOption[];
  readonly operands: readonly string[];
}

/** Reads a call of a program other than docker. */
export function readProgram(name: string, args: readonly string[]): ProgramCall {
  const program = Object.hasOwn(otherNames, name) ? (otherNames[name] ?? name) : name;
  if (program === 'python' && args[0] === '-m' && args[1] !== undefined) return readProgram(args[1], args.slice(2));
  if (program === 'busybox' && args[0] !== undefined) return readProgram(args[0], args.slice(1));
  const known = Object.hasOwn(programs, program) ? programs[program] : undefined;
  const { options, unknown, operands } = parseOptions(args, flagsOf(known?.flags ?? ''), false);
  const all = [...options, ...unknown.flatMap(optionsIn)];
  const verbs = known?.verbs;
  const [first] = operands;
  return verbs === undefined || first === undefined
    ? { program, verb: '', options: all, operands }
    : { program, verb: verbOf(first, verbs), options: all, operands: operands.slice(1) };
}

function verbOf(word: string, verbs: Readonly<Record<string, readonly string[]>>): string {
  return Object.keys(verbs).find((verb) => verbs[verb]?.includes(word)) ?? word;
}

/** An option that no table knows: `--name=value`, `-abc`, `-version`. */
function optionsIn(written: string): readonly DockerOption[] {
  const [name = '', ...value] = written.replace(/^-+/, '').split('=');
  const option = { name, written, value: value.length === 0 ? null : value.join('=') };
  const letters = written.startsWith('--') || name.length < 2 ? [] : [...name];
  return [option, ...letters.map((letter) => ({ name: letter, written: `-${letter}`, value: null }))];
}
