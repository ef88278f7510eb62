import { canonicalImage, type ImageName, parseImageName } from '../../docker/image-name.ts';
import type { DockerCommand } from '../../docker/parse-docker.ts';
import { hasOption, optionValue, optionValues } from '../../docker/parse-docker.ts';
import type { VerbEffects } from '../effect-parts.ts';
import { type Parts, things } from '../effect-parts.ts';
import type { Build, LogKind } from '../effects.ts';

/** What the verbs about images do of which more is to be said than a few words. */
export const imageEffects: VerbEffects = {
  'image build': buildEffects,
  'buildx build': buildEffects,
  'image pull': (command) => ({ ...log('pull'), pulls: images(command), makes: things('image', names(command)) }),
  'image push': (command) => ({ ...log('push'), pushes: images(command), needs: things('image', names(command)) }),
  'image save': (command) => ({
    needs: things('image', names(command)),
    writesFiles: optionValues(command, 'output'),
    silent: hasOption(command, 'output'),
  }),
  'image load': (command) => ({
    ...log('load'),
    readsFiles: optionValues(command, 'input'),
    makes: things('image', [null]),
  }),
  'image import': ({ operands: [file = '-', named] }) => ({
    output: { form: 'id' },
    readsFiles: file === '-' || /^https?:/.test(file) ? [] : [file],
    makes: things('image', [named === undefined ? null : canonicalImage(named)]),
  }),
};

function names(command: DockerCommand): readonly string[] {
  return command.operands.map(canonicalImage);
}

function images(command: DockerCommand): readonly ImageName[] {
  return command.operands.flatMap((operand) => parseImageName(operand) ?? []);
}

function log(kind: LogKind): Parts {
  return { output: { form: 'log', log: kind } };
}

function buildEffects(command: DockerCommand): Parts {
  const context = command.operands[0] ?? '';
  const tags = optionValues(command, 'tag').map(canonicalImage);
  const dockerfile = optionValue(command, 'file');
  const build: Build = { context, dockerfile, target: optionValue(command, 'target'), tags };
  const remote = /^(?:https?:|git@|git:|github\.com)/.test(context);
  const folder = remote || context === '-' || context === '' ? [] : [context];
  return {
    output: hasOption(command, 'quiet') ? { form: 'id' } : { form: 'log', log: 'build' },
    builds: [build],
    makes: things('image', tags.length > 0 ? tags : [null]),
    pushes: hasOption(command, 'push') ? optionValues(command, 'tag').flatMap((tag) => parseImageName(tag) ?? []) : [],
    readsFiles: [...folder, ...(dockerfile === null || dockerfile === '-' ? [] : [dockerfile])],
    writesFiles: optionValues(command, 'iidfile'),
  };
}
