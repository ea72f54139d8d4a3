// A register from its founding to a finding, through its pages alone: keys are made in the browsers of those whom they
// belong to, on telephones and desks; the commands only print the links of invitations and sign with the two keys that
// the register was founded with.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { need, play, shot } from './harness.mjs';

const PROGRAMME = { code: 'HZN', name: 'Horizon ASM Standard v2' };
const LIMITS = {
  fee_bps: '1', women_bps_min: '15', community_bps_min: '10', holder_bps_max: '10', administration_bps_max: '15',
  instalment_bps_max: '10', prefinance_bps_max: '20', compliant_bps_min: '80', plan_wait_days: '7',
  declare_within_days: '90', approve_within_days: '180', effective_days_back: '30', audit_age_months_max: '15',
  inspection_age_months_max: '15', entry_months_max: '36', unsold_months: '24', retire_within_months: '12',
};
const COOP = 'Cooperativa Minera Quebrada Clara';
const FUND = 'Fondo de Mujeres Quebrada Clara';
const SCHOOL = 'Escuela Rural Quebrada Clara';
const CERTIFIER = 'Cordillera Verifica SAS';
const BRAND = 'Lumen & Vale Jewellery';
const AUDITOR = 'Nordlicht Prüfung GmbH';

const PAPER = { name: 'ledger.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n% a page of the ledger\n%%EOF\n') };

// How long a page may take, in milliseconds.
const PATIENCE = 10_000;

// A day so many days from now.
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

play(async (stage) => {
  const house = new House(stage);
  const operator = await house.founder('first');
  const second = await house.founder('second');
  await stage.check('a programme is defined', () => programme(operator));
  const members = {};
  const acts = (who, act, fields, second) => house.acts(who, act, fields, second);
  for (const [name, country, role, viewport, more] of [
    [CERTIFIER, 'CO', 'certifier', 'desktop', {}],
    [COOP, 'CO', 'producer', 'phone', { code: 'K7Q2', structure: 'cooperative', women_led: 'no', roles: ['payee'] }],
    [FUND, 'CO', 'payee', 'phone', {}],
    [BRAND, 'GB', 'buyer', 'desktop', {}],
    [AUDITOR, 'DE', 'auditor', 'desktop', {}],
  ]) {
    await stage.check(`${name} joins with keys of its own`, async () => {
      members[role] = await house.member(operator, { name, country, role, viewport, more });
    });
  }
  const { certifier, producer: coop, payee: fund, buyer: brand, auditor } = members;
  const school = await house.registered(operator, { name: SCHOOL, country: 'CO', roles: ['payee'] });

  await stage.check('the programme has a certifier, and a market', async () => {
    await acts(operator, 'accredit', {
      programme: PROGRAMME.code, certifier: certifier.id, verification: 'third_party', minerals: ['GLD'], from: day(-30), until: day(700),
    });
    await acts(operator, 'open_market', {
      programme: PROGRAMME.code, mineral: 'GLD', level: 'good', ecological: 'no', currency: 'USD', tick: '10.00', floor: '2000.00', minimum: '10.00',
    });
  });
  await stage.check('a co-op is certified and says who gets its premium', () => certified(house, members, school));
  await stage.check('it declares what it mined, on a telephone', () => declares(house, coop));
  await stage.check('its certifier approves from the queue', () => approves(house, certifier));
  await stage.check('the brand’s money is booked by two persons', async () => {
    await house.opens(operator, '/desk/bank');
    await operator.getByRole('link', { name: 'Book a deposit for a member', exact: true }).click();
    await fills(operator, { organisation: brand.id, amount: '20000.00', reference: 'LUMEN-1' });
    await reviewed(operator);
    await signs(operator);
    await house.seconded(second);
  });
  await stage.check('the co-op offers, and sees what would reach whom', () => offers(house, coop));
  await stage.check('the brand buys and retires with a claim', () => retires(house, brand));
  await stage.check('premium is paid out, and its receipt signed', () => paid(house, { operator, second, fund, coop }));
  await stage.check('an auditor confirms the claim', () => finds(house, auditor));
  await stage.check('everybody reads all of it', () => reads(house));
});

// The register as it was founded, and how people come in.
class House {
  constructor(stage) {
    this.stage = stage;
  }

  // The other window, when everybody is on the other one.
  on(viewport) {
    if (!this.stage.given.swapped) return viewport;
    return viewport === 'phone' ? 'desktop' : 'phone';
  }

  command(...args) {
    return execFileSync(this.stage.given.program, args, { encoding: 'utf8' });
  }

  // Signs an act on paper, as it were: the file that the page gives, by the program, with a key on this machine.
  signed(act, key) {
    const { data, output, operator } = this.stage.given;
    const file = join(output, 'act.json');
    writeFileSync(file, act);
    return this.command('sign', file, '--key', join(data, 'keys', `operator-${key}.pem`),
      '--organisation', operator, '--server', this.stage.given.url);
  }

  // Somebody opens their invitation.
  async enters(page, name, organisation) {
    const link = this.command('invite', '--email', `${name}@journey.example`, '--name', 'Ana López', '--role', 'admin',
      '--organisation', organisation, '--data', this.stage.given.data).trim();
    await page.goto(this.stage.address(new URL(link).pathname));
    await page.locator('main form button').click();
    await page.waitForLoadState();
  }

  // One of the operator's two founders: the key that was made with the register adds one that is made in the browser.
  async founder(person) {
    const { stage } = this;
    const visitor = await stage.visitor({ viewport: this.on('desktop') });
    const page = await visitor.open('/join');
    page.setDefaultTimeout(PATIENCE);
    await stage.check(`the operator's ${person} person moves to a key in the browser`, async () => {
      await this.enters(page, `operator-${person}`, stage.given.operator);
      if (person === 'second') {
        await page.goto(stage.address('/act/confirm_key/review?then=/keys'));
        await this.signsElsewhere(page, person);
      }
      await page.goto(stage.address('/keys'));
      await page.getByLabel('Whose key').fill(person);
      await page.getByRole('button', { name: 'Make a key in this browser' }).click();
      await page.locator('[data-part=made]').waitFor();
      const made = await page.locator('[data-part=made] [data-fill=signing]').textContent();
      await page.getByRole('link', { name: 'Add it to your organisation' }).first().click();
      await this.signsElsewhere(page, person);
      await page.getByRole('link', { name: 'Go on' }).click();
      await page.locator(`[data-key="${made}"]`).getByRole('link', { name: 'Confirm this key' }).click();
      await signs(page);
    });
    return page;
  }

  async signsElsewhere(page, key) {
    await page.locator('summary', { hasText: 'elsewhere' }).click();
    const link = page.getByRole('link', { name: 'Download' }).first();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    await page.locator('#signed').fill(this.signed(Buffer.concat(chunks).toString(), key));
    await page.locator('form[action="/sign/file"] button').click();
    await page.getByText('Signed and recorded').waitFor();
  }

  async opens(page, path) {
    await page.goto(this.stage.address(path));
  }

  // An act by its form.
  async acts(page, act, fields) {
    await this.opens(page, `/act/${act}`);
    await fills(page, fields);
    await reviewed(page);
    await signs(page);
  }

  // The second person signs what waits on the desk.
  async seconded(page) {
    await this.opens(page, '/desk/proposals');
    await page.getByRole('link', { name: 'Approve a proposal' }).first().click();
    await signs(page);
  }

  // What the register answers to whoever is logged in there.
  async asks(page, path) {
    return (await page.request.get(this.stage.address(path))).json();
  }

  // Registers somebody who signs nothing; the operator is there.
  async registered(operator, { name, country, roles }) {
    await this.acts(operator, 'register_organisation', { name, country, roles });
    return this.id(operator, name);
  }

  async id(page, name) {
    const { items } = await this.asks(page, '/v1/organisations?limit=200');
    const { id } = items.find((item) => item.name === name) ?? {};
    need(id, `${name} is registered`);
    return id;
  }

  // An organisation makes its keys, hands its card to the operator, is registered, and confirms its keys.
  async member(operator, { name, country, role, viewport, more }) {
    const { stage } = this;
    const visitor = await stage.visitor({ viewport: this.on(viewport) });
    const page = await visitor.open('/join');
    page.setDefaultTimeout(PATIENCE);
    await page.getByRole('button', { name: 'Make a key in this browser' }).click();
    await page.locator('[data-part=made]').waitFor();
    await page.getByRole('button', { name: 'Write a recovery key down' }).click();
    await page.locator('[data-part=words] li').nth(23).waitFor();
    const words = await page.locator('[data-part=words] li').allTextContents();
    await page.locator('#name').fill(name);
    await page.locator('#country').fill(country);
    await page.locator(`input[name=roles][value=${role}]`).check();
    await page.locator('#card button[type=submit]').click();
    const card = await page.locator('#link').inputValue();

    await operator.goto(card);
    await fills(operator, more);
    await reviewed(operator);
    await signs(operator);
    const id = await this.id(operator, name);

    await this.enters(page, role, id);
    await page.goto(stage.address('/keys'));
    await page.getByRole('link', { name: 'Confirm this key' }).first().click();
    await signs(page);
    await page.goto(stage.address('/keys'));
    await page.getByLabel('The 24 words').fill(words.join(' '));
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await page.locator('[data-part=brought]').waitFor();
    await page.locator('[data-part=confirm-brought]').click();
    await signs(page);
    return { page, id, name };
  }
}

async function programme(page) {
  await page.goto(new URL('/act/define_programme', page.url()).href);
  const levels = (at, level, claims) => ({
    [`levels.${at}.level`]: level, [`levels.${at}.ecological`]: 'no', [`levels.${at}.claims`]: claims,
  });
  await fills(page, {
    ...PROGRAMME, version: '1', effective_from: day(-1), minerals: ['GLD', 'TIN'],
    ...levels(0, 'entry', ['step', 'none']), ...levels(1, 'good', ['support', 'match', 'premium', 'none']),
    ...Object.fromEntries(Object.entries(LIMITS).map(([name, value]) => [`parameters.${name}`, value])),
    'parameters.resale': 'none',
    'parameters.audit_thresholds.0.mineral': 'GLD', 'parameters.audit_thresholds.0.mass': '5',
  });
  await reviewed(page);
  await signs(page);
}

async function certified(house, { certifier, producer: coop, payee: fund }, school) {
  const all = { programme: PROGRAMME.code, mineral: 'GLD', level: 'good', ecological: 'no' };
  const site = { country: 'CO', region: 'CO-ANT', site: 'K7Q2-site-1' };
  await house.acts(coop.page, 'apply_certificate', { ...all, ...site, certifier: certifier.id });
  const [{ id }] = (await house.asks(certifier.page, '/v1/certificates')).items;
  await house.acts(certifier.page, 'begin_audit', { certificate: id });
  await house.acts(certifier.page, 'grant_certificate', {
    certificate: id, audited_on: day(-40), effective: day(-25), valid_from: day(-25), valid_to: day(340), maximum: '45', verification: 'third_party',
  });
  const share = (at, payee, kind, share) => ({
    [`payees.${at}.payee`]: payee, [`payees.${at}.kind`]: kind, [`payees.${at}.share`]: share,
  });
  await house.opens(coop.page, '/desk/plan');
  await house.acts(coop.page, 'adopt_premium_plan', {
    programme: PROGRAMME.code, ...share(0, coop.id, 'operations', '54.33'), ...share(1, fund.id, 'women', '30'), ...share(2, school, 'community', '15.67'),
  });
}

// From the later of the certificate's first day and the first of the year, to yesterday.
async function declares(house, { page }) {
  const [last, first] = [day(-1), day(-20)];
  await house.opens(page, '/desk/declare');
  await page.locator('[name=certificate]').first().check();
  await page.getByLabel('First day').fill(first < `${last.slice(0, 4)}-01-01` ? `${last.slice(0, 4)}-01-01` : first);
  await page.getByLabel('Last day').fill(last);
  await goesOn(page);
  await page.getByLabel('Kilograms weighed').fill('2.409');
  await page.getByLabel('22 carat').check();
  await goesOn(page);
  await page.getByLabel('Kilograms sold as certified metal').fill('0.2');
  await goesOn(page);
  await page.locator('[data-digest=evidence]').setInputFiles(PAPER);
  await page.waitForFunction(() => document.getElementById('evidence').value.length === 64);
  await page.getByLabel('This production carries no other label').check();
  await goesOn(page);
  await page.getByRole('link', { name: 'Review and sign' }).click();
  await signs(page);
  await page.locator('input[data-to]').first().setInputFiles(PAPER);
  await page.getByText('ledger.pdf: sent').waitFor();
}

async function approves(house, { page }) {
  await house.opens(page, '/desk');
  await page.getByRole('link', { name: `${COOP} has declared` }).click();
  await page.getByRole('button', { name: 'Review the approval' }).click();
  await signs(page);
}

async function offers(house, { page }) {
  await house.opens(page, '/desk/production');
  await house.opens(page, '/desk/offers/new');
  await page.locator('[name=batch]').first().check();
  await page.getByLabel('How many kilograms?').fill('1.5');
  await page.getByLabel('Price per kilogram').fill('4200');
  await page.getByRole('button', { name: 'Show what would reach whom' }).click();
  await page.getByRole('link', { name: 'Review and sign' }).click();
  await signs(page);
}

// One flow: what is bought is retired at once, with a claim.
async function retires(house, { page }) {
  await house.opens(page, '/markets');
  await page.getByRole('link', { name: /Gold/ }).first().click();
  await page.getByLabel('Mass in kg').first().fill('1');
  await page.getByRole('button', { name: 'Buy and retire' }).first().click();
  await page.getByRole('button', { name: 'Review and sign' }).click();
  await signs(page);
  await page.getByLabel('Product or campaign').fill('Aurora rings');
  await page.getByRole('button', { name: 'Show what it would say' }).click();
  await page.getByRole('button', { name: 'Review and sign' }).click();
  await signs(page);
}

// The fund says where it is paid; two persons pay it; the bank pays; the fund signs for what arrived.
async function paid(house, { operator, second, fund, coop }) {
  const { page } = fund;
  await house.opens(page, '/desk/details');
  await page.getByLabel('Mobile money').check();
  await page.getByLabel('Name of the account’s owner').fill(FUND);
  await page.getByLabel('Telephone number').fill('+57 300 000 0456');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await signs(page);
  const goes = async (name) => {
    await house.opens(operator, '/desk/payments');
    await operator.locator('.cards > li').filter({ hasText: FUND }).getByRole('link', { name }).first().click();
  };
  await goes('Plan its payout');
  await reviewed(operator);
  await signs(operator);
  await goes('Approve this one');
  await signs(operator);
  await house.seconded(second);
  await house.opens(operator, '/desk/payments');
  const file = operator.locator('.cards > li').filter({ hasText: 'to be handed to the bank' });
  await file.getByRole('link', { name: 'Record that the bank has the file' }).click();
  await fills(operator, { digest: '5e'.repeat(32) });
  await reviewed(operator);
  await signs(operator);
  await goes('The bank accepted it');
  await signs(operator);
  await goes('The bank paid it');
  await fills(operator, { 'report.reference': 'MOMO-1' });
  await reviewed(operator);
  await signs(operator);
  await house.opens(page, '/desk');
  await page.getByRole('link', { name: FUND }).first().click();
  await page.getByRole('link', { name: 'All of it arrived' }).click();
  await signs(page);
}

async function finds(house, { page }) {
  const [{ id }] = (await house.asks(page, '/v1/retirements')).items;
  await house.opens(page, `/desk/auditor/retirements/${id}`);
  await page.getByRole('link', { name: 'Publish a finding' }).click();
  await fills(page, { outcome: 'confirmed', reason: 'records_agree', report: 'ab'.repeat(32) });
  await reviewed(page);
  await signs(page);
}

// Somebody who is nobody here looks it up on a telephone, and checks it there.
async function reads(house) {
  const { stage } = house;
  const visitor = await stage.visitor({ viewport: 'phone' });
  const page = await visitor.open('/');
  await page.locator('#q').fill('Lumen');
  await page.locator('form.search button').click();
  await page.getByRole('link', { name: /Lumen/ }).first().click();
  const text = (await page.locator('main').textContent()).replaceAll('\u00a0', ' ');
  for (const part of ['1 kg', COOP, FUND, 'Aurora rings', 'confirmed']) need(text.includes(part), `${part} stands there`);
  await shot(stage, page, 'journey-retirement-phone');
}

async function goesOn(page) {
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForLoadState();
}

// Fills a form in by the names of its fields.
async function fills(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`[name="${name}"]`);
    if (Array.isArray(value)) for (const one of value) await page.locator(`[name="${name}"][value="${one}"]`).check();
    else if ((await field.evaluate((one) => one.localName)) === 'select') await field.selectOption(value);
    else await field.fill(value);
  }
}

async function reviewed(page) {
  await page.getByRole('button', { name: 'Review and sign' }).click();
  await page.waitForLoadState();
}

// Reads, signs, and goes on.
async function signs(page) {
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.locator('#answer .done, #answer .flagged').first().waitFor();
  const told = await page.locator('#answer').textContent();
  need(told.includes('Signed and recorded'), told);
  await page.getByRole('link', { name: 'Go on' }).click();
  await page.waitForLoadState();
}
