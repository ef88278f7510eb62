/**
 * A `RUN` that installs Debian packages without what they only recommend. Package lists and archives lie in caches of
 * the building engine, so they are fetched once for all recipes and stay out of the layer.
 */
export function aptInstall(...packages: readonly string[]): string {
  return `RUN ${aptCaches} \\
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \\
    ${packages.join(' ')} && rm -rf /var/log/apt /var/log/dpkg.log /var/log/alternatives.log /var/cache/ldconfig`;
}

/** Mounts of a `RUN` that uses apt. */
export const aptCaches =
  '--mount=type=cache,target=/var/lib/apt/lists,sharing=locked --mount=type=cache,target=/var/cache/apt,sharing=locked';
