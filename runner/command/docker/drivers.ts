import { isSlip } from '../../core/distance.ts';

/** Drivers that Docker itself has, of volumes and networks. */
const ownDrivers = ['local', 'bridge', 'host', 'none', 'null', 'overlay', 'macvlan', 'ipvlan'];
/** Drivers of networks that only Docker on Windows has (learn.microsoft.com, "Windows container network drivers"). */
const windowsDrivers = ['transparent', 'l2bridge', 'l2tunnel', 'nat', 'ics'];

/** Whether only Docker on Windows has a driver. */
export function isWindowsDriver(name: string): boolean {
  return windowsDrivers.includes(name);
}

/** Whether a driver comes with a plugin: it is none of Docker's own, and none of these with a slip in its name. */
export function isPluginDriver(name: string): boolean {
  return ![...ownDrivers, ...windowsDrivers].some((own) => name === own || isSlip(name, own));
}
