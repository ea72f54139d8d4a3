// The harness finds what is wrong with a page: each of these has one fault, and one has none.

import { createServer } from 'node:http';

import { axe, fits, need, play } from './harness.mjs';
import { weigh, within } from './weight.mjs';

const page = (head, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="stylesheet" href="/style.css">${head}</head>
<body><main><h1>A page</h1>${body}</main></body></html>`;

const STYLE = `body { margin: 0 } .wide { width: 400px } .scroll { overflow-x: auto }
@media (prefers-color-scheme: dark) { body { background: #000; color: #fff } .faint { color: #333 } }`;

const PAGES = {
  '/sound': page('', '<p>Nothing is wrong.</p><div class="scroll" tabindex="0"><div class="wide">Wide</div></div>'),
  '/unnamed': page('', '<p>A picture:</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
  '/faint': page('', '<p class="faint">By night nobody reads this.</p>'),
  '/wide': page('', '<p class="wide">Too wide</p>'),
  '/styled': page('', '<p style="color: blue">Against the policy</p>'),
  '/broken': page('<script src="/broken.js"></script>', '<p>Its script fails.</p>'),
  '/lacking': page('<link rel="stylesheet" href="/lacking.css">', '<p>It lacks a file.</p>'),
  '/style.css': STYLE,
  '/broken.js': 'nothing.like(this)',
};
const TYPES = { css: 'text/css', js: 'text/javascript' };

const server = createServer((request, response) => {
  const body = PAGES[request.url];
  if (request.url === '/moved') return response.writeHead(303, { location: '/sound' }).end();
  response.writeHead(body ? 200 : 404, {
    'content-type': TYPES[request.url.split('.')[1]] ?? 'text/html',
    'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:",
  });
  return response.end(body ?? page('', '<p>There is nothing here.</p>'));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

await play(async (stage) => {
  stage.given.url = `http://127.0.0.1:${server.address().port}`;
  const day = await stage.visitor();
  const night = await stage.visitor({ colour: 'dark' });
  const bare = await stage.visitor({ javascript: false });

  // A fault is found when what was asked fails with a word.
  const finds = (name, word, ask) => stage.check(name, async () => {
    const fault = await ask().then(() => 'nothing', (error) => error.message);
    need(fault.includes(word), `${word} was to be found, and was not: ${fault}`);
  });
  const complains = async (path) => {
    await (await day.open(path)).waitForLoadState('networkidle');
    throw new Error(day.complaints.splice(0).join('; '));
  };

  await stage.check('a sound page is sound', async () => {
    for (const visitor of [day, night]) {
      const page = await visitor.open('/sound');
      await axe(page);
      await fits(page);
    }
  });
  await finds('what has no name', 'image-alt', async () => axe(await day.open('/unnamed')));
  await stage.check('unless it is excepted', async () => axe(await day.open('/unnamed'), ['image-alt']));
  await stage.check('what is plain by day', async () => axe(await day.open('/faint')));
  await finds('but not by night', 'color-contrast', async () => axe(await night.open('/faint')));
  await finds('what sticks out', '80 pixels wider than 320: p.wide', async () => fits(await day.open('/wide')));
  await finds('what is against the policy', 'Content Security Policy', () => complains('/styled'));
  await finds('a script that fails', 'nothing is not defined', () => complains('/broken'));
  await finds('a file that is not there', '404', () => complains('/lacking'));
  await finds('another status', '404 instead of 200', () => day.open('/nowhere'));
  day.complaints.length = 0;
  await finds('another page', '/moved leads to http://127.0.0.1', () => day.open('/moved'));
  await stage.check('a status that is expected', () => day.open('/elsewhere', 404));
  await stage.check('no script runs for whoever has none', () => bare.open('/broken'));

  const weight = await weigh(stage, '/sound');
  await stage.check('what is asked for is counted', () => need(weight.requests === 2, `${weight.requests} requests`));
  await stage.check('as it was sent', () => {
    const sent = [weight.html - PAGES['/sound'].length, weight.total - weight.html - STYLE.length];
    need(sent.every((headers) => headers > 0 && headers < 500), `headers of ${sent} bytes`);
  });
  await stage.check('a budget that is kept', () => within(weight, { total: weight.total }));
  await finds('one that is not', `total: ${weight.total} of at most 9`, async () => within(weight, { total: 9 }));
});
server.close();
