import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { isOwnAddress, proxiesFor, proxyPasswords } from '../../runner/engine/proxies.ts';

const everywhere = () => false;

describe('the proxies of this machine', () => {
  test('none where none is set', () => {
    expect(proxiesFor(everywhere, { PATH: '/bin', NO_PROXY: 'x' })).toEqual({ variables: {}, dockerConfig: null });
  });

  test('keep their spelling, and what is near is never asked through them', () => {
    const env = {
      HTTPS_PROXY: 'http://proxy.example:3128',
      https_proxy: 'http://proxy.example:3128',
      NO_PROXY: 'a, .b',
    };
    const { variables, dockerConfig } = proxiesFor(everywhere, env);
    expect(variables).toEqual({
      HTTPS_PROXY: 'http://proxy.example:3128',
      https_proxy: 'http://proxy.example:3128',
      NO_PROXY: 'a,.b,localhost,127.0.0.1,::1,docker',
      no_proxy: 'a,.b,localhost,127.0.0.1,::1,docker',
    });
    expect(JSON.parse(dockerConfig ?? '')).toEqual({
      proxies: { default: { httpsProxy: 'http://proxy.example:3128', noProxy: 'a,.b,localhost,127.0.0.1,::1,docker' } },
    });
  });

  test.each([
    'http://localhost:3128',
    'http://127.0.0.1:8080',
    'localhost:3128',
    'http://[::1]:1',
    '127.1.2.3:9',
    'http://',
  ])('%s is out of reach', (address) => {
    expect(proxiesFor(everywhere, { http_proxy: address }).variables).toEqual({});
  });

  test('one on this machine under its own name is out of a sandbox’s reach', () => {
    expect(proxiesFor(isOwnAddress, { http_proxy: `http://${hostname()}:3128` }).variables).toEqual({});
    expect(proxiesFor(isOwnAddress, { http_proxy: 'proxy.example:3128' }).variables).toHaveProperty('http_proxy');
  });

  test('their passwords are secrets, as they are written and as they are', () => {
    const env = { http_proxy: 'http://me:p%40ss@proxy.example', HTTPS_PROXY: 'http://me:plain@proxy.example' };
    expect(proxyPasswords(env)).toEqual(['p%40ss', 'p@ss', 'plain']);
    expect(proxyPasswords({ http_proxy: 'http://proxy.example' })).toEqual([]);
  });
});
