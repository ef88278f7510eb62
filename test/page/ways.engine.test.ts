import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hindrances, isReady, launchBrowser, opened, shownIn, stages } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const tea = `# Tea

Write \`tea.txt\`:

\`\`\`text
green
\`\`\`

Count it:

\`\`\`console
$ cat tea.txt
green
$ wc -l < tea.txt
2
\`\`\`

That was all.
`;

/** Goes on with Tab until something of this name has the keyboard. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);
    if (name.test(focused ?? '')) return;
  }
  throw new Error(`The keyboard does not come to ${name}.`);
}

/** What the keyboard has now. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

test('the keyboard alone leads through a chapter, into its terminal and out again', () =>
  opened(tea, async (chapter) => {
    const page = await chapter.page(browser);
    await tabTo(page, /^Save$/);
    await page.keyboard.press('Enter');
    // It does not fall back to the page's beginning.
    await expect.poll(() => stages(page)).toEqual(['passed', 'ready', 'waiting']);
    await expect.poll(() => focused(page)).toBe('Run');
    await page.keyboard.press('Enter');
    await expect.poll(() => stages(page)).toEqual(['passed', 'passed', 'ready']);
    await expect.poll(() => focused(page)).toBe('Run');

    await tabTo(page, /^Terminal 1\. Shift\+Tab leaves it\.$/);
    await page.keyboard.type('wc -l < tea.txt\n');
    await expect.poll(() => stages(page)).toEqual(['passed', 'passed', 'failed']);
    await tabTo(page, /^Again$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => shownIn(page)).toMatch(/wc -l.*wc -l/s);
  }));

test('whoever does not see the page is told what there is and what becomes of it', () =>
  opened(tea, async (chapter) => {
    const page = await chapter.page(browser);
    const tree = await page.locator('body').ariaSnapshot();
    for (const line of [
      '- banner:',
      '- progressbar "0 of 3 steps"',
      '- main:',
      '- heading "Tea" [level=1]',
      '- group "Step 1":',
      '- button "Save"',
      '- complementary "Terminal":',
      '- textbox "Terminal 1. Shift+Tab leaves it."',
    ])
      expect(tree).toContain(line);
    expect(tree).toMatch(/- status(?::|$)/m);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.getByRole('log').first().innerText()).toBe('Step 1: as the chapter says.');
    await isReady(page);
    await page.getByRole('button', { name: 'Run up to here' }).click();
    await expect.poll(() => page.getByRole('log').first().innerText()).toBe('Step 3: differs from the chapter.');
    expect(await page.locator('article').ariaSnapshot()).toContain('Update this output');
  }));

const two = `# Two terminals

Watch a file:

\`\`\`console
$ touch tea.txt
$ tail -f tea.txt
\`\`\`

Open another terminal and pour there:

\`\`\`console
$ echo green >> tea.txt
\`\`\`

Go back to the first terminal and press Ctrl-C. Then:

\`\`\`console
$ cat tea.txt
green
\`\`\`
`;

test('each terminal of a chapter is a tab, on a narrow page as well', () =>
  opened(two, async (chapter) => {
    const page = await chapter.page(browser);
    await page.getByRole('button', { name: 'Run up to here' }).nth(1).click();
    await expect.poll(() => stages(page), { timeout: 30_000 }).toEqual(['passed', 'passed', 'passed', 'ready']);
    const tab = (name: string) => page.getByRole('button', { name, exact: true });
    // The one in which something is run is in front.
    await expect.poll(() => shownIn(page)).toContain('echo green >> tea.txt');
    expect(await tab('Terminal 2').getAttribute('aria-pressed')).toBe('true');
    await tab('Terminal 1').click();
    await expect.poll(() => shownIn(page)).toContain('tail -f tea.txt');
    expect(await hindrances(page)).toEqual([]);
    await tab('Terminal 2').click();
    await isReady(page);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect.poll(() => shownIn(page)).toContain('cat tea.txt');
    expect(await tab('Terminal 1').getAttribute('aria-pressed')).toBe('true');
    // What is typed into one of them goes to that one.
    await tab('Terminal 2').click();
    await page.keyboard.type('echo in the second 차\n', { delay: 30 });
    await expect.poll(() => shownIn(page)).toContain('\nin the second 차');

    for (const width of [390, 700]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.getByRole('button', { name: 'Terminal', exact: true }).click();
      await expect.poll(() => shownIn(page)).toContain('in the second');
      expect(await page.getByRole('heading', { name: 'Two terminals' }).isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Chapter', exact: true }).click();
      await page.getByRole('heading', { name: 'Two terminals' }).waitFor();
    }
  }));
