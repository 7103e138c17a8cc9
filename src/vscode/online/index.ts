import type { FeatureContext } from '../shell/feature';
import type { Services } from '../shell/services';
import type { VerdictProblems } from './checking/verdictProblems';

/** What the commands of the feature share beside the services. */
export interface OnlineFeature extends Services {
  /** Shows the verdicts about references. */
  readonly verdicts: () => Promise<VerdictProblems>;
}

type Act = (feature: OnlineFeature, ...args: unknown[]) => unknown;
type Name =
  | 'addPaper'
  | 'setServiceKey'
  | 'verifyReferences'
  | 'completeMetadata'
  | 'findPublishedVersion'
  | '_changeInDiff';

/** Papers from services on the web. All of it is loaded with the first command that needs it; nothing is sent before. */
export function online({ services, commands, own }: FeatureContext): void {
  let shown: Promise<VerdictProblems> | undefined;
  const verdicts = () =>
    (shown ??= import('./checking/verdictProblems').then(({ VerdictProblems }) => {
      const problems = new VerdictProblems(services);
      own(problems);
      return problems;
    }));
  const does = (name: Name) => ({
    id: `literatureNotes.${name}` as const,
    execute: async (...args: unknown[]) => {
      const act: Act = (await import('./onlineCommands'))[name];
      return act({ ...services, verdicts }, ...args);
    },
  });
  commands(
    does('addPaper'),
    does('setServiceKey'),
    does('verifyReferences'),
    does('completeMetadata'),
    does('findPublishedVersion'),
    does('_changeInDiff'),
  );
}
