// What a page weighs for whoever comes for the first time: bytes as they are on the wire, headers among them.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { needs } from './harness.mjs';

const kB = 1024;
const kbit = 1000 / 8;

// The most that a page may weigh, in bytes. What is not named is not bounded.
export const BUDGETS = {
  // Whoever checks a claim, and whoever mines: on a telephone, far from any mast.
  public: { html: 14 * kB, total: 60 * kB, requests: 6, script: 5 * kB },
  coop: { html: 14 * kB, total: 60 * kB, requests: 6, script: 5 * kB },
  // Whoever trades, at a desk.
  market: { total: 120 * kB, script: 20 * kB },
};

// Telephones of four years ago on networks that there are. Bytes a second, milliseconds of delay.
export const NETWORKS = {
  'slow 4G': { throughput: 1600 * kbit, latency: 150, cpu: 4 },
  'poor 3G': { throughput: 400 * kbit, latency: 400, cpu: 4 },
};

// Weighs a page in a browser that has never been there. Paint is the largest contentful one, in milliseconds.
export async function weigh(stage, path, { as = null, network = null, status = 200 } = {}) {
  const visitor = await stage.visitor({ as });
  if (status >= 400) visitor.expected.set(stage.address(path), status);
  const page = await visitor.context.newPage();
  const protocol = await visitor.context.newCDPSession(page);
  const requests = new Map();
  protocol.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith('data:')) requests.set(requestId, { url: request.url, type, bytes: 0 });
  });
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (requests.has(requestId)) requests.get(requestId).bytes = encodedDataLength;
  });
  await protocol.send('Network.enable');
  if (network) await slow(protocol, NETWORKS[network]);
  await page.goto(stage.address(path), { waitUntil: 'networkidle' });
  const paint = await page.evaluate(largestPaint);
  await visitor.leave();
  const asked = [...requests.values()];
  const bytes = (which) => asked.filter(which).reduce((sum, request) => sum + request.bytes, 0);
  return {
    html: bytes(({ type }) => type === 'Document'),
    total: bytes(() => true),
    requests: asked.length,
    script: bytes(({ type }) => type === 'Script'),
    paint: Math.round(paint),
  };
}

async function slow(protocol, { throughput, latency, cpu }) {
  const rates = { downloadThroughput: throughput, uploadThroughput: throughput / 2 };
  await protocol.send('Network.emulateNetworkConditions', { offline: false, latency, ...rates });
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

// Runs in the page.
function largestPaint() {
  return new Promise((resolve, reject) => {
    const observer = new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime));
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => reject(new Error('nothing was painted')), 5000);
  });
}

// A weight is within a budget.
export function within(weight, budget) {
  needs(Object.keys(budget)
    .filter((what) => weight[what] > budget[what])
    .map((what) => `${what}: ${weight[what]} of at most ${budget[what]}`));
  return `html ${weight.html}, total ${weight.total}, requests ${weight.requests}, script ${weight.script}`;
}

// Writes a table of rows with the same fields, and answers it.
export function table(stage, name, rows) {
  const fields = Object.keys(rows[0] ?? {});
  const lines = [fields, ...rows.map((row) => fields.map((field) => String(row[field] ?? '')))];
  const widths = fields.map((_, n) => Math.max(...lines.map((line) => line[n].length)));
  const aligned = (line) => line.map((word, n) => (n ? word.padStart(widths[n]) : word.padEnd(widths[n]))).join('  ');
  const text = lines.map((line) => `${aligned(line)}\n`).join('');
  writeFileSync(join(stage.given.output, name), text);
  return text;
}
