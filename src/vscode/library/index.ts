import type { FeatureContext } from '../shell/feature';
import { AddEntryFromClipboard } from './addEntryFromClipboard';
import { AddPaperList } from './addPaperList';
import { EntryAdder } from './entryAdder';
import { ListOffer } from './listOffer';
import { Refresh } from './refresh';
import { SourceFixes } from './sourceFixes';
import { StopReading } from './stopReading';
import { UnreachableSources } from './unreachableSources';

/** The paper lists of the workspace: adding to them, reading them anew, mending what is wrong with them. */
export function library({ services, state, own, commands }: FeatureContext): void {
  const { library, progress, reload, following, log, ready } = services;
  own(new SourceFixes(library).register());
  own(new UnreachableSources(), new ListOffer(library, following, state, log, ready));
  commands(
    new AddPaperList(library),
    new AddEntryFromClipboard(library, new EntryAdder(library)),
    new Refresh(reload),
    new StopReading(progress),
  );
}
