// A brand's officer without a mouse: a co-op offers, she buys and then retires with a claim, buys and retires in one go,
// and retires what is left from a list. Each page is reached by Tab and Enter, and filled in by typing.

import { axe, fits, need, play, shot } from './harness.mjs';

const COOP = 'Cooperativa Minera Quebrada Clara';
const BUYER = 'Lumen & Vale Jewellery';
const CLASS = 'Gold · HZN good';

play(async (stage) => {
  const coop = await stage.visitor({ viewport: 'phone', as: 'coop' });
  await stage.check('a co-op offers', () => offers(stage, coop));
  const buyer = await stage.visitor({ viewport: 'desktop', as: 'buyer' });
  await buyer.holdsKeyOf(BUYER);
  const page = await buyer.open('/desk');

  await stage.check('credits are bought', async () => {
    await follows(page, 'Buy credits');
    await follows(page, `Buy: ${CLASS} · USD`);
    await types(page, 'How much (kilograms)', '0.5');
    await page.locator('#preview').getByText('0.5 kg is bought at once').waitFor();
    need(await page.getByRole('row').filter({ hasText: 'women’s groups' }).count(), 'it tells what reaches whom');
    await shot(stage, page, 'brand-buys-desktop');
    await signs(page);
    await page.getByRole('heading', { name: `${CLASS} · 0.5 kg`, exact: true }).waitFor();
    await axe(page);
  });

  await stage.check('and retired with a claim', async () => {
    await follows(page, `Retire: ${CLASS} · 0.5 kg`);
    await types(page, 'Only so much of them', '0.2');
    await types(page, 'Product or campaign', 'Conflict-free rings');
    await page.locator('#preview').getByText('A name may not say this').waitFor();
    need(await page.locator('#preview .disclosure').count(), 'the text stands there all the same');
    await axe(page);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Aurora rings');
    await page.locator('#preview').getByRole('button', { name: 'Review and sign' }).waitFor();
    await shot(stage, page, 'brand-retires-desktop');
    await signs(page);
    await page.getByText('Aurora rings').waitFor();
    await axe(page);
  });

  await stage.check('credits are bought and retired in one go', async () => {
    await follows(page, 'My desk');
    await follows(page, 'Buy credits');
    await follows(page, `Buy: ${CLASS} · USD`);
    await types(page, 'How much (kilograms)', '0.3');
    await reaches(page, 'Retire them at once');
    await page.keyboard.press('Space');
    await page.locator('#preview').getByText('After signing').waitFor();
    await signs(page);
    await page.getByText('You have bought 0.3 kg').waitFor();
    need((await page.locator('#preview .told dd').first().textContent()).startsWith('0.3'), 'what was bought is ticked');
    await signs(page);
    await follows(page, 'Gold · 0.3 kg');
    need((await page.locator('.claim').textContent()).includes('0.3'), 'everybody reads the claim');
  });

  await stage.check('a list is retired line by line', async () => {
    await page.goto(stage.address('/desk/retire/many'));
    await types(page, 'The list', 'mass;product\n0,1;First\n0.1;Second\n9;');
    await presses(page, 'Try the list out');
    await page.getByText('cannot be retired').waitFor();
    await shot(stage, page, 'brand-many-desktop');
    await fits(page);
    for (const line of [1, 2]) await signs(page, `Review and sign line ${line}`);
    need((await page.getByText('signed', { exact: true }).count()) === 2, 'two lines are signed');
    await page.getByText('Correct the marked line').waitFor();
    await axe(page);
  });
});

// The co-op's own pages are played elsewhere: here the address says everything but the signature.
async function offers(stage, coop) {
  await coop.holdsKeyOf(COOP);
  const page = await coop.open('/desk');
  const { items } = await (await page.request.get(stage.address('/v1/holdings'))).json();
  const { account, batch } = items.find((one) => one.state === 'available');
  const query = new URLSearchParams({
    market: stage.given.places.market, batch, account, mass: '2', price: '4200', 'price.currency': 'USD', time_in_force: 'gtd',
    until: new Date(Date.now() + 10 * 86400e3).toISOString().slice(0, 10),
  });
  await page.goto(stage.address(`/act/place_sell_order/review?${query}`));
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Signed and recorded').waitFor();
}

// Tab by Tab to what has a name that begins so, as far as a page goes. Wherever the focus is, it is seen.
async function reaches(page, name) {
  for (let steps = 0; steps < 200; steps += 1) {
    await page.keyboard.press('Tab');
    const { called, seen } = await page.evaluate(() => {
      const element = document.activeElement;
      const name = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
      const { outlineStyle } = getComputedStyle(element);
      return { called: name.replaceAll(/\s+/g, ' ').trim(), seen: element === document.body || outlineStyle !== 'none' };
    });
    need(seen, `nobody sees that ${called} has the focus`);
    if (called.startsWith(name)) return;
  }
  throw new Error(`no Tab leads to ${name}`);
}

async function presses(page, name) {
  await reaches(page, name);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

const follows = presses;

async function types(page, name, text) {
  await reaches(page, name);
  await page.keyboard.type(text);
}

// Reads what is about to be signed, signs, goes on.
async function signs(page, review = 'Review and sign') {
  await presses(page, review);
  await page.getByRole('button', { name: 'Sign', exact: true }).waitFor();
  await reaches(page, 'Sign');
  await page.keyboard.press('Enter');
  await page.getByText('Signed and recorded').waitFor();
  await presses(page, 'Go on');
}
