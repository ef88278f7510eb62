import { isDockersOwn } from '../../command/index.ts';
import type { Claim } from '../bindings/bindings.ts';
import { assignRows, type RowRules } from '../forms/assign-rows.ts';
import { compareLine } from '../line/compare-line.ts';
import { compareLines } from '../line/line.ts';
import type { Env } from '../units.ts';
import { isIncidentalKey, isLaterKey, type JsonEntry, type JsonValue, partsOf, plainText } from './json-value.ts';

/** A value that does not hold. */
interface WrongValue {
  readonly expected: JsonValue;
  /** Null where the real document has nothing in its place. */
  readonly actual: JsonValue | null;
}

interface JsonFinding {
  readonly wrong: readonly WrongValue[];
  readonly uses: readonly {
    readonly name: string;
    readonly offset: number;
    readonly expected: string;
    readonly actual: string;
  }[];
  readonly claims: readonly (Omit<Claim, 'line'> & { readonly offset: number })[];
}

/** Compares JSON with JSON: the keys that the chapter shows. */
export function compareJson(expected: JsonValue, actual: JsonValue, env: Env): JsonFinding {
  const comparison = new JsonComparison(env);
  comparison.values(expected, actual, '');
  return comparison;
}

class JsonComparison implements JsonFinding {
  readonly wrong: WrongValue[] = [];
  readonly uses: JsonFinding['uses'][number][] = [];
  readonly claims: JsonFinding['claims'][number][] = [];
  readonly #env: Env;
  /** Docker's own documents gain keys from generation to generation; an application's do not. */
  readonly #grows: boolean;

  constructor(env: Env) {
    this.#env = env;
    this.#grows = isDockersOwn(env.facts.printers);
  }

  values(expected: JsonValue, actual: JsonValue, key: string): void {
    if (expected.kind === 'gap') return;
    if (expected.kind === 'object' && isIncidentalKey(key)) {
      this.#used('incidental-key', expected.start);
      return;
    }
    if (isEmpty(expected) && isEmpty(actual) && this.#grows) {
      this.#emptiness(expected, actual);
      return;
    }
    // Of the images' store: only what was pulled or pushed has a digest, or each name has one since Docker 29.
    if (key === 'RepoDigests' && this.#grows) this.#used('incidental-key', expected.start);
    else if (key === 'Aliases' && areOwnNameAlone(expected, actual)) this.#used('json-empty', expected.start);
    else if (expected.kind === 'object' && actual.kind === 'object') this.#objects(expected, actual);
    else if (expected.kind === 'array' && actual.kind === 'array') this.#arrays(expected, actual, key);
    else if (expected.kind === 'scalar' && actual.kind === 'scalar') this.#scalars(expected, actual, key);
    else this.wrong.push({ expected, actual });
  }

  #objects(expected: Extract<JsonValue, { kind: 'object' }>, actual: Extract<JsonValue, { kind: 'object' }>): void {
    const seen = new Set<JsonEntry>();
    for (const entry of expected.entries) {
      const other =
        this.#entryFor(entry, actual.entries, seen) ?? (expected.open ? this.#deepEntry(entry, actual) : null);
      if (other !== null) {
        seen.add(other);
        this.values(entry.value, other.value, entry.key);
      } else if (
        this.#grows &&
        ((isEmpty(entry.value) && isFieldName(entry.key)) ||
          isLaterKey(
            entry.key,
            entry.value.kind === 'scalar' ? entry.value.raw : null,
            actual.entries.map(({ key }) => key),
          ))
      ) {
        this.uses.push({ name: 'json-key', offset: entry.value.start, expected: entry.key, actual: '' });
      } else this.wrong.push({ expected: entry.value, actual: null });
    }
    const more = actual.entries.filter((entry) => !seen.has(entry));
    if (more.length === 0) return;
    if (expected.open || this.#grows)
      this.uses.push({
        name: 'json-key',
        offset: expected.start,
        expected: '',
        actual: more.map((entry) => entry.key).join(', '),
      });
    else this.wrong.push({ expected, actual });
  }

  /** The entry of the same key; under an ID the first whose content is the same. */
  #entryFor(entry: JsonEntry, entries: readonly JsonEntry[], seen: ReadonlySet<JsonEntry>): JsonEntry | null {
    const same = entries.find((other) => other.key === entry.key);
    if (same !== undefined) return same;
    const likely = entries.filter(
      (other) => !seen.has(other) && compareLines(entry.key, other.key, this.#env.facts) !== null,
    );
    const fits = likely.find((other) => this.#same(entry.value, other.value));
    const chosen = fits ?? likely[0] ?? null;
    if (chosen !== null) this.#text(entry.key, chosen.key, entry.value.start);
    return chosen;
  }

  /** What an author left out may open and close levels: `...` before an entry of an inner object. */
  #deepEntry(entry: JsonEntry, actual: JsonValue): JsonEntry | null {
    for (const part of partsOf(actual)) {
      if (part.kind !== 'object') continue;
      const found = part.entries.find(({ key, value }) => key === entry.key && this.#same(entry.value, value));
      if (found !== undefined) return found;
    }
    return null;
  }

  #arrays(
    expected: Extract<JsonValue, { kind: 'array' }>,
    actual: Extract<JsonValue, { kind: 'array' }>,
    key: string,
  ): void {
    const open = expected.items.some((item) => item.kind === 'gap');
    const own = key === 'Aliases' && expected.items.some(isOwnName) !== actual.items.some(isOwnName);
    const [left, right] = [this.#significant(expected.items, own), this.#significant(actual.items, own)];
    if (isIncidentalKey(key)) {
      this.#used('incidental-key', expected.start);
      return;
    }
    const rows = { expected: left.map((row) => ({ row, line: 1 })), actual: right };
    const ordered = !this.#grows || isArguments(key);
    const assigned = assignRows(rows, { ...this.#items, ordered }, this.#env);
    for (const [index, item] of left.entries()) {
      const found = right[assigned[index]?.place ?? (left.length === right.length ? index : -1)];
      if (found === undefined) this.wrong.push({ expected: item, actual: null });
      else this.values(item, found, key);
    }
    const more = right.length - left.length;
    if (more > 0 && !open) this.wrong.push({ expected, actual });
  }

  /** Items are rows of one cell. */
  readonly #items: RowRules<JsonValue> = {
    compare: (expected, actual) => {
      const finding = compareJson(expected, actual, this.#env);
      return finding.wrong.length === 0 ? finding : null;
    },
    kindOf: () => null,
    alone: () => null,
  };

  #same(expected: JsonValue, actual: JsonValue): boolean {
    return this.#items.compare(expected, actual) !== null;
  }

  /** Without gaps, without the IPv6 twin of a published port, and where asked without a container's short ID. */
  #significant(items: readonly JsonValue[], withoutOwn: boolean): readonly JsonValue[] {
    const real = items.filter((item) => item.kind !== 'gap' && !(withoutOwn && isOwnName(item)));
    const four = real.filter((item) => !isIpv6Binding(item));
    return four.length > 0 ? four : real;
  }

  #scalars(
    expected: Extract<JsonValue, { kind: 'scalar' }>,
    actual: Extract<JsonValue, { kind: 'scalar' }>,
    key: string,
  ): void {
    if (expected.raw === actual.raw && !/\d/.test(expected.raw)) return;
    if (/^<.*>$/.test(expected.raw)) {
      this.#used('placeholder', expected.start);
      return;
    }
    if (isIncidentalKey(key) && (key !== 'Pid' || (expected.raw === '0') === (actual.raw === '0'))) {
      this.#used('incidental-key', expected.start, expected.raw, actual.raw);
      if (key === 'Pid' && expected.raw !== '0')
        this.claims.push({ type: 'pid', expected: expected.raw, actual: actual.raw, offset: expected.start });
      if (key.endsWith('Path')) this.#owners(expected.raw, actual.raw, expected.start);
      return;
    }
    const alike = { NetworkMode: isDefaultNetwork, Driver: isStorageDriver }[key];
    if (alike?.(expected.raw) && alike(actual.raw)) {
      this.#used('json-default', expected.start, expected.raw, actual.raw);
      return;
    }
    const quoted = expected.raw.startsWith('"') === actual.raw.startsWith('"');
    // Only its key tells that a number is a port.
    const label = key === 'HostPort' ? 'HostPort: ' : '';
    if (
      !quoted ||
      !this.#text(`${label}${plainText(expected.raw)}`, `${label}${plainText(actual.raw)}`, expected.start)
    )
      this.wrong.push({ expected, actual });
  }

  /** Wherever Docker keeps a container's files, the folder has the container's ID. */
  #owners(expected: string, actual: string, offset: number): void {
    const [mine, real] = [expected.match(fullId) ?? [], actual.match(fullId) ?? []];
    if (mine.length !== real.length) return;
    for (const [index, id] of mine.entries())
      this.claims.push({ type: 'id', expected: id, actual: real[index] ?? '', offset, shared: true });
  }

  #text(expected: string, actual: string, offset: number): boolean {
    const match = compareLine(expected, actual, this.#env.facts, this.#grows ? 'text' : 'value');
    if (match === null) return false;
    this.uses.push(...match.uses.map((use) => ({ offset, ...use })));
    this.claims.push(...match.claims.map((claim) => ({ offset, ...claim, shared: true })));
    return true;
  }

  #emptiness(expected: JsonValue, actual: JsonValue): void {
    const same =
      expected.kind === actual.kind &&
      (expected.kind !== 'scalar' || actual.kind !== 'scalar' || expected.raw === actual.raw);
    if (!same) this.#used('json-empty', expected.start);
  }

  #used(name: string, offset: number, expected = '', actual = ''): void {
    if (expected !== actual || expected === '') this.uses.push({ name, offset, expected, actual });
  }
}

const fullId = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g;

/** A field of Docker's own, not a port, a path or a label. */
function isFieldName(key: string): boolean {
  return /^[A-Z][A-Za-z0-9]*$/.test(key);
}

/** Up to Docker 24 a container's short ID is one of its aliases. */
function isOwnName(value: JsonValue): boolean {
  return value.kind === 'scalar' && /^"[0-9a-f]{12}"$/.test(value.raw);
}

/** One of them is empty, however that is written, and the other holds no alias but that. */
function areOwnNameAlone(...values: readonly [JsonValue, JsonValue]): boolean {
  return (
    values.some(isEmpty) &&
    values.every((value) => isEmpty(value) || (value.kind === 'array' && value.items.every(isOwnName)))
  );
}

/** Docker 28 writes null where earlier ones write `{}` or `[]`. */
function isEmpty(value: JsonValue): boolean {
  switch (value.kind) {
    case 'object':
      return value.entries.length === 0 && !value.open;
    case 'array':
      return value.items.length === 0;
    case 'scalar':
      return value.raw === 'null' || value.raw === '""';
    case 'gap':
      return false;
  }
}

/** The words of a command have an order, as has whatever an application lists; what else Docker lists has none. */
function isArguments(key: string): boolean {
  return ['Cmd', 'Args', 'Entrypoint', 'Test', 'Shell', 'Command'].includes(key);
}

/** Docker 20 writes `default` where later ones write `bridge`. */
function isDefaultNetwork(raw: string): boolean {
  return raw === '"default"' || raw === '"bridge"';
}

/** What keeps images is the machine's and the generation's: `overlayfs` is that of containerd's store, new in Docker 29. */
function isStorageDriver(raw: string): boolean {
  return /^"(?:overlay2|overlayfs|fuse-overlayfs|btrfs|zfs|vfs|aufs|devicemapper)"$/.test(raw);
}

function isIpv6Binding(value: JsonValue): boolean {
  if (value.kind !== 'object') return false;
  const address = value.entries.find((entry) => entry.key === 'HostIp')?.value;
  return address?.kind === 'scalar' && plainText(address.raw).includes(':');
}
