/** A JSON value with the place of its text. */
export type JsonValue =
  | {
      readonly kind: 'object';
      readonly entries: readonly JsonEntry[];
      readonly open: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'array'; readonly items: readonly JsonValue[]; readonly start: number; readonly end: number }
  | { readonly kind: 'scalar'; readonly raw: string; readonly start: number; readonly end: number }
  /** `...` in the place of a value. */
  | { readonly kind: 'gap'; readonly start: number; readonly end: number };

export interface JsonEntry {
  readonly key: string;
  readonly value: JsonValue;
}

/** Text of a scalar without its quotes. */
export function plainText(raw: string): string {
  if (!raw.startsWith('"')) return raw;
  try {
    return JSON.parse(raw) as string;
  } catch {
    return raw.slice(1, raw.endsWith('"') ? -1 : undefined);
  }
}

/** All values within a value. */
export function partsOf(value: JsonValue): readonly JsonValue[] {
  switch (value.kind) {
    case 'object':
      return value.entries.flatMap((entry) => [entry.value, ...partsOf(entry.value)]);
    case 'array':
      return value.items.flatMap((item) => [item, ...partsOf(item)]);
    case 'scalar':
    case 'gap':
      return [];
  }
}
