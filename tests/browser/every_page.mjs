// Every page of the table, on a telephone and a desk, by day and by night: axe finds nothing, nothing sticks out of a
// small window, the browser does not complain, and nobody loads more than the budget says. An audit opens each page in
// every language on the smallest telephone too, keeps pictures, and measures it on slow networks.

import { axe, fits, need, play, shot } from './harness.mjs';
import { PAGES, inLanguage } from './pages.mjs';
import { BUDGETS, NETWORKS, table, weigh, within } from './weight.mjs';

const LANGUAGES = ['en', 'es', 'fr', 'sw'];
const COLOURS = ['light', 'dark'];
// Whoever opens pages, nobody first.
const PEOPLE = [...new Set(PAGES.map((row) => row.as))];

await play(async (stage) => {
  for (const viewport of ['phone', 'desktop']) await looks(stage, viewport, null);
  if (stage.given.audit) for (const language of LANGUAGES) await looks(stage, 'small', language);
  await weighs(stage, stage.given.audit ? Object.keys(NETWORKS) : []);
});

// Opens every page in a window; in the language of whoever has it, or in one that is asked for by the path.
async function looks(stage, viewport, language) {
  for (const colour of COLOURS) {
    for (const as of PEOPLE) {
      const visitor = await stage.visitor({ viewport, colour, as });
      for (const row of PAGES.filter((row) => row.as === as)) {
        const path = language ? inLanguage(row.path, language) : row.path;
        const name = [row.name, viewport, language, colour].filter(Boolean).join('-');
        await stage.check(name, async () => {
          const page = await visitor.open(path, row.status);
          await axe(page, row.except);
          if (viewport !== 'desktop') await fits(page);
          if (stage.given.audit) await shot(stage, page, name);
        });
      }
      await visitor.leave();
    }
  }
}

async function weighs(stage, networks) {
  const rows = [];
  for (const { name, path, budget, as, status } of PAGES) {
    await stage.check(`${name} is within its budget`, async () => {
      need(BUDGETS[budget], `no budget is called ${budget}`);
      const weight = await weigh(stage, path, { as, status });
      const row = { name, ...weight };
      for (const network of networks) row[`paint, ${network}`] = (await weigh(stage, path, { as, status, network })).paint;
      rows.push(row);
      return within(weight, BUDGETS[budget]);
    });
  }
  console.log(`\n${table(stage, 'weights.txt', rows)}`);
}
