import { parseImageName } from '../../command/index.ts';
import { message } from '../../core/message.ts';
import { baseImages, parseDockerfile } from '../../dockerfile/index.ts';
import type { Rule } from '../rule.ts';
import { placeOf, typedCommands } from '../typed.ts';

/** `latest` is another image tomorrow; a chapter that shows versions, sizes or layers of it does not stay true. */
export const unpinnedImage: Rule = {
  name: 'unpinned-image',
  check({ plan }, surroundings) {
    const made = new Set<string>();
    const seen = new Set<string>();
    const unpinned = (name: string) => {
      const image = parseImageName(name);
      if (!image || made.has(image.canonical) || seen.has(image.canonical)) return false;
      seen.add(image.canonical);
      return image.tag === 'latest' && image.digest === null && !surroundings.isUnversioned(image.repository);
    };
    const typed = new Map(typedCommands(plan).map((command) => [command.step.index, command]));
    return plan.steps.flatMap((step) => {
      const command = typed.get(step.index);
      if (step.type === 'file') {
        if (step.skip || !/dockerfile/i.test(step.path)) return [];
        const names = baseImages(parseDockerfile(step.content))
          .map(({ text }) => text)
          .filter(unpinned);
        return names.map((image) => message('lint-unpinned-image', { image }, placeOf(step, plan), 'warning'));
      }
      if (!command) return [];
      const found = command.effects.pulls.filter(({ text }) => unpinned(text));
      for (const { kind, name } of command.effects.makes) {
        const image = kind === 'image' && name ? parseImageName(name) : null;
        if (image) made.add(image.canonical);
      }
      return found.map(({ text }) => message('lint-unpinned-image', { image: text }, command.place, 'warning'));
    });
  },
};
