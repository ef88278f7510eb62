import { understand } from '../command/index.ts';

/** Programs that make and change files of the project in whose folder they are called. */
const workers = new Set(
  'go npm npx pnpm yarn mvn mvnw gradle gradlew cargo dotnet rails bundle composer django-admin poetry ng vue hugo make git'.split(
    ' ',
  ),
);

/** Whether a command leaves files in its folder that only a run can tell: `go mod init`, `npm init`, `git pull`. */
export function worksInFolder(text: string): boolean {
  return understand(text).calls.some(
    ({ program, args }) =>
      workers.has(program) &&
      !/^(?:--?(?:version|help|v|h)|version|help|config|clone|run|test|env)$/.test(args[0] ?? ''),
  );
}
