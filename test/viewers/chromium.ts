/**
 * Chromium's own PDF viewer, driven as a person drives it: clicks and keys in the page, then the toolbar's download
 * "with your changes". Only the window that asks for a file name is replaced: what would be written there comes here.
 * The viewer is a page of its own inside the page; that is why its parts are asked for by their names there.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { type Action, middleOf } from './scene.ts';
import type { Viewer } from './viewer.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** A window in which a whole page has room, in pixels, so that only another page needs scrolling. */
const WINDOW = { width: 1100, height: 1400 };
/** What the viewer takes to scroll and to draw, in milliseconds; it does not say when it is done. */
const SETTLE = 500;

/** `script` is the path of chromium-page.js. */
export function chromiumViewer(script: string): Viewer {
  let browser: Browser | undefined;
  const path = pathOfChromium();
  return {
    name: 'Chromium',
    version: async () => {
      if (path === null) return null;
      browser ??= await chromium.launch({
        executablePath: path,
        // The viewer is an extension; what playwright calls headless has none.
        headless: false,
        args: ['--headless=new'],
        ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
      });
      return browser.version().replace(/\..*/, '');
    },
    fill: async (bytes, actions, keep) => {
      if (browser === undefined) throw new Error('Chromium was not started');
      const folder = mkdtempSync(join(tmpdir(), 'rubricate-chromium-'));
      const context = await browser.newContext({ viewport: WINDOW });
      try {
        writeFileSync(join(folder, 'form.pdf'), bytes);
        const page = await context.newPage();
        await page.goto(`${pathToFileURL(join(folder, 'form.pdf')).href}#navpanes=0&zoom=100`);
        const viewer = await viewerIn(page, readFileSync(script, 'utf8'));
        let shown = -1;
        for (const action of actions) {
          if (action.widget.page !== shown) await show(page, viewer, action.widget.page);
          shown = action.widget.page;
          await act(page, viewer, action);
        }
        for (const index of new Set(actions.map(({ widget }) => widget.page))) {
          await show(page, viewer, index);
          keep(`screen-${index + 1}`, await page.screenshot());
        }
        return await save(viewer);
      } finally {
        await context.close();
        rmSync(folder, { recursive: true });
      }
    },
    close: async () => browser?.close(),
  };
}

function pathOfChromium(): string | null {
  for (const name of [process.env['CHROMIUM'] ?? '', ...NAMES]) {
    try {
      if (name !== '') return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // the next name
    }
  }
  return null;
}

async function viewerIn(page: Page, script: string): Promise<Frame> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const frame = page.frames().find((candidate) => candidate.url().startsWith('chrome-extension://'));
    if (frame !== undefined && (await isReady(frame, script))) return frame;
    if (Date.now() > deadline) throw new Error('the PDF viewer of Chromium did not open the file');
    await page.waitForTimeout(50);
  }
}

async function isReady(viewer: Frame, script: string): Promise<boolean> {
  try {
    return await viewer.evaluate(`${script}\nrubricate.ready()`);
  } catch {
    return false; // its page is not there yet
  }
}

async function show(page: Page, viewer: Frame, index: number): Promise<void> {
  await viewer.evaluate(`rubricate.show(${index})`);
  await page.waitForTimeout(SETTLE);
}

async function act(page: Page, viewer: Frame, { widget, text }: Action): Promise<void> {
  const wanted = JSON.stringify({ page: widget.page, ...middleOf(widget) });
  const spot: { x: number; y: number } = await viewer.evaluate(`rubricate.place(${wanted})`);
  await page.mouse.click(spot.x, spot.y);
  if (text === undefined) return;
  await page.keyboard.press('Control+A');
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
  await page.keyboard.press('Tab');
}

/** Downloads with changes through the toolbar. */
async function save(viewer: Frame): Promise<Uint8Array> {
  await viewer.evaluate('rubricate.catchDownload()');
  const controls = viewer.locator('viewer-download-controls');
  await controls.locator('#save').click();
  await controls.locator('#save-edited').click();
  const saved: string = await viewer.evaluate('rubricate.saved');
  return new Uint8Array(Buffer.from(saved, 'base64'));
}
