import manifest from '../../package.json' with { type: 'json' };

/** The package's version, as `package.json` says. */
export const version: string = manifest.version;
