/**
 * The entry point that images of an interpreter have: options, and what is no program, are given to the interpreter;
 * everything else is run as it is.
 */
export function entrypointOf(interpreter: string): string {
  return `#!/bin/sh
set -e
case "\${1:-}" in
  -*) set -- ${interpreter} "$@" ;;
  *) if [ -z "$(command -v "\${1:-}")" ] || { [ -f "$1" ] && ! [ -x "$1" ]; }; then set -- ${interpreter} "$@"; fi ;;
esac
exec "$@"
`;
}
