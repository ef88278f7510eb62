import { type Effects, effectsOf } from '../command/index.ts';
import type { Site } from '../core/outcome.ts';
import type { CommandStep, Itinerary, Plan, Step } from '../core/plan.ts';
import { Aliases } from './aliases.ts';
import { isCollection } from './collection.ts';
import { furtherNames, goesOn } from './containers.ts';
import { portsIn } from './declared.ts';
import { imagesAmong, makesOwnImage } from './images-among.ts';
import { lastRemoval, mostOf } from './most.ts';
import { ownWordsOf } from './own-words.ts';
import type { History, Provenance } from './provenance.ts';
import { isOfEngine, rowSubjects } from './row-subjects.ts';
import { ShellFolders } from './shell-folders.ts';
import { ShellValues } from './shell-values.ts';
import { startFolderName } from './start-folder.ts';
import { contentOf, factsOf, nothing, renames, type StepFacts } from './step-facts.ts';
import { fileSubject, foldersOf, isMeant, nameIn, pathSubject, type Start, type Subject, subject } from './subject.ts';
import { UnreadCommands } from './unread-commands.ts';
import { UntoldIds } from './untold-ids.ts';

interface Walked {
  readonly step: Step;
  readonly facts: StepFacts;
}

/**
 * The things of an itinerary: what each step makes, needs, changes and removes, under whichever name the chapter speaks
 * of them, if all goes as the chapters say. Pure: only the text is read.
 */
export class World {
  readonly aliases = new Aliases();
  readonly #walked: Walked[] = [];
  readonly #histories = new Map<string, History>();
  readonly #contents = new Map<string, string>();
  readonly #mounts = new Map<string, readonly Subject[]>();
  readonly #ports = new Map<string, readonly Subject[]>();
  readonly #folders: ShellFolders;
  readonly #start: Start;
  /** Files that a course gives to its reader, by their keys. */
  readonly #given: ReadonlySet<string>;
  readonly #shell = new ShellValues();
  /** What each step opens, for the lines that are typed into it. */
  readonly #inside = new Map<CommandStep, readonly Subject[]>();
  readonly #facts = new Map<Step, StepFacts>();
  /** The first step that makes, runs or pulls an image. */
  readonly #images = new Map<string, Site>();
  /** What was there before the first chapter, as it seems, by name. */
  readonly #brought = new Map<string, Subject>();
  readonly #makersOf = new Map<string, StepFacts[]>();
  readonly #made = new Map<string, Subject>();
  #isCollection: boolean | null = null;
  readonly unread: UnreadCommands;
  readonly untoldIds = new UntoldIds(this.aliases);

  constructor({ before, plan, course }: Itinerary) {
    this.unread = new UnreadCommands([...before, plan]);
    this.#start = course?.start === 'home' ? '~' : '.';
    this.#folders = new ShellFolders(this.#start, course !== undefined);
    this.#given = new Set(course?.assets.flatMap(({ to }) => this.pathNamed(to)?.key ?? []));
    for (const { path, content } of course?.documents ?? []) this.#write(path, this.#start, content);
    for (const each of [...before, plan]) this.#walk(each);
    for (const { step, facts } of this.#walked) this.#noteBrought(step, facts);
  }

  /** What a step does and needs. */
  factsOf(step: Step): StepFacts {
    return this.#facts.get(step) ?? { site: { chapter: '', line: step.line }, ...nothing };
  }

  /** Whether a container or a project, once made, goes on by itself. */
  lasts({ kind, key }: Subject): boolean {
    const maker = this.#walked.findLast(({ facts }) => facts.makes.some((one) => one.key === key))?.step;
    return kind !== 'container' || maker?.type !== 'command' || goesOn(maker.text);
  }

  /** A file or folder, as it is called from where the itinerary starts. */
  pathNamed(path: string): Subject | null {
    return pathSubject(path, this.#start);
  }

  /** Whether a course gives this to its reader. */
  isGiven({ key }: Subject): boolean {
    return this.#given.has(key);
  }

  /** Whether a step anywhere makes this. */
  isMade({ key }: Subject): boolean {
    return (this.#histories.get(key)?.makers.length ?? 0) > 0;
  }

  /** What the chapters count on by this name although no step has made it; null where there is no such thing. */
  brought(name: string): Subject | null {
    return this.#brought.get(name) ?? null;
  }

  /** Whether a step makes an image of its own: builds, commits, imports it, and does not only pull or name one. */
  get makesImages(): boolean {
    return this.#walked.some(({ step }) => step.type === 'command' && makesOwnImage(step.text));
  }

  /** Images that a step meets: in what it needs or writes into, and in what that was made of. */
  imagesMet(facts: StepFacts): readonly string[] {
    return imagesAmong([...facts.needs, ...facts.changes], (key) => this.#makersOf.get(key) ?? []);
  }

  /** Whether a step before this one makes, runs or pulls this image: then it can be in a list. */
  usesImageBefore({ site }: StepFacts, name: string): boolean {
    const first = this.#images.get(subject('image', name).key);
    return first !== undefined && this.#orderOf(first) < this.#orderOf(site);
  }

  /** How many things of a kind a list can show before a step at most; null where only a run can tell. */
  mostOf({ site }: StepFacts, kind: 'container' | 'image'): number | null {
    return mostOf(kind, this.#walked.slice(0, this.#orderOf(site)));
  }

  /** The last step before another one that removes something of a kind. */
  lastRemoval(kind: Subject['kind'], { site }: StepFacts): Site | null {
    return lastRemoval(kind, this.#walked.slice(0, this.#orderOf(site)));
  }

  /** Words that the chapters have given to things by themselves, up to a step and in it. */
  ownWords({ site }: StepFacts): ReadonlySet<string> {
    return ownWordsOf(this.#walked.slice(0, this.#orderOf(site) + 1).map(({ step }) => step));
  }

  /** Whether the chapter's sections are no steps of one way: each shows a command, and none makes anything for the others. */
  get isCollection(): boolean {
    this.#isCollection ??= isCollection(this.#walked, (facts, thing) => this.before(facts, thing));
    return this.#isCollection;
  }

  /** What has become of a thing before a step, if all goes as the chapters say. */
  before({ site }: StepFacts, thing: Subject): Provenance {
    const { key } = thing;
    const { makers = [] } = this.#histories.get(key) ?? {};
    // What lies in a folder goes with it.
    const removers = [key, ...foldersOf(thing)].flatMap((one) => this.#histories.get(one)?.removers ?? []);
    const order = (one: Site) => this.#orderOf(one);
    const now = order(site);
    const made = makers.findLast((one) => order(one) < now) ?? null;
    const removed = removers
      .filter((one) => order(one) < now)
      .reduce((last: Site | null, one) => (last === null || order(one) >= order(last) ? one : last), null);
    const isBrought = [...this.#brought.values()].some((one) => one.key === key);
    const gone = removed !== null && (made === null || order(removed) >= order(made));
    return {
      madeBy: gone ? null : made,
      removedBy: gone ? removed : null,
      madeLater: isBrought ? null : (makers.find((one) => order(one) > now && !this.#isForm(one)) ?? null),
    };
  }

  /** Everything of a kind that a step makes and whose row in a list holds a word. */
  named(kind: Subject['kind'], word: string): readonly Subject[] {
    const bears = ({ name }: Subject) => name.includes(word);
    return this.#walked.flatMap(({ facts: { makes, needs } }) => {
      const own = makes.filter((one) => one.kind === kind);
      // A row shows the image of a container, too.
      return kind === 'container' && needs.some((one) => one.kind === 'image' && bears(one)) ? own : own.filter(bears);
    });
  }

  /**
   * What a step most likely means by a name that nothing has: a thing of that kind that the chapters make before it,
   * with a slip in the name.
   */
  meantBy(facts: StepFacts, thing: Subject): { readonly meant: Subject; readonly madeBy: Site } | null {
    if (this.isMade(thing) || thing.name === '') return null;
    for (const [key, meant] of this.#made) {
      if (meant.kind !== thing.kind || !isMeant(thing, nameIn(key))) continue;
      const { madeBy } = this.before(facts, meant);
      if (madeBy !== null) return { meant, madeBy };
    }
    return null;
  }

  /** Shown in a list, removed, or needed and made nowhere: it was there before. */
  #noteBrought(step: Step, facts: StepFacts): void {
    const note = (one: Subject, ever: boolean) => {
      if (isOfEngine(one)) return;
      const { makers = [] } = this.#histories.get(one.key) ?? {};
      const first = makers[0];
      if (first === undefined ? ever : this.#orderOf(first) > this.#orderOf(facts.site))
        this.#brought.set(one.name, one);
    };
    const own = (one: Subject) => ['container', 'volume', 'network'].includes(one.kind) && !one.key.includes('#');
    for (const one of facts.removes.filter(own)) note(one, true);
    for (const one of facts.needs.filter(own)) if (!this.isMade(one)) note(one, true);
    if (step.type !== 'command' || step.expected === null) return;
    const { output } = effectsOf(step.text);
    if (output?.form !== 'table') return;
    for (const row of step.expected.text.split('\n').slice(1))
      for (const one of rowSubjects(output.table, row))
        if (own(one) && this.aliases.find(one.kind, one.name)?.key === one.key) note(one, false);
  }

  /** A step that is left out since only the reader has what it takes: it shows how one would do that. */
  #isForm(site: Site): boolean {
    return ['never-made', 'placeholder'].includes(this.#walked[this.#orderOf(site)]?.step.skip?.code ?? '');
  }

  #orderOf(site: Site): number {
    return this.#walked.findIndex(({ facts }) => facts.site.chapter === site.chapter && facts.site.line === site.line);
  }

  #walk({ chapter, steps }: Plan): void {
    this.#folders.begin();
    const startName = this.#start === '~' ? 'root' : startFolderName({ steps });
    for (const step of steps) {
      const folder = this.#folders.enter(step);
      if (step.type === 'command') this.untoldIds.learn(step, steps[step.opener ?? -1]);
      const facts = factsOf(step, {
        site: { chapter: chapter.path, line: step.line },
        at: this.#walked.length,
        ...{ folder, start: this.#start, startName, aliases: this.aliases },
        filled: (text) => this.#shell.filled(text),
        contentOf: ({ key }) => this.#contents.get(key) ?? null,
        inside: step.type === 'command' ? this.#insideOf(step, steps) : null,
        mountsOf: ({ key }) => this.#mounts.get(key) ?? [],
        portsOf: ({ key }) => this.#ports.get(key) ?? [],
      });
      this.#walked.push({ step, facts });
      this.#facts.set(step, facts);
      this.#note(facts);
      if (step.type === 'file') this.#write(step.path, folder, step.content);
      else this.#follow(step, facts, folder);
    }
  }

  #insideOf(step: CommandStep, steps: readonly Step[]): readonly Subject[] | null {
    if (step.into === 'shell') return null;
    const opener = step.opener === undefined ? undefined : steps[step.opener];
    return opener?.type === 'command' ? (this.#inside.get(opener) ?? []) : [];
  }

  #note(facts: StepFacts): void {
    const { site, makes, removes } = facts;
    const history = ({ key }: Subject) => {
      const known = this.#histories.get(key) ?? { makers: [], removers: [] };
      this.#histories.set(key, known);
      return known;
    };
    for (const one of makes) {
      history(one).makers.push(site);
      this.#made.set(one.key, one);
      this.#makersOf.set(one.key, [...(this.#makersOf.get(one.key) ?? []), facts]);
    }
    for (const one of removes) history(one).removers.push(site);
  }

  #follow(step: CommandStep, facts: StepFacts, folder: string): void {
    const effects = effectsOf(step.into === 'shell' ? this.#shell.filled(step.text) : step.text);
    if (step.into === 'shell') this.#shell.follow(step.text);
    for (const { path, content, append } of effects.writesContent)
      this.#write(
        path,
        folder,
        append ? `${this.#contents.get(pathSubject(path, folder)?.key ?? '') ?? ''}${content}` : content,
      );
    this.#learn(step, effects, facts, folder);
    const opened = effects.opens === null ? null : this.#containerOf(effects, facts);
    this.untoldIds.follow(step, facts.makes, opened);
    const within = this.#insideOf(step, []) ?? [];
    this.#inside.set(step, opened === null ? within : contentOf(opened, ({ key }) => this.#mounts.get(key) ?? []));
    if (step.into === 'shell' && effects.changesFolder !== null)
      this.#folders.move(step, effects.changesFolder, folder);
  }

  #containerOf({ opens }: Effects, { makes, needs }: StepFacts): Subject | null {
    const own = makes.find(({ kind }) => kind === 'container');
    const joined = opens?.container == null ? null : this.aliases.find('container', opens.container);
    return own ?? joined ?? needs.find(({ kind }) => kind === 'container' || kind === 'service') ?? null;
  }

  #learn(step: CommandStep, effects: Effects, { site, makes }: StepFacts, folder: string): void {
    const { mounts, pulls, publishes, output } = effects;
    if (renames(effects)) this.aliases.renamed(effects.destroys[0]?.name ?? '', effects.makes[0]?.name ?? '');
    const image = pulls[0]?.canonical ?? null;
    for (const one of makes) this.aliases.made(one, image);
    for (const { key, kind } of [...makes, ...pulls.map(({ canonical }) => subject('image', canonical))])
      if (kind === 'image' && !this.#images.has(key)) this.#images.set(key, site);
    const container = makes.find(({ kind }) => kind === 'container');
    if (container !== undefined) for (const name of furtherNames(step.text)) this.aliases.alsoCalled(name, container);
    const mounted = mounts.flatMap(({ type, source }) =>
      source === null ? [] : type === 'volume' ? [subject('volume', source)] : (pathSubject(source, folder) ?? []),
    );
    if (container !== undefined) {
      this.#mounts.set(container.key, mounted);
      this.#ports.set(container.key, portsIn(publishes));
    }
    const made = container ?? makes.find(({ kind }) => kind === 'image' || kind === 'network');
    this.aliases.learn(output, step.expected?.text ?? '', made);
  }

  #write(path: string, folder: string, content: string): void {
    const file = fileSubject(path, folder, this.#start);
    if (file !== null) this.#contents.set(file.key, content);
  }
}
