// Pages as those have them who have less: no scripts, words that are longer and full of accents, or paper.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fits, need, play } from './harness.mjs';
import { PAGES, inLanguage } from './pages.mjs';

// What only a script can do: keys are made and used in the browser.
const SCRIPTED = ['join', 'keys', 'verify', 'review', 'coop-details'];
const READ = PAGES.filter(({ name, budget }) => ['public', 'coop'].includes(budget) && !SCRIPTED.includes(name));

play(async (stage) => {
  await withoutScripts(stage);
  await inLongWords(stage);
  await onPaper(stage);
});

// What is read with scripts is read without them.
async function withoutScripts(stage) {
  for (const as of people(READ)) {
    const plain = await stage.visitor({ javascript: false, as });
    const scripted = await stage.visitor({ as });
    for (const row of READ.filter((row) => row.as === as)) {
      await stage.check(`${row.name} without scripts`, async () => {
        const [without, having] = [await read(plain, row), await read(scripted, row)];
        need(having.every((line) => without.includes(line)), `only scripts show: ${having.filter((line) => !without.includes(line)).join(' | ')}`);
      });
    }
    await plain.leave();
    await scripted.leave();
  }
}

async function read(visitor, { path, status }) {
  const page = await visitor.open(path, status);
  const texts = await page.locator('main :is(h1, h2, h3, p, td, th, dt, dd, li, label)').filter({ visible: true }).allInnerTexts();
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
}

// English in accents and a third longer, on the smallest telephone.
async function inLongWords(stage) {
  for (const as of people(PAGES)) {
    const visitor = await stage.visitor({ viewport: 'small', as });
    for (const row of PAGES.filter((row) => row.as === as && row.name !== 'verify')) {
      await stage.check(`${row.name} in long words`, async () => {
        const page = await visitor.open(inLanguage(row.path, 'en-XA'), row.status);
        need(/[áéïöü]/.test(await page.locator('footer').innerText()), 'it is in the long words');
        await fits(page);
      });
    }
    await visitor.leave();
  }
}

// A retirement is one sheet of paper, which needs no server to be understood.
async function onPaper(stage) {
  const visitor = await stage.visitor({ viewport: 'desktop' });
  for (const language of ['en', 'es', 'fr', 'sw']) {
    await stage.check(`a retirement on paper, ${language}`, async () => {
      const page = await visitor.open(inLanguage('/retirements/{retirement}', language));
      const sheet = await page.pdf({ preferCSSPageSize: true });
      writeFileSync(join(stage.given.output, `retirement-${language}.pdf`), sheet);
      const pages = sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
      need(pages === 1, `it takes ${pages} sheets`);
    });
  }
  await visitor.leave();
}

function people(rows) {
  return [...new Set(rows.map((row) => row.as))];
}
