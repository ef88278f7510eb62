import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { isImageId, parseImageName } from '../command/index.ts';
import type { EngineSpec } from '../core/engine.ts';
import { ask } from './host/api.ts';
import { connectTo, endpointAt } from './host/endpoint.ts';
import { fetchPage } from './reach.ts';
import { hubAddress, hubAnswers } from './shelf/hub.ts';
import { readRecord, tagFolder } from './shelf/records.ts';

/** How long a registry may take for an answer. */
const patienceMs = 5_000;

/** The forms of manifests, single images and lists, of Docker and of OCI. */
const manifests = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/**
 * The digest of what an engine would get now if it pulled an image: as its registry says, or the shelf, which stands in
 * for Docker Hub where that does not answer.
 *
 * @returns null where nobody can say
 */
export async function imageDigest(image: string, spec: EngineSpec): Promise<string | null> {
  if (spec.kind === 'host') {
    const digests = await Promise.all((spec.at ?? [undefined]).map((place) => digestOnHost(image, place)));
    return digests.includes(null) ? null : digests.join(', ');
  }
  const name = parseImageName(image);
  if (name === null || isImageId(image)) return null;
  if (name.digest !== null) return name.digest;
  if (name.registry !== 'docker.io') return digestIn(`https://${name.registry}`, name.path, name.tag ?? 'latest');
  if (await hubAnswers()) return digestIn(hubAddress, name.path, name.tag ?? 'latest');
  return spec.kind === 'sandbox' ? digestOnShelf(name.canonical) : null;
}

/** The engine asks the registry itself, by the ways that it knows. What it holds already counts, too: that is what is run. */
async function digestOnHost(image: string, at: string | undefined): Promise<string | null> {
  const endpoint = await endpointAt(at);
  if (endpoint === null) return null;
  const connect = connectTo(endpoint);
  const [named, held] = await Promise.all([
    ask(connect, 'GET', `/distribution/${image}/json`),
    ask(connect, 'GET', `/images/${image}/json`),
  ]);
  const digest = z.object({ Descriptor: z.object({ digest: z.string() }) }).safeParse(readJson(named.body));
  if (named.status !== 200 || !digest.success) return null;
  const own = z.object({ Id: z.string() }).safeParse(readJson(held.body));
  return `${digest.data.Descriptor.digest} ${held.status === 200 && own.success ? own.data.Id : ''}`;
}

function digestOnShelf(reference: string): string | null {
  if (readRecord(reference) === null) return null;
  try {
    return readFileSync(join(tagFolder(reference), 'current/link'), 'utf8').trim();
  } catch {
    return null;
  }
}

/**
 * Asks a registry which digest a tag has (its "HTTP API V2"). Only for the headers: that counts for no limit on pulls.
 *
 * @param address `https://registry.example`
 * @returns null where it does not answer, does not have it, or wants to know who asks
 */
export async function digestIn(address: string, repository: string, tag: string): Promise<string | null> {
  const url = `${address}/v2/${repository}/manifests/${tag}`;
  const head = (headers: Readonly<Record<string, string>>) =>
    fetchPage(url, patienceMs, { method: 'HEAD', headers: { accept: manifests, ...headers } });
  const first = await head({});
  const found = digestOf(first);
  if (found !== null) return found;
  const token = await tokenFor(first);
  return token === null ? null : digestOf(await head({ authorization: `Bearer ${token}` }));
}

function digestOf(page: string | null): string | null {
  return page === null ? null : (/^docker-content-digest:\s*(\S+)/im.exec(page)?.[1] ?? null);
}

/** `www-authenticate: Bearer realm="…",service="…",scope="…"`: who asks for nobody gets a token for what is public. */
async function tokenFor(page: string | null): Promise<string | null> {
  const asked = /^www-authenticate:\s*bearer\s+(.*)$/im.exec(page ?? '')?.[1];
  if (asked === undefined) return null;
  const { realm, ...rest } = Object.fromEntries(
    [...asked.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  );
  if (realm === undefined || !URL.canParse(realm)) return null;
  const url = new URL(realm);
  for (const [key, value] of Object.entries(rest)) url.searchParams.set(key, value);
  const answer = await fetchPage(url.href, patienceMs);
  return /"(?:access_)?token"\s*:\s*"([^"]+)"/.exec(answer ?? '')?.[1] ?? null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
