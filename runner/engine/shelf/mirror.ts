import { mirrorPort } from '../sandbox/start.ts';
import { hubStorageFolder, storageFolder } from './folders.ts';
import { hubAddress, hubAnswers } from './hub.ts';
import { readStandIns } from './records.ts';
import { registryBinary, registryCommand } from './registry.ts';
import { standInsFor } from './sources.ts';

/** What a sandbox's dockerd is given as its mirror. */
export interface ShelfMirror {
  /** Folder of the registry's storage. Stand-ins are only read, by any number of sandboxes at once. */
  readonly storage: string;
  readonly registryBinary: string;
  /** Images that are stand-ins when pulled through it. */
  readonly standIns: readonly string[];
  /** The registry's program and arguments; it answers on the sandbox's own 127.0.0.1. */
  readonly argv: readonly string[];
}

/**
 * The mirror of a sandbox. Where Docker Hub answers, it only keeps what it fetched from there, so that fresh sandboxes
 * do not use up Hub's limit, and there are no stand-ins. Else it serves the shelf, all of it: what a chapter pulls by
 * a name that is only known while it runs must be found too. Of the chapter's own images some may still be built while
 * it runs (prepareInParts): they are served as soon as they are stored.
 *
 * @returns null where nothing was prepared: then dockerd asks Docker Hub itself.
 */
export async function mirrorFor(images: readonly string[], port: number = mirrorPort): Promise<ShelfMirror | null> {
  const binary = registryBinary();
  if (binary === null) return null;
  if (await hubAnswers()) {
    const storage = hubStorageFolder();
    const argv = registryCommand(binary, { storage, mode: { from: hubAddress }, port });
    return { storage, registryBinary: binary, standIns: [], argv };
  }
  const standIns = [...new Set([...readStandIns(), ...standInsFor(images)].map(({ reference }) => reference))];
  if (standIns.length === 0) return null;
  const storage = storageFolder();
  return { storage, registryBinary: binary, standIns, argv: registryCommand(binary, { storage, mode: 'read', port }) };
}
