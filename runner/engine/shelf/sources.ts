import { canonicalImage } from '../../command/index.ts';
import { message } from '../../core/message.ts';
import { fetchTool } from '../sandbox/tools.ts';
import type { SetupAction } from '../set-up.ts';
import { standInOf } from './catalogue.ts';
import { readHostSettings } from './host-settings.ts';
import { hubAnswers } from './hub.ts';
import { missingRecipes, prepareShelf } from './prepare.ts';
import { inBuildOrder, type Recipe, type StandIn } from './recipe.ts';
import { readRecord } from './records.ts';
import { registryBinary, registryTool } from './registry.ts';
import { putInPlace } from './versions.ts';

/** Where an image comes from when a sandbox pulls it. */
export type ImageSource = 'hub' | 'shelf' | 'nowhere';

/** The image's source. Asks Docker Hub once in a process whether it answers, and not whether it has the image. */
export async function sourceOf(image: string): Promise<ImageSource> {
  const standIn = standInOf(image, readHostSettings());
  if (await hubAnswers()) return 'hub';
  // One that was carried here counts, although its recipe may be gone.
  return standIn !== null || readRecord(canonicalImage(image)) !== null ? 'shelf' : 'nowhere';
}

/** What set-up still has to build for these images, as one action; empty where all is stored. */
export async function shelfActions(images: readonly string[]): Promise<readonly SetupAction[]> {
  if (await hubAnswers()) return registryBinary() === null ? [fetchRegistry] : [];
  const wanted = standInsFor(images);
  putInPlace(wanted);
  const missing = missingRecipes(wanted);
  if (missing.length === 0 && (wanted.length === 0 || registryBinary() !== null)) return [];
  const named = missing.filter((recipe) => !recipe.reference.startsWith('tutor/'));
  const megabytes = missing.reduce((sum, recipe) => sum + recipe.megabytes, 0);
  // Measured: a hundred megabytes take six seconds and an image one, on two cores.
  const minutes = Math.max(1, Math.round((megabytes * 0.06 + missing.length) / 60));
  const list = named.map(({ reference }) => reference).join(', ');
  return [
    {
      title: message('setup-shelf', { count: named.length, megabytes, minutes, list }, {}, 'info'),
      run: (progress, signal) => prepareShelf(wanted, progress, signal),
    },
  ];
}

/** What of that a sandbox must have before it starts, whatever is built later. */
export async function registryActions(images: readonly string[]): Promise<readonly SetupAction[]> {
  if (registryBinary() !== null) return [];
  return standInsFor(images).length > 0 || (await hubAnswers()) ? [fetchRegistry] : [];
}

/** Where Docker Hub answers, the registry only keeps what was pulled. */
const fetchRegistry: SetupAction = {
  title: message('setup-tool', { package: registryTool.package }, {}, 'info'),
  run: (_progress, signal) => fetchTool(registryTool, signal),
};

/** The stand-ins for these images; those that the shelf does not know are left out. */
export function standInsFor(images: readonly string[]): readonly StandIn[] {
  const host = readHostSettings();
  const found = images.map((image) => standInOf(image, host)).filter((standIn) => standIn !== null);
  return [...new Map(found.map((standIn) => [standIn.reference, standIn])).values()];
}

/** How much some images are, in megabytes. */
export interface Weight {
  readonly megabytes: number;
  /** How much of that is not on this machine yet. */
  readonly missing: number;
  /** How many of the images nobody knows this of. */
  readonly unknown: number;
}

/** About how much some images are: as their stand-ins, which share what they are built on. Asks no registry. */
export function weightOf(images: readonly string[]): Weight {
  const host = readHostSettings();
  const wanted = standInsFor(images);
  const sum = (recipes: readonly Recipe[]) => recipes.reduce((all, { megabytes }) => all + megabytes, 0);
  const unknown = images.filter((image) => standInOf(image, host) === null).length;
  return { megabytes: sum(inBuildOrder(wanted)), missing: sum(missingRecipes(wanted)), unknown };
}
