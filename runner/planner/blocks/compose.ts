import { escaped } from '../../core/escaped.ts';
import { indentOf } from '../../core/lines.ts';
import { because, type Told } from '../../core/message.ts';
import { parseComposeFile } from '../../dockerfile/index.ts';
import { isCompose } from './looks.ts';
import type { View } from './view.ts';

/**
 * Keys of a service, and of what a service uses (docs.docker.com/reference/compose-file, with those of versions 1 and
 * 2). `name` and `image` are not among them: other files have these, too.
 */
const serviceKeys = new Set(
  `aliases annotations args attach aux_addresses blkio_config build cap_add cap_drop cgroup cgroup_parent command configs
  container_name context cpu_count cpu_percent cpu_period cpu_quota cpu_shares cpus cpuset credential_spec depends_on
  deploy develop device_cgroup_rules devices dns dns_opt dns_search dockerfile domainname driver driver_opts entrypoint
  env_file environment expose extends external external_links extra_hosts gpus group_add healthcheck hostname init
  internal ipam ipc isolation labels links log_driver log_opt logging mac_address mem_limit mem_reservation
  mem_swappiness memswap_limit net network_mode networks oom_kill_disable oom_score_adj pid pids_limit platform ports
  post_start pre_stop privileged profiles pull_policy read_only restart runtime scale secrets security_opt shm_size
  stdin_open stop_grace_period stop_signal storage_opt sysctls tmpfs tty ulimits user userns_mode volume_driver volumes
  volumes_from working_dir`.split(/\s+/),
);

/** A service or a part of one, without what leads to it in the file; a service of version 1 has its image. */
function isPartOfService(text: string): boolean {
  const lines = text.split('\n').filter((line) => /\S/.test(line) && !/^\s*(?:#|-)/.test(line));
  const at = (depth: number) => lines.filter((line) => indentOf(line) === depth);
  const depths = [...new Set(lines.map(indentOf))].sort((a, b) => a - b);
  const keys = (depth: number | undefined) =>
    depth === undefined ? [] : at(depth).map((line) => /^\s*([\w-]+)\s*[:：]/.exec(line)?.[1] ?? '');
  const [outer, inner] = [keys(depths[0]), keys(depths[1])];
  const known = (key: string) => serviceKeys.has(key);
  return (outer.length > 0 && outer.every(known)) || (inner.length > 0 && outer.length === 1 && inner.every(known));
}

/** Why a YAML block is only a part of a compose file; null where it could stand alone. */
export function fragmentOfCompose({ text, label, paragraph, headings }: View): Told | null {
  if (!isCompose(text))
    return isPartOfService(text) ||
      (/^\s*(?:networks|volumes|deploy|environment|ports|expose|build|depends_on|healthcheck|secrets|configs|extra_hosts|restart)\s*:/m.test(
        text,
      ) &&
        !/^(?:apiVersion|kind)\s*:/m.test(text))
      ? because('plan-compose-part')
      : null;
  if (/^\s*(?:#\s*)?(?:\.{3}|…)\s*$|:\s*\.{3}\s*$|#\s*\.{3}/m.test(text)) return because('plan-compose-elided');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const sources = lines.filter((line) => /^\s*(?:image|build|extends|<<|include)\s*:/.test(line)).length;
  if (sources === 0) return because('plan-compose-no-source');
  const keys = lines.flatMap((line) => /^[a-z-]+(?=\s*:)/.exec(line) ?? []);
  if (new Set(keys).size < keys.length) return because('plan-compose-several');
  if (hangsOnOthers(text)) return because('plan-compose-part');
  const titled = (headings[0]?.title ?? '').replace(/[`*:]/g, '').trim();
  const named = [
    ...[...`${label}\n${paragraph}`.matchAll(/`([\w.-]+):?`/g)].map((match) => match[1] ?? ''),
    ...(serviceKeys.has(titled) ? [titled] : []),
  ];
  const explains = named.some((key) => new RegExp(`^\\s+(?:-\\s*)?${escaped(key)}\\s*:`, 'm').test(text));
  return explains && lines.length <= 14 ? because('plan-compose-key') : null;
}

/** A service in it depends on one that stands elsewhere: the file that this goes into has that one. */
export function hangsOnOthers(text: string): boolean {
  if (!text.includes('depends_on')) return false;
  const { services, errors } = parseComposeFile(text);
  const names = new Set(services.map(({ name }) => name));
  return errors.length === 0 && services.some(({ dependsOn }) => dependsOn.some((name) => !names.has(name)));
}
