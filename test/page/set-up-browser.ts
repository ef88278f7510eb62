/** Installs what the tests of the page need, where it is lacking: Debian's Chromium and a font with Korean letters. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { execa } from 'execa';
import { chromiumPath } from './browser.ts';

const packages = ['chromium', 'fonts-noto-cjk'];

const { stdout: fonts = '' } = await execa('fc-list', [':lang=ko'], { reject: false });
if (!existsSync(chromiumPath) || fonts.trim() === '') {
  console.error(
    `The tests of the page need a browser. This installs Debian packages on this machine: ${packages.join(', ')}.`,
  );
  if (!process.argv.includes('--yes')) {
    console.error('Agree with --yes, or name a Chromium of your own in CHROMIUM.');
    process.exit(2);
  }
  const apt = { stdio: 'inherit', env: { DEBIAN_FRONTEND: 'noninteractive' } } as const;
  await execa('apt-get', ['-q', 'update'], apt);
  await execa('apt-get', ['-q', 'install', '-y', '--no-install-recommends', ...packages], apt);
}
