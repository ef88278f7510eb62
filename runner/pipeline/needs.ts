import { type Itinerary, isLeftOut, type Step } from '../core/plan.ts';
import { World } from '../world/index.ts';
import { byFullName, imagesIn } from './images.ts';

/** What a chapter, or a part of it, needs of the machine. */
export interface Needs {
  /** Images that are taken from a registry, each once. */
  readonly images: readonly string[];
  /** Ports of the machine at which something is to answer. */
  readonly ports: readonly string[];
}

/** What a chapter needs, with those that it builds on. */
export function needsOf(itinerary: Itinerary): Needs {
  const steps = [...itinerary.before, itinerary.plan].flatMap((plan) => plan.steps);
  return { images: [...byFullName(imagesIn(itinerary).wanted).values()], ports: portsOf(steps, new World(itinerary)) };
}

/** What some steps of a chapter are the first to need. */
export function needsOfSteps(itinerary: Itinerary): (steps: readonly Step[]) => Needs {
  const world = new World(itinerary);
  const { wanted, neededBy } = imagesIn(itinerary);
  return (steps) => {
    const own = new Set(steps);
    const isOwn = (image: string) => {
      const step = neededBy.get(image);
      return step !== undefined && own.has(step);
    };
    return { images: [...byFullName(wanted.filter(isOwn)).values()], ports: portsOf(steps, world) };
  };
}

function portsOf(steps: readonly Step[], world: World): readonly string[] {
  const made = steps.filter((step) => !isLeftOut(step)).flatMap((step) => world.factsOf(step).makes);
  const ports = made.filter(({ kind, name }) => kind === 'port' && name !== '').map(({ name }) => name);
  return [...new Set(ports)].sort((one, other) => Number(one) - Number(other));
}
