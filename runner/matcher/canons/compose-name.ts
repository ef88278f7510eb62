import { isOf } from '../../command/index.ts';
import type { Canon } from './canon.ts';

/** Version 1 of compose joins the parts of a container's name with `_`, version 2 with `-`. */
export const composeName: Canon = {
  name: 'compose-name',
  read: (line, { printers }) => {
    if (!isOf(printers, 'docker compose')) return line;
    const end = /^(?:([\w.-]+)[-_])??([^\s_-]+)[-_](\d+) exited with code (\d+)$/.exec(line);
    // Later versions leave out the project's name.
    if (end !== null)
      return `${end[2]}-${end[3]} exited: ${end[4]}\u0000${end[1] === undefined ? '' : `name:${end[1]}`}`;
    return line.replace(/(?<![\w.-])([\w.-]+?)_([\w.-]+)_(\d+)(?![\w.-])/g, '$1-$2-$3');
  },
  examples: `
    $ docker compose logs
    shop_web_1 is ready ≈ shop-web-1 is ready
    shop_web_1 exited with code 0 ≈ web-1 exited with code 0
    shop_web_1 is ready ≠ shop-db-1 is ready
    shop_web_1 exited with code 0 ≠ web-1 exited with code 1
  `,
};
