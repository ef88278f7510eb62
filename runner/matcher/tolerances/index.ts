import { age } from './age.ts';
import { askedVersion } from './asked-version.ts';
import { commit } from './commit.ts';
import { digest, registryDigest } from './digest.ts';
import { diskUsage, fileListing } from './file-listing.ts';
import { fileOwner } from './file-owner.ts';
import { http } from './http.ts';
import { id } from './id.ts';
import { duration, sizeOf } from './measurement.ts';
import { generatedName, home, prompt, temporaryPath } from './name-and-path.ts';
import { ipAddress, macAddress } from './network-address.ts';
import { port } from './port.ts';
import { hostProcess, interfaceNumber, loggedProcess, processNumber } from './process-number.ts';
import { storagePath } from './storage-path.ts';
import { cutSwarmToken, listedSwarmId, swarmId, swarmToken } from './swarm-id.ts';
import { timestamp } from './timestamp.ts';
import type { Tolerance } from './tolerance.ts';
import { usage } from './usage.ts';
import { uuid } from './uuid.ts';
import { version } from './version.ts';

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
