import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { publishedVersion } from '../../../src/online/matching/publishedVersion';
import { ROOT } from '../../host/paths';
import { syntheticCases } from './synthetic';

const SEEDS = [1, 2, 3, 4, 5];
const LEAST_PRECISION = 0.98;

/** Measures on synthetic answers how surely the published version of a preprint is found among records that only look like it. */
export function benchPublished(): Promise<void> {
  const file = process.env.PAPER_FACTS ?? join(ROOT, '../shared/data/paper-facts.json');
  if (!existsSync(file)) {
    console.log('Skipped: the facts about papers are not here.');
    return Promise.resolve();
  }
  let [right, wrong, there, cases] = [0, 0, 0, 0];
  for (const seed of SEEDS) {
    for (const { preprint, answers, published } of syntheticCases(file, seed)) {
      cases++;
      const found = publishedVersion(preprint, answers)?.record.item;
      if (published !== undefined) there++;
      if (found === undefined) continue;
      if (found.DOI === published) right++;
      else {
        wrong++;
        if (process.argv.includes('--wrong')) console.log(`${preprint.title}\n  ${found.title}`);
      }
    }
  }
  const precision = right / (right + wrong);
  const recall = right / there;
  console.log(`Synthetic answers: ${cases} preprints, ${there} of them with their published version among these`);
  console.log(`precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  (right ${right}, wrong ${wrong})`);
  if (precision < LEAST_PRECISION) process.exitCode = 1;
  return Promise.resolve();
}
