import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHostSettings, type SettingsSource } from '../../runner/engine/shelf/host-settings.ts';

describe('settings of the host', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'tutor-settings-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const read = (files: Readonly<Record<string, string>>, env: SettingsSource['env'] = {}) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return readHostSettings({ env, home: join(root, 'home'), nodePrefix: join(root, 'usr'), root });
  };

  test('an ordinary machine has none', () => {
    expect(read({})).toEqual({ certificates: {}, pip: [], npm: [], go: {}, mavenMirrors: [] });
  });

  test('certificates in folders too', () => {
    const found = read({
      'usr/local/share/ca-certificates/one.crt': 'A',
      'usr/local/share/ca-certificates/firm/two.crt': 'B',
      'usr/local/share/ca-certificates/readme.txt': 'C',
    });
    expect(found.certificates).toEqual({ 'firm-two.crt': 'B', 'one.crt': 'A' });
  });

  test('files of each package manager', () => {
    const found = read({
      'etc/pip.conf': '[global]\nindex-url = https://p.example/simple\ntrusted-host: p.example\n',
      'home/.npmrc': 'fund=false\nregistry = https://n.example/\n',
      'home/.config/go/env': 'GOPROXY=https://g.example,direct\nGOFLAGS=-mod=mod\n',
      'home/.m2/settings.xml':
        '<settings><!-- <mirror><id>sample</id></mirror> --><mirrors><mirror><url>https://m.example</url></mirror></mirrors></settings>',
      'etc/maven/settings.xml': '<mirrors><mirror><url>http://0.0.0.0/</url><blocked>true</blocked></mirror></mirrors>',
    });
    expect(found).toMatchObject({
      pip: ['index-url = https://p.example/simple', 'trusted-host = p.example'],
      npm: ['registry=https://n.example/'],
      go: { GOPROXY: 'https://g.example,direct' },
      mavenMirrors: ['<mirror><url>https://m.example</url></mirror>'],
    });
  });

  test('a variable wins over a file, as it does for the tools', () => {
    const found = read(
      { 'home/.npmrc': 'registry=https://file.example/\n' },
      { npm_config_registry: 'https://variable.example/', PIP_INDEX_URL: 'https://pip.example/', GOPROXY: 'off' },
    );
    expect(found).toMatchObject({
      npm: ['registry=https://variable.example/'],
      pip: ['index-url = https://pip.example/'],
      go: { GOPROXY: 'off' },
    });
  });

  test('no password gets into an image', () => {
    const found = read(
      { 'home/.m2/settings.xml': '<mirror><url>https://me:secret@m.example</url></mirror>' },
      { PIP_INDEX_URL: 'https://me:secret@p.example/', npm_config_registry: 'https://token@n.example/' },
    );
    expect(JSON.stringify(found)).not.toMatch(/secret|token/);
  });
});
