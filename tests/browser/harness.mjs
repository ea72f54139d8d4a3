// A browser for the scripts beside this file: Debian's Chromium, driven by playwright-core, its pages judged by axe-core.
//
//   await play(async (stage) => {
//     const visitor = await stage.visitor({ viewport: 'phone', colour: 'dark', as: 'buyer' });
//     const page = await visitor.open('/account');
//     await stage.check('account', () => axe(page));
//   });
//
// A Rust test starts a script with one argument of JSON: `url` of the register, `output` where pictures and tables go,
// `sessions` with the cookie of each who is logged in, `places` for the braces of paths, `audit` for the long form. A
// script prints a line for each result, and its exit code says whether all was as it should be.

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const packages = createRequire(new URL('../../target/tools/', import.meta.url));
const { chromium } = packages('playwright-core');
const AXE = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8');

const CHROMIUM = '/usr/bin/chromium';
// A container has no sandbox, no graphics, and little shared memory.
const SWITCHES = ['--no-sandbox', '--no-proxy-server', '--disable-gpu', '--disable-dev-shm-usage'];
const VIEWPORTS = {
  small: { viewport: { width: 320, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  phone: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Runs a script with a browser of its own, and leaves with what became of it.
export async function play(script) {
  const given = JSON.parse(process.argv[2]);
  mkdirSync(given.output, { recursive: true });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: SWITCHES });
  const stage = new Stage(given, browser);
  await stage.check('the script came to its end', () => script(stage));
  for (const visitor of stage.visitors) await visitor.leave();
  await browser.close();
  process.exitCode = stage.failed ? 1 : 0;
}

// What a script stands on.
class Stage {
  failed = 0;
  visitors = new Set();

  constructor(given, browser) {
    this.given = given;
    this.browser = browser;
  }

  // One result. What fails is told and pictured, and the script goes on with what is next.
  async check(name, action) {
    try {
      const answer = await action();
      console.log(`ok      ${name}${typeof answer === 'string' ? `: ${answer}` : ''}`);
    } catch (error) {
      this.failed += 1;
      console.log(`FAILED  ${name}: ${told(error).replaceAll('\n', '\n        ')}`);
      for (const { page } of this.visitors) if (page) await shot(this, page, `failed-${name.replaceAll(/\W+/g, '-')}`);
    }
  }

  // Somebody who comes with nothing kept from before. What their browser complains of fails the script when they leave.
  async visitor({ viewport = 'phone', colour = 'light', language = 'en', javascript = true, as = null } = {}) {
    const context = await this.browser.newContext({
      ...VIEWPORTS[viewport],
      colorScheme: colour,
      locale: language,
      javaScriptEnabled: javascript,
      reducedMotion: 'reduce',
    });
    if (as) {
      const cookie = this.given.sessions[as];
      need(cookie, `nobody is logged in as ${as}: see PEOPLE in stage.rs`);
      const [name, value] = cookie.split('=');
      await context.addCookies([{ name, value, url: this.given.url }]);
    }
    const called = [viewport, colour, language, as, javascript ? null : 'without scripts'].filter(Boolean).join(' ');
    const visitor = new Visitor(this, context, called);
    this.visitors.add(visitor);
    return visitor;
  }

  // The address of a path, its braces filled in.
  address(path) {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => {
      need(this.given.places[name], `no place is called ${name}: see places in stage.rs`);
      return this.given.places[name];
    });
    return new URL(filled, this.given.url).href;
  }
}

// A browser as one person has it.
class Visitor {
  complaints = [];
  expected = new Map();
  // Whether it is cut off on purpose.
  losesConnection = false;

  constructor(stage, context, called) {
    this.stage = stage;
    this.context = context;
    this.called = called;
    // Violations of the policy are said on the console too.
    context.on('console', (message) => this.hears(message));
    context.on('weberror', (error) => this.complaints.push(told(error.error())));
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      // A download, or whoever went on before all was loaded.
      if (!this.losesConnection && why !== 'net::ERR_ABORTED') this.complaints.push(`${request.url()} failed: ${why}`);
    });
  }

  hears(message) {
    const { url } = message.location();
    if (!['error', 'warning'].includes(message.type())) return;
    if (this.losesConnection && message.text().includes('ERR_INTERNET_DISCONNECTED')) return;
    if (url.includes('/sign?') && /status of 4\d\d/.test(message.text())) return;
    if (this.expected.has(url) && message.text().includes(`status of ${this.expected.get(url)}`)) return;
    this.complaints.push(`${message.text()} (${url})`);
  }

  // The page at a path, loaded. Its status is expected too, and that it leads nowhere else.
  async open(path, status = 200) {
    const url = this.stage.address(path);
    this.page ??= await this.context.newPage();
    if (status >= 400) this.expected.set(url, status);
    const answer = await this.page.goto(url, { waitUntil: 'load' });
    need(answer.url() === url, `${path} leads to ${answer.url()}`);
    need(answer.status() === status, `${path} answers ${answer.status()} instead of ${status}`);
    return this.page;
  }

  // Puts the everyday key of one of the demo's members into this browser. Its seed is the hash of its owner's name, so it
  // is worthless anywhere else.
  async holdsKeyOf(owner, person = 'first') {
    const page = await this.open('/join');
    await page.evaluate(async ([owner, person]) => {
      const keyring = await import('/assets/keyring.js');
      const name = new TextEncoder().encode(`orebook demo key\n${owner}\n${person}`);
      const seed = new Uint8Array(await crypto.subtle.digest('SHA-256', name));
      await keyring.keep(await keyring.ofSeed(seed, { person }));
    }, [owner, person]);
  }

  async leave() {
    await this.context.close();
    this.stage.visitors.delete(this);
    if (this.complaints.length) await this.stage.check(`no complaint (${this.called})`, () => needs(this.complaints));
  }
}

// A page keeps the rules of accessibility, but for those that are excepted by their names.
export async function axe(page, except = []) {
  await page.evaluate(AXE);
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  const options = { runOnly: { type: 'tag', values: STANDARDS }, rules, resultTypes: ['violations'] };
  const { violations, passes } = await page.evaluate((options) => globalThis.axe.run(options), options);
  needs(violations.flatMap((violation) => violation.nodes.map((node) => {
    const why = node.failureSummary.split('\n').slice(1).map((line) => line.trim()).join('; ');
    return `${violation.id} (${violation.impact}) at ${node.target.join(' ')}: ${why}`;
  })));
  need(passes.length > 0, 'no rule was asked');
}

// By how many pixels a page is wider than a window, and what sticks out of it.
export async function overflow(page, width = 320) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 640 });
  const found = await page.evaluate(outside, width);
  await page.setViewportSize(before);
  return found;
}

// Runs in the page.
function outside(width) {
  const clips = (element) => element && element !== document.body
    && (getComputedStyle(element).overflowX !== 'visible' || clips(element.parentElement));
  const out = [...document.body.querySelectorAll('*')].filter((element) =>
    element.getBoundingClientRect().right > width + 0.5 && !clips(element.parentElement));
  const named = out.map((element) => [element.localName, ...element.classList].join('.'));
  return { by: Math.max(0, document.documentElement.scrollWidth - width), because: [...new Set(named)].slice(0, 5) };
}

// A page fits a small telephone.
export async function fits(page, width = 320) {
  const { by, because } = await overflow(page, width);
  need(by === 0, `it is ${by} pixels wider than ${width}: ${because.join(', ')}`);
}

// Keeps a picture of the whole page, for people to look at: no test fails for want of one.
export async function shot(stage, page, name) {
  const path = join(stage.given.output, `${name}.png`);
  await page.screenshot({ path, fullPage: true }).catch((error) => console.log(`no picture of ${name}: ${told(error)}`));
}

// What must hold.
export function need(condition, otherwise) {
  if (!condition) throw new Error(otherwise);
}

// There must be nothing on a list; the same thing is told once.
export function needs(faults) {
  const once = [...new Set(faults)];
  need(once.length === 0, once.length === 1 ? once[0] : `${once.length} faults\n${once.join('\n')}`);
}

// An error's message, without the colours of a terminal.
function told(error) {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\x1b\[\d+m/g, '').trim();
}
