import { describe, expect, test } from 'vitest';
import { ownOutput } from '../../runner/session/preparing.ts';

const pull = [
  "Unable to find image 'nginx:latest' locally",
  'latest: Pulling from library/nginx',
  '5a7813e071bf: Pull complete',
  'Digest: sha256:33e0bbc7ca9ecf108140af6288c7c9d1ecc77548cbfd3952fd8466a75edefe57',
];

describe('what the program itself has shown', () => {
  test.each([1, 2, 3, 4])('is nothing yet after %i lines of a pull', (count) => {
    expect(ownOutput(pull.slice(0, count).join('\n'), 'docker run nginx')).toBeNull();
  });

  test('begins behind the pull', () => {
    const pulled = [...pull, 'Status: Downloaded newer image for nginx:latest'];
    expect(ownOutput(pulled.join('\n'), 'docker run nginx')).toBe('');
    expect(ownOutput([...pulled, 'ready'].join('\n'), 'docker run nginx')).toBe('ready');
  });

  test('is all of it where nothing was fetched', () => {
    expect(ownOutput('Building app\nready\n', 'docker run app')).toBe('Building app\nready');
  });

  test.each([
    ['[+] Running 5/15\n ⠹ cache Pulling 2.2s'],
    ['[+] Running 3/3\n ✔ Network work_default    Created 0.0s\n ✔ Container work-web-1    Created 0.1s'],
    ['[+] Building 3.2s (5/9)\n => [web 2/4] RUN npm ci'],
    ['Building web'],
    ['Pulling web (nginx:latest)...'],
  ])('of `compose up` is nothing before it has attached: %s', (text) => {
    expect(ownOutput(text, 'docker compose up')).toBeNull();
    expect(ownOutput(`${text}\nAttaching to web-1\nweb-1  | ready`, 'docker compose up')).toBe('web-1  | ready');
  });

  test('of `compose run` begins behind what it depends on', () => {
    const made = '[+] Running 1/1\n ✔ Container work-db-1  Started 0.3s\nready';
    expect(ownOutput(made, 'docker compose run web')).toBe('ready');
  });
});
