// A co-op declares; its certifier looks at the arithmetic, approves one declaration and rejects another. An auditor
// goes from the finding that is owed to the one that it publishes, and takes the log away.

import { axe, fits, need, play, shot } from './harness.mjs';

const PRODUCER = 'Cooperativa Minera Quebrada Clara';
const CERTIFIER = 'Cordillera Verifica SAS';
const AUDITOR = 'Nordlicht Prüfung GmbH';
const QUEUE = '/desk/certifier/declarations';

play(async (stage) => {
  await stage.check('a co-op declares twice', async () => {
    const coop = await stage.visitor({ viewport: 'phone', as: 'coop' });
    await coop.holdsKeyOf(PRODUCER);
    for (const [month, gross] of [['07', '2.5'], ['08', '1.2']]) await declares(await coop.open(declaration(month, gross)));
    await coop.leave();
  });

  const certifier = await stage.visitor({ viewport: 'desktop', as: 'certifier' });
  await certifier.holdsKeyOf(CERTIFIER);

  await stage.check('both wait on the certifier’s desk, and in its queue', async () => {
    const page = await certifier.open('/desk');
    need((await page.getByRole('link', { name: `${PRODUCER} has declared` }).count()) === 2, 'the desk names both');
    await certifier.open(QUEUE);
    need((await page.getByRole('link', { name: /^Look and decide/ }).count()) === 2, 'the queue holds both');
    await shot(stage, page, 'queue-desktop');
    await axe(page);
    await fits(page);
  });

  await stage.check('the arithmetic follows the mass that is verified', async () => {
    const { page } = certifier;
    await page.getByRole('link', { name: /^Look and decide.*1 July 2026/ }).click();
    const sums = page.locator('.sums');
    for (const figure of ['2.5 kg', '900,000 ppm = 90 %', '2.25 kg', '45 kg', '−12.412 kg', '−8 kg', '−1.08 kg', '23.508 kg']) {
      need((await sums.textContent()).replaceAll('\u00a0', ' ').includes(figure), `${figure} is reckoned`);
    }
    need((await page.getByText('does not hold').count()) === 0, 'every rule holds');
    await page.getByLabel('Fine mass that you verified').fill('2,2');
    await page.getByRole('button', { name: 'Reckon again' }).click();
    need((await credits(page)) === '2.2 kg', `issues ${await credits(page)}`);
    await page.getByLabel('Fine mass that you verified').fill('2.3');
    await page.getByRole('button', { name: 'Reckon again' }).click();
    await page.getByText('For this mass the register would refuse').waitFor();
    await shot(stage, page, 'judge-desktop');
    await axe(page);
    await fits(page);
  });

  await stage.check('what is no mass is told beside the field', async () => {
    const { page } = certifier;
    await page.getByLabel('Fine mass that you verified').fill('much');
    certifier.expected.set(`${page.url().split('?')[0]}?${new URLSearchParams(await page.locator('form.ask').evaluate(
      (form) => [...new FormData(form)]))}`, 422);
    await page.getByRole('button', { name: 'Reckon again' }).click();
    await page.getByText('Write kilograms, such as 2.409').waitFor();
    await axe(page);
  });

  await stage.check('it approves one with its key', async () => {
    const { page } = certifier;
    await page.getByLabel('Fine mass that you verified').fill('2.2');
    await page.getByRole('button', { name: 'Review the approval' }).click();
    await signs(page);
    need((await page.getByRole('link', { name: /^Look and decide/ }).count()) === 1, 'one is left');
    await page.getByRole('link', { name: /1 July 2026/ }).click();
    need((await page.locator('.state').first().textContent()) === 'approved', 'it is approved');
    need((await page.locator('dl').textContent()).replaceAll('\u00a0', ' ').includes('2.2 kg'), 'its credits are named');
  });

  await stage.check('and rejects the other, with a reason', async () => {
    const page = await certifier.open(QUEUE);
    await page.getByRole('link', { name: /^Look and decide/ }).click();
    await page.getByRole('link', { name: 'Reject the declaration' }).click();
    await page.getByLabel('Reason').fill('evidence_missing');
    await page.getByRole('button', { name: 'Review and sign' }).click();
    await signs(page);
    await page.getByText('No declaration waits.').waitFor();
    await certifier.leave();
  });

  const auditor = await stage.visitor({ viewport: 'phone', as: 'auditor' });
  await auditor.holdsKeyOf(AUDITOR);

  await stage.check('an auditor finds what is owed, and what it needs to judge it', async () => {
    const page = await auditor.open('/desk');
    await page.getByRole('link', { name: /^Finding owed on Halden Mobility SE/ }).click();
    const text = (await page.locator('main').textContent()).replaceAll('\u00a0', ' ');
    for (const figure of ['400,000 kg', '120,000 kg', '30 %', '188,400 kg']) need(text.includes(figure), `${figure} is told`);
    await shot(stage, page, 'retirement-judged-phone');
    await axe(page);
    await fits(page);
  });

  await stage.check('it publishes a finding with its key', async () => {
    const { page } = auditor;
    await page.getByRole('link', { name: 'Publish a finding' }).click();
    await page.getByLabel('Outcome').selectOption('confirmed');
    await page.getByLabel('Reason').fill('records_agree');
    await page.getByLabel('Your report').first().fill('ab'.repeat(32));
    await page.getByRole('button', { name: 'Review and sign' }).click();
    await signs(page);
    need((await page.locator('.state').first().textContent()) === 'confirmed', 'it stands');
    await auditor.open('/desk/auditor/findings');
    await page.getByRole('heading', { name: /Halden Mobility SE/ }).waitFor();
    await auditor.open('/desk/auditor/duties');
    await page.getByText('No finding is owed').waitFor();
  });

  await stage.check('it takes the log away', async () => {
    const page = await auditor.open('/desk/auditor/log');
    const files = page.locator('table a');
    need((await files.count()) >= 3, 'a checkpoint and the entries');
    for (const link of await files.all()) {
      const answer = await auditor.context.request.get(stage.address(await link.getAttribute('href')));
      need(answer.ok(), `${answer.url()} answers ${answer.status()}`);
    }
    await fits(page);
  });
});

// Where a declaration of a month is about to be signed.
function declaration(month, gross) {
  const evidence = month.repeat(32);
  return `/act/declare/review?certificate={certificate}&period_from=2026-${month}-01&period_to=2026-${month}-31`
    + `&gross=${gross}&ppm=900000&sold_physically=0&evidence=${evidence}&exclusive=yes`;
}

// The credits that an approval would issue.
async function credits(page) {
  const row = page.locator('.sums tr', { hasText: 'Credits that you would issue' }).locator('td');
  return (await row.textContent()).replaceAll('\u00a0', ' ');
}

async function declares(page) {
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Signed and recorded').waitFor();
}

// Reads, signs, and goes on.
async function signs(page) {
  await declares(page);
  await page.getByRole('link', { name: 'Go on' }).click();
  await page.waitForLoadState();
}
