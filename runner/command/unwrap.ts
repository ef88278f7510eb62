import { before, withoutEnding } from '../core/words.ts';
import { flagsOf, parseOptions } from './docker/parse-options.ts';

/** A command without what it is called through. */
interface Unwrapped {
  readonly argv: readonly string[];
  /** Outermost first. */
  readonly wrappers: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Source of a shell script given as an argument (`sh -c '…'`, `eval '…'`). */
  readonly script: string | null;
}

/** Programs that run their arguments, with the options they have. */
const wrappers: Readonly<Record<string, string>> = {
  sudo: 'u,user= g,group= E,preserve-env H,set-home i,login s,shell n,non-interactive S,stdin k K b p,prompt= C,close-from= h,host= A,askpass',
  doas: 'u= n s',
  time: 'p v f,format= o,output= a',
  env: 'i,ignore-environment u,unset= C,chdir= S,split-string=',
  nohup: '',
  winpty: '',
  command: 'p v V',
  exec: 'a= c l',
  builtin: '',
  nice: 'n,adjustment=',
  ionice: 'c,class= n,classdata= p,pid=',
  stdbuf: 'i,input= o,output= e,error=',
  timeout: 's,signal= k,kill-after= preserve-status foreground v,verbose',
  watch: 'n,interval= d,differences t,no-title e,errexit c,color g,chgexit b,beep x,exec',
  xargs:
    'n,max-args= I,replace= i L,max-lines= P,max-procs= r,no-run-if-empty t,verbose 0,null d,delimiter= a,arg-file= E= s,max-chars= p,interactive',
  setsid: 'w,wait f,fork c,ctty',
  unbuffer: 'p',
  proxychains: 'q',
  nsenter: 't,target= a,all m,mount u,uts i,ipc n,net p,pid U,user C,cgroup S,setuid= G,setgid= r,root w,wd F,no-fork',
  unshare: 'm,mount u,uts i,ipc n,net p,pid U,user C,cgroup f,fork r,map-root-user mount-proc kill-child',
  tini: 's v',
  gosu: '',
  'su-exec': '',
};

const shells = new Set(['sh', 'bash', 'zsh', 'ash', 'dash', 'ksh']);

/** The name of the program that words call, without its folder. */
export function programOf([path = '']: readonly string[]): string {
  return withoutEnding(path.replace(/^.*\/(?=.)/, ''), '.exe');
}

/** Takes `sudo`, `time`, `env A=1`, `xargs`, … off a command. */
export function unwrap(words: readonly string[]): Unwrapped {
  let argv = words;
  const found: string[] = [];
  const environment: Record<string, string> = {};
  for (let depth = 0; depth < 8; depth++) {
    const name = programOf(argv);
    const table = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
    if (table === undefined) break;
    let rest = parseOptions(argv.slice(1), flagsOf(table), true).operands;
    if (name === 'timeout' || name === 'gosu' || name === 'su-exec') rest = rest.slice(1);
    const assignments = name === 'env' || name === 'sudo' ? rest.findIndex((word) => !/^\w+=/.test(word)) : 0;
    const count = assignments < 0 ? rest.length : assignments;
    for (const word of rest.slice(0, count)) environment[before(word, '=')] = word.replace(/^\w+=/, '');
    rest = rest.slice(count);
    if (rest.length === 0) break;
    found.push(name);
    argv = rest;
  }
  return { argv, wrappers: found, environment, script: scriptIn(argv) };
}

function scriptIn(argv: readonly string[]): string | null {
  const name = programOf(argv);
  if (name === 'eval') return argv.slice(1).join(' ');
  if (!shells.has(name)) return null;
  const at = argv.findIndex((arg, index) => index > 0 && /^-[a-z]*c$/.test(arg));
  return at < 0 ? null : (argv[at + 1] ?? null);
}
