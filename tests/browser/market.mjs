// What a mining organisation offers is seen by everybody, with what would reach whom, and a buyer goes on from there.

import { axe, fits, need, play, shot } from './harness.mjs';

const COOP = 'Cooperativa Minera Quebrada Clara';

play(async (stage) => {
  const { market, producer } = stage.given.places;
  const coop = await stage.visitor({ viewport: 'phone', as: 'coop' });
  await coop.holdsKeyOf(COOP);

  await stage.check('credits are offered at two prices', async () => {
    const held = await coop.page.evaluate((organisation) =>
      fetch(`/v1/holdings?organisation=${organisation}`).then((answer) => answer.json()), producer);
    const { batch, account } = held.items[0];
    for (const price of ['4200.00', '4310.00']) {
      const fields = { market, batch, account, mass: '1.5', price, 'price.currency': 'USD', time_in_force: 'gtd' };
      const page = await coop.open(`/act/place_sell_order/review?${new URLSearchParams(fields)}`);
      await page.getByRole('button', { name: 'Sign', exact: true }).click();
      await page.getByText('Signed and recorded').waitFor();
    }
  });

  await stage.check('everybody sees them, the cheapest first', async () => {
    for (const [viewport, colour] of [['phone', 'light'], ['desktop', 'dark']]) {
      const stranger = await stage.visitor({ viewport, colour });
      const page = await stranger.open('/markets/{market}');
      const offers = page.locator('article.offer');
      need((await offers.count()) === 2, 'there are two');
      const first = await offers.first().textContent();
      for (const told of [COOP, '4,200.00', "Quebrada Clara Women's Fund", '840.00']) need(first.includes(told), told);
      await page.getByText('The same as a table').first().click();
      need((await page.getByRole('row').filter({ hasText: '4,310.00' }).count()) === 1, 'the book stands in a table');
      await shot(stage, page, `market-offers-${viewport}-${colour}`);
      await axe(page);
      await fits(page);
    }
  });

  await stage.check('a buyer goes on with what stands there', async () => {
    const buyer = await stage.visitor({ viewport: 'phone', as: 'buyer' });
    const page = await buyer.open('/markets/{market}');
    const form = page.locator('form.take').first();
    const sent = await form.evaluate((form) => [form.method, new URL(form.action).pathname, ...new FormData(form).values()]);
    const order = await page.locator('article.offer').first().getAttribute('id');
    const expected = ['get', '/desk/buy', market, order, '4200.00', '1.5'];
    need(sent.join() === expected.join(), `${sent} instead of ${expected}`);
    need((await form.getByRole('button', { name: 'Buy and retire' }).count()) === 1, 'it can be retired at once');
    await axe(page);
    await fits(page);
  });
});
