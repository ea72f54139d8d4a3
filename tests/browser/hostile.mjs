// What goes wrong on pages, by malice or by a long day: names that are code or turn letters around, words without an end,
// lists that are too long, days to come, two tabs, a session that is over, a key that was revoked meanwhile. Each time
// the page says what happened, and nothing is lost.

import { axe, fits, need, play } from './harness.mjs';

const OWNER = 'Lumen & Vale Jewellery';
const CODE = `<b>Evil</b><script>alert(1)</script> & "Sons"`;

play(async (stage) => {
  const buyer = await stage.visitor({ viewport: 'phone', as: 'buyer' });
  await buyer.holdsKeyOf(OWNER);

  await stage.check('a name that is code stays a name', async () => {
    const page = await buyer.open(named(CODE));
    need((await page.locator('.told').textContent()).includes(CODE), 'it is told as it is');
    need((await page.locator('main b, main script').count()) === 0, 'no element comes of it');
    await signs(page);
    await stays(stage, buyer, CODE);
  });

  await stage.check('letters that turn others around are refused beside their field', async () => {
    const path = named('Ann\u202Egnp.exe');
    buyer.expected.set(new URL(path, stage.given.url).href, 422);
    const page = buyer.page;
    await page.goto(new URL(path, stage.given.url).href);
    need(await page.locator('.fault').count(), 'the fault is told');
    need((await page.getByLabel('Name').inputValue()).startsWith('Ann'), 'what was typed stays');
    await axe(page);
  });

  await stage.check('a word without an end breaks no page', async () => {
    const page = await buyer.open(named('W'.repeat(80)));
    await fits(page);
    await signs(page);
    await buyer.open('/desk/buy?market={market}');
    await fits(page);
  });

  await stage.check('a list that is too long is told so, and stays', async () => {
    const watchmaker = await stage.visitor({ viewport: 'phone', as: 'watchmaker' });
    const page = await watchmaker.open('/desk/retire/many');
    await page.getByLabel('The list').fill(`mass;product\n${'0.001;Ring\n'.repeat(60)}`);
    await page.getByRole('button', { name: 'Try the list out' }).click();
    await page.getByText(/at most 50|50 lines/).first().waitFor();
    need((await page.getByLabel('The list').inputValue()).split('\n').length > 60, 'it stays');
    await watchmaker.leave();
  });

  await stage.check('a day to come is refused where it is asked for', async () => {
    const coop = await stage.visitor({ viewport: 'phone', as: 'coop' });
    const path = '/desk/declare?certificate={certificate}&period_from=2026-12-01&period_to=2026-12-31&step=2';
    coop.expected.set(stage.address(path), 422);
    await coop.open('/desk');
    await coop.page.goto(stage.address(path));
    await coop.page.locator('.flagged').first().waitFor();
    need((await coop.page.getByLabel('Last day').inputValue()) === '2026-12-31', 'what was chosen stays');
    await coop.leave();
  });

  await stage.check('two tabs sign one thing once', async () => {
    const path = named('Two tabs');
    const [one, other] = [await buyer.context.newPage(), await buyer.context.newPage()];
    for (const page of [one, other]) await page.goto(stage.address(path));
    await signs(one);
    await other.getByRole('button', { name: 'Sign', exact: true }).click();
    await other.getByText('You signed this very thing').waitFor();
    need((await accounts(stage, buyer)).filter((name) => name === 'Two tabs').length === 1, 'it was signed once');
    await one.close();
    await other.close();
  });

  await stage.check('when a session is over, what was typed waits', async () => {
    const page = await buyer.open('/act/open_account');
    await page.getByLabel('Name').fill('After a day');
    const cookies = await buyer.context.cookies();
    await buyer.context.clearCookies();
    await page.getByRole('button', { name: 'Review and sign' }).click();
    need(new URL(page.url()).pathname === '/login', `it leads to ${page.url()}`);
    await buyer.context.addCookies(cookies);
    await page.goto(stage.address('/act/open_account'));
    need((await page.getByLabel('Name').inputValue()) === 'After a day', 'it is still there');
  });

  await stage.check('a key that was revoked meanwhile signs nothing, and the page says so', async () => {
    const page = await buyer.open(`${named('Too late')}&lang=fr`);
    await page.getByRole('button', { name: 'Signer', exact: true }).waitFor();
    const key = await page.evaluate(async () => (await (await import('/assets/keyring.js')).all())[0].public);
    const other = await buyer.context.newPage();
    await other.goto(stage.address(`/act/revoke_key/review?key=${encodeURIComponent(key)}&reason=lost&lang=en`));
    await signs(other);
    await page.getByRole('button', { name: 'Signer', exact: true }).click();
    await page.locator('#answer .flagged').waitFor();
    const told = await page.locator('#answer').textContent();
    need(/clé/.test(told) && /Règle/.test(told), `it is told in French by its rule: ${told}`);
    await other.close();
  });
});

function named(name) {
  return `/act/open_account/review?name=${encodeURIComponent(name)}`;
}

// What the accounts are called among which one chooses.
async function accounts(stage, visitor) {
  const page = await visitor.context.newPage();
  await page.goto(stage.address('/desk/buy?market={market}'));
  const names = await page.locator('#account option').allTextContents();
  await page.close();
  return names;
}

async function stays(stage, visitor, name) {
  need((await accounts(stage, visitor)).includes(name), `an account is called ${name}`);
}

async function signs(page) {
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Signed and recorded').waitFor();
}
