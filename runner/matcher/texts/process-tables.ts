import type { Lines } from './text-canon.ts';

/**
 * The processes of all services as one table. Compose up to 2.29 prints one for each container, under its name; later
 * ones a single table with the service in its first column.
 *
 * @param other the text to compare with: it knows where in a container's name the service begins
 * @returns null where both are of one form
 */
export function asOneProcessTable(lines: Lines, other: Lines): Lines | null {
  if (isOne(lines) || !isOne(other)) return null;
  const services = other.slice(1).map((line) => line.split(/\s+/, 1)[0] ?? '');
  const table = ['SERVICE   #   UID   PID   PPID   C   STIME   TTY   TIME   CMD'];
  let service = '';
  for (const line of lines) {
    const name = /^([\w.-]+)[-_](\d+)$/.exec(line.trim());
    if (name !== null) service = `${serviceOf(name[1] ?? '', services)}   ${name[2]}`;
    else if (/^\S+\s+\d+\s+\d+\s/.test(line)) table.push(`${service}   ${line}`);
  }
  return table.length > 1 ? table : null;
}

function isOne(lines: Lines): boolean {
  return /^SERVICE\s+#\s/.test(lines[0] ?? '');
}

/** `shop-web` is the service `web` of the project `shop`. */
function serviceOf(name: string, services: Lines): string {
  return services.find((service) => name.endsWith(`-${service}`) || name.endsWith(`_${service}`)) ?? name;
}
