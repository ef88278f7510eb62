import { withoutHub } from '../../command/index.ts';
import type { Canon } from './canon.ts';

/** An image without the registry that it comes from where none is named. */
export const imageName: Canon = {
  name: 'image-reference',
  read: (line) =>
    withoutHub(line)
      .replace(/(Pulling from )library\//, '$1')
      .replace(/^(The push refers to )a (?=repository )/, '$1'),
  examples: `
    image docker.io/library/nginx is used ≈ image nginx is used
    latest: Pulling from nginx ≈ latest: Pulling from library/nginx
    image docker.io/library/nginx is used ≠ image httpd is used
  `,
};
