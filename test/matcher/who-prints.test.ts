import { describe, expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const verdict = (command: string, expected: string, actual: string) =>
  matchOutput({ command, expected: expected.split('\n'), actual, bindings: {} }).verdict;

const meter = `  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                 Dload  Upload   Total   Spent    Left  Speed
100   612  100   612    0     0   102k      0 --:--:-- --:--:-- --:--:--  119k`;

const tests = (name: string) => `[INFO] Scanning for projects...
[INFO] Building shop 1.0
[INFO] Running com.example.${name}
Tests run: 2, Failures: 0`;

describe('what another program than the command names has printed counts', () => {
  test.each([
    ['curl -s http://web/scores', '10 20 30 40', '10 20 30 99'],
    ['curl -s http://web/scores', '10 20 30 40', ''],
    ['curl http://web/log | tail -1', '10 20 30 40 50 60', '10 20 30 40 50 99'],
    ['docker logs npm-app', 'info Migrated 5 tables', 'info Migrated 0 tables'],
    ['npm run migrate', 'info Migrated 5 tables', 'info Migrated 0 tables'],
    ['npm run migrate', 'info Migrated 5 tables', ''],
    ['yarn migrate', 'warning: 5 rows left', 'warning: 0 rows left'],
    ['docker exec pip-app cat /data/log', 'Downloading 5 files', 'Downloading 0 files'],
    ['docker logs maven', '[INFO] Using profile prod', '[INFO] Using profile dev'],
    ['mvn package', '[INFO] Using profile prod', '[INFO] Using profile dev'],
    ['docker compose logs npm', 'npm-1  | info Migrated 5 tables', 'npm-1  | info Migrated 0 tables'],
    ['docker logs pull-worker', 'Using default tag: latest', ''],
    ['docker exec git-server cat notes', 'remote: main is protected', ''],
    ['apt show figlet', '  Draws letters', '  Draws numbers'],
    ['docker rm run', 'exit status 1', 'exit status 2'],
    ['wget -q -O - http://web', 'Length: 5', 'Length: 6'],
  ])('%s: %s', (command, expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('mismatch');
  });
});

describe('what the program prints besides may be missing', () => {
  test.each([
    ['curl http://web > page.html', meter, ''],
    ['docker exec web curl http://web', `${meter}\nhello`, 'hello'],
    ['docker run --rm node npm ci', 'added 3 packages', 'npm warn old\nadded 3 packages in 2s'],
    [
      "docker exec app sh -c 'pip install flask'",
      'Successfully installed flask-3.0',
      'Collecting flask\nSuccessfully installed flask-3.1',
    ],
    ['docker run --rm -v m2:/m2 maven mvn test', tests('ShopTest'), tests('ShopTest')],
    ['mvn test', 'Tests run: 2, Failures: 0', tests('ShopTest')],
    [
      'yarn add express',
      'success Saved 1 new dependency.',
      'info Direct dependencies\nsuccess Saved 1 new dependency.',
    ],
    [
      'sudo -H docker pull nginx',
      'Status: Downloaded newer image for nginx:latest',
      'Using default tag: latest\nStatus: Downloaded newer image for nginx:latest',
    ],
  ])('%s: %s', (command, expected, actual) => {
    expect(verdict(command, expected, actual)).not.toBe('mismatch');
  });
});

test('where both sides tell which project or class it is, it is the same one', () => {
  expect(verdict('mvn test', tests('ShopTest'), tests('CartTest'))).toBe('mismatch');
  expect(verdict('mvn test', tests('ShopTest').replace('shop 1.0', 'cart 2.0'), tests('ShopTest'))).toBe('mismatch');
});
