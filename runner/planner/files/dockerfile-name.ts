/** Whether a path is one that Dockerfiles have: `Dockerfile`, `Dockerfile.dev`, `api.Dockerfile`, `Containerfile`. */
export function isDockerfileName(path: string): boolean {
  return /(?:^|\/)(?:dockerfile|containerfile)[^/]*$|\.dockerfile$/i.test(path);
}
