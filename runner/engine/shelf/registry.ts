import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../exec.ts';
import { findTool, type Tool } from '../sandbox/tools.ts';
import { shelfFolder } from './folders.ts';

/** The CNCF registry as Debian packages it. */
export const registryTool: Tool = { program: 'docker-registry', package: 'docker-registry' };

/** A registry that serves images to dockerd. */
export interface RegistrySetting {
  readonly storage: string;
  /** `read`: shared by any number of sandboxes. `write`: takes pushes. An address: fetches what it lacks from there. */
  readonly mode: 'read' | 'write' | { readonly from: string };
  readonly port: number;
}

/** The registry's program; null where it was not fetched yet. */
export function registryBinary(): string | null {
  return findTool(registryTool)?.path ?? null;
}

/**
 * Program and arguments that serve a storage on 127.0.0.1, in whichever network they are started. The configuration is
 * written into the shelf's folder.
 */
export function registryCommand(binary: string, setting: RegistrySetting): readonly string[] {
  const kind = typeof setting.mode === 'string' ? setting.mode : 'through';
  const path = join(shelfFolder(), `registry-${kind}-${setting.port}.yml`);
  mkdirSync(setting.storage, { recursive: true });
  // Whole or not at all: another sandbox's registry may be reading it.
  const part = `${path}.${process.pid}`;
  writeFileSync(part, configuration(setting));
  renameSync(part, path);
  return [binary, 'serve', path];
}

/** See the registry's own "Configuring a registry"; it reads YAML, of which JSON is a part. */
function configuration({ storage, mode, port }: RegistrySetting): string {
  return JSON.stringify({
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: storage },
      cache: { blobdescriptor: 'inmemory' },
      delete: { enabled: mode === 'write' },
      maintenance: { uploadpurging: { enabled: false }, readonly: { enabled: mode === 'read' } },
    },
    http: { addr: `127.0.0.1:${port}` },
    ...(typeof mode === 'string' ? {} : { proxy: { remoteurl: mode.from } }),
  });
}

/**
 * Removes from a storage what no tag names any more. Nothing may write to it meanwhile.
 *
 * @returns whether it was done.
 */
export async function sweepStorage(binary: string, storage: string): Promise<boolean> {
  const [, , path = ''] = registryCommand(binary, { storage, mode: 'write', port: 0 });
  const swept = await run({ file: binary, args: ['garbage-collect', '--delete-untagged=true', path] });
  return swept.exitCode === 0;
}
