import * as vscode from 'vscode';
import { statedFeeds, type StatedFeed } from '../../online/feeds/feedSetting';
import { PREFIX } from '../host/settings';

export const FEEDS = `${PREFIX}.newPapers.feeds`;

/** What the user's own setting states: no workspace can have feeds asked. */
function stated(): readonly unknown[] {
  const value: unknown = vscode.workspace.getConfiguration(PREFIX).inspect('newPapers.feeds')?.globalValue;
  return Array.isArray(value) ? value : [];
}

/** The feeds that the user chose, with those that are wrong. */
export function feedSettings(): StatedFeed[] {
  return statedFeeds(stated());
}

/** Adds feeds to the setting, or takes them out. */
export async function setFeeds(update: (feeds: readonly unknown[]) => readonly unknown[]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(PREFIX);
  const feeds = update(stated());
  const value = feeds.length > 0 ? feeds : undefined;
  await configuration.update('newPapers.feeds', value, vscode.ConfigurationTarget.Global);
}
