import { decompress } from '#platform/compression';
import { ReadingClient } from '../../../src/library/reading/client';
import { SearchClient } from '../../../src/search/client';
import { bibCorpus } from '../library/corpus';
import { corpus } from '../search/corpus';
import { Random } from '../search/random';
import { Killable, type ThreadScripts } from './threadScripts';
import { tryAll, type Trial } from './trial';

const KILLS = 60;
/** Kills one after the other, after which threads are started ever later. */
const KILLS_IN_A_ROW = 12;
const PAPERS = 2000;
const SOURCES = 12;
/** A thread is killed at a random moment within so many milliseconds. */
const MOST_PAUSE = 150;
/** The longest that the next answer may take, in milliseconds; starting and feeding a thread anew is in it. */
const PATIENCE = 60_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills threads while they are at work, and asks them again. */
export function tryKills({ search, reading }: ThreadScripts): Promise<Trial[]> {
  return tryAll({
    [`the search, killed ${KILLS} times while it is fed and asked`]: () =>
      killSearch(new Killable(search), KILLS, true),
    [`the search, killed ${KILLS_IN_A_ROW} times in a row`]: () =>
      killSearch(new Killable(search), KILLS_IN_A_ROW, false),
    [`the reading of ${SOURCES} sources, killed ${KILLS} times`]: () => killReading(new Killable(reading)),
  });
}

/** @param isAsked whether the next search is asked after each kill, and not only after the last */
async function killSearch(threads: Killable, kills: number, isAsked: boolean): Promise<Trial> {
  const random = new Random(1);
  const client = new SearchClient(threads.start);
  const papers = [...corpus(PAPERS)];
  await client.update({ put: papers, removed: [] });
  const right = (await client.search('graph')).total;
  const underWay: Promise<unknown>[] = [];
  let [worst, wrong] = [0, 0];
  const askNext = async () => {
    const began = performance.now();
    const { total } = await answered(client);
    worst = Math.max(worst, performance.now() - began);
    if (total !== right) wrong++;
  };
  while (threads.kills < kills) {
    underWay.push(client.search('graph').catch(() => {}));
    underWay.push(client.update({ put: papers.slice(0, 500), removed: [] }).catch(() => {}));
    await pause(random.below(MOST_PAUSE));
    threads.kill();
    if (isAsked) await askNext();
  }
  await askNext();
  await Promise.all(underWay);
  client.dispose();
  return {
    holds: wrong === 0 && worst < PATIENCE,
    line: `the next search was answered within ${worst.toFixed(0)} ms, ${wrong} answers wrong`,
  };
}

/** Asks until there is an answer, as a person would who presses Try Again. */
async function answered(client: SearchClient): Promise<{ readonly total: number }> {
  for (let tries = 1; ; tries++) {
    try {
      return await client.search('graph');
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

async function killReading(threads: Killable): Promise<Trial> {
  const random = new Random(2);
  const client = new ReadingClient(threads.start, decompress);
  const text = bibCorpus(400);
  const read = (i: number, edit: number) =>
    client.read({ uri: `${i}`, fileName: `${i}.bib`, content: `${text}@misc{edit${edit}, title = {E}}` });
  let ended = 0;
  for (let edit = 0; threads.kills < KILLS; edit++) {
    const readings = Array.from({ length: SOURCES }, (_, i) => read(i, edit).catch(() => void ended++));
    await pause(random.below(MOST_PAUSE));
    threads.kill();
    await Promise.all(readings);
  }
  const began = performance.now();
  const last = await Promise.all(Array.from({ length: SOURCES }, (_, i) => read(i, -1)));
  const took = performance.now() - began;
  client.dispose();
  const whole = last.filter(({ papers }) => papers.length === 401).length;
  return {
    holds: whole === SOURCES && took < PATIENCE && ended === 0,
    line: `${whole} read whole within ${took.toFixed(0)} ms of the last; before, ${ended} readings were given up`,
  };
}
