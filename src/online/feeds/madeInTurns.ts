import { Cooperation } from '../../base/cooperate';

/** What is made of each of many things, without holding the event loop; what comes to nothing is left out. */
export async function madeInTurns<From, To>(all: readonly From[], make: (one: From) => To | undefined): Promise<To[]> {
  const cooperation = new Cooperation();
  const made: To[] = [];
  for (const one of all) {
    const to = make(one);
    if (to !== undefined) made.push(to);
    await cooperation.yieldIfDue();
  }
  return made;
}
