export {
  type ComposeBuild,
  type ComposeError,
  type ComposeFile,
  type ComposeService,
  looksLikeComposeFile,
  parseComposeFile,
} from './compose-file.ts';
export type {
  Dockerfile,
  DockerfileError,
  DockerfileErrorCode,
  Heredoc,
  Instruction,
  Stage,
} from './dockerfile.ts';
export {
  type BaseImage,
  baseImages,
  type Healthcheck,
  type ImageFacts,
  imageFacts,
  type Program,
} from './image-facts.ts';
export { type DockerfileLikeness, looksLikeDockerfile } from './looks-like-dockerfile.ts';
export { parseDockerfile } from './parse-dockerfile.ts';
export { type ContextSource, neededStages, sourcesOf } from './sources-of.ts';
