// The operator's people at their desk, two of them: a deposit and a payout that both sign, a statement of the bank, a member who comes by a link, a
// market that is halted and opened again, and a grievance from its filing to its end. All of it begins at a queue and
// returns there.

import { axe, fits, need, play, shot } from './harness.mjs';

const OPERATOR = 'Orebook Demo Registry';
const BUYER = 'Lumen & Vale Jewellery';
const PAYEE = 'Nyati Ridge Operations';

await play(async (stage) => {
  const first = await stage.visitor({ viewport: 'phone', as: 'operator' });
  await first.holdsKeyOf(OPERATOR, 'first');
  const page = await first.open('/desk');

  await stage.check('one person proposes a deposit', async () => {
    await page.getByRole('link', { name: 'Bank and deposits' }).click();
    await page.getByRole('link', { name: 'Book a deposit for a member', exact: true }).click();
    await page.getByLabel('Organisation').selectOption({ label: BUYER });
    await page.getByLabel('Amount', { exact: true }).fill('1250.00');
    await page.getByLabel('Bank’s reference').fill('VISIT-1');
    await signs(page, 'It takes effect when a second person');
    need(new URL(page.url()).pathname === '/desk/bank', `it leads back to the bank, not to ${page.url()}`);
    await page.goto(stage.address('/desk'));
    need(await page.getByRole('link', { name: 'One proposal waits for a second person' }).isVisible(), 'it waits');
  });

  await stage.check('a second person approves it', async () => {
    const second = await stage.visitor({ viewport: 'desktop', as: 'operator' });
    await second.holdsKeyOf(OPERATOR, 'second');
    const desk = await second.open('/desk');
    await desk.getByRole('link', { name: 'One proposal waits for a second person' }).click();
    const card = desk.locator('.cards > li').filter({ hasText: BUYER });
    need(/1,250\.00\sUSD/.test(await card.textContent()), 'the proposal tells its figures');
    await axe(desk);
    await fits(desk);
    await shot(stage, desk, 'proposals-desktop');
    await card.getByRole('link', { name: 'Approve a proposal' }).click();
    need((await desk.locator('main').textContent()).includes('VISIT-1'), 'what is approved is told in full');
    await signs(desk);
    await desk.getByText('Nothing waits for a second person.').waitFor();
    await desk.goto(stage.address('/desk/bank?q=visit-1'));
    await desk.getByRole('heading', { name: /1,250\.00\sUSD/ }).waitFor();
    await second.leave();
  });

  await stage.check('a payout is planned, let go by two, handed over and reported', async () => {
    const second = await stage.visitor({ viewport: 'phone', as: 'operator' });
    await second.holdsKeyOf(OPERATOR, 'second');
    const desk = await second.open('/desk');
    const approves = async () => {
      await desk.goto(stage.address('/desk/proposals'));
      await desk.getByRole('link', { name: 'Approve a proposal' }).click();
      await signs(desk);
    };
    const card = () => page.locator('.cards > li').filter({ hasText: PAYEE });
    const goes = async (name) => card().getByRole('link', { name }).first().click();
    await page.goto(stage.address('/desk/payments'));
    await goes('Set where payouts go');
    await page.getByLabel('Way of payment').selectOption({ label: 'bank transfer' });
    await page.getByLabel('Where payouts go', { exact: true }).first().fill('ab'.repeat(32));
    await signs(page);
    await approves();
    await page.goto(stage.address('/desk/payments'));
    await goes('Plan its payout');
    await signs(page);
    await goes('Approve this one');
    await signs(page);
    await approves();
    await page.goto(stage.address('/desk/payments'));
    const file = page.locator('.cards > li').filter({ hasText: 'to be handed to the bank' });
    await shot(stage, page, 'payments-phone');
    await file.getByRole('link', { name: 'Record that the bank has the file' }).click();
    await page.getByLabel('Digest of the payment file', { exact: true }).first().fill('cd'.repeat(32));
    await signs(page);
    await goes('The bank accepted it');
    await signs(page);
    await goes('The bank paid it');
    await page.getByLabel('Reference').fill('VISIT-2');
    await signs(page);
    await page.goto(stage.address('/desk/receipts'));
    need((await card().textContent()).includes('receipt not signed yet'), 'its receipt is missing now');
    await second.leave();
  });

  await stage.check('a statement of the bank is taken in, a line signed and another set aside', async () => {
    await page.goto(stage.address('/desk/bank'));
    await page.getByRole('link', { name: 'Bank statements' }).click();
    const file = { name: 'statement.xml', mimeType: 'application/xml', buffer: Buffer.from(statement()) };
    await page.getByLabel('A statement of the bank').setInputFiles(file);
    await page.getByRole('button', { name: 'Take it in' }).click();
    await page.getByText('New lines: 2. Known before: 0. Left out: 0.').waitFor();
    await axe(page);
    await fits(page);
    await shot(stage, page, 'bank-lines-phone');
    const line = (words) => page.locator('.cards > li').filter({ hasText: words });
    await line('charged by the bank').getByRole('link', { name: 'Book a charge of the bank' }).click();
    need((await page.getByLabel('Bank’s reference').inputValue()) === 'VISIT-CHARGE', 'the form is filled in');
    await signs(page);
    need(new URL(page.url()).pathname === '/desk/bank/lines', `it leads back to the lines, not to ${page.url()}`);
    need((await line('VISIT-CHARGE').locator('.state').textContent()) === 'booked', 'the charge is booked');
    const stray = line('money left for something unknown');
    await stray.getByText('Set aside').first().click();
    await stray.getByLabel('Why it is not booked').fill('The bank takes it back tomorrow.');
    await stray.getByRole('button', { name: 'Set aside' }).click();
    await page.getByText('The bank takes it back tomorrow.').waitFor();
    await page.getByText('No line of the bank waits.').waitFor();
    await axe(page);
    await fits(page);
    await page.getByRole('button', { name: 'Have it wait again' }).click();
    await stray.waitFor();
  });

  await stage.check('a member comes by a link', async () => {
    const comer = await stage.visitor({ viewport: 'phone' });
    const join = await comer.open('/join');
    await join.getByRole('button', { name: 'Make a key in this browser' }).click();
    await join.locator('[data-part=made]').waitFor();
    await join.getByRole('button', { name: 'Write a recovery key down' }).click();
    await join.locator('[data-part=words] li').nth(23).waitFor();
    await join.getByLabel('Name').fill('Ateliers du Lac');
    await join.getByLabel('Country').fill('CH');
    await join.getByLabel('buyer').check();
    await join.getByRole('button', { name: 'Make the link' }).click();
    const link = await join.getByLabel('The link for the operator').inputValue();
    await comer.leave();
    const { pathname, search } = new URL(link);
    await page.goto(stage.address(`${pathname}${search}&then=/desk/members`));
    need((await page.getByLabel('Registered name').inputValue()) === 'Ateliers du Lac', 'the form is filled in');
    await signs(page);
    await page.getByLabel('Name, code, number or public key').fill('ateliers');
    await page.getByRole('button', { name: 'Look up' }).click();
    need((await page.locator('.cards .state').textContent()) === 'waits for its first key', 'it waits for its key');
    await page.getByRole('link', { name: 'Ateliers du Lac' }).first().click();
    await page.getByRole('heading', { name: 'Ateliers du Lac' }).waitFor();
    need((await page.locator('main').textContent()).includes('recovery key'), 'its keys are told');
    await axe(page);
    await fits(page);
    await shot(stage, page, 'member-phone');
  });

  await stage.check('a market is halted and opened again', async () => {
    await page.goto(stage.address('/desk/markets'));
    const card = page.locator('.cards > li').first();
    const market = await card.getByRole('heading').textContent();
    await card.getByRole('link', { name: 'Halt' }).click();
    await page.getByLabel('Reason').selectOption({ label: 'a technical fault' });
    await signs(page);
    const halted = page.locator('.cards > li').filter({ hasText: 'halted' });
    need((await halted.getByRole('heading').textContent()) === market, 'it stands first, with its reason');
    await shot(stage, page, 'markets-phone');
    await page.goto(stage.address('/desk'));
    await page.getByRole('link', { name: 'One market is halted' }).click();
    await halted.getByRole('link', { name: 'Open again' }).click();
    await signs(page);
    need((await halted.count()) === 0, 'none is halted any more');
  });

  await stage.check('a grievance is taken up and closed', async () => {
    const sender = await stage.visitor({ viewport: 'phone' });
    const form = await sender.open('/grievance');
    await form.getByLabel('What is it about?').selectOption({ label: 'Safety and health' });
    await form.getByLabel('Grave', { exact: true }).check();
    await form.getByLabel('What happened?').fill('The second shaft has no timber.');
    await form.getByRole('button', { name: 'Send' }).click();
    await form.getByText('Write this code down').waitFor();
    await sender.leave();
    await page.goto(stage.address('/desk'));
    await page.getByRole('link', { name: 'One grievance waits for a handler' }).click();
    await page.getByText('The second shaft has no timber.').waitFor();
    await axe(page);
    await fits(page);
    await shot(stage, page, 'grievances-phone');
    await page.getByRole('link', { name: 'Decide how a grievance is handled' }).click();
    await page.getByLabel('Decision').selectOption({ label: 'Accepted: it is being looked into' });
    await signs(page);
    await page.getByRole('link', { name: 'Close a grievance' }).click();
    await page.getByLabel('Outcome').selectOption({ label: 'Mended' });
    await signs(page);
    await page.getByText('There is no such case.').waitFor();
  });
});

// A day at the bank: a charge, and money that left for nobody knows what.
function statement() {
  const entry = (amount, reference, code) => `<Ntry><Amt Ccy="USD">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
    <BookgDt><Dt>2026-07-14</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef>
    <BkTxCd><Domn><Cd>ACMT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>${code}</SubFmlyCd></Fmly></Domn></BkTxCd></Ntry>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>VISIT</Id>
    <Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>USD</Ccy></Acct>
    ${entry('1.50', 'VISIT-CHARGE', 'CHRG')}${entry('70.00', 'VISIT-STRAY', 'OTHR')}</Stmt></BkToCstmrStmt></Document>`;
}

// Reviews what was filled in, if it was a form; reads, signs, and goes on.
async function signs(page, told = 'Signed and recorded') {
  const review = page.getByRole('button', { name: 'Review and sign' });
  if (await review.isVisible()) await review.click();
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText(told).waitFor();
  await page.getByRole('link', { name: 'Go on' }).click();
  await page.waitForLoadState();
}
