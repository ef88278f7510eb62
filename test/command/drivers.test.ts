import { expect, test } from 'vitest';
import { effectsOf } from '../../runner/command/index.ts';

test.each([
  ['docker network create -d acme/weave woven', ['acme/weave']],
  ['docker network create --driver=weave woven', ['weave']],
  ['docker volume create --driver acme/sshfs:latest far', ['acme/sshfs']],
  ['docker network create -d overlay wide', []],
  // A slip is no plugin: Docker has no such driver anywhere.
  ['docker network create -d overlai wide', []],
  ['docker network create -d brigde moat', []],
  ['docker network create -d transparent glass', []],
  ['docker volume create near', []],
])('%s needs the plugins %j', (text, plugins) => {
  expect(effectsOf(text).needs.map(({ name }) => name)).toEqual(plugins);
});

test.each([
  ['docker network create -d transparent glass', 'windows'],
  ['docker network create --driver l2bridge --subnet 10.1.0.0/24 deck', 'windows'],
  ['docker network create --driver=nat yard', 'windows'],
  ['docker network create -d bridge nat', 'any'],
  ['docker run --network nat busybox true', 'any'],
  ['reg delete HKEY_LOCAL_MACHINE\\SYSTEM\\Tea /f', 'windows'],
  ['docker pull windowsservercore', 'windows'],
])('%s is for %s', (text, system) => {
  expect(effectsOf(text).operatingSystem).toBe(system);
});

test.each([
  ['ip link add shadow link eno7 type macvlan', ['shadow'], ['eno7']],
  ['ip link add link eno7 name shadow type vlan id 5', ['shadow'], ['eno7']],
  ['sudo ip link set shadow up', [], ['shadow']],
  ['ip addr add 10.1.0.2/24 dev shadow', [], ['shadow']],
  ['ip -4 route add 10.2.0.0/24 dev shadow', [], ['shadow']],
  ['ip addr show', [], []],
  ['ip route', [], []],
])('%s makes the devices %j and needs %j', (text, made, needed) => {
  const { makes, needs } = effectsOf(text);
  expect([makes, needs].map((all) => all.map(({ name }) => name))).toEqual([made, needed]);
});
