import { SearchClient } from '../../../src/search/client';
import type { Interest, RankablePaper } from '../../../src/search/digest/contract';
import { corpus } from '../search/corpus';
import { Random } from '../search/random';
import { percentile } from '../search/clock';
import { searchThread, watchHolds } from '../search/thread';

const CANDIDATES = 2000;
const ROUNDS = 5;

/**
 * How long 2,000 candidates take in the thread of the search, the first time and at the median, how long the processor works for it
 * (which others that work meanwhile do not change much), and how long this thread is held.
 */
export async function measureSpeed(): Promise<void> {
  const thread = searchThread();
  try {
    for (const size of [10_000, 100_000]) {
      const papers = [...corpus(size + CANDIDATES)];
      const candidates: RankablePaper[] = papers.splice(size);
      const client = new SearchClient(thread.start);
      await client.update({ put: papers, removed: [] });
      const random = new Random(size);
      // One paper in ten was used.
      const used = random.sample(papers.slice(0, 20_000), size / 10);
      const interests = used.map(({ id }): Interest => ({ id, use: 'noted', weight: 1 + random.below(4) }));
      const times: number[] = [];
      const worked: number[] = [];
      const holds = watchHolds();
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now();
        const before = process.cpuUsage();
        await client.rank(candidates, { interests, unwanted: candidates.slice(0, 50) });
        times.push(performance.now() - start);
        const { user, system } = process.cpuUsage(before);
        worked.push((user + system) / 1000);
      }
      const [firstTime] = times;
      const [median, held] = [percentile(times, 0.5), holds()];
      console.log(
        `\n${CANDIDATES} candidates, ${size} papers, ${used.length} of them used: first ${firstTime.toFixed(0)} ms, ` +
          `then ${median.toFixed(0)} ms (${percentile(worked, 0.5).toFixed(0)} of the processor), other thread held ${held.toFixed(0)} ms at most`,
      );
      client.dispose();
    }
  } finally {
    thread.dispose();
  }
}
