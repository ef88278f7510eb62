export { clientPluginsIn } from './docker/client-plugins.ts';
export { isPluginDriver } from './docker/drivers.ts';
export { leadsElsewhere, remoteContextsMade } from './docker/engine-host.ts';
export {
  canonicalImage,
  type ImageName,
  imagesIn,
  isImageId,
  parseImageName,
  sameImage,
  shortImage,
  withoutHub,
} from './docker/image-name.ts';
export { type Misread, misreadIn, withoutDocker } from './docker/misread.ts';
export { isOfficialImage } from './docker/official-images.ts';
export type { DockerCommand, DockerOption } from './docker/parse-docker.ts';
export { hasOption, optionValue, optionValues, parseDocker } from './docker/parse-docker.ts';
export { startsServer } from './effects/docker/in-background.ts';
export { parseMount, parsePublish } from './effects/docker/run-options.ts';
export type {
  Build,
  Contact,
  Effects,
  Ends,
  KnownOutput,
  LogKind,
  Mount,
  Opens,
  Publish,
  Thing,
  ThingKind,
} from './effects/effects.ts';
export { effectsOf } from './effects/effects-of.ts';
export { isCmdlet } from './effects/operating-system.ts';
export { beginsWithDocker, dockerVerbsIn, namesDocker } from './likeness/docker-calls.ts';
export { firstWord, programLikeness } from './likeness/programs.ts';
export type { Placeholder, PlaceholderStyle } from './placeholders/placeholder.ts';
export { placeholdersIn } from './placeholders/placeholders-in.ts';
export { fillVariables, replaceVariables, type Values, variablesIn } from './placeholders/variables.ts';
export { asksVersion, isDockersOwn, isRelay, listsAll, logPassesBy } from './printer/asks.ts';
export { isOf, mayPrint, type PrintedBy, type Printer, thoseOf, wasGiven } from './printer/printer.ts';
export { printersOf } from './printer/printers-of.ts';
export type { Template, TemplatePart } from './printer/template.ts';
export { type ExitStatus, exitStatusOf } from './shell/exit-status.ts';
export { isCommand, parseShell } from './shell/parse-shell.ts';
export type {
  Incomplete,
  ShellAssignment,
  ShellError,
  ShellList,
  ShellRedirect,
  ShellScript,
  ShellWord,
  SimpleCommand,
  Within,
} from './shell/script.ts';
export type { Comment, Cut, CutCommand } from './shell/split-commands.ts';
export { splitCommands } from './shell/split-commands.ts';
export type { Call, Understanding } from './understand.ts';
export { understand } from './understand.ts';
