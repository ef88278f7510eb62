import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import type { EngineSpec } from '../core/engine.ts';
import { dindImage } from './dind/image.ts';
import { askJson } from './host/api.ts';
import { connectTo, endpointAt } from './host/endpoint.ts';
import { rootFolder } from './sandbox/roots.ts';

/**
 * What tells an engine from another one, and from itself once its programs are other ones.
 *
 * @returns null where it does not answer, or is not prepared
 */
export async function engineIdentity(spec: EngineSpec): Promise<string | null> {
  if (spec.kind === 'sandbox') {
    const root = rootFolder(spec.generation);
    // The same recipe gives other packages after a while.
    const packages = await readFile(join(root, 'var/lib/dpkg/status')).catch(() => null);
    return packages === null ? null : `${basename(root)} ${createHash('sha256').update(packages).digest('hex')}`;
  }
  const places = (spec.kind === 'host' ? spec.at : undefined) ?? [undefined];
  const found = await Promise.all(places.map((place) => identityAt(spec, place)));
  return found.includes(null) ? null : found.join('\n');
}

async function identityAt(spec: Exclude<EngineSpec, { kind: 'sandbox' }>, at: string | undefined) {
  const endpoint = await endpointAt(at);
  if (endpoint === null) return null;
  const connect = connectTo(endpoint);
  if (spec.kind === 'dind') {
    const image = z
      .object({ Id: z.string() })
      .safeParse(await askJson(connect, `/images/${dindImage(spec.generation).reference}/json`));
    return image.success ? image.data.Id : null;
  }
  const [version, info] = await Promise.all([askJson(connect, '/version'), askJson(connect, '/info')]);
  const engine = z.object({ ID: z.string() }).safeParse(info);
  return version === null || !engine.success ? null : `${engine.data.ID} ${JSON.stringify(version)}`;
}
