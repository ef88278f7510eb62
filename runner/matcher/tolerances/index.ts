import { diskUsage, duration, fileListing, sizeOf, usage } from './amount.ts';
import {
  commit,
  cutSwarmToken,
  digest,
  id,
  listedSwarmId,
  registryDigest,
  swarmId,
  swarmToken,
  uuid,
} from './identity.ts';
import { fileOwner, generatedName, home, prompt, storagePath, temporaryPath } from './name-and-path.ts';
import { http, ipAddress, macAddress, port } from './network.ts';
import { hostProcess, interfaceNumber, loggedProcess, processNumber } from './process-number.ts';
import { age, timestamp } from './time.ts';
import type { Tolerance } from './tolerance.ts';
import { askedVersion, version } from './version.ts';

/** Tolerances of single tokens, in the order in which their forms are tried. */
export const tokenTolerances: readonly Tolerance[] = [
  registryDigest,
  digest,
  storagePath,
  uuid,
  http,
  prompt,
  timestamp,
  age,
  macAddress,
  port,
  ipAddress,
  fileListing,
  diskUsage,
  fileOwner,
  duration,
  usage,
  version,
  sizeOf,
  interfaceNumber,
  loggedProcess,
  hostProcess,
  processNumber,
  home,
  temporaryPath,
  generatedName,
  id,
  commit,
  swarmToken,
  cutSwarmToken,
  swarmId,
  listedSwarmId,
  askedVersion,
];
