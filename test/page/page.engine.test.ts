import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli, hindrances, isReady, launchBrowser, OpenedChapter, opened, shownIn, stages } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const tour = `# A tour

Write \`greeting.txt\`:

\`\`\`text
good morning
\`\`\`

Show it, and what is not in it:

\`\`\`console
$ cat greeting.txt
good morning
$ cat greeting.txt | wc -w
7
$ export PLACE=tea
\`\`\`

Then use the variable:

\`\`\`console
$ echo $PLACE
tea
\`\`\`
`;

test('a chapter is gone through by its buttons, and everybody can use them', () =>
  opened(tour, async (chapter) => {
    const page = await chapter.page(browser);
    expect(await stages(page)).toEqual(['ready', 'waiting', 'waiting', 'waiting', 'waiting']);
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => stages(page)).toEqual(['passed', 'ready', 'waiting', 'waiting', 'waiting']);

    // What differs stops the way: the reader looks first.
    await isReady(page);
    await page.getByRole('button', { name: 'Run up to here' }).last().click();
    await expect.poll(() => stages(page)).toEqual(['passed', 'passed', 'failed', 'ready', 'waiting']);
    expect(await page.getByRole('status').innerText()).toContain('Stopped at line 14');
    const rows = await page.locator('.difference .row').allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, ' ').trim()).sort()).toEqual(['+ 2', '15 − 7']);
    expect(await hindrances(page)).toEqual([]);

    await isReady(page);
    await page.getByRole('button', { name: 'Run up to here' }).last().click();
    await expect.poll(() => stages(page)).toEqual(['passed', 'passed', 'failed', 'passed', 'passed']);
    await expect.poll(() => shownIn(page)).toContain('$ echo $PLACE\ntea');
    expect(await page.locator('header .count').innerText()).toBe('5 of 5 steps');
  }));

test('what is typed in the terminal counts, in every window and after a reload', () =>
  opened(tour, async (chapter) => {
    const [page, other] = [await chapter.page(browser), await chapter.page(browser, { width: 600 })];
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => stages(page)).toEqual(['passed', 'ready', 'waiting', 'waiting', 'waiting']);
    await isReady(page);
    await page.locator('.terminals').click();
    // Something of their own, then the step in another spelling, then one that is not the step.
    await page.keyboard.type('echo mine\n', { delay: 30 });
    await expect.poll(() => shownIn(page)).toContain('$ echo mine\nmine\n');
    await page.keyboard.type('cat   greeting.txt\n', { delay: 30 });
    await expect.poll(() => stages(page)).toEqual(['passed', 'passed', 'ready', 'waiting', 'waiting']);
    await expect.poll(() => stages(other)).toEqual(['passed', 'passed', 'ready', 'waiting', 'waiting']);
    await page.keyboard.type('cat nothing.txt\n', { delay: 30 });
    await expect.poll(() => page.getByRole('status').innerText()).toContain('not the step yet');
    expect(await stages(page)).toEqual(['passed', 'passed', 'ready', 'waiting', 'waiting']);

    await page.reload();
    await isReady(page);
    expect(await stages(page)).toEqual(['passed', 'passed', 'ready', 'waiting', 'waiting']);
    expect(await shownIn(page)).toContain('good morning');

    // Anew, and on from where they were.
    await page.getByRole('button', { name: 'Start anew' }).click();
    await page.getByRole('button', { name: 'Run those steps again' }).click();
    await expect.poll(() => stages(page)).toEqual(['passed', 'passed', 'ready', 'waiting', 'waiting']);
  }));

test('an author sees what an update would write, has it written, and goes on', () =>
  opened(tour, async (chapter) => {
    const page = await chapter.page(browser);
    await page.getByRole('button', { name: 'Run up to here' }).nth(1).click();
    await expect.poll(() => stages(page)).toEqual(['passed', 'passed', 'failed', 'ready', 'waiting']);
    await isReady(page);
    await page.getByRole('button', { name: 'Update this output' }).click();
    const shown = page.getByRole('region', { name: 'What would be written to the chapter' }).locator('.row');
    await expect.poll(() => shown.allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/^−\s*7$/m)]));
    expect(await hindrances(page)).toEqual([]);
    expect(chapter.text).toBe(tour);

    await page.getByRole('button', { name: 'Write it' }).click();
    await expect.poll(() => stages(page)).toEqual(['passed', 'passed', 'passed', 'ready', 'waiting']);
    expect(chapter.text).toBe(tour.replace('\n7\n', '\n2\n'));
    await page.locator('article pre.aside', { hasText: '2' }).waitFor();
    await isReady(page);
    // What was written here is no reason to begin anew: the same shell goes on.
    await page.getByRole('button', { name: 'Run up to here' }).click();
    await expect.poll(() => stages(page)).toEqual(Array(5).fill('passed'));
  }));

test('a saved chapter is read anew', () =>
  opened(tour, async (chapter) => {
    const page = await chapter.page(browser);
    chapter.write(tour.replace('\n7\n', '\n2\n').replace('A tour', 'Another tour'));
    await page.getByRole('heading', { name: 'Another tour' }).waitFor();
    await isReady(page);
    await page.getByRole('button', { name: 'Run up to here' }).last().click();
    await expect.poll(() => stages(page)).toEqual(Array(5).fill('passed'));
  }));

const course = {
  'index.json': JSON.stringify({
    title: 'Tea for two',
    details: {
      intro: { text: 'intro.md' },
      steps: [
        { title: 'Pour', text: 'pour.md', verify: 'verify.sh' },
        { title: 'Drink', text: 'drink.md' },
      ],
      finish: { text: 'finish.md' },
    },
  }),
  'intro.md': 'You will need a cup.\n',
  'pour.md': 'Put green tea into the cup: `echo green > cup.txt`{{exec}}\n',
  'verify.sh': '#!/bin/bash\ngrep -q green ~/cup.txt\n',
  'drink.md': 'Look into it:\n\n```\nls\n```{{exec}}\n\nThen `pwd`{{exec}}\n',
  'finish.md': 'That was the tea.\n',
};

test('the pages of a course are one lesson: its task, its check, and the way kept', () =>
  opened(course, async (lesson) => {
    const page = await lesson.page(browser);
    await page.getByText('You will need a cup.').waitFor();
    expect(await page.locator('header .title').innerText()).toBe('Tea for two');
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: 'To the next page' }).click();
    await page.getByText('Put green tea into the cup').waitFor();
    await expect.poll(() => stages(page)).toEqual(['ready', 'waiting']);
    // The check says that it is not done yet.
    await page.getByRole('button', { name: 'Leave out' }).click();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect.poll(() => stages(page)).toEqual(['skipped', expect.not.stringMatching(/passed|ready|running/)]);
    await isReady(page);
    await page.locator('.terminals').click();
    await page.keyboard.type('echo green > cup.txt\n', { delay: 30 });
    await page.getByRole('button', { name: 'Again' }).click();
    await expect.poll(() => stages(page)).toEqual(['skipped', 'passed']);

    await isReady(page);
    await page.getByRole('button', { name: 'To the next page' }).click();
    await page.getByText('Look into it').waitFor();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect.poll(() => stages(page)).toEqual(['passed', 'ready']);
    expect(await shownIn(page)).toContain('$ ls\ncup.txt');
    // Looking back at a page changes nothing.
    await page.getByRole('combobox', { name: 'Pages' }).selectOption({ index: 1 });
    await expect.poll(() => stages(page)).toEqual(['skipped', 'passed']);
    expect(await page.locator('article').getByRole('button').count()).toBe(0);
    await page.getByRole('button', { name: 'Back to where you are' }).click();
    await page.reload();
    await isReady(page);
    expect(await stages(page)).toEqual(['passed', 'ready']);

    // Begun anew, the way of before leads through the pages to where it had come.
    await page.getByRole('button', { name: 'Start anew' }).click();
    await page.getByText('You will need a cup.').waitFor();
    await isReady(page);
    await page.getByRole('button', { name: 'Run those steps again' }).click();
    await page.getByText('Look into it').waitFor();
    await expect.poll(() => stages(page)).toEqual(['passed', 'ready']);
  }));

const server = `# What is built is served

\`Dockerfile\`:

\`\`\`dockerfile
FROM python:3.11-slim
RUN pip install --no-cache-dir flask
COPY cups.py .
EXPOSE 5000
CMD ["flask", "--app", "cups", "run", "--host", "0.0.0.0"]
\`\`\`

\`cups.py\`:

\`\`\`python
from flask import Flask, request

app = Flask(__name__)

@app.get("/")
def cups():
    return f"<title>Cups</title>{request.args.get('of', 'water')}"
\`\`\`

\`\`\`console
$ docker build -q -t cups .
$ docker run -d --name cups -p 8096:5000 cups
$ docker run -d --name web -p 8097:80 nginx:alpine
\`\`\`
`;

test('what a step serves is reached from the browser: an application of Flask, and a web server', () =>
  opened(server, async (chapter) => {
    const page = await chapter.page(browser);
    await page.getByRole('button', { name: 'Run up to here' }).last().click();
    await expect.poll(() => stages(page), { timeout: 60_000 }).toEqual(Array(5).fill('passed'));
    const site = await browser.newPage();
    const titleAt = async (name: string, rest = '') => {
      const address = await page.getByRole('link', { name }).getAttribute('href');
      // A server of an interpreter is there a moment after its container.
      await expect
        .poll(() =>
          site.goto(`${address}${rest}`).then(
            () => true,
            () => false,
          ),
        )
        .toBe(true);
      return site.title();
    };
    expect(await titleAt('localhost:8097')).toBe('Welcome to nginx!');
    expect(await titleAt('localhost:8096', '?of=tea')).toBe('Cups');
    expect(await site.locator('body').innerText()).toBe('tea');
    await site.close();
  }));

const hostile = `# <img src=x onerror="document.title='taken'"> Hello

<script>document.title = 'taken'</script>
<style>body { display: none }</style>
<a href="javascript:document.title='taken'" id="step-0">click</a>
<form action="http://evil.example/"><button>send</button></form>
<svg onload="document.title='taken'"></svg>
<iframe src="http://evil.example/"></iframe>

![badge](http://evil.example/badge.png) ![x](//evil.example/x.png)

\`\`\`console
$ printf '\\033]0;taken\\007\\033]52;c;dGFrZW4=\\007<b>bold</b><script>1</script>'
<b>bold</b><script>2</script>
\`\`\`
`;

test('a chapter runs nothing by being looked at, and asks no other host', () =>
  opened(hostile, async (chapter) => {
    const page = await chapter.page(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await isReady(page);
    await page.getByText('click', { exact: true }).click();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect.poll(() => stages(page)).toEqual(['failed']);
    expect(await page.title()).not.toBe('taken');
    expect(asked.filter((url) => !url.startsWith('http://127.0.0.1:') && !url.startsWith('data:'))).toEqual([]);
    expect(await page.locator('article :is(script, style, form, svg, iframe)').count()).toBe(0);
    expect(await page.locator('.difference').innerText()).toContain('<script>');
  }));

test('what got into the page all the same could do nothing there', () =>
  opened(tour, async (chapter) => {
    const page = await browser.newPage();
    await page.goto(await chapter.address);
    await page.getByRole('heading', { name: 'A tour' }).waitFor();
    const stopped = await page.evaluate(async () => {
      const directives: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        directives.push(effectiveDirective);
      });
      const add = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, as: Partial<HTMLElementTagNameMap[Tag]>) => {
        const element = Object.assign(document.createElement(tag), as);
        document.body.append(element);
        return element;
      };
      add('script', { textContent: 'document.title = "taken"' });
      add('div', { innerHTML: '<b onclick="document.title = \'taken\'"></b>' }).querySelector('b')?.click();
      add('img', { src: 'http://evil.example/x.png' });
      add('iframe', { src: 'http://evil.example/' });
      add('base', { href: 'http://evil.example/' });
      add('object', { data: 'http://evil.example/' });
      // A form that is stopped empties the page's title.
      const { title } = document;
      add('form', { action: 'http://evil.example/' }).submit();
      await fetch('http://evil.example/').catch(() => {});
      const until = performance.now() + 10_000;
      while (new Set(directives).size < 8 && performance.now() < until)
        await new Promise((done) => setTimeout(done, 50));
      return [title, ...new Set(directives)].sort();
    });
    expect(stopped).toEqual([
      'A tour',
      'base-uri',
      'connect-src',
      'form-action',
      'frame-src',
      'img-src',
      'object-src',
      'script-src-attr',
      'script-src-elem',
    ]);
    // Nor does a page of somebody else's show it in a frame.
    const { origin } = new URL(await chapter.address);
    await page.goto('about:blank');
    await page.setContent(`<iframe src="${origin}/"></iframe>`);
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
    await page.close();
  }));

/** A server on this machine, of another origin than the page, that answers everybody. */
async function answering(): Promise<{ readonly elsewhere: Server; readonly address: string }> {
  const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/html' };
  const elsewhere = createServer((_, answer) => answer.writeHead(200, headers).end('<p>elsewhere</p>'));
  await once(elsewhere.listen(0, '127.0.0.1').unref(), 'listening');
  const { port } = elsewhere.address() as AddressInfo;
  return { elsewhere, address: `http://127.0.0.1:${port}/` };
}

const drawn = `# Diagrams

\`\`\`mermaid
flowchart TB
  accTitle: The way of tea
  Pot --> Cup
\`\`\`
`;
/** Stands where a project has mermaid, and tries to get out of where it is run. */
const hostileMermaid = (elsewhere: string) => `globalThis.mermaid = {
  initialize() {},
  async render(id, source) {
    const got = [];
    for (const steal of [() => parent.sessionStorage.secret, () => parent.document.title, () => sessionStorage.length])
      try { got.push(String(steal())); } catch {}
    for (const name of ['/', '${elsewhere}'])
      await fetch(name, { mode: 'no-cors' }).then(() => got.push(name), () => {});
    const text = got.length === 0 ? source : 'stolen ' + got;
    return { svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40" onload="alert(1)"><text y="9">' + text.replace(/[<>&]/g, '') + '</text></svg>' };
  },
};`;

test('a diagram is drawn by the mermaid of its project, which reaches nothing from there', () =>
  opened(drawn, async (chapter) => {
    const source = await chapter.page(browser);
    expect(await source.locator('figure.diagram pre').innerText()).toContain('Pot --> Cup');
    expect(await source.locator('figure.diagram img').count()).toBe(0);
    const folder = join(chapter.folder, 'node_modules/mermaid/dist');
    mkdirSync(folder, { recursive: true });
    const { elsewhere, address } = await answering();
    writeFileSync(join(folder, 'mermaid.min.js'), hostileMermaid(address));
    await source.reload();
    const image = source.getByRole('img', { name: 'The way of tea' });
    await image.waitFor();
    const picture = decodeURIComponent((await image.getAttribute('src')) ?? '');
    expect(picture).toContain('Pot -- Cup');
    expect(picture).not.toContain('stolen');
    elsewhere.close();
    expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
    expect(await hindrances(source)).toEqual([]);
  }));

test('nobody without the secret is let in, also not on this machine', () =>
  opened(tour, async (chapter) => {
    const { hash, origin } = new URL(await chapter.address);
    const page = await browser.newPage();
    await page.goto(origin);
    await page.getByText('tutor does not answer here').waitFor();
    const wires = () =>
      page.evaluate(
        ({ url, secrets }) => {
          const wire = (secret: string) =>
            new Promise((resolve) => {
              const socket = new WebSocket(url, ['tutor', secret]);
              socket.onopen = () => resolve('open');
              socket.onerror = () => resolve('refused');
            });
          return Promise.all(secrets.map(wire));
        },
        { url: origin.replace('http', 'ws'), secrets: ['guess', hash.slice(1)] },
      );
    expect(await wires()).toEqual(['refused', 'open']);
    // A page of somebody else's, such as what a chapter serves itself: also where it has got hold of the secret.
    const { elsewhere, address } = await answering();
    await page.goto(address);
    expect(await wires()).toEqual(['refused', 'refused']);
    elsewhere.close();
    await page.close();
    const status = await new Promise((resolve) => {
      get(origin, { headers: { host: 'rebound.example' } }, (response) => resolve(response.statusCode)).end();
    });
    expect(status).toBe(421);
  }));

test('from another machine the page is opened by its password, and writes nothing on this one', async () => {
  const foreign = Object.values(networkInterfaces())
    .flatMap((own) => own ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  if (foreign === undefined) throw new Error('This machine has no address but its own.');
  const chapter = new OpenedChapter(tour, ['--host', '0.0.0.0'], { TUTOR_PASSWORD: 'green tea' });
  try {
    const { port } = new URL(await chapter.address);
    const page = await browser.newPage();
    await page.goto(`http://${foreign.address}:${port}/`);
    expect(await hindrances(page)).toEqual([]);
    await page.getByLabel('Password').fill('black tea');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByText('That is not the password.').waitFor();
    await page.getByLabel('Password').fill('green tea');
    await page.keyboard.press('Enter');
    await isReady(page);
    await page.reload();
    await isReady(page);
    await page.getByRole('button', { name: 'Run up to here' }).nth(1).click();
    await expect.poll(() => stages(page)).toEqual(['passed', 'passed', 'failed', 'ready', 'waiting']);
    expect(await page.getByRole('button', { name: 'Update this output' }).count()).toBe(0);
    // Nor does whoever asks for it without a button.
    await page.evaluate(
      () =>
        new Promise((asked) => {
          const socket = new WebSocket(`ws://${location.host}/`, ['tutor', sessionStorage.getItem('secret') ?? '']);
          socket.onmessage = () => {
            for (const type of ['propose', 'write']) socket.send(JSON.stringify({ type, step: 2 }));
            socket.send(JSON.stringify({ type: 'run', upTo: 4 }));
            asked(null);
          };
        }),
    );
    await expect.poll(() => stages(page)).toEqual(['passed', 'passed', 'failed', 'passed', 'passed']);
    expect(chapter.text).toBe(tour);
    await page.close();
  } finally {
    await chapter.end();
  }
});

test('the report of a run is one file that is read without network and scripts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-html-'));
  try {
    writeFileSync(join(folder, 'small.md'), tour);
    const args = ['test', 'small.md', '--engine', 'sandbox:28', '--yes', '--lang', 'en', '--reporter', 'html=out.html'];
    const run = await execa(process.execPath, [cli, ...args], { cwd: folder, reject: false });
    expect(run.exitCode).toBe(1);
    const address = pathToFileURL(join(folder, 'out.html')).href;
    // Without scripts it is read.
    const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('.step.passed').nth(3).waitFor();
    await page.locator('.findings').getByRole('link', { name: 'failed' }).click();
    expect(await page.locator('.step:target .difference').innerText()).toMatch(/7/);
    expect(await page.getByText('Replay of the terminal').isVisible()).toBe(false);
    await context.close();

    // With them it is watched as well, also from a certain step on.
    const watching = await browser.newContext({ offline: true });
    const film = await watching.newPage();
    await film.goto(address);
    expect(await stages(film)).toEqual(['passed', 'passed', 'failed', 'passed', 'passed']);
    await film.getByText('Replay of the terminal').click();
    await film.getByRole('combobox', { name: 'Speed' }).selectOption('8');
    await film.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => shownIn(film)).toContain('$ echo $PLACE\ntea');
    // Time stands still there: on a busy machine the film would be over before it is looked at.
    await film.evaluate(() => Object.assign(globalThis, { setInterval: () => 0 }));
    await film.locator('#c0-step-2').getByRole('button', { name: 'Watch' }).click();
    await expect.poll(() => shownIn(film)).not.toContain('echo $PLACE');
    await film.getByRole('button', { name: 'Pause' }).click();
    await expect.poll(() => shownIn(film)).toContain('$ cat greeting.txt\ngood morning');
    expect(await hindrances(film)).toEqual([]);
    await watching.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
