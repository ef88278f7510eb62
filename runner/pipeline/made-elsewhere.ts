import { type Message, message, type Told, wording } from '../core/message.ts';
import type { Itinerary, Step } from '../core/plan.ts';
import type { ChapterReport, StepReport } from '../core/report.ts';
import { thingTold } from '../verdict/index.ts';
import { type Subject, subject, World } from '../world/index.ts';

/** A chapter of the repository, and what it does. */
interface Other {
  readonly itinerary: Itinerary;
  readonly world: World;
}

/** Things that one chapter can leave to another; an image of a registry is left to everybody. */
const kinds: readonly Subject['kind'][] = ['container', 'network', 'volume', 'service', 'stack', 'image', 'path'];

/** Whether something of a chapter lacked what another chapter may make. */
export function lacksSomething({ verdict }: ChapterReport): boolean {
  return verdict === 'failed' || verdict === 'broken' || verdict === 'unchecked';
}

/**
 * Says of each step that lacked a thing which chapter of the repository makes it, where its own does not build on that.
 *
 * @param itineraries of the repository's chapters, in their order
 */
export function withMakers(
  reports: readonly ChapterReport[],
  itineraries: readonly Itinerary[],
): readonly ChapterReport[] {
  const all = itineraries
    .filter(({ course }) => course === undefined)
    .map((itinerary): Other => ({ itinerary, world: new World(itinerary) }));
  return reports.map((report) => {
    const own = all.find(({ itinerary }) => itinerary.plan.chapter.path === report.path);
    return own === undefined || !lacksSomething(report)
      ? report
      : { ...report, steps: report.steps.map((step) => withMaker(step, own, all)) };
  });
}

function withMaker(told: StepReport, own: Other, all: readonly Other[]): StepReport {
  const { plan, before } = own.itinerary;
  const step = plan.steps.find(({ line, type }) => line === told.line && type === told.type);
  if (step === undefined || told.status === 'passed' || told.cause?.kind === 'step') return told;
  const known = new Set([plan, ...before].map(({ chapter }) => chapter.path));
  const others = all.filter(({ itinerary }) => !known.has(itinerary.plan.chapter.path));
  for (const thing of lackedBy(told, step, own.world)) {
    const maker = others.find((other) => leaves(other, thing))?.itinerary.plan.chapter;
    if (maker === undefined) continue;
    const args = { what: thingTold(thing), chapter: maker.path, id: maker.id };
    return { ...told, messages: [...told.messages, madeBy(args, plan.chapter.path, told)] };
  }
  return told;
}

function madeBy(args: Message['args'], path: string, { line, column }: StepReport): Message {
  return message('made-by-chapter', args, { path, line, column }, 'info');
}

/** What nothing before the step makes, of what it needs and of what is told about it; only what that speaks of. */
function lackedBy(told: StepReport, step: Step, world: World): readonly Subject[] {
  const facts = world.factsOf(step);
  const said = [...told.messages, ...(told.cause?.evidence ?? [])].filter(({ code }) => code !== 'step-mismatch');
  const words = said.map((one) => wording(one, 'en')).join('\n');
  return [...facts.needs, ...said.flatMap(thingsIn)].filter(
    (thing) =>
      kinds.includes(thing.kind) &&
      thing.name !== '' &&
      words.includes(thing.name) &&
      world.before(facts, thing).madeBy === null,
  );
}

/** As `thingTold` of the verdicts tells them. */
function thingsIn({ args }: Told): readonly Subject[] {
  const { what } = args;
  if (typeof what !== 'object' || what.code !== 'thing-named') return [];
  const kind = kinds.find((one) => typeof what.args.kind === 'object' && what.args.kind.code === `kind-${one}`);
  return kind === undefined ? [] : [subject(kind, String(what.args.name))];
}

/** Whether a chapter makes a thing itself and has not removed it at its end. An image that it only pulls is not made. */
function leaves({ itinerary: { plan }, world }: Other, thing: Subject): boolean {
  const last = plan.steps.at(-1);
  if (last === undefined || (thing.kind === 'image' && !world.makesImages)) return false;
  const facts = world.factsOf(last);
  const holds = (some: readonly Subject[]) => some.some(({ key }) => key === thing.key);
  if (holds(facts.removes)) return false;
  return holds(facts.makes) || world.before(facts, thing).madeBy?.chapter === plan.chapter.path;
}
