import { describe, expect, test } from 'vitest';
import { LiveOutput } from '../../runner/session/live.ts';
import { Secrets } from '../../runner/session/secrets.ts';

/** Made up, in pieces, so that no scanner takes this file for a leak. */
const tokens = [
  ['ghp', '_', 'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5'],
  ['github', '_pat_', '11ABCDE0Y0aBcDeFgHiJkL_mNoPqRsTuVwXyZ0123456789abcdefghijk'],
  ['glpat', '-', 'x9Yz8Wv7Ut6Sr5Qp4On3'],
  ['dckr', '_pat_', 'q1W2e3R4t5Y6u7I8o9P0aSdFgHj'],
  ['npm', '_', 'Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1Qq0Pp9Oo8'],
  ['xoxb', '-', '123456789012-abcdefABCDEF1234567890'],
  ['sk_live', '_', '4eC39HqLyjWDarjtT1zdp7dc'],
  ['AKIA', '', 'J2ZK7QX5NW3M4PLH'],
  ['AIza', '', 'SyD3x4mpl3K3yF0rT3st1ngPurp0s3s0nly'],
  ['eyJhbGciOiJIUzI1NiJ9', '.', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P'],
].map((pieces) => pieces.join(''));

describe('a token is masked by its form', () => {
  test.each(tokens)('%#', (token) => {
    const secrets = new Secrets([]);
    for (const text of [`토큰: ${token}`, `{"auth":"${token}"}`, `export API=${token}\nnext`])
      expect(secrets.mask(text)).toBe(text.replace(token, '***'));
  });

  test('in the live view too, in whatever pieces it comes', () => {
    let live = '';
    const output = new LiveOutput(new Secrets([]), (text) => {
      live += text;
    });
    const token = String(tokens[0]);
    for (let at = 0; at < token.length; at += 7) output.write((at === 0 ? 'got ' : '') + token.slice(at, at + 7));
    output.write(' and on\n');
    output.flush();
    expect(live).toBe('got *** and on\n');
  });

  test('a private key loses what is within its lines', () => {
    const key = ['-----BEGIN RSA PRIVATE KEY-----', 'MIIEow1BAAKCAQEA7', '-----END RSA PRIVATE KEY-----'].join('\n');
    expect(new Secrets([]).mask(key)).toBe('-----BEGIN RSA PRIVATE KEY-----***-----END RSA PRIVATE KEY-----');
  });
});

test.each([
  'sha256:7f4ee45aa41e7626f1c8287dd0d6afad322f1f7848219568a7093cbb4833b44c',
  'SWMTKN-1-49nj1cmql0jkz5s954yi3oex3nedyz0fb0xx14ie39trti4wxv-8vxv8rssmk743ojnwacrr2e7c',
  'ghp_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
  'github_pat_YOUR_TOKEN_GOES_HERE_PLEASE',
  'npm_config_cache_folder_of_the_user',
  'eyJhbGciOiJIUzI1NiJ9',
  'pypi-server and hf_home and sk-learn-tutorial-of-2024',
  'disk-4eC39HqLyjWDarjtT1zdp7dcLyjWDarjtT1zdp7dcAAA1',
])('what is no token stays: %s', (text) => expect(new Secrets([]).mask(text)).toBe(text));
