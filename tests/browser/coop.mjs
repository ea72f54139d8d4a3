// A co-op's clerk on a telephone declares production in five steps, with its evidence, and offers credits; and a payee
// says where it is paid, is paid, and signs for what arrived. The operator's part in that is played by its two persons.

import { axe, fits, need, play, shot } from './harness.mjs';

const COOP = 'Cooperativa Minera Quebrada Clara';
const PAYEE = 'Karamoja Minerals Trust';
const OPERATOR = 'Orebook Demo Registry';
const PAPER = { name: 'ledger.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n% a page of the ledger\n%%EOF\n') };

play(async (stage) => {
  const coop = await stage.visitor({ viewport: 'phone', as: 'coop' });
  await coop.holdsKeyOf(COOP);

  await stage.check('production is declared in five steps', async () => {
    const page = await coop.open('/desk/declare');
    await goesOn(page);
    await page.getByLabel('Kilograms weighed').fill('2,409');
    await page.reload();
    need((await page.getByLabel('Kilograms weighed').inputValue()) === '2,409', 'what was typed survives a reload');
    await page.getByLabel('22 carat').check();
    await page.getByRole('button', { name: 'Work it out' }).click();
    await page.getByText('2.409 kg = 2 kilograms 409 grams').waitFor();
    await shot(stage, page, 'coop-mined-phone');
    await goesOn(page);
    await page.getByLabel('Kilograms sold as certified metal').fill('0.2');
    await goesOn(page);
    await page.locator('[data-digest=evidence]').setInputFiles(PAPER);
    await page.waitForFunction(() => document.getElementById('evidence').value.length === 64);
    await page.getByLabel('This production carries no other label').check();
    await goesOn(page);
    await page.getByRole('heading', { level: 1, name: 'Is everything right?' }).waitFor();
    await shot(stage, page, 'coop-all-phone');
    await page.getByRole('link', { name: 'Review and sign' }).click();
    await signs(page);
    await page.getByText('waits for the certifier').first().waitFor();
  });

  await stage.check('its evidence is sent, and no other file', async () => {
    const { page } = coop;
    const picker = page.locator('input[data-to]').first();
    await picker.setInputFiles({ ...PAPER, name: 'other.pdf', buffer: Buffer.from('%PDF-1.4\n% another page\n') });
    await page.getByText('other.pdf: is none of the files').waitFor();
    await picker.setInputFiles(PAPER);
    await page.getByText('ledger.pdf: sent').waitFor();
    await page.reload();
    await page.getByText('application/pdf').first().waitFor();
    need((await page.getByText('still to be sent').count()) === 0, 'nothing is still to be sent');
    await shot(stage, page, 'coop-declarations-phone');
  });

  await stage.check('a period is declared once', async () => {
    const page = await coop.open('/desk/declare');
    await page.getByLabel('First day').fill('2026-09-01');
    await page.getByLabel('Last day').fill('2026-09-30');
    coop.expected.set(`${new URL('/desk/declare', page.url())}`, 422);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('It cannot be declared like this').waitFor();
    await axe(page);
    await fits(page);
    coop.complaints.length = 0;
  });

  await stage.check('credits are offered, with what would reach whom', async () => {
    const page = await coop.open('/desk/offers/new');
    await page.getByLabel('How many kilograms?').fill('1');
    await page.getByLabel('Price per kilogram').fill('4 300');
    await page.getByRole('button', { name: 'Show what would reach whom' }).click();
    const women = page.getByRole('row', { name: 'Women’s' }).or(page.getByRole('row', { name: "Women's" }));
    need((await women.textContent()).includes('860.00'), 'a fifth is for women');
    await shot(stage, page, 'coop-offer-phone');
    await axe(page);
    await page.getByRole('link', { name: 'Review and sign' }).click();
    await signs(page);
    need((await page.locator('main').textContent()).includes('4,300.00'), 'the offer is in the list');
    await shot(stage, page, 'coop-offers-phone');
  });

  const payee = await stage.visitor({ viewport: 'phone', as: 'payee' });
  await payee.holdsKeyOf(PAYEE);

  await stage.check('payment details are checked, signed as a digest, and sent', async () => {
    const page = await payee.open('/desk/details');
    await page.getByLabel('Mobile money').check();
    await page.getByLabel('Name of the account’s owner').fill('Karamoja Minerals Trust');
    await page.getByLabel('Telephone number').fill('256 700 000 456');
    payee.expected.set(stage.address('/desk/details/check'), 422);
    await page.getByRole('button', { name: 'Check and go on' }).click();
    await page.locator('#account-msisdn-fault').waitFor();
    await shot(stage, page, 'coop-details-phone');
    await axe(page);
    await page.getByLabel('Telephone number').fill('+256 700 000 456');
    await page.getByRole('button', { name: 'Check and go on' }).click();
    await page.getByRole('button', { name: 'Sign', exact: true }).waitFor();
    need(!(await page.content()).includes('700000456'), 'what is signed names no number');
    await signs(page);
    await page.getByText('…0456').waitFor();
  });

  await stage.check('a payout arrives and its receipt is signed', async () => {
    const page = payee.page;
    const payout = await paidOut(stage, payee);
    await page.goto(stage.address('/desk/payouts?open=yes'));
    await shot(stage, page, 'coop-payouts-phone');
    await page.getByRole('link', { name: 'All of it arrived' }).click();
    need((await page.locator('.told').first().textContent()).includes(payout), 'what is signed names the payout');
    await signs(page);
    await page.getByText('receipt signed').first().waitFor();
  });
});

// The operator pays a payee what is in its account; answers the payout.
async function paidOut(stage, payee) {
  const asks = async (visitor, path) => (await visitor.context.request.get(stage.address(path))).json();
  const { organisation, waiting } = await asks(payee, '/v1/cash');
  const { producer, money } = waiting[0];
  const first = await stage.visitor({ as: 'operator' });
  const second = await stage.visitor({ as: 'operator' });
  await first.holdsKeyOf(OPERATOR, 'first');
  await second.holdsKeyOf(OPERATOR, 'second');
  const acts = async (visitor, act, fields) => {
    const then = '/account';
    await visitor.open(`/act/${act}/review?${new URLSearchParams({ ...fields, then })}`);
    await signs(visitor.page);
  };
  await acts(first, 'plan_payout', { payee: organisation, producer, amount: money.amount, 'amount.currency': money.currency });
  const [{ id }] = (await asks(first, '/v1/payouts?state=planned')).items;
  await acts(first, 'approve_payouts', { payouts: id, rail: 'mobile_money' });
  const [proposal] = (await asks(first, '/v1/proposals')).items;
  await acts(second, 'approve', { proposal: proposal.id, digest: proposal.digest });
  const [{ file }] = (await asks(first, '/v1/payouts?state=approved')).items;
  await acts(first, 'instruct_payouts', { file, digest: '5e'.repeat(32) });
  await acts(first, 'report_payout', { payout: id, report: 'accepted' });
  await acts(first, 'report_payout', { payout: id, report: 'settled', 'report.reference': 'MOMO-1' });
  await first.leave();
  await second.leave();
  return id;
}

async function goesOn(page) {
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForLoadState();
}

// Reads, signs, and goes on.
async function signs(page) {
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Signed and recorded').waitFor();
  await page.getByRole('link', { name: 'Go on' }).click();
  await page.waitForLoadState();
}
