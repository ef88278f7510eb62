/** A sentence with its gaps filled. */
export function filled(template: string | undefined, args: Readonly<Record<string, string | number>>): string {
  return (template ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}
