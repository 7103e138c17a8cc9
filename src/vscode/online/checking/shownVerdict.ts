import * as vscode from 'vscode';
import type { CitedPlace } from '../../../citations/index/citedPlace';
import type { InFile } from '../../../citations/index/indexedFiles';
import type { JudgedField } from '../../../online/verifying/judgement';
import type { ServiceId } from '../../../online/services';
import type { Verified } from '../../../workflows/metadata/verifyEntries';
import { toRange } from '../../host/convert';
import { locationOf } from '../../references/closedNotebooks';
import { fieldPlace } from './fieldPlace';
import { contradictionSentence, unverifiedSentence, verdictSentences } from './verdictSentences';

const SOURCE = 'Literature Notes (online)';

/** A diagnostic with what it is about. */
export interface Shown {
  readonly diagnostic: vscode.Diagnostic;
  readonly uri: string;
  readonly verified: Verified;
  /** The field that it is about; none where it is about the whole paper. */
  readonly field?: JudgedField;
}

/** What is wrong with an entry, at its fields in its list. */
export function shownInList(verified: Verified): Shown[] {
  const { entry, fields, verdict } = verified;
  const uri = entry.source.uri;
  const wrong = fields.filter((field) => field.verdict === 'contradicted');
  const shown = wrong.map((field): Shown => {
    const range = toRange(fieldPlace(entry, field.field));
    return { uri, verified, field, diagnostic: diagnosticOf(verified, range, contradictionSentence(field, verified)) };
  });
  if (verdict !== 'unverified') return shown;
  const range = toRange(fieldPlace(entry, 'title'));
  return [{ uri, verified, diagnostic: diagnosticOf(verified, range, unverifiedSentence(verified)) }];
}

/** What is wrong with an entry, at each place that cites it: for lists that no editor shows. */
export async function shownAtCitations(verified: Verified, places: readonly InFile<CitedPlace>[]): Promise<Shown[]> {
  const sentences = verdictSentences(verified);
  if (sentences.length === 0) return [];
  const message = vscode.l10n.t('“{0}”: {1}', verified.entry.citekey, sentences.join(' '));
  const locations = await Promise.all(places.map(locationOf));
  return locations.map(({ uri, range }) => {
    return { uri: uri.toString(), verified, diagnostic: diagnosticOf(verified, range, message) };
  });
}

/** The pages of the records that a verdict rests on, each once. */
export function evidencePages({ evidence }: Verified): { readonly service: ServiceId; readonly page: vscode.Uri }[] {
  const pages = evidence.flatMap(({ service, url }) =>
    url !== undefined && /^https?:/.test(url) ? [{ service, url }] : [],
  );
  return [...new Map(pages.map((each) => [`${each.service} ${each.url}`, each])).values()].map(({ service, url }) => ({
    service,
    page: vscode.Uri.parse(url),
  }));
}

function diagnosticOf(verified: Verified, range: vscode.Range, message: string): vscode.Diagnostic {
  const { verdict } = verified;
  const { Information, Warning } = vscode.DiagnosticSeverity;
  const diagnostic = new vscode.Diagnostic(range, message, verdict === 'unverified' ? Information : Warning);
  diagnostic.source = SOURCE;
  const [first] = evidencePages(verified);
  diagnostic.code = first === undefined ? verdict : { value: verdict, target: first.page };
  return diagnostic;
}
