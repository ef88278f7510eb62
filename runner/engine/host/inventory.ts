import * as z from 'zod';
import { askList } from './api.ts';
import type { Connect } from './endpoint.ts';

/** A container, volume or network: its name, and when it was made, in milliseconds of the engine's clock. */
const thing = z.object({ name: z.string(), madeAt: z.number() });

/**
 * Everything that an engine holds, as far as a chapter can make or change it. Lists are sorted: an engine names what was
 * made within the same second in any order, and two inventories are equal when the engine holds the same.
 */
export const inventorySchema = z.object({
  containers: z.record(z.string(), thing),
  /** Id of the image that each reference (`web:v1`) stands for. */
  references: z.record(z.string(), z.string()),
  images: z.array(z.string()),
  volumes: z.record(z.string(), thing),
  networks: z.record(z.string(), thing),
  buildCache: z.array(z.string()),
  /** Ports of the engine's machine that containers publish. */
  ports: z.array(z.number()),
});

export type Inventory = z.infer<typeof inventorySchema>;

const containers = z.array(
  z.object({
    Id: z.string(),
    Created: z.number(),
    Names: z.array(z.string()).nullish(),
    Ports: z.array(z.object({ PublicPort: z.number().optional() })).nullish(),
  }),
);
const images = z.array(z.object({ Id: z.string(), RepoTags: z.array(z.string()).nullish() }));
const volumes = z.object({
  Volumes: z.array(z.object({ Name: z.string(), CreatedAt: z.string().optional() })).nullish(),
});
const networks = z.array(z.object({ Id: z.string(), Name: z.string(), Created: z.string().optional() }));
const usage = z.object({ BuildCache: z.array(z.object({ ID: z.string() })).nullish() });

/**
 * Lists what an engine holds.
 *
 * @throws UserError where it does not answer.
 */
export async function takeInventory(connect: Connect): Promise<Inventory> {
  const asked = [
    '/containers/json?all=1',
    '/images/json?all=1',
    '/volumes',
    '/networks',
    '/system/df?type=build-cache',
  ];
  const [boxes, pictures, stores, nets, used] = await Promise.all(asked.map((path) => askList(connect, path)));
  const found = containers.parse(boxes);
  const known = images.parse(pictures);
  const tags = known.flatMap(({ Id, RepoTags }) => (RepoTags ?? []).map((tag) => [tag, Id] as const));
  return {
    containers: byId(found.map((one) => [one.Id, one.Names?.[0]?.slice(1) ?? '', one.Created * 1000])),
    references: Object.fromEntries(tags.filter(([tag]) => tag !== '<none>:<none>')),
    images: known.map(({ Id }) => Id).sort(),
    volumes: byId((volumes.parse(stores ?? {}).Volumes ?? []).map((one) => [one.Name, one.Name, time(one.CreatedAt)])),
    networks: byId(networks.parse(nets ?? []).map((one) => [one.Id, one.Name, time(one.Created)])),
    buildCache: (usage.safeParse(used).data?.BuildCache ?? []).map(({ ID }) => ID).sort(),
    ports: found
      .flatMap(({ Ports }) => (Ports ?? []).flatMap(({ PublicPort }) => PublicPort ?? []))
      .sort((one, other) => one - other),
  };
}

function byId(rows: readonly (readonly [id: string, name: string, madeAt: number])[]): Inventory['containers'] {
  return Object.fromEntries(rows.map(([id, name, madeAt]) => [id, { name, madeAt }]));
}

function time(text: string | undefined): number {
  return text === undefined ? 0 : Date.parse(text);
}
