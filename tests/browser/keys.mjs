// A brand's officer on a telephone: a key is made in the browser, added by a key that works already, and confirmed; a
// recovery key goes to paper and comes back from its words; a lost connection loses nothing and doubles nothing.

import { axe, fits, need, play, shot } from './harness.mjs';

const OWNER = 'Lumen & Vale Jewellery';

play(async (stage) => {
  const visitor = await stage.visitor({ viewport: 'phone', as: 'buyer' });
  await visitor.holdsKeyOf(OWNER);
  const page = await visitor.open('/keys');

  await stage.check('a key is made, added and confirmed', async () => {
    await page.getByLabel('Whose key').fill('first');
    await page.getByRole('button', { name: 'Make a key in this browser' }).click();
    await page.locator('[data-part=made]').waitFor();
    const made = await page.locator('[data-part=made] [data-fill=signing]').textContent();
    need(/^did:key:z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/.test(made), `not a public key: ${made}`);
    await page.getByRole('link', { name: 'Add it to your organisation' }).first().click();
    need((await page.locator('.told').textContent()).includes(made), 'what is signed names the key');
    await shot(stage, page, 'sign-phone');
    await signs(page);
    const line = page.locator(`[data-key="${made}"]`);
    need((await line.textContent()).includes('in this browser'), 'the list says that it is here');
    await line.getByRole('link', { name: 'Confirm this key' }).click();
    await signs(page);
    need((await page.locator(`[data-key="${made}"] .state`).first().textContent()) === 'works', 'it works');
  });

  await stage.check('its secret half can be read by no script', async () => {
    const readable = await page.evaluate(async () => {
      const { all } = await import('/assets/keyring.js');
      const tries = (await all()).map((key) => crypto.subtle.exportKey('pkcs8', key.secret).then(() => true, () => false));
      return (await Promise.all(tries)).filter(Boolean).length;
    });
    need(readable === 0, `${readable} keys can be read`);
  });

  await stage.check('a recovery key goes to paper and comes back from its words', async () => {
    await page.getByRole('button', { name: 'Write a recovery key down' }).click();
    await page.locator('[data-part=words] li').nth(23).waitFor();
    const words = await page.locator('[data-part=words] li').allTextContents();
    const named = await page.locator('[data-part=paper] [data-fill=recovery]').textContent();
    await shot(stage, page, 'recovery-phone');
    await axe(page);
    await page.getByRole('link', { name: 'Add it to your organisation' }).last().click();
    await signs(page);
    await page.getByLabel('The 24 words').fill([...words.slice(1), words[0]].join(' '));
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await page.getByText('These are not 24 words').waitFor();
    await page.getByLabel('The 24 words').fill(words.join('  '));
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await page.locator('[data-part=brought]').waitFor();
    need((await page.locator('[data-fill=brought]').textContent()) === named, 'the same key came back');
    await page.locator('[data-part=confirm-brought]').click();
    await signs(page);
    need((await page.locator(`[data-key="${named}"] .state`).first().textContent()) === 'works', 'it works');
  });

  await stage.check('without a connection it is kept, and counts once', async () => {
    await page.goto(stage.address('/act/open_account'));
    await page.getByLabel('Name').fill('Campaign 2027');
    await page.reload();
    need((await page.getByLabel('Name').inputValue()) === 'Campaign 2027', 'the draft survives a reload');
    await page.getByRole('button', { name: 'Review and sign' }).click();
    await page.getByRole('button', { name: 'Sign', exact: true }).waitFor();
    visitor.losesConnection = true;
    await visitor.context.setOffline(true);
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByText('no answer has come').waitFor();
    await shot(stage, page, 'offline-phone');
    await visitor.context.setOffline(false);
    await page.getByText('Signed and recorded').waitFor();
    await page.goBack();
    await page.goForward();
    await page.getByText('You signed this very thing').waitFor();
    await fits(page);
    visitor.losesConnection = false;
  });

  await stage.check('what is refused is told in the language of the reader', async () => {
    await page.goto(stage.address('/act/reduce_order/review?order=ord_01KJRE3SG0000000000000000A&by=1&lang=es'));
    await page.getByText('Tal como están las cosas').waitFor();
    await page.getByRole('button', { name: 'Firmar', exact: true }).click();
    await page.getByText('No se pudo hacer').waitFor();
    need((await page.locator('#answer').textContent()).includes('must_exist'), 'the rule is named');
    await shot(stage, page, 'refused-phone');
  });
});

// Reads, signs, and goes on.
async function signs(page) {
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Signed and recorded').waitFor();
  await page.getByRole('link', { name: 'Go on' }).click();
  await page.waitForLoadState();
}
