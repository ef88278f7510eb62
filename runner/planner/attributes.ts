/** The value of an attribute of a directive: `prompt="…"`. Null where it has none. */
export function attributeIn(attributes: string, name: string): string | null {
  return (
    new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)')`)
      .exec(attributes)
      ?.slice(1)
      .find((text) => text !== undefined) ?? null
  );
}
