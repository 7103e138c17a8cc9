import { withNotification } from './progress';

/** From so many steps on, the user is shown how far a work is, and can stop it. */
const MANY = 20;

/** What a work of many steps is given. */
export interface Steps {
  /** To be told how many steps are done. */
  readonly done: (steps: number) => void;
  /** Aborted when the user wants no further ones. */
  readonly signal: AbortSignal;
}

/** Does a work of so many steps; where they are many, with a notification that shows them and can stop them. */
export function inSteps<T>(title: string, total: number, work: (steps: Steps) => Promise<T>): Thenable<T> {
  const stop = new AbortController();
  if (total < MANY) return work({ done: () => undefined, signal: stop.signal });
  return withNotification(title, (progress, token) => {
    token.onCancellationRequested(() => stop.abort());
    const done = (steps: number) => {
      if (steps % MANY === 0) progress.report({ increment: (100 * MANY) / total, message: `${steps}/${total}` });
    };
    return work({ done, signal: stop.signal });
  });
}
